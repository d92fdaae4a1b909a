/// Makes text of a draft safe to show: on one line, not too long, without characters that hide or reorder text.
///
/// - Parameter limit: the most scalars that are shown.
func shownOnOneLine(_ text: String, limit: Int = 240) -> String {
  var shown = String.UnicodeScalarView()
  var count = 0
  for scalar in text.unicodeScalars {
    guard count < limit else {
      shown.append("…")
      break
    }
    count += 1
    switch scalar.value {
    case 0x00..<0x20, 0x7F, 0x85, 0x2028, 0x2029: shown.append(" ")
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
    default: shown.append(scalar)
    }
  }
  return String(shown)
}

/// Escapes text so that Markdown shows it as it stands (CommonMark 0.31, 2.4 and 6; GFM 6.9, autolinks).
///
/// The text must not stand at the beginning of a line: marks that mean something there alone (lists, headings) are left.
/// Escaped is what can begin or end emphasis, code, math, links, images, HTML, entities, tables, strikethrough,
/// footnotes and autolinks. Letters, digits and the rest of punctuation stay legible where a client shows the source.
func escapedMarkdown(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  var earlier: [Unicode.Scalar] = []
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    if needsEscape(scalar, after: earlier, before: index + 1 < scalars.count ? scalars[index + 1] : " ") {
      escaped.append("\\")
    }
    escaped.append(scalar)
    earlier = earlier.suffix(2) + [scalar]
  }
  return String(escaped)
}

private func needsEscape(_ scalar: Unicode.Scalar, after earlier: [Unicode.Scalar], before next: Unicode.Scalar) -> Bool
{
  switch scalar {
  case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "!", "|", "~", "&", "$", "@", "^", "=": true
  // "http:", "mailto:", "command:"; not "10:30" or a colon between clauses.
  case ":": !(next == " " || ("0"..."9").contains(next))
  // "www."
  case ".": earlier.allSatisfy { $0 == "w" || $0 == "W" } && earlier.count == 3
  default: false
  }
}

/// The doc comments of generated declarations: the first sentence of the protocol's own documentation.
enum Documentation {
  /// The lines of a doc comment, none where there is nothing to say.
  static func comment(_ text: String?, indentation: String) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    var words = firstSentence(text).split { $0.isWhitespace }.map(String.init)
    words = joinedLinks(words)
    guard let last = words.last, !last.hasPrefix("@") else { return [] }
    if !last.hasSuffix(".") { words[words.count - 1] = last + "." }
    var lines = [indentation + "///"]
    for word in words {
      if lines[lines.count - 1].count + 1 + word.count > 120 { lines.append(indentation + "///") }
      lines[lines.count - 1] += " " + word
    }
    return lines
  }

  /// The text up to the first full stop before a space, the first empty line or the first tag.
  private static func firstSentence(_ text: String) -> Substring {
    var end = text.endIndex
    for mark in ["\n\n", "\n@", "\n-", ":\n"] {
      if let range = text.firstRange(of: mark) { end = min(end, range.lowerBound) }
    }
    let paragraph = text[..<end]
    for stop in paragraph.ranges(of: ".") {
      let before = paragraph[..<stop.lowerBound]
      let next = paragraph[stop.upperBound...].first
      if next?.isWhitespace != false, !before.hasSuffix("e.g"), !before.hasSuffix("i.e") { return before }
    }
    return text.hasPrefix("@") ? "" : paragraph
  }

  /// `{@link Name text}` → `Name`, in backquotes.
  private static func joinedLinks(_ words: [String]) -> [String] {
    var joined: [String] = []
    var at = 0
    while at < words.count {
      if words[at].hasSuffix("{@link"), at + 1 < words.count {
        let before = words[at].dropLast("{@link".count)
        at += 1
        let name = words[at].prefix { $0 != "}" }
        while !words[at].contains("}"), at + 1 < words.count { at += 1 }
        let after = words[at].drop { $0 != "}" }.dropFirst()
        joined.append("\(before)`\(name)`\(after)")
      } else {
        joined.append(words[at])
      }
      at += 1
    }
    return joined
  }
}

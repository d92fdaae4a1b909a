/// Appends a paragraph of the given lines, its first line as a heading of its own where it reads like one.
///
/// Drafts pasted from elsewhere lose the blank line under a heading. A first line counts as a heading when it is short
/// (at most eight words), opens with a capital or a digit, ends without punctuation, and the next line, which opens
/// a sentence, is at least twice as long. Every line here is trimmed, not empty, and in rising order.
/// `isFirstOfDraft` says that no prose stands before: a title there may be longer.
func appendParagraph(
  _ lines: [Range<Int>], in bytes: [UInt8], container: Int? = nil, isFirstOfDraft: Bool,
  to blocks: inout [BlockOutline]
) {
  var rest = lines[...]
  if let first = rest.first, let second = rest.dropFirst().first, readsAsHeading(first, before: second, in: bytes) {
    blocks.append(BlockOutline(kind: .heading, range: first, segments: [first], level: 2, container: container))
    rest = rest.dropFirst()
  }
  guard let first = rest.first, let last = rest.last else { return }
  let isOnlyLine = lines.count == 1
  let isTitle = isOnlyLine && readsAsTitle(first, in: bytes, isFirstOfDraft: isFirstOfDraft)
  blocks.append(
    BlockOutline(
      kind: isTitle ? .heading : .paragraph, range: first.lowerBound..<last.upperBound,
      segments: joinedLines(rest), level: isTitle ? 1 : 0, container: container))
}

private func readsAsHeading(_ line: Range<Int>, before next: Range<Int>, in bytes: [UInt8]) -> Bool {
  next.count >= 2 * line.count && opensSentence(line, in: bytes) && opensSentence(next, in: bytes)
    && !endsInPunctuation(line, in: bytes) && hasWords(atMost: 8, line, in: bytes) && closesItsMarks(line, in: bytes)
    && !(opensWithLabel(line, in: bytes) && opensWithLabel(next, in: bytes))
}

/// Whether the line begins with one word and a colon, as the fields of a letter's head and the turns of a talk do.
private func opensWithLabel(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
  guard let end = bytes[line].firstIndex(where: { $0 == 0x3A || isBlank($0) }), bytes[end] == 0x3A else { return false }
  return end + 1 == line.upperBound || isBlank(bytes[end + 1])
}

/// A block of one line without final punctuation is a title: up to eight words anywhere, twenty at the top of a draft.
func readsAsTitle(_ line: Range<Int>, in bytes: [UInt8], isFirstOfDraft: Bool) -> Bool {
  opensSentence(line, in: bytes) && !endsInPunctuation(line, in: bytes)
    && hasWords(atMost: isFirstOfDraft ? 20 : 8, line, in: bytes) && closesItsMarks(line, in: bytes)
}

/// Whether every bracket that the line opens closes in it, and emphasis that it begins with ends it.
///
/// A link that runs on in the next line, or a bold label before text, makes no heading.
private func closesItsMarks(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
  var open = 0
  for at in line {
    switch bytes[at] {
    case 0x28, 0x5B: open += 1
    case 0x29, 0x5D: open -= 1
    default: break
    }
  }
  let first = bytes[line.lowerBound]
  return open == 0 && (first != 0x2A && first != 0x5F || bytes[line.upperBound - 1] == first)
}

/// Stops at the first word too many: most lines are long.
private func hasWords(atMost limit: Int, _ line: Range<Int>, in bytes: [UInt8]) -> Bool {
  var count = 0
  var inWord = false
  for at in line {
    let isSpace = isBlank(bytes[at])
    if !isSpace, !inWord { count += 1 }
    if count > limit { return false }
    inWord = !isSpace
  }
  return true
}

/// Whether a line begins as a sentence may: with a capital, digit, quotation mark or currency sign.
func opensSentence(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
  // Emphasis marks may stand before the first word.
  guard let byte = bytes[line].first(where: { $0 != 0x2A && $0 != 0x5F }) else { return false }
  return (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 || byte == 0x22 || byte == 0x24
    || byte == 0x27
}

/// Whether a line ends with a stop, question or exclamation mark.
func endsSentence(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
  let end = endBeforeClosingMarks(line, in: bytes)
  guard end > line.lowerBound else { return false }
  return bytes[end - 1] == 0x2E || bytes[end - 1] == 0x21 || bytes[end - 1] == 0x3F
}

private func endBeforeClosingMarks(_ line: Range<Int>, in bytes: [UInt8]) -> Int {
  var end = beforeNote(line.lowerBound..<beforeComments(line, in: bytes), in: bytes)
  // A closing quotation mark or bracket may follow the stop.
  while end > line.lowerBound {
    let byte = bytes[end - 1]
    if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte == 0x2A || byte == 0x5F {
      end -= 1
    } else if end - line.lowerBound >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
      byte == 0x9D || byte == 0x99
    {
      end -= 3
    } else {
      break
    }
  }
  return end
}

private func endsInPunctuation(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
  let end = endBeforeClosingMarks(line, in: bytes)
  guard end > line.lowerBound else { return true }
  switch bytes[end - 1] {
  case 0x2E, 0x21, 0x3F, 0x2C, 0x3B, 0x3A, 0x2D: return true
  default:
    // An ellipsis or a dash.
    return end - line.lowerBound >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
      && [0xA6, 0x93, 0x94].contains(bytes[end - 1])
  }
}

/// The end of a line without comments that stand behind its last word.
private func beforeComments(_ line: Range<Int>, in bytes: [UInt8]) -> Int {
  var end = line.upperBound
  // Nobody writes many in a row; looking no further keeps the reading linear.
  for _ in 0..<8 {
    guard bytes[line.lowerBound..<end].suffix(3).elementsEqual("-->".utf8) else { return end }
    let near = max(line.lowerBound, end - 1000)
    guard let open = (near..<max(near, end - 6)).last(where: { bytes[$0..<$0 + 4].elementsEqual("<!--".utf8) }),
      open > line.lowerBound
    else { return end }
    end = open
    while end > line.lowerBound + 1, isBlank(bytes[end - 1]) { end -= 1 }
  }
  return end
}

/// The end of a line without a note's mark or a citation's key ("[^2]", "[12]", "[@key]") that stands behind its stop.
private func beforeNote(_ line: Range<Int>, in bytes: [UInt8]) -> Int {
  guard bytes[line.upperBound - 1] == 0x5D, let open = bytes[line].suffix(64).lastIndex(of: 0x5B),
    bytes[open + 1] == 0x5E || bytes[open + 1] == 0x40 || (0x30...0x39).contains(bytes[open + 1])
  else { return line.upperBound }
  return open
}

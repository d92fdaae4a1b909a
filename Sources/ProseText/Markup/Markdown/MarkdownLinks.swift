/// The parts of links that definitions and inline links share. Each answers where its part ends, nil where none begins.

/// A link reference definition at the beginning of a line of a paragraph; `end` is behind its line ending.
func linkDefinition(
  _ buffer: UnsafeBufferPointer<UInt8>, from start: Int
) -> (label: Range<Int>, end: Int)? {
  guard let label = linkLabel(buffer, from: start), !isAllSpace(buffer, label) else { return nil }
  var at = label.upperBound + 1
  guard at < buffer.count, buffer[at] == UInt8(ascii: ":") else { return nil }
  at = skipSpace(buffer, at + 1)
  guard let destination = linkDestination(buffer, from: at), destination.end > at else { return nil }
  let lineEnd = endOfBlankRest(buffer, destination.end)
  at = skipSpace(buffer, destination.end)
  if at > destination.end, let title = linkTitle(buffer, from: at), let end = endOfBlankRest(buffer, title) {
    return (label, end)
  }
  return lineEnd.map { (label, $0) }
}

/// What stands between the brackets of a label that opens at `start`.
func linkLabel(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
  guard start < buffer.count, buffer[start] == UInt8(ascii: "[") else { return nil }
  var at = start + 1
  while at < buffer.count, at - start <= longestLabel + 1 {
    switch buffer[at] {
    case UInt8(ascii: "]"): return (start + 1)..<at
    case UInt8(ascii: "["): return nil
    case UInt8(ascii: "\\"): at += 2
    default: at += 1
    }
  }
  return nil
}

/// The label of `[^label]` at the range's beginning: no white space, no brackets.
func footnoteLabel(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
  var at = range.lowerBound + 2
  let limit = min(range.upperBound, at + longestLabel)
  while at < limit {
    let byte = buffer[at]
    if byte == UInt8(ascii: "]") {
      return at > range.lowerBound + 2 ? (range.lowerBound + 2)..<at : nil
    }
    if byte <= 0x20 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "^") { return nil }
    at += 1
  }
  return nil
}

/// A destination, in pointed brackets or bare; `target` leaves the brackets out.
func linkDestination(
  _ buffer: UnsafeBufferPointer<UInt8>, from start: Int
) -> (target: Range<Int>, end: Int)? {
  var at = start
  if at < buffer.count, buffer[at] == UInt8(ascii: "<") {
    at += 1
    while at < buffer.count {
      switch buffer[at] {
      case UInt8(ascii: ">"): return ((start + 1)..<at, at + 1)
      case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "\\"): at += at + 1 < buffer.count && isASCIIPunctuation(buffer[at + 1]) ? 2 : 1
      default: at += 1
      }
    }
    return nil
  }
  var depth = 0
  var mayHoldTags = true
  scan: while at < buffer.count {
    switch buffer[at] {
    case 0...0x20, 0x7F: break scan
    case UInt8(ascii: "("):
      depth += 1
      if depth > 32 { return nil }
    case UInt8(ascii: ")"):
      if depth == 0 { break scan }
      depth -= 1
    case UInt8(ascii: "\\"):
      if at + 1 < buffer.count, isASCIIPunctuation(buffer[at + 1]) { at += 1 }
    case UInt8(ascii: "{"):
      // A template tag may hold spaces. One that is not closed is looked for once.
      if mayHoldTags {
        let end = templateExpressionEnd(buffer, at)
        mayHoldTags = end != nil
        at = end.map { $0 - 1 } ?? at
      }
    default: break
    }
    at += 1
  }
  return depth == 0 ? (start..<at, at) : nil
}

/// Behind `{{ … }}` or `{% … %}` of up to 300 bytes.
func templateExpressionEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  let range = start..<min(buffer.count, start + 300)
  if matches(buffer, range, "{{") { return find(buffer, (start + 2)..<range.upperBound, "}}").map { $0 + 2 } }
  if matches(buffer, range, "{%") { return find(buffer, (start + 2)..<range.upperBound, "%}").map { $0 + 2 } }
  return nil
}

/// Behind a title in quotation marks or parentheses.
func linkTitle(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard start < buffer.count else { return nil }
  let open = buffer[start]
  guard open == UInt8(ascii: "\"") || open == UInt8(ascii: "'") || open == UInt8(ascii: "(") else { return nil }
  let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open
  var at = start + 1
  while at < buffer.count {
    let byte = buffer[at]
    if byte == close { return at + 1 }
    if byte == UInt8(ascii: "("), open == byte { return nil }
    at += byte == UInt8(ascii: "\\") ? 2 : 1
  }
  return nil
}

/// Behind the line ending that follows `start` after blanks alone.
private func endOfBlankRest(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  var at = start
  while at < buffer.count, isBlank(buffer[at]) { at += 1 }
  if at == buffer.count { return at }
  return buffer[at] == 0x0A ? at + 1 : nil
}

private func isAllSpace(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  range.allSatisfy { buffer[$0] <= 0x20 }
}

/// Behind the open or closing tag that begins at `range`; nil where none does.
func htmlTagEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  var at = range.lowerBound + 1
  let end = range.upperBound
  func skipSpace() { while at < end, buffer[at] <= 0x20 { at += 1 } }
  guard at < end else { return nil }
  let isClosing = buffer[at] == UInt8(ascii: "/")
  if isClosing { at += 1 }
  let name = tagName(buffer, at..<end)
  guard !name.isEmpty else { return nil }
  at = name.upperBound
  while !isClosing {
    let before = at
    skipSpace()
    guard at > before, at < end, isAttributeStart(buffer[at]) else { break }
    while at < end, isAttributeByte(buffer[at]) { at += 1 }
    let afterName = at
    skipSpace()
    guard at < end, buffer[at] == UInt8(ascii: "=") else {
      at = afterName
      continue
    }
    at += 1
    skipSpace()
    guard at < end else { return nil }
    let quote = buffer[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = attributeValueEnd(buffer, (at + 1)..<end, quote) else { return nil }
      at = close + 1
    } else {
      let start = at
      while at < end, isUnquotedByte(buffer[at]) { at += 1 }
      guard at > start else { return nil }
    }
  }
  skipSpace()
  if !isClosing, at < end, buffer[at] == UInt8(ascii: "/") { at += 1 }
  return at < end && buffer[at] == UInt8(ascii: ">") ? at + 1 : nil
}

/// Where the quotation mark stands that closes a value; one inside a template tag does not.
private func attributeValueEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ quote: UInt8) -> Int? {
  var at = range.lowerBound
  var mayHoldTags = true
  while at < range.upperBound {
    if buffer[at] == quote { return at }
    if buffer[at] == UInt8(ascii: "{"), mayHoldTags {
      let end = templateExpressionEnd(buffer, at)
      mayHoldTags = end != nil
      at = min(end ?? at + 1, range.upperBound)
    } else {
      at += 1
    }
  }
  return nil
}

/// The name at the range's beginning; empty where no name stands there.
func tagName(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var at = range.lowerBound
  guard at < range.upperBound, isASCIILetter(buffer[at]) else { return at..<at }
  while at < range.upperBound, isASCIILetter(buffer[at]) || isASCIIDigit(buffer[at]) || buffer[at] == 0x2D { at += 1 }
  return range.lowerBound..<at
}

private func isAttributeStart(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
}

private func isAttributeByte(_ byte: UInt8) -> Bool {
  isAttributeStart(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
}

private func isUnquotedByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "`"):
    false
  default: true
  }
}

/// A name of up to ten letters and digits as a number, small and capital letters alike; zero for a longer one.
func foldedName(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
  guard range.count <= 10 else { return 0 }
  return range.reduce(0) { key, at in
    let byte = buffer[at]
    return key << 6 | UInt64(isASCIIDigit(byte) ? byte - 0x30 + 27 : byte & 0x1F)
  }
}

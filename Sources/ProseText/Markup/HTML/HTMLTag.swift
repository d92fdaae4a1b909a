/// A tag with its name as a number (see `HTMLElement.key`).
struct HTMLTag {
  let range: Range<Int>
  let name: UInt64
  let isClosing: Bool
  let isSelfClosing: Bool

  /// The tag that begins at a `<`; nil where none does.
  init?(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) {
    guard let end = htmlTagEnd(buffer, start..<buffer.count) ?? Self.looseEnd(buffer, start) else { return nil }
    range = start..<end
    isClosing = buffer[start + 1] == UInt8(ascii: "/")
    isSelfClosing = buffer[end - 2] == UInt8(ascii: "/")
    name = foldedName(buffer, tagName(buffer, (start + (isClosing ? 2 : 1))..<end))
  }

  /// Behind the next `>`, as browsers read a tag whose attributes are malformed.
  private static func looseEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let name = start + 1 < buffer.count && buffer[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    guard name < buffer.count, isASCIILetter(buffer[name]) else { return nil }
    var end = name
    let limit = min(buffer.count, start + 400)
    while end < limit, buffer[end] != UInt8(ascii: "<") {
      if buffer[end] == UInt8(ascii: ">") { return end + 1 }
      end += 1
    }
    return nil
  }

  /// The value of an attribute; nil where the tag has none of that name, empty where it has no value.
  func value(of attribute: StaticString, in buffer: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var at = range.lowerBound + 1
    while at < range.upperBound, buffer[at] > 0x20 { at += 1 }
    while at < range.upperBound {
      while at < range.upperBound, buffer[at] <= 0x20 || buffer[at] == UInt8(ascii: "/") { at += 1 }
      let start = at
      while at < range.upperBound, isAttributeNameByte(buffer[at]) { at += 1 }
      let isWanted =
        at - start == attribute.utf8CodeUnitCount
        && (start..<at).allSatisfy { buffer[$0] | 0x20 == attribute.utf8Start[$0 - start] }
      if at == start { return nil }
      while at < range.upperBound, buffer[at] <= 0x20 { at += 1 }
      var value = at..<at
      if at < range.upperBound, buffer[at] == UInt8(ascii: "=") {
        at += 1
        while at < range.upperBound, buffer[at] <= 0x20 { at += 1 }
        value = valueRange(buffer, at)
        at = value.upperBound + (value.lowerBound > at ? 1 : 0)
      }
      if isWanted { return value }
    }
    return nil
  }

  private func valueRange(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    guard start < range.upperBound else { return start..<start }
    let quote = buffer[start]
    var end = start + 1
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      while end < range.upperBound, buffer[end] != quote { end += 1 }
      return (start + 1)..<end
    }
    end = start
    while end < range.upperBound - 1, buffer[end] > 0x20 { end += 1 }
    return start..<end
  }

  /// Behind the closing tag of an element whose inside is no prose, else the buffer's end.
  ///
  /// What is searched through is never searched again.
  func elementEnd(in buffer: UnsafeBufferPointer<UInt8>) -> Int {
    var at = range.upperBound
    while at + 1 < buffer.count {
      if buffer[at] == UInt8(ascii: "<"), buffer[at + 1] == UInt8(ascii: "/") {
        let closing = tagName(buffer, (at + 2)..<buffer.count)
        if foldedName(buffer, closing) == name {
          let end = buffer[closing.upperBound...].firstIndex(of: UInt8(ascii: ">"))
          return end.map { $0 + 1 } ?? buffer.count
        }
      }
      at += 1
    }
    return buffer.count
  }

  private func isAttributeNameByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E
  }
}

/// The first quote, backslash or control character at or after `start`, or the end of `buffer`.
///
/// Steps over eight bytes at a time while none of them is one; the tests for a byte below n and for a zero byte are
/// those of Anderson's "Bit Twiddling Hacks".
func plainRunEnd(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var at = start
  let words = UnsafeRawBufferPointer(buffer)
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highBits: UInt64 = 0x8080_8080_8080_8080
  while at + 8 <= buffer.count {
    let word = words.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let controlFound = (word &- (ones &* 0x20)) & ~word
    let quoteFound = (quotes &- ones) & ~quotes
    let backslashFound = (backslashes &- ones) & ~backslashes
    if (controlFound | quoteFound | backslashFound) & highBits != 0 { break }
    at += 8
  }
  while at < buffer.count {
    let byte = buffer[at]
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
    at += 1
  }
  return at
}

/// The first byte in `range` that begins no well-formed UTF-8 sequence (Unicode 15, table 3-7), or nil.
func firstInvalidUTF8(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  var at = range.lowerBound
  while at < range.upperBound {
    let length: Int
    switch buffer[at] {
    case 0x00...0x7F:
      at += 1
      continue
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return at
    }
    guard at + length <= range.upperBound else { return at }
    let second = buffer[at + 1]
    let isSecond =
      switch buffer[at] {
      case 0xE0: 0xA0...0xBF ~= second
      case 0xED: 0x80...0x9F ~= second
      case 0xF0: 0x90...0xBF ~= second
      case 0xF4: 0x80...0x8F ~= second
      default: 0x80...0xBF ~= second
      }
    guard isSecond, buffer[(at + 2)..<(at + max(length, 2))].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return at }
    at += length
  }
  return nil
}

/// Where the comment that opens with the slash at `start` ends: before a line break or after `*/`; nil without an end.
func commentEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  guard start + 1 < buffer.count else { return nil }
  var at = start + 2
  switch buffer[start + 1] {
  case UInt8(ascii: "/"):
    while at < buffer.count, buffer[at] != 0x0A, buffer[at] != 0x0D { at += 1 }
    return at
  case UInt8(ascii: "*"):
    while at + 1 < buffer.count {
      if buffer[at] == UInt8(ascii: "*"), buffer[at + 1] == UInt8(ascii: "/") { return at + 2 }
      at += 1
    }
    return nil
  default: return nil
  }
}

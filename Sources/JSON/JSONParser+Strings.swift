extension JSONParser {
  /// Reads a string; the opening quote is the next byte.
  mutating func readString() throws(JSONError) -> String {
    at += 1
    let start = at
    var end = plainEnd(from: start)
    at = end
    if byte == UInt8(ascii: "\"") {
      at += 1
      return try text(UnsafeBufferPointer(rebasing: buffer[start..<end]), from: start, to: end)
    }
    scratch.removeAll(keepingCapacity: true)
    var runStart = start
    while true {
      scratch.append(contentsOf: buffer[runStart..<end])
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return try scratch.withUnsafeBufferPointer { (unescaped) throws(JSONError) in
          try text(unescaped, from: start, to: end)
        }
      case UInt8(ascii: "\\"): try readEscape()
      default:
        throw at < buffer.count
          ? JSONError(.controlCharacter(byte), at: at) : unexpected("the quote that ends a string")
      }
      runStart = at
      end = plainEnd(from: at)
      at = end
    }
  }

  /// The string of `content`, what stands in the source from `start` to `end` with its escapes resolved.
  private func text(_ content: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) throws(JSONError) -> String {
    if let string = String(validating: content, as: UTF8.self) { return string }
    throw JSONError(.invalidUTF8, at: firstInvalidUTF8(buffer, start..<end) ?? start)
  }

  /// The first quote, backslash or control character at or after `start`, or the end.
  private func plainEnd(from start: Int) -> Int {
    var index = start
    // Eight bytes at a step; the tests for a byte below n and for a zero byte are those of "Bit Twiddling Hacks".
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let words = UnsafeRawBufferPointer(buffer)
    while index + 8 <= buffer.count {
      let word = words.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let found = (word &- (ones &* 0x20)) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      if found & highBits != 0 { break }
      index += 8
    }
    while index < buffer.count, !isSpecial(buffer[index]) { index += 1 }
    return index
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Reads the escape whose backslash is the next byte into `scratch`.
  private mutating func readEscape() throws(JSONError) {
    let start = at
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): return try readUnicodeEscape(start)
    default:
      throw at < buffer.count ? JSONError(.invalidEscape, at: start) : unexpected("the rest of an escape")
    }
    at += 1
  }

  private mutating func readUnicodeEscape(_ start: Int) throws(JSONError) {
    at += 1
    var value = try readFourHexDigits(start)
    if value & 0xFC00 == 0xD800, byte == UInt8(ascii: "\\"), at + 1 < buffer.count, buffer[at + 1] == UInt8(ascii: "u")
    {
      let second = at
      at += 2
      let low = try readFourHexDigits(second)
      if low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      } else {
        // The high half stands alone; what follows is an escape of its own, perhaps the first half of a pair.
        at = second
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func readFourHexDigits(_ start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default:
        throw at < buffer.count ? JSONError(.invalidEscape, at: start) : unexpected("the rest of an escape")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
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

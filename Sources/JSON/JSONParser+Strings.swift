extension JSONParser {
  /// Reads a string; the opening quote is the next byte.
  mutating func readString() throws(JSONError) -> String {
    at += 1
    let start = at
    var end = plainRunEnd(buffer, from: start)
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
      end = plainRunEnd(buffer, from: at)
      at = end
    }
  }

  /// The string of `content`, what stands in the source from `start` to `end` with its escapes resolved.
  private func text(_ content: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) throws(JSONError) -> String {
    // `String(decoding:)` is the faster of the two where nothing needs repair.
    if content.allSatisfy({ $0 < 0x80 }) { return String(decoding: content, as: UTF8.self) }
    if let string = String(validating: content, as: UTF8.self) { return string }
    throw JSONError(.invalidUTF8, at: firstInvalidUTF8(buffer, start..<end) ?? start)
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

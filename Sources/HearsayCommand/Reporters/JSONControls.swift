/// JSON with the characters escaped that a terminal may obey and a reader does not see.
///
/// JSON itself escapes only those below U+0020, of which line breaks of the layout are left. The others stand inside strings, as no
/// structure of JSON has them, and `\uXXXX` means the same there. What is no UTF-8 becomes U+FFFD.
func withoutControls(_ json: [UInt8]) -> [UInt8] {
  guard json.contains(where: mayBegin) else { return json }
  guard String(validating: json, as: UTF8.self) != nil else {
    return withoutControls(Array(String(decoding: json, as: UTF8.self).utf8))
  }
  var result: [UInt8] = []
  result.reserveCapacity(json.count + 64)
  var (copied, at) = (0, 0)
  while at < json.count {
    guard mayBegin(json[at]), let (scalar, length) = scalar(at, of: json), visible(scalar) != scalar else {
      at += 1
      continue
    }
    result += json[copied..<at]
    let digits = String(scalar.value, radix: 16)
    result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    at += length
    copied = at
  }
  return result + json[copied...]
}

/// Whether a character may begin with the byte that a reader does not see.
private func mayBegin(_ byte: UInt8) -> Bool { byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 }

/// The character at a place of well-formed UTF-8 and its length in bytes.
private func scalar(_ place: Int, of bytes: [UInt8]) -> (scalar: Unicode.Scalar, length: Int)? {
  let length = bytes[place] < 0x80 ? 1 : bytes[place] < 0xE0 ? 2 : 3
  guard place + length <= bytes.count else { return nil }
  let lead = length == 1 ? bytes[place] : bytes[place] & (0x7F >> UInt8(length))
  let value = bytes[place + 1..<place + length].reduce(UInt32(lead)) { $0 << 6 | UInt32($1 & 0x3F) }
  return Unicode.Scalar(value).map { ($0, length) }
}

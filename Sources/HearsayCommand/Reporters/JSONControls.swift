/// JSON with the characters escaped that a terminal may obey and a reader does not see.
///
/// JSON itself escapes only those below U+0020. The others stand inside strings, as no structure of JSON has them, and
/// `\uXXXX` means the same there. What is no UTF-8 becomes U+FFFD.
func withoutControls(_ json: [UInt8]) -> [UInt8] {
  guard json.contains(where: mayBeginControl) else { return json }
  var text = String(decoding: json, as: UTF8.self)
  return text.withUTF8 { bytes in
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var copied = 0
    var at = 0
    while at < bytes.count {
      guard mayBeginControl(bytes[at]), let (scalar, count) = scalar(at: at, in: bytes), visible(scalar) != scalar
      else {
        at += 1
        continue
      }
      result.append(contentsOf: bytes[copied..<at])
      let digits = String(scalar.value, radix: 16)
      result.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      at += count
      copied = at
    }
    result.append(contentsOf: bytes[copied...])
    return result
  }
}

/// Whether a byte is the first one of a character that `visible` replaces, or of a neighbour of one. Below U+0020 only line
/// breaks of the layout are left.
private func mayBeginControl(_ byte: UInt8) -> Bool { byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 }

/// The character of one to three bytes that begins at an offset, and how many bytes it has.
private func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, count: Int)? {
  let count = bytes[offset] < 0x80 ? 1 : bytes[offset] < 0xE0 ? 2 : 3
  guard offset + count <= bytes.count else { return nil }
  var value = UInt32(bytes[offset]) & (count == 1 ? 0x7F : count == 2 ? 0x1F : 0x0F)
  for byte in bytes[(offset + 1)..<(offset + count)] { value = value << 6 | UInt32(byte & 0x3F) }
  return Unicode.Scalar(value).map { ($0, count) }
}

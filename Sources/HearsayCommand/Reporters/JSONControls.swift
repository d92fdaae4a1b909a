/// JSON with the characters escaped that a terminal may obey and a reader does not see.
///
/// JSON itself escapes only those below U+0020. The others stand inside strings, as no structure of JSON has them, and
/// `\uXXXX` means the same there.
func withoutControls(_ json: [UInt8]) -> [UInt8] {
  guard json.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else { return json }
  var result: [UInt8] = []
  result.reserveCapacity(json.count + 64)
  for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
    // Below U+0020 only line breaks of the layout are left.
    if scalar.value < 0x20 || visible(scalar) == scalar {
      result += UTF8.encode(scalar).map(Array.init) ?? []
    } else {
      let digits = String(scalar.value, radix: 16)
      result += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
  }
  return result
}

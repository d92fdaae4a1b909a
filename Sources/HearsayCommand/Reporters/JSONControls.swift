/// JSON with the characters escaped that a terminal may obey and a reader does not see.
///
/// JSON itself escapes only those below U+0020, of which line breaks of the layout are left. The others stand inside strings, as no
/// structure of JSON has them, and `\uXXXX` means the same there. What is no UTF-8 becomes U+FFFD.
func withoutControls(_ json: [UInt8]) -> [UInt8] {
  guard json.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else { return json }
  let text = String(decoding: json, as: UTF8.self)
  var result: [UInt8] = []
  result.reserveCapacity(json.count + 64)
  var rest = text.unicodeScalars[...]
  while let index = rest.firstIndex(where: { $0.value >= 0x20 && visible($0) != $0 }) {
    result += text.utf8[rest.startIndex..<index]
    let digits = String(rest[index].value, radix: 16)
    result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    rest = rest[index...].dropFirst()
  }
  return result + text.utf8[rest.startIndex...]
}

/// A path as a reference of RFC 3986: relative where the path is, else of the scheme `file`.
///
/// Whatever is not an unreserved character or a slash is written as percent and two digits, so that no name can be read
/// as a scheme, a query or a fragment.
func address(ofPath path: String) -> String {
  let escaped = percentEncoded(path)
  return path.utf8.first == UInt8(ascii: "/") ? "file://" + escaped : escaped
}

private func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

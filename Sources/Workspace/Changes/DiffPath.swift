/// The path that a line of a diff gives: nil for `/dev/null`; quoted as git quotes, or up to the tab before a time.
func diffPath(_ bytes: ArraySlice<UInt8>) -> String? {
  var name: [UInt8]
  if bytes.first == UInt8(ascii: "\"") {
    name = unquoted(bytes.dropFirst())
  } else {
    name = Array(bytes.prefix { $0 != 0x09 })
    if name.last == 0x0D { name.removeLast() }
  }
  return name.elementsEqual("/dev/null".utf8) ? nil : String(decoding: name, as: UTF8.self)
}

/// The bytes up to the closing quotation mark, with C's escapes resolved.
private func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var rest = bytes
  while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
    guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
      result.append(byte)
      continue
    }
    switch escaped {
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "r"): result.append(0x0D)
    case 0x30...0x37:
      var value = Int(escaped - 0x30)
      for _ in 0..<2 {
        guard let digit = rest.first, (0x30...0x37).contains(digit) else { break }
        rest = rest.dropFirst()
        value = value * 8 + Int(digit - 0x30)
      }
      result.append(UInt8(truncatingIfNeeded: value))
    default: result.append(escaped)
    }
  }
  return result
}

/// What stands on a terminal for a scalar that came from outside; the scalar itself where it is harmless.
///
/// Control characters could move the cursor or change the screen, bidirectional controls reorder what a person reads:
/// ASCII ones become their control pictures, all others U+FFFD.
func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: scalar
  }
}

/// The text with every scalar made visible.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { visible($0) != $0 }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(visible(scalar)) }
  return String(result)
}

/// What a byte, or the scalar that it opens, is to the tokenizer.
enum ScalarClass: UInt8 {
  case space, lineBreak, letter, digit, apostrophe, punctuation, symbol
  /// Joins what stands around it without being seen (zero-width space and joiners, soft hyphen, byte order mark).
  case ignorable
}

/// The class of each ASCII byte.
let asciiClasses: [ScalarClass] = (0..<128).map { (value: UInt8) -> ScalarClass in
  switch value {
  case 0x0A, 0x0D: .lineBreak
  case 0x00...0x20, 0x7F: .space
  case 0x30...0x39: .digit
  case 0x41...0x5A, 0x61...0x7A: .letter
  case 0x27: .apostrophe
  case 0x24, 0x25, 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x60, 0x7C, 0x7E, 0x23, 0x26, 0x40, 0x5C: .symbol
  default: .punctuation
  }
}

/// Decodes the scalar at `at`; a malformed sequence counts as one symbol of one byte.
func decodeScalar(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (value: UInt32, length: Int) {
  let byte = buffer[at]
  let length = scalarLength(byte)
  guard length > 1, at + length <= end, byte >= 0xC2, byte < 0xF5 else { return (UInt32(byte), 1) }
  var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
  for index in 1..<length {
    let next = buffer[at + index]
    guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    value = value << 6 | UInt32(next & 0x3F)
  }
  return (value, length)
}

/// The class of a scalar outside ASCII (Unicode general categories, with the marks that prose uses decided here).
func scalarClass(_ value: UInt32) -> ScalarClass {
  switch value {
  case 0x80..<0xA0: return .space
  case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
  case 0x2028, 0x2029: return .lineBreak
  case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFE0E, 0xFE0F:
    return .ignorable
  case 0x2019: return .apostrophe
  case 0x2010...0x2018, 0x201A...0x2027, 0xAB, 0xBB, 0x2030...0x203A: return .punctuation
  case 0xC0...0x24F: return value == 0xD7 || value == 0xF7 ? .symbol : .letter
  default: break
  }
  guard let scalar = Unicode.Scalar(value) else { return .symbol }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
    .spacingMark, .letterNumber:
    return .letter
  case .decimalNumber: return .letter
  case .spaceSeparator: return .space
  case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
    .finalPunctuation, .otherPunctuation:
    return .punctuation
  default: return .symbol
  }
}

/// Whether a scalar outside ASCII is a capital letter.
func isCapital(_ value: UInt32) -> Bool {
  if (0xC0...0xDE).contains(value) { return value != 0xD7 }
  return Unicode.Scalar(value)?.properties.isUppercase ?? false
}

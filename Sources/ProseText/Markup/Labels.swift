/// The longest label, in bytes, after the CommonMark specification.
let longestLabel = 999

/// A label as CommonMark compares it: case folded, white space inside it as one space, none at its ends.
func foldedLabel(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
  var folded: [UInt8] = []
  folded.reserveCapacity(range.count)
  var isASCII = true
  for at in range {
    let byte = buffer[at]
    if byte <= 0x20 {
      if let last = folded.last, last != 0x20 { folded.append(0x20) }
    } else {
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      isASCII = isASCII && byte < 0x80
    }
  }
  if folded.last == 0x20 { folded.removeLast() }
  let label = String(decoding: folded, as: UTF8.self)
  // Up and down again, so that ß and ẞ meet at ss.
  return isASCII ? label : label.lowercased().uppercased().lowercased()
}

/// Behind the web address (`https://…`, `www.…`) that begins at `start`; nil where none does.
///
/// Punctuation at its end belongs to the sentence, and so does a closing parenthesis that nothing in it opens.
func bareAddressEnd(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard start == 0 || !isWordByte(buffer[start - 1]) else { return nil }
  let rest = start..<buffer.count
  let host: Int
  if matches(buffer, rest, "https://") {
    host = start + 8
  } else if matches(buffer, rest, "http://") {
    host = start + 7
  } else if matches(buffer, rest, "www.") {
    host = start + 4
  } else {
    return nil
  }
  guard host < buffer.count, isWordByte(buffer[host]) else { return nil }
  var end = host
  var open = 0
  while end < buffer.count, isAddressByte(buffer[end]) {
    if isQuotationMark(buffer, end) { break }
    if buffer[end] == UInt8(ascii: "(") { open += 1 }
    if buffer[end] == UInt8(ascii: ")") {
      if open == 0 { break }
      open -= 1
    }
    end += 1
  }
  while end > host, ".,;:!?'*_~`".utf8.contains(buffer[end - 1]) { end -= 1 }
  return end
}

/// Whether one of ‘ ’ “ ” begins here: written out, it belongs to the sentence.
private func isQuotationMark(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  index + 2 < buffer.count && buffer[index] == 0xE2 && buffer[index + 1] == 0x80
    && (0x98...0x9F).contains(buffer[index + 2])
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"),
    UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
    false
  default: true
  }
}

/// A marker of a list item at the beginning of a line, bullets of `bullets` or a number or letter with a dot or
/// parenthesis: where the item's text begins. The first item of a lettered list is told from an initial by its letter.
func itemTextStart(
  _ buffer: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, bullets: StaticString
) -> Int? {
  guard let first = content.first else { return nil }
  var at = first
  let byte = buffer[first]
  if (0..<bullets.utf8CodeUnitCount).contains(where: { bullets.utf8Start[$0] == byte }) {
    at += 1
  } else {
    let isInParentheses = byte == UInt8(ascii: "(")
    if isInParentheses { at += 1 }
    let start = at
    while at < content.upperBound, at - start < 3, isASCIIDigit(buffer[at]) { at += 1 }
    if at == start, at < content.upperBound, buffer[at] == UInt8(ascii: "#") || buffer[at] &- 0x61 < 26 { at += 1 }
    guard at > start, at < content.upperBound,
      buffer[at] == UInt8(ascii: ")") || !isInParentheses && buffer[at] == UInt8(ascii: ".")
    else { return nil }
    at += 1
  }
  guard at < content.upperBound, isBlank(buffer[at]) else { return at == content.upperBound ? at : nil }
  while at < content.upperBound, isBlank(buffer[at]) { at += 1 }
  return at
}

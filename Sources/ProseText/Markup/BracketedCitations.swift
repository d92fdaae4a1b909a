/// The keys of `[@key]` and `[see @key, p. 3; @other]`, after Pandoc, each with the part of the brackets that is its own.
///
/// Nil where the bracket at `start` opens no citation.
func bracketedCitations(
  _ buffer: UnsafeBufferPointer<UInt8>, from start: Int
) -> (parts: [(part: Range<Int>, key: Range<Int>)], end: Int)? {
  var end = start + 1
  let limit = min(buffer.count, end + longestLabel)
  var keys: [Range<Int>] = []
  while end < limit, buffer[end] != UInt8(ascii: "]") {
    let byte = buffer[end]
    if byte == UInt8(ascii: "[") { return nil }
    if byte == UInt8(ascii: "@"), !isWordByte(buffer[end - 1]), let key = citationKey(buffer, end + 1, limit) {
      keys.append(key)
      end = key.upperBound
    } else {
      end += 1
    }
  }
  guard !keys.isEmpty, end < limit else { return nil }
  end += 1
  var parts: [(part: Range<Int>, key: Range<Int>)] = []
  var part = start
  for (index, key) in keys.enumerated() {
    var partEnd = end
    if index + 1 < keys.count {
      let between = buffer[key.upperBound..<keys[index + 1].lowerBound]
      partEnd = between.firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? keys[index + 1].lowerBound - 1
    }
    parts.append((part..<partEnd, key))
    part = partEnd
  }
  return (parts, end)
}

/// A key: it begins with a letter, digit or underscore, and holds single punctuation marks inside.
private func citationKey(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
  var end = start
  while end < limit {
    let byte = buffer[end]
    if !isWordByte(byte), byte != UInt8(ascii: "_") {
      guard end > start, end + 1 < limit, ":.#$%&-+?<>~/".utf8.contains(byte), isWordByte(buffer[end + 1]) else {
        break
      }
    }
    end += 1
  }
  return end > start ? start..<end : nil
}

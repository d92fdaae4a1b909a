/// Whether the bytes of `range` begin with `prefix`.
func matches(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ prefix: StaticString) -> Bool {
  guard range.count >= prefix.utf8CodeUnitCount else { return false }
  for index in 0..<prefix.utf8CodeUnitCount where buffer[range.lowerBound + index] != prefix.utf8Start[index] {
    return false
  }
  return true
}

/// Where `pattern` first stands in the range.
func find(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ pattern: StaticString) -> Int? {
  let first = pattern.utf8Start[0]
  var at = range.lowerBound
  while at < range.upperBound {
    if buffer[at] == first, matches(buffer, at..<range.upperBound, pattern) { return at }
    at += 1
  }
  return nil
}

/// The first byte from `at` on that ends a line (line feed or carriage return), or the buffer's end.
func lineEnd(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var at = ByteSearch.skip(buffer, from: start, to: buffer.count, until: 0x0A, or: 0x0D)
  while at < buffer.count, buffer[at] != 0x0A, buffer[at] != 0x0D { at += 1 }
  return at
}

/// The end of the run of one byte that begins at `start`.
func runEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
  var at = start
  while at < limit, buffer[at] == buffer[start] { at += 1 }
  return at
}

/// The first byte from `at` on that is no white space.
func skipSpace(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  var at = start
  while at < buffer.count, isBlank(buffer[at]) || buffer[at] == 0x0A || buffer[at] == 0x0D { at += 1 }
  return at
}

/// The range without white space at its ends (space, tab, form feed, vertical tab, a byte order mark in front).
func trimmed(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  if start == 0, end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
  while start < end, isBlank(buffer[start]) { start += 1 }
  while end > start, isBlank(buffer[end - 1]) { end -= 1 }
  return start..<end
}

/// The range without white space and line endings at its ends.
func trimmedText(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end, buffer[start] <= 0x20 { start += 1 }
  while end > start, buffer[end - 1] <= 0x20 { end -= 1 }
  return start..<end
}

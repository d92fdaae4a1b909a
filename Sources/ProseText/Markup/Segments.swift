/// Segments for lines of one paragraph: each but the last runs on through its line ending.
func joinedLines(_ lines: ArraySlice<Range<Int>>) -> [Range<Int>] {
  var segments: [Range<Int>] = []
  segments.reserveCapacity(lines.count)
  for index in lines.indices {
    let line = lines[index]
    let isLast = index == lines.index(before: lines.endIndex)
    segments.append(line.lowerBound..<(isLast ? line.upperBound : lines[lines.index(after: index)].lowerBound))
  }
  return segments
}

/// Segments of lines that markers may part: each but the last runs on through its line ending and no further.
func partedLines(_ lines: some Sequence<Range<Int>>, in buffer: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var segments: [Range<Int>] = []
  for line in lines where !line.isEmpty {
    if let last = segments.last {
      var end = last.upperBound
      while end < line.lowerBound, buffer[end] != 0x0A, buffer[end] != 0x0D { end += 1 }
      if end + 1 < line.lowerBound, buffer[end] == 0x0D, buffer[end + 1] == 0x0A { end += 1 }
      segments[segments.count - 1] = last.lowerBound..<min(end + 1, line.lowerBound)
    }
    segments.append(line)
  }
  return segments
}

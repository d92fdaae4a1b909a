/// Where the lines of a text begin, and which of them hold more than ASCII.
///
/// A line ends after `\n`, `\r\n` or `\r`, as in the Language Server Protocol. There is always at least one line.
package struct LineIndex: Sendable, Equatable {
  /// The byte offset of each line's first byte; the first is 0.
  package private(set) var starts: [Int]
  /// Whether each line is ASCII alone, so that a byte is a column in every encoding.
  private(set) var isASCII: [Bool]

  package init(_ bytes: [UInt8]) {
    (starts, isASCII) = Self.scan(bytes, 0..<bytes.count)
    // The index of a long text grew to twice of what it takes.
    if starts.count > Self.manyLines { (starts, isASCII) = (starts.map { $0 }, isASCII.map { $0 }) }
  }

  private static let manyLines = 4096

  /// The number of lines.
  package var count: Int { starts.count }

  /// The line that holds the byte at `offset`, 0-based; a byte past the end is on the last line.
  package func line(of offset: Int) -> Int {
    max(0, starts.firstPlace { $0 > offset } - 1)
  }

  /// Lines that begin in `range` when the scan starts on a line's first byte.
  private static func scan(_ bytes: [UInt8], _ range: Range<Int>) -> (starts: [Int], isASCII: [Bool]) {
    var starts = [range.lowerBound]
    var isASCII: [Bool] = []
    bytes.withUnsafeBufferPointer { buffer in
      var high: UInt8 = 0
      var at = range.lowerBound
      let raw = UnsafeRawBufferPointer(buffer)
      while at < range.upperBound {
        if at + 8 <= range.upperBound {
          let bytes = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          if !ByteSearch.hasZero(bytes ^ ByteSearch.ones &* 0x0A), !ByteSearch.hasZero(bytes ^ ByteSearch.ones &* 0x0D)
          {
            if bytes & ByteSearch.highBits != 0 { high = 0x80 }
            at += 8
            continue
          }
        }
        let byte = buffer[at]
        at += 1
        high |= byte
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, at < buffer.count, buffer[at] == 0x0A { at += 1 }
        starts.append(at)
        isASCII.append(high < 0x80)
        high = 0
      }
      isASCII.append(high < 0x80)
    }
    return (starts, isASCII)
  }

  /// Re-reads the lines that an edit touched; `bytes` is the text after it, `replaced` the range before it.
  mutating func update(after bytes: [UInt8], replaced: Range<Int>, count: Int) {
    let shift = count - replaced.count
    // One line more on each side: an edit can join or part a CR from its LF.
    let first = max(0, line(of: replaced.lowerBound) - 1)
    let last = min(starts.count - 1, line(of: replaced.upperBound) + 1)
    let end = last + 1 < starts.count ? starts[last + 1] + shift : bytes.count
    var fresh = Self.scan(bytes, starts[first]..<end)
    if last + 1 < starts.count {
      // The scan ends where the next known line begins: that line is counted there.
      fresh.starts.removeLast()
      fresh.isASCII.removeLast()
      if shift != 0 {
        for line in (last + 1)..<starts.count { starts[line] += shift }
      }
    }
    starts.replaceSubrange(first...last, with: fresh.starts)
    isASCII.replaceSubrange(first...last, with: fresh.isASCII)
  }
}

/// One line of a draft: its bytes without the line ending, and what of them is not white space at the ends.
struct DraftLine {
  let range: Range<Int>
  let content: Range<Int>
  /// Where the next line begins.
  let next: Int

  var isBlank: Bool { content.isEmpty }
  /// The bytes of white space that it begins with.
  var indent: Int { content.lowerBound - range.lowerBound }
}

/// The lines of a draft, one after the other; a byte order mark belongs to none.
struct DraftLines {
  let buffer: UnsafeBufferPointer<UInt8>
  private var at: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    at = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The coming line, which stays the coming one; nil at the end.
  func peek() -> DraftLine? { line(at: at) }

  /// The coming line, taken.
  mutating func read() -> DraftLine? {
    guard let line = line(at: at) else { return nil }
    at = line.next
    return line
  }

  /// The line that begins at an offset; nil at the end.
  func line(at start: Int) -> DraftLine? {
    guard start < buffer.count else { return nil }
    let end = lineEnd(buffer, from: start)
    let isPair = end + 1 < buffer.count && buffer[end] == 0x0D && buffer[end + 1] == 0x0A
    return DraftLine(
      range: start..<end, content: trimmed(buffer, start..<end), next: min(end + (isPair ? 2 : 1), buffer.count))
  }
}

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

/// Gathers the lines of the block that is being read, and the blocks that are done.
struct BlockCollector {
  let buffer: UnsafeBufferPointer<UInt8>
  var outline = Outline(blocks: [])
  /// The lines of the open paragraph.
  private(set) var lines: [Range<Int>] = []
  private var kind = BlockKind.paragraph
  private var level = 0
  private var container: Int?
  private var lastNumber = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  var isOpen: Bool { !lines.isEmpty }

  /// A number that no container of the draft has.
  mutating func newNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// Takes a line into the open block, or opens one of that kind.
  mutating func add(_ line: Range<Int>, _ kind: BlockKind = .paragraph, level: Int = 0, container: Int? = nil) {
    guard !line.isEmpty else { return }
    if lines.isEmpty { (self.kind, self.level, self.container) = (kind, level, container) }
    lines.append(line)
  }

  /// Closes the open block.
  mutating func close() {
    append(kind, lines, level: level, container: container)
    lines.removeAll(keepingCapacity: true)
  }

  /// Gives up the open block's lines.
  mutating func takeLines() -> [Range<Int>] {
    defer { lines.removeAll(keepingCapacity: true) }
    return lines
  }

  /// Appends a block of its own; lines that nothing but white space parts are joined.
  mutating func append(_ kind: BlockKind, _ lines: [Range<Int>], level: Int = 0, container: Int? = nil) {
    let lines = lines.filter { !$0.isEmpty }
    guard let first = lines.first, let last = lines.last else { return }
    let isJoined = zip(lines, lines.dropFirst()).allSatisfy { line, next in
      buffer[line.upperBound..<next.lowerBound].allSatisfy { $0 <= 0x20 }
    }
    outline.blocks.append(
      BlockOutline(
        kind: kind, range: first.lowerBound..<last.upperBound,
        segments: isJoined ? joinedLines(lines[...]) : partedLines(lines), level: level, container: container))
  }

  /// Segments of lines that markers may part: each but the last runs on through its line ending and no further.
  private func partedLines(_ lines: [Range<Int>]) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    segments.reserveCapacity(lines.count)
    for line in lines {
      if let last = segments.last {
        var end = last.upperBound
        while end < line.lowerBound, buffer[end] != 0x0A, buffer[end] != 0x0D { end += 1 }
        segments[segments.count - 1] = last.lowerBound..<min(end + 1, line.lowerBound)
      }
      segments.append(line)
    }
    return segments
  }
}

/// The end of the run of one byte that begins at `start`.
func runEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
  var at = start
  while at < limit, buffer[at] == buffer[start] { at += 1 }
  return at
}

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

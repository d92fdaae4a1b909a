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
        segments: isJoined ? joinedLines(lines[...]) : partedLines(lines, in: buffer), level: level,
        container: container))
  }
}

/// Finds the blocks of a draft in one pass over its bytes.
protocol BlockReader {
  init(_ buffer: UnsafeBufferPointer<UInt8>)

  /// What was found so far.
  var blocks: BlockCollector { get }

  mutating func readAll()
}

/// A block reader that goes from line to line.
protocol LineReader: BlockReader {
  /// The lines to come.
  var lines: DraftLines { get set }

  /// Reads a line that was taken, and those behind it that belong to it.
  mutating func read(_ line: DraftLine)

  /// Closes what is open at the draft's end.
  mutating func finish()
}

extension LineReader {
  mutating func readAll() { readLines() }

  /// Reads the lines that are left.
  mutating func readLines() {
    while let line = lines.read() { read(line) }
    finish()
  }
}

/// Blocks between two equal lines: those that hold others, code and comments, tables.
extension AsciiDocBlockReader {
  /// The mark of a line that opens or closes a delimited block.
  func delimiter(_ line: DraftLine) -> UInt8? {
    let content = line.content
    guard line.indent == 0, let first = content.first else { return nil }
    let byte = buffer[first]
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "/"):
      let isRun = runEnd(buffer, first, content.upperBound) == content.upperBound
      return isRun && (content.count >= 4 || byte == UInt8(ascii: "-") && content.count == 2) ? byte : nil
    case UInt8(ascii: "`"): return matches(buffer, content, "```") ? byte : nil
    case UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "!"):
      return content.count >= 4 && buffer[(first + 1)..<content.upperBound].allSatisfy { $0 == 0x3D } ? byte : nil
    default: return nil
    }
  }

  mutating func readDelimiter(_ mark: UInt8, _ line: DraftLine) {
    blocks.close()
    let length = line.content.count
    defer { style = .none }
    switch mark {
    case UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "!"):
      list = nil
      readTable(mark == UInt8(ascii: "!") ? mark : UInt8(ascii: "|"), until: line.content, isProse: mark == 0x7C)
    case UInt8(ascii: "/"): readVerbatim(.comment, until: line.content)
    case UInt8(ascii: "`"): readVerbatim(.code, until: line.content.lowerBound..<(line.content.lowerBound + 3))
    case UInt8(ascii: "-") where length >= 4, UInt8(ascii: "."):
      readVerbatim(.code, until: line.content)
    case UInt8(ascii: "+"): readVerbatim(style == .math ? .math : .code, until: line.content)
    default:
      if let index = frames.lastIndex(where: { $0.mark == mark && $0.length == length }) {
        frames.removeSubrange(index...)
      } else if frames.count < Self.deepestNesting {
        let isQuote = mark == UInt8(ascii: "_") || style == .quote
        frames.append(
          Frame(mark: mark, length: length, kind: isQuote ? .quote : .paragraph, number: blocks.newNumber()))
      }
      list = nil
    }
  }

  /// Takes lines up to one that equals the opening one.
  private mutating func readVerbatim(_ kind: BlockKind, until opening: Range<Int>) {
    var taken: [Range<Int>] = []
    while let line = lines.read(), !buffer[line.content].elementsEqual(buffer[opening]) {
      if !line.isBlank { taken.append(line.content) }
    }
    blocks.append(kind, taken)
  }

  private mutating func readTable(_ mark: UInt8, until opening: Range<Int>, isProse: Bool) {
    let number = blocks.newNumber()
    while let line = lines.read(), !buffer[line.content].elementsEqual(buffer[opening]) {
      if line.isBlank {
        blocks.close()
      } else if isProse || mark == UInt8(ascii: "!") {
        readRow(line.content, mark, number)
      }
    }
    blocks.close()
  }

  /// Cells begin behind bars; text before the first bar goes on with the cell before.
  private mutating func readRow(_ row: Range<Int>, _ mark: UInt8, _ number: Int) {
    var start = row.lowerBound
    var at = start
    while at <= row.upperBound {
      let isBar = at < row.upperBound && buffer[at] == mark && (at == 0 || buffer[at - 1] != UInt8(ascii: "\\"))
      if isBar || at == row.upperBound {
        let cell = trimmed(buffer, start..<at)
        blocks.add(isBar ? withoutSpecifier(cell) : cell, .tableCell, container: number)
        if isBar { blocks.close() }
        start = at + 1
      }
      at += 1
    }
  }

  /// A cell without what is written before the next bar about the next cell: `2+`, `.3+^`, `a`.
  private func withoutSpecifier(_ cell: Range<Int>) -> Range<Int> {
    var start = cell.upperBound
    while start > cell.lowerBound, !isBlank(buffer[start - 1]), cell.upperBound - start < 8 { start -= 1 }
    let word = buffer[start..<cell.upperBound]
    guard !word.isEmpty, start == cell.lowerBound || isBlank(buffer[start - 1]),
      word.allSatisfy({ isASCIIDigit($0) || ".+*<^>adehlmsv".utf8.contains($0) }),
      word.count == 1 && !isASCIIDigit(word[start]) || word.contains(where: { "+*<^>".utf8.contains($0) })
    else { return cell }
    return trimmed(buffer, cell.lowerBound..<start)
  }
}

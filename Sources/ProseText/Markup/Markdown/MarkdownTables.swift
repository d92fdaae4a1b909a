/// Tables of GitHub Flavored Markdown: each cell is a block, the delimiter row none.
extension MarkdownBlockReader {
  private static let mostColumns = 1_000

  /// Makes the open paragraph's last line a table's header where the line is a delimiter row of as many columns.
  mutating func openTable(_ line: MarkdownLine) -> Opening {
    guard let header = lines.last else { return .text }
    let delimiters = line.content
    guard let columns = delimiterColumns(delimiters), columns <= Self.mostColumns else { return .text }
    let headerCells = cells(of: header, atMost: columns + 1)
    guard headerCells.count == columns,
      buffer[delimiters].contains(UInt8(ascii: "|")) || buffer[header].contains(UInt8(ascii: "|"))
    else { return .text }
    lines.removeLast()
    closeLeaf()
    noteChild()
    let number = newNumber()
    leaf = .table(columns: columns, number: number)
    append(headerCells, number: number)
    return .leaf
  }

  mutating func appendRow(_ row: Range<Int>, columns: Int, number: Int) {
    append(cells(of: row, atMost: columns), number: number)
  }

  private mutating func append(_ cells: [Range<Int>], number: Int) {
    for cell in cells where !cell.isEmpty {
      outline.blocks.append(BlockOutline(kind: .tableCell, range: cell, segments: [cell], container: number))
      hasProse = true
    }
  }

  /// The columns of a delimiter row (`| --- | :-: |`), nil where the line is none.
  private func delimiterColumns(_ line: Range<Int>) -> Int? {
    var count = 0
    var at = line.lowerBound
    func skipBlanks() { while at < line.upperBound, isBlank(buffer[at]) { at += 1 } }
    if at < line.upperBound, buffer[at] == UInt8(ascii: "|") { at += 1 }
    while true {
      skipBlanks()
      if at < line.upperBound, buffer[at] == UInt8(ascii: ":") { at += 1 }
      let start = at
      while at < line.upperBound, buffer[at] == UInt8(ascii: "-") { at += 1 }
      guard at > start else { return nil }
      if at < line.upperBound, buffer[at] == UInt8(ascii: ":") { at += 1 }
      skipBlanks()
      count += 1
      guard at < line.upperBound else { return count }
      guard buffer[at] == UInt8(ascii: "|") else { return nil }
      at += 1
      skipBlanks()
      if at == line.upperBound { return count }
    }
  }

  /// The cells of a row, trimmed; a pipe behind a backslash parts none.
  private func cells(of line: Range<Int>, atMost limit: Int) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var at = line.lowerBound
    if at < line.upperBound, buffer[at] == UInt8(ascii: "|") { at += 1 }
    var start = at
    while at < line.upperBound, cells.count < limit {
      if buffer[at] == UInt8(ascii: "\\") {
        at += 1
      } else if buffer[at] == UInt8(ascii: "|") {
        cells.append(trimmed(buffer, start..<at))
        start = at + 1
      }
      at += 1
    }
    if start < line.upperBound, cells.count < limit { cells.append(trimmed(buffer, start..<line.upperBound)) }
    return cells
  }
}

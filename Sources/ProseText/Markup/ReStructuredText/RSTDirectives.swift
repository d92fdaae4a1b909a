/// Explicit markup: what two dots open (comments, notes, targets, directives), and tables.
extension RSTBlockReader {
  /// Directives whose content is prose, and their argument its beginning.
  private static let admonitions: Set<String> = [
    "note", "warning", "tip", "important", "caution", "danger", "hint", "attention", "error", "seealso", "todo",
    "epigraph", "highlights", "pull-quote", "compound", "centered", "abstract", "dedication",
  ]
  /// Directives whose content is prose, and their argument a title.
  private static let titled: Set<String> = [
    "admonition", "topic", "sidebar", "rubric", "dropdown", "card", "details", "collapse", "tab", "tab-item", "table",
    "list-table",
  ]
  /// Directives whose content is prose, and their argument is not.
  private static let plain: Set<String> = [
    "container", "only", "class", "rst-class", "versionadded", "versionchanged", "deprecated", "figure", "glossary",
    "hlist", "tabs", "tab-set", "grid", "grid-item",
  ]

  mutating func readExplicit(_ line: DraftLine) -> Bool {
    let content = line.content
    guard matches(buffer, content, ".."), content.count == 2 || isBlank(buffer[content.lowerBound + 2]) else {
      return false
    }
    blocks.close()
    let rest = trimmed(buffer, (content.lowerBound + 2)..<content.upperBound)
    guard let first = rest.first else {
      beginVerbatim(.comment, indent: line.indent)
      return true
    }
    switch buffer[first] {
    case UInt8(ascii: "[") where openNote(line, rest): return true
    case UInt8(ascii: "_"):
      noteTarget(rest)
      beginVerbatim(nil, indent: line.indent)
    case UInt8(ascii: "|"): beginVerbatim(nil, indent: line.indent)
    default:
      if let colons = directiveNameEnd(rest) {
        openDirective(line, name: first..<colons, argument: trimmed(buffer, (colons + 2)..<rest.upperBound))
      } else {
        beginVerbatim(.comment, indent: line.indent, first: content)
      }
    }
    return true
  }

  /// `[1] text`: a footnote or a citation.
  private mutating func openNote(_ line: DraftLine, _ rest: Range<Int>) -> Bool {
    guard let close = buffer[rest].firstIndex(of: UInt8(ascii: "]")), close > rest.lowerBound + 1,
      close - rest.lowerBound <= longestLabel
    else { return false }
    blocks.outline.footnoteLabels.insert(foldedLabel(buffer, (rest.lowerBound + 1)..<close))
    let body = Body(indent: line.indent + 1, kind: .reference, number: blocks.newNumber(), isOpenEnded: true)
    push(body)
    let text = trimmed(buffer, (close + 1)..<rest.upperBound)
    if text.isEmpty {
      expected = Expected(indent: line.indent, body: body)
    } else {
      beginParagraph(text, indent: line.indent, isLoose: true)
    }
    return true
  }

  /// `_name: address` and `` _`a name`: address ``.
  private mutating func noteTarget(_ rest: Range<Int>) {
    guard let colon = buffer[rest].prefix(longestLabel).firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = buffer[(rest.lowerBound + 1)..<colon]
    let inside = name.first == UInt8(ascii: "`") ? name.indices.dropFirst().dropLast() : name.indices
    blocks.outline.linkLabels.insert(foldedLabel(buffer, inside))
  }

  /// Where the two colons stand behind a directive's name.
  private func directiveNameEnd(_ rest: Range<Int>) -> Int? {
    var at = rest.lowerBound
    while at < rest.upperBound, isWordByte(buffer[at]) || "-_+.".utf8.contains(buffer[at]) { at += 1 }
    // A domain may stand before the name: `py:function::`.
    if at + 1 < rest.upperBound, buffer[at] == UInt8(ascii: ":"), isWordByte(buffer[at + 1]) {
      at += 1
      while at < rest.upperBound, isWordByte(buffer[at]) || buffer[at] == UInt8(ascii: "-") { at += 1 }
    }
    return at > rest.lowerBound && matches(buffer, at..<rest.upperBound, "::") ? at : nil
  }

  private mutating func openDirective(_ line: DraftLine, name: Range<Int>, argument: Range<Int>) {
    let directive = String(decoding: buffer[name].prefix(32), as: UTF8.self).lowercased()
    let isQuotation = directive == "epigraph" || directive == "pull-quote" || directive == "highlights"
    let body = Body(
      indent: line.indent + 1, kind: isQuotation ? .quote : directive == "figure" ? .caption : .paragraph,
      number: blocks.newNumber(), isOpenEnded: true)
    if Self.admonitions.contains(directive) {
      if !argument.isEmpty {
        push(body)
        beginParagraph(argument, indent: line.indent, isLoose: true)
      }
    } else if Self.titled.contains(directive) {
      let isTable = directive == "table" || directive == "list-table"
      blocks.append(isTable ? .caption : .heading, [argument], level: isTable ? 0 : 6)
    } else if !Self.plain.contains(directive) {
      return beginVerbatim(directive == "math" ? .math : .code, indent: line.indent)
    }
    expected = Expected(indent: line.indent, body: body, hasOptions: true)
  }

  // MARK: Tables

  /// Reads a table that begins with the line: a grid of `+---+`, or columns under `=== ===`.
  mutating func readTable(_ line: DraftLine) -> Bool {
    if isGridBorder(line.content) {
      readGrid(line)
      return true
    }
    guard let columns = columns(line) else { return false }
    readColumns(columns, line)
    return true
  }

  private func isGridBorder(_ content: Range<Int>) -> Bool {
    content.count >= 3 && buffer[content.lowerBound] == UInt8(ascii: "+")
      && buffer[content].allSatisfy { $0 == 0x2B || $0 == 0x2D || $0 == 0x3D }
      && buffer[content.upperBound - 1] == UInt8(ascii: "+")
  }

  private mutating func readGrid(_ first: DraftLine) {
    blocks.close()
    let number = blocks.newNumber()
    while let line = lines.peek(), !line.isBlank {
      let byte = buffer[line.content.lowerBound]
      guard byte == UInt8(ascii: "|") || byte == UInt8(ascii: "+") else { break }
      _ = lines.read()
      guard byte == UInt8(ascii: "|") else { continue }
      for cell in buffer[line.content].indices.split(whereSeparator: { buffer[$0] == UInt8(ascii: "|") }) {
        blocks.append(.tableCell, [trimmed(buffer, cell.startIndex..<cell.endIndex)], container: number)
      }
    }
  }

  /// Where the columns begin, in scalars from the line's beginning, under a border of `=` and spaces.
  private func columns(_ line: DraftLine) -> [Int]? {
    let content = line.content
    guard buffer[content.lowerBound] == UInt8(ascii: "="), content.count <= 1_000,
      buffer[content].allSatisfy({ $0 == 0x3D || $0 == 0x20 })
    else { return nil }
    var starts: [Int] = []
    for at in content where buffer[at] == 0x3D && (at == content.lowerBound || buffer[at - 1] == 0x20) {
      starts.append(at - line.range.lowerBound)
    }
    return starts.count > 1 ? starts : nil
  }

  private mutating func readColumns(_ columns: [Int], _ first: DraftLine) {
    blocks.close()
    let number = blocks.newNumber()
    while let line = lines.peek() {
      let isBorder = !line.isBlank && self.columns(line) != nil
      _ = lines.read()
      if isBorder {
        // The last border has nothing directly under it.
        guard let next = lines.peek(), !next.isBlank else { return }
        continue
      }
      if line.isBlank || buffer[line.content].allSatisfy({ $0 == 0x2D || $0 == 0x20 }) { continue }
      for cell in cells(of: line, columns) { blocks.append(.tableCell, [cell], container: number) }
    }
  }

  private func cells(of line: DraftLine, _ columns: [Int]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var at = line.range.lowerBound
    var scalar = 0
    var start = at
    var next = 1
    while at < line.range.upperBound {
      if next < columns.count, scalar == columns[next] {
        cells.append(trimmed(buffer, start..<at))
        start = at
        next += 1
      }
      at += 1
      while at < line.range.upperBound, buffer[at] & 0xC0 == 0x80 { at += 1 }
      scalar += 1
    }
    cells.append(trimmed(buffer, start..<line.range.upperBound))
    return cells
  }
}

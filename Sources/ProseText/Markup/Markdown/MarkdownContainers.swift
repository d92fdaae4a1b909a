/// The markers that open block quotes, list items, footnotes and admonitions.
extension MarkdownBlockReader {
  mutating func openQuote(_ line: inout MarkdownLine, _ matched: Int) -> Opening {
    guard matched <= Self.deepestNesting else { return .text }
    close(to: matched)
    noteChild()
    containers.append(Container(kind: .quote, number: newNumber()))
    line.skipMarker(1)
    line.skip(columns: 1)
    return .container
  }

  /// Opens a list item where a list marker stands; an item that interrupts a paragraph begins with text, and with 1.
  mutating func openItem(_ line: inout MarkdownLine, _ matched: Int, isInParagraph: Bool) -> Bool {
    guard matched <= Self.deepestNesting, let marker = listMarker(line) else { return false }
    let after = line.first + marker.length
    let isBlankBehind = after >= line.end || trimmed(buffer, after..<line.end).isEmpty
    if isInParagraph, isBlankBehind || marker.number != 1 { return false }
    close(to: matched)
    let parent = containers.count - 1
    containers[parent].isEmpty = false
    if containers[parent].listMarker != marker.byte {
      containers[parent].listMarker = marker.byte
      containers[parent].listNumber = newNumber()
    }
    let indent = line.indent
    line.skipMarker(marker.length)
    // Five columns or more of white space begin with one that belongs to the marker: the rest indents code.
    let spaces = isBlankBehind || line.indent > 4 ? 1 : line.indent
    line.skip(columns: spaces)
    containers.append(
      Container(kind: .item(width: indent + marker.length + spaces), number: containers[parent].listNumber))
    return true
  }

  /// The marker's last byte, which tells one list from another, its length, and its number (1 for a bullet).
  private func listMarker(_ line: MarkdownLine) -> (byte: UInt8, length: Int, number: Int)? {
    var at = line.first
    var number = 0
    while at < line.end, at - line.first < 9, (0x30...0x39).contains(buffer[at]) {
      number = number * 10 + Int(buffer[at] - 0x30)
      at += 1
    }
    guard at < line.end else { return nil }
    let byte = buffer[at]
    let isOrdered = at > line.first
    let isMarker =
      isOrdered
      ? byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
      : byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
    guard isMarker, at + 1 == line.end || buffer[at + 1] == 0x20 || buffer[at + 1] == 0x09 else { return nil }
    return (byte, at + 1 - line.first, isOrdered ? number : 1)
  }

  /// Opens a footnote's definition, `[^label]:`.
  mutating func openFootnote(_ line: inout MarkdownLine, _ matched: Int) -> Opening {
    guard matched <= Self.deepestNesting, hasPrefix(line, "[^"),
      let label = footnoteLabel(buffer, line.first..<line.end),
      label.upperBound + 1 < line.end, buffer[label.upperBound + 1] == UInt8(ascii: ":")
    else { return .text }
    close(to: matched)
    noteChild()
    outline.footnoteLabels.insert(foldedLabel(buffer, label))
    containers.append(Container(kind: .footnote, number: newNumber()))
    line.skipMarker(label.upperBound + 2 - line.first)
    line.skipIndent()
    return .container
  }

  /// Opens an admonition, `!!! note` or `??? note`, whose body is indented.
  mutating func openAdmonition(_ line: inout MarkdownLine, _ matched: Int) -> Opening {
    guard matched <= Self.deepestNesting, hasPrefix(line, "!!! ") || hasPrefix(line, "??? ") || hasPrefix(line, "???+ ")
    else { return .text }
    var at = line.first + 4
    while at < line.end, (0x61...0x7A).contains(buffer[at]) || buffer[at] == 0x20 || buffer[at] == 0x2D { at += 1 }
    guard at == line.end || buffer[at] == UInt8(ascii: "\"") else { return .text }
    close(to: matched)
    noteChild()
    containers.append(Container(kind: .admonition, number: newNumber()))
    line.skipMarker(line.end - line.first)
    return .container
  }

  /// What a paragraph in the open containers is, and the number that it goes by.
  var surroundings: (kind: BlockKind, container: Int?) {
    for container in containers.reversed() {
      switch container.kind {
      case .quote: return (.quote, container.number)
      case .footnote: return (.reference, container.number)
      case .draft, .admonition, .alert, .item: continue
      }
    }
    for container in containers.reversed() {
      if case .item = container.kind { return (.listItem, container.number) }
    }
    return (.paragraph, nil)
  }
}

/// What a line opens: containers and leaves, by their first bytes.
extension MarkdownBlockReader {
  enum Opening { case container, leaf, text }

  /// Opens what stands at the line's first byte, in the innermost of the `matched` containers.
  mutating func open(
    _ line: inout MarkdownLine, matched: Int, isInParagraph: Bool, mayBeLazy: Bool
  ) -> Opening {
    if line.indent >= 4 {
      guard !mayBeLazy else { return .text }
      if case .table = leaf, matched == containers.count { return .text }
      close(to: matched)
      noteChild()
      leaf = .indentedCode
      lines.append(line.first..<line.end)
      return .leaf
    }
    switch line.byte {
    case UInt8(ascii: ">"): return openQuote(&line, matched)
    case UInt8(ascii: "#"): return openHeading(line, matched)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return openFence(line, matched)
    case UInt8(ascii: "<"): return openHTML(line, matched, mayBeLazy: mayBeLazy)
    case UInt8(ascii: "="): return isInParagraph ? underline(line) : .text
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "+"), 0x30...0x39:
      if isInParagraph, underline(line) == .leaf { return .leaf }
      if isThematicBreak(line) { return dropLine(matched) }
      if openItem(&line, matched, isInParagraph: isInParagraph) { return .container }
      return isInParagraph ? openTable(line) : .text
    case UInt8(ascii: "|"), UInt8(ascii: ":"):
      if isInParagraph, openTable(line) == .leaf { return .leaf }
      return hasPrefix(line, ":::") ? dropLine(matched) : .text
    case UInt8(ascii: "["): return openFootnote(&line, matched)
    case UInt8(ascii: "$"): return openMath(line, matched)
    case UInt8(ascii: "{"): return openTemplate(line, matched)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return openAdmonition(&line, matched)
    default: return .text
    }
  }

  func hasPrefix(_ line: MarkdownLine, _ prefix: StaticString) -> Bool {
    matches(buffer, line.first..<line.end, prefix)
  }

  /// Takes the line as markup that is no block.
  mutating func dropLine(_ matched: Int) -> Opening {
    close(to: matched)
    noteChild()
    return .leaf
  }

  // MARK: Headings and breaks

  private mutating func openHeading(_ line: MarkdownLine, _ matched: Int) -> Opening {
    var level = 0
    while line.first + level < line.end, buffer[line.first + level] == UInt8(ascii: "#") { level += 1 }
    guard level <= 6, line.first + level == line.end || isBlank(buffer[line.first + level]) else { return .text }
    close(to: matched)
    noteChild()
    let content = trimmed(buffer, (line.first + level)..<line.end)
    var end = content.upperBound
    while end > content.lowerBound, buffer[end - 1] == UInt8(ascii: "#") { end -= 1 }
    // A closing run of `#` counts only behind a space, or where nothing stands before it.
    let isClosed = end == content.lowerBound || isBlank(buffer[end - 1])
    let text = isClosed ? trimmed(buffer, content.lowerBound..<end) : content
    if !text.isEmpty { append(.heading, [text], level: level) }
    return .leaf
  }

  /// Takes the line as the underline that makes the open paragraph a heading.
  private mutating func underline(_ line: MarkdownLine) -> Opening {
    let marker = line.byte
    guard marker == UInt8(ascii: "=") || marker == UInt8(ascii: "-") else { return .text }
    let content = line.content
    guard buffer[content].allSatisfy({ $0 == marker }) else { return .text }
    takeDefinitions()
    guard !lines.isEmpty else {
      // The paragraph held definitions alone: there is nothing to underline, so the line is text.
      guard marker == UInt8(ascii: "=") else {
        leaf = .none
        return .text
      }
      lines.append(content)
      return .leaf
    }
    append(.heading, lines, level: marker == UInt8(ascii: "=") ? 1 : 2)
    lines.removeAll(keepingCapacity: true)
    leaf = .none
    return .leaf
  }

  private func isThematicBreak(_ line: MarkdownLine) -> Bool {
    let marker = line.byte
    guard marker == UInt8(ascii: "-") || marker == UInt8(ascii: "_") || marker == UInt8(ascii: "*") else {
      return false
    }
    var count = 0
    for at in line.first..<line.end {
      if buffer[at] == marker { count += 1 } else if !isBlank(buffer[at]) { return false }
    }
    return count >= 3
  }

  // MARK: Code

  private mutating func openFence(_ line: MarkdownLine, _ matched: Int) -> Opening {
    let marker = line.byte
    var at = line.first
    while at < line.end, buffer[at] == marker { at += 1 }
    let length = at - line.first
    guard length >= 3 else { return .text }
    if marker == UInt8(ascii: "`"), buffer[at..<line.end].contains(marker) { return .text }
    close(to: matched)
    noteChild()
    leaf = .fencedCode(marker: marker, length: length)
    return .leaf
  }

  func closesFence(_ line: MarkdownLine, _ marker: UInt8, _ length: Int) -> Bool {
    var at = line.first
    while at < line.end, buffer[at] == marker { at += 1 }
    return at - line.first >= length && trimmed(buffer, at..<line.end).isEmpty
  }

  // MARK: Math

  /// Opens display math where its closing `$$` comes before a blank line.
  private mutating func openMath(_ line: MarkdownLine, _ matched: Int) -> Opening {
    guard hasPrefix(line, "$$"), !hasPrefix(line, "$$$") else { return .text }
    let start = line.first + 2
    guard let end = endOfMath(from: start), isRestBlank(end + 2) else { return .text }
    close(to: matched)
    noteChild()
    if end < line.end {
      let content = trimmed(buffer, start..<end)
      if !content.isEmpty { append(.math, [content]) }
      return .leaf
    }
    leaf = .math
    let rest = trimmed(buffer, start..<line.end)
    if !rest.isEmpty { lines.append(rest) }
    return .leaf
  }

  /// The next `$$`, where no blank line comes before it.
  private func endOfMath(from start: Int) -> Int? {
    var at = start
    var isLineBlank = false
    while at + 1 < buffer.count {
      let byte = buffer[at]
      if byte == UInt8(ascii: "$"), buffer[at + 1] == byte { return at }
      if byte == 0x0A || byte == 0x0D && buffer[at + 1] != 0x0A {
        if isLineBlank { return nil }
        isLineBlank = true
      } else if !isBlank(byte), byte != 0x0D {
        isLineBlank = false
      }
      at += 1
    }
    return nil
  }

  private func isRestBlank(_ start: Int) -> Bool {
    var at = start
    while at < buffer.count, isBlank(buffer[at]) { at += 1 }
    return at >= buffer.count || buffer[at] == 0x0A || buffer[at] == 0x0D
  }

  mutating func continueMath(_ line: MarkdownLine) -> Bool {
    guard !line.isBlank else {
      closeLeaf()
      return false
    }
    let content = line.content
    let isLast =
      content.count >= 2 && buffer[content.upperBound - 1] == UInt8(ascii: "$")
      && buffer[content.upperBound - 2] == UInt8(ascii: "$")
    let text = trimmed(buffer, content.lowerBound..<(content.upperBound - (isLast ? 2 : 0)))
    if !text.isEmpty { lines.append(text) }
    if isLast { closeLeaf() }
    return true
  }
}

/// Closes leaves and appends their blocks.
extension MarkdownBlockReader {
  /// Opens a paragraph; a task's checkbox, and the marker of an alert, stay outside it.
  mutating func beginParagraph(_ content: Range<Int>) {
    closeLeaf()
    let container = containers[containers.count - 1]
    noteChild()
    var content = content
    if container.isEmpty {
      if case .item = container.kind { content = withoutCheckbox(content) }
      if container.kind == .quote, let end = alertEnd(content) {
        containers[containers.count - 1].kind = .alert
        content = trimmed(buffer, end..<content.upperBound)
        if !content.isEmpty { append(.heading, [content], level: 6) }
        return
      }
    }
    guard !content.isEmpty else { return }
    leaf = .paragraph
    lines.append(content)
  }

  private func withoutCheckbox(_ content: Range<Int>) -> Range<Int> {
    guard content.count > 4,
      matches(buffer, content, "[ ]") || matches(buffer, content, "[x]")
        || matches(buffer, content, "[X]"), isBlank(buffer[content.lowerBound + 3])
    else { return content }
    return trimmed(buffer, (content.lowerBound + 3)..<content.upperBound)
  }

  /// Behind `[!NOTE]` and the sign that folds it.
  private func alertEnd(_ content: Range<Int>) -> Int? {
    guard matches(buffer, content, "[!") else { return nil }
    var at = content.lowerBound + 2
    while at < content.upperBound, (0x41...0x5A).contains(buffer[at] & 0xDF) || buffer[at] == 0x2D { at += 1 }
    guard at > content.lowerBound + 2, at < content.upperBound, buffer[at] == UInt8(ascii: "]") else { return nil }
    at += 1
    guard at < content.upperBound else { return at }
    if buffer[at] == UInt8(ascii: "+") || buffer[at] == UInt8(ascii: "-") { at += 1 }
    return at == content.upperBound || isBlank(buffer[at]) ? at : nil
  }

  mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .table: break
    case .paragraph:
      takeDefinitions()
      closeParagraph()
    case .fencedCode, .indentedCode: append(.code, lines)
    case .math: append(.math, lines)
    case .comment: append(.comment, lines)
    case .template(let template): append(template == .comment ? .comment : .code, lines)
    case .html: appendComments()
    }
    lines.removeAll(keepingCapacity: true)
    leaf = .none
  }

  private mutating func closeParagraph() {
    guard !lines.isEmpty else { return }
    if containers.count == 1 {
      appendParagraph(lines, in: bytes, isFirstOfDraft: !hasProse, to: &outline.blocks)
      hasProse = true
    } else {
      append(.paragraph, lines)
    }
  }

  /// Appends a block of the given lines; a paragraph becomes what its containers make it.
  mutating func append(_ kind: BlockKind, _ content: [Range<Int>], level: Int = 0) {
    guard let first = content.first(where: { !$0.isEmpty }), let last = content.last(where: { !$0.isEmpty })
    else { return }
    let place = surroundings
    let kind = kind == .paragraph ? place.kind : kind
    let hasMarkers = containers.contains { $0.kind == .quote || $0.kind == .alert }
    outline.blocks.append(
      BlockOutline(
        kind: kind, range: first.lowerBound..<last.upperBound,
        segments: hasMarkers ? partedLines(content, in: buffer) : joinedLines(content.filter { !$0.isEmpty }[...]),
        level: level, container: place.container))
    hasProse = hasProse || kind.isProse
  }

  // MARK: Definitions

  /// Takes the link reference definitions off the open paragraph's beginning.
  mutating func takeDefinitions() {
    guard leaf == .paragraph, let first = lines.first, buffer[first.lowerBound] == UInt8(ascii: "[") else { return }
    var joined: [UInt8] = []
    for line in lines {
      joined.append(contentsOf: buffer[line])
      joined.append(0x0A)
    }
    var at = 0
    var taken = 0
    joined.withUnsafeBufferPointer { text in
      while let definition = linkDefinition(text, from: at) {
        outline.linkLabels.insert(foldedLabel(text, definition.label))
        let count = text[at..<definition.end].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        // `[//]: # (note)` is how Markdown without HTML writes a comment.
        if text[definition.label].elementsEqual([0x2F, 0x2F]) {
          append(.comment, Array(lines[taken..<(taken + count)]))
        }
        taken += count
        at = definition.end
      }
    }
    lines.removeFirst(taken)
  }
}

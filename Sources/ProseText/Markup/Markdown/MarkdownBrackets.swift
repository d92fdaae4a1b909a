/// What square brackets enclose: links, images, wiki links, footnotes, citations.
extension MarkdownInlineReader {
  mutating func readBang() {
    guard at + 1 < buffer.count, buffer[at + 1] == UInt8(ascii: "[") else {
      at += 1
      return
    }
    if at + 2 < buffer.count {
      if buffer[at + 2] == UInt8(ascii: "^"), footnoteLabel(buffer, (at + 1)..<buffer.count) != nil {
        at += 1
        return
      }
      if buffer[at + 2] == UInt8(ascii: "["), let inner = wikiName(at + 1) {
        return take(.image, inner.upperBound + 2, target: inner)
      }
    }
    push(isImage: true)
    at += 2
  }

  mutating func openBracket() {
    if at + 1 < buffer.count {
      if buffer[at + 1] == UInt8(ascii: "^"), readFootnote() { return }
      if buffer[at + 1] == UInt8(ascii: "["), readWikiLink() { return }
      if readCitations() { return }
    }
    push(isImage: false)
    at += 1
  }

  private mutating func push(isImage: Bool) {
    if let last = brackets.indices.last { brackets[last].hasInner = true }
    guard brackets.count < Self.deepestBrackets else { return }
    brackets.append(Bracket(isImage: isImage, start: at, delimiters: delimiters.count, inlines: inlines.count))
  }

  mutating func closeBracket() {
    guard let bracket = brackets.popLast() else {
      at += 1
      return
    }
    let close = at
    at += 1
    guard bracket.isActive || bracket.isImage else { return }
    if let link = inlineLink(behind: close) ?? referenceLink(bracket, behind: close) {
      finish(bracket, close, end: link.end, target: link.target)
    }
  }

  private mutating func finish(_ bracket: Bracket, _ close: Int, end: Int, target: Range<Int>) {
    let range = bracket.start..<end
    if bracket.isImage {
      delimiters.removeLast(delimiters.count - bracket.delimiters)
      inlines.removeLast(inlines.count - bracket.inlines)
      inlines.append(Inline(kind: .image, range: range, target: target))
      mask(range)
    } else {
      processEmphasis(from: bracket.delimiters)
      inlines.append(Inline(kind: .link, range: range, target: target))
      mask(bracket.start..<(bracket.start + 1))
      mask(close..<end)
      // A link holds no other link.
      for index in brackets.indices.reversed() where !brackets[index].isImage {
        if !brackets[index].isActive { break }
        brackets[index].isActive = false
      }
    }
    at = end
  }

  /// `(destination "title")` behind the closing bracket.
  private func inlineLink(behind close: Int) -> (end: Int, target: Range<Int>)? {
    guard close + 1 < buffer.count, buffer[close + 1] == UInt8(ascii: "(") else { return nil }
    let start = skipSpace(buffer, close + 2)
    guard let destination = linkDestination(buffer, from: start) else { return nil }
    var next = skipSpace(buffer, destination.end)
    if next > destination.end, let title = linkTitle(buffer, from: next) { next = skipSpace(buffer, title) }
    guard next < buffer.count, buffer[next] == UInt8(ascii: ")") else { return nil }
    return (next + 1, destination.target)
  }

  /// `[label]`, `[]` or nothing behind the closing bracket, where the label has a definition.
  private func referenceLink(_ bracket: Bracket, behind close: Int) -> (end: Int, target: Range<Int>)? {
    guard !linkLabels.isEmpty else { return nil }
    let text = (bracket.start + (bracket.isImage ? 2 : 1))..<close
    let label = linkLabel(buffer, from: close + 1)
    let end = label.map { $0.upperBound + 1 } ?? close + 1
    let named: Range<Int>
    if let label, !label.isEmpty {
      named = label
    } else {
      guard !bracket.hasInner, text.count <= longestLabel else { return nil }
      named = text
    }
    return isDefined(named) ? (end, named) : nil
  }

  private func isDefined(_ label: Range<Int>) -> Bool {
    linkLabels.contains(foldedLabel(buffer, label))
  }

  // MARK: Footnotes

  private mutating func readFootnote() -> Bool {
    guard let label = footnoteLabel(buffer, at..<buffer.count) else { return false }
    let isResolved = footnoteLabels.contains(foldedLabel(buffer, label))
    let end = label.upperBound + 1
    if !isResolved, end < buffer.count, buffer[end] == UInt8(ascii: "(") { return false }
    inlines.append(Inline(kind: .footnote, range: at..<end, target: label, isResolved: isResolved))
    mask(at..<end)
    at = end
    return true
  }

  // MARK: Wiki links

  /// `[[Page]]` or `[[Page|words]]`.
  private mutating func readWikiLink() -> Bool {
    guard let inner = wikiName(at) else { return false }
    let end = inner.upperBound + 2
    let bar = buffer[inner].firstIndex(of: UInt8(ascii: "|"))
    if bar == nil, end < buffer.count, buffer[end] == UInt8(ascii: "(") || buffer[end] == UInt8(ascii: "[") {
      return false
    }
    if !linkLabels.isEmpty, isDefined(inner) { return false }
    let target = inner.lowerBound..<(bar ?? inner.upperBound)
    inlines.append(Inline(kind: .link, range: at..<end, target: target))
    mask(at..<(bar.map { $0 + 1 } ?? inner.lowerBound))
    mask(inner.upperBound..<end)
    at = end
    return true
  }

  /// What stands between the double brackets that open at `start`, on one line.
  private func wikiName(_ start: Int) -> Range<Int>? {
    var end = start + 2
    let limit = min(buffer.count, end + longestLabel)
    while end < limit, buffer[end] >= 0x20, buffer[end] != UInt8(ascii: "["), buffer[end] != UInt8(ascii: "]") {
      end += 1
    }
    guard end > start + 2, end + 1 < buffer.count, buffer[end] == UInt8(ascii: "]"),
      buffer[end + 1] == UInt8(ascii: "]")
    else { return nil }
    return (start + 2)..<end
  }

  // MARK: Citations

  /// `[@key]` and `[see @key, p. 3; @other]`, after Pandoc: no prose, one inline a key.
  private mutating func readCitations() -> Bool {
    guard let found = bracketedCitations(buffer, from: at) else { return false }
    if found.end < buffer.count, buffer[found.end] == UInt8(ascii: "(") || buffer[found.end] == UInt8(ascii: "[") {
      return false
    }
    for (part, key) in found.parts { inlines.append(Inline(kind: .citation, range: part, target: key)) }
    mask(at..<found.end)
    at = found.end
    return true
  }
}

import ProseText

extension KnownTokens {
  /// So many tokens beside what has changed are read again: a list of numbers is looked at to its end before its first is read.
  private static let margin = 16

  /// The tokens that an edit of a block leaves as they were; nil where these are few.
  ///
  /// - Parameters:
  ///   - earlier: what of the block before was prose.
  ///   - content: what of it is prose now.
  ///   - count: its bytes now.
  init?(_ before: Passage, _ earlier: BlockContent, _ content: BlockContent, _ common: CommonEnds, count: Int) {
    let terms = before.terms
    var head = terms.partition { Int($0.end) > common.head } - Self.margin
    while head > 0, !terms[head].opensAnew { head -= 1 }
    if head <= Self.margin || !earlier.begins(as: content, upTo: common.head) { head = 0 }
    let start = before.bytes.count - common.tail
    var tail = terms.partition { Int($0.start) >= start } + Self.margin
    while tail < terms.count, !terms[tail].opensAnew { tail += 1 }
    let shift = count - before.bytes.count
    if tail + Self.margin >= terms.count || !earlier.ends(as: content, from: start, movedBy: shift) {
      tail = terms.count
    }
    guard head > 0 || tail < terms.count else { return nil }
    self.init(
      head: terms.elements(0..<max(0, head)).map { $0.token(movedBy: 0) },
      next: head > 0 ? terms[head].token(movedBy: 0) : nil,
      tail: terms.elements(min(tail, terms.count)..<terms.count).map { $0.token(movedBy: shift) })
  }
}

extension Term {
  /// Whether it is a word behind white space: no part of another one.
  fileprivate var opensAnew: Bool { isWord && hasSpaceBefore }

  fileprivate func token(movedBy shift: Int) -> Token {
    Token(
      start: Int(start) + shift, end: Int(end) + shift, kind: TokenKind(kind),
      shape: TokenShape(rawValue: shape.rawValue),
      key: key)
  }
}

extension BlockContent {
  /// Whether other content is the same up to an offset.
  fileprivate func begins(as other: BlockContent, upTo end: Int) -> Bool {
    func clipped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<end) }
    return prose.prefix { $0.lowerBound < end }.map(clipped) == other.prose.prefix { $0.lowerBound < end }.map(clipped)
      && inlines.prefix { $0.range.lowerBound < end }.elementsEqual(
        other.inlines.prefix { $0.range.lowerBound < end }
      ) { $0.kind == $1.kind && clipped($0.range) == clipped($1.range) }
  }

  /// Whether other content is the same from an offset on, where it stands further on by so many bytes.
  fileprivate func ends(as other: BlockContent, from start: Int, movedBy shift: Int) -> Bool {
    func clipped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: start..<Int.max) }
    func moved(_ range: Range<Int>) -> Range<Int> { clipped(range.lowerBound - shift..<range.upperBound - shift) }
    return prose.filter { $0.upperBound > start }.map(clipped)
      == other.prose.filter { $0.upperBound - shift > start }.map(moved)
      && inlines.filter { $0.range.upperBound > start }.elementsEqual(
        other.inlines.filter { $0.range.upperBound - shift > start }
      ) { $0.kind == $1.kind && clipped($0.range) == moved($1.range) }
  }
}

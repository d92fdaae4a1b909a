import ProseText

/// The terms at both ends of a block that an edit left as they were, with what the lexicon and the tagger said of them.
///
/// Tags depend on a sentence's own tokens and bytes alone: those of a sentence hold where it stands whole among these terms and is cut as
/// it was.
struct KeptTerms {
  private let before: Passage
  private let head: Int
  private let tail: Int
  private let count: Int
  private let bytes: Int

  /// - Parameters:
  ///   - common: what the block before and this one have in common.
  ///   - size: this one's bytes.
  init(_ before: Passage, _ cut: CutBlock, _ common: CommonEnds, size: Int) {
    let most = min(before.terms.count, cut.count)
    var head = cut.keptHead
    while head < most, let token = cut.token(head), Int(token.end) <= common.head,
      before.terms[head].isOf(token, shift: 0)
    { head += 1 }
    var tail = cut.keptTail
    let shift = size - before.bytes.count
    while tail < most - head, let token = cut.token(cut.count - tail - 1), Int(token.start) >= size - common.tail,
      before.terms[before.terms.count - tail - 1].isOf(token, shift: Int32(shift))
    { tail += 1 }
    (self.before, self.head, self.tail, count, bytes) = (before, head, tail, cut.count, size)
  }

  /// The block's tokens as terms.
  ///
  /// - Parameter read: what the lexicon knows of a token.
  func terms(_ cut: CutBlock, read: (Token) -> Term) -> [Term] {
    var terms = Array(before.terms.elements(before.terms.indices))
    terms.reserveCapacity(count)
    terms.replaceSubrange(
      head..<before.terms.count - tail, with: cut.tokens[head - cut.head..<count - tail - cut.head].map(read))
    let shift = Int32(bytes - before.bytes.count)
    if shift != 0 {
      terms.withUnsafeMutableBufferPointer { terms in
        for index in count - tail..<count {
          terms[index].start += shift
          terms[index].end += shift
        }
      }
    }
    return terms
  }

  /// How many terms at either end are what they were.
  ///
  /// - Parameter open: the sentences, in order, whose tags are read again.
  func takenOver(_ open: [Range<Int>]) -> (head: Int, tail: Int) {
    guard before.isTagged else { return (0, 0) }
    return (
      min(head, open.first?.lowerBound ?? head), min(tail, open.last.map { count - $0.upperBound } ?? tail)
    )
  }

  /// Whether a sentence has its tags.
  func holds(_ sentence: Sentence) -> Bool {
    guard before.isTagged else { return false }
    let tokens = sentence.tokens
    if tokens.upperBound <= head { return before.cuts(tokens) }
    return tokens.lowerBound >= count - tail && before.cuts(tokens.moved(by: before.terms.count - count))
  }
}

extension Term {
  /// Whether it was read from a token, at its place but for a shift.
  fileprivate func isOf(_ token: Token, shift: Int32) -> Bool {
    key == token.key && start + shift == token.start && end + shift == token.end && kind == TermKind(token.kind)
      && shape == TermShape(token.shape)
  }
}

extension Passage {
  /// Whether some terms are a sentence.
  fileprivate func cuts(_ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty, tokens.upperBound <= terms.count else { return false }
    return sentences[sentence(of: tokens.lowerBound)].tokens == tokens
  }
}

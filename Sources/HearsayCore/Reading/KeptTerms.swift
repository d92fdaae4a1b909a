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
  init(_ before: Passage, _ read: ReadTokens, _ common: CommonEnds, size: Int) {
    let tokens = read.all
    let most = min(before.terms.count, tokens.count)
    var head = read.head
    while head < most, Int(tokens[head].end) <= common.head, before.terms[head].isOf(tokens[head], shift: 0) {
      head += 1
    }
    var tail = read.tail
    let shift = size - before.bytes.count
    while tail < most - head, Int(tokens[tokens.count - tail - 1].start) >= size - common.tail,
      before.terms[before.terms.count - tail - 1].isOf(tokens[tokens.count - tail - 1], shift: Int32(shift))
    { tail += 1 }
    (self.before, self.head, self.tail, count, bytes) = (before, head, tail, tokens.count, size)
  }

  /// The tokens as terms.
  ///
  /// - Parameter read: what the lexicon knows of a token.
  func terms(_ tokens: [Token], read: (Token) -> Term) -> [Term] {
    var terms: [Term] = []
    terms.reserveCapacity(tokens.count)
    terms += before.terms.elements(0..<head)
    for index in head..<count - tail { terms.append(read(tokens[index])) }
    let shift = Int32(bytes - before.bytes.count)
    for term in before.terms.elements(before.terms.count - tail..<before.terms.count) {
      var term = term
      term.start += shift
      term.end += shift
      terms.append(term)
    }
    return terms
  }

  /// Whether a sentence has its tags.
  func holds(_ index: Int, of sentences: [Sentence]) -> Bool {
    guard before.isTagged else { return false }
    let tokens = sentences[index].tokens
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

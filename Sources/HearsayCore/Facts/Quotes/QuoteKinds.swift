import ProseText

/// Tells quotations from titles, terms and scare quotes.
struct QuoteKinds {
  private let passage: Passage

  init(_ passage: Passage) { self.passage = passage }

  /// The kind of what stands in a range of terms, marks included.
  func kind(of range: Range<Int>) -> QuoteKind {
    let inner = (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1)
    let words = inner.filter { passage.terms[$0].isWord || passage.terms[$0].kind == .number }
    guard let first = words.first, let last = words.last else { return .term }
    if words.count <= 3, isSoCalled(range) { return .scare }
    if isTitle(range, words) { return .title }
    let hasVerb = words.contains { passage.terms[$0].tag.isFiniteVerb || passage.terms[$0].has(.auxiliary) }
    let endsLikeSentence = (last + 1..<range.upperBound).contains { at in
      passage.isMark(at, 0x2E) || passage.isMark(at, 0x21) || passage.isMark(at, 0x3F) || passage.isComma(at)
    }
    let opensLikeSentence = passage.terms[first].isCapitalised || passage.terms[first].kind == .number
    if opensLikeSentence, endsLikeSentence, hasVerb || words.count >= 4 || endsSentence(range) { return .quotation }
    if opensLikeSentence, hasVerb, words.count >= 5 { return .quotation }
    if words.count >= 8, hasVerb { return .quotation }
    if words.count <= 3, isScare(range) { return .scare }
    if words.count == 1, !endsLikeSentence, !isIntroduced(range) { return .term }
    return .fragment
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    passage.sentences[passage.sentence(of: range.upperBound - 1)].tokens.upperBound <= range.upperBound
  }

  /// A work's name: after "journal", "song" and the like, or capitals throughout where no reporting verb is near.
  private func isTitle(_ range: Range<Int>, _ words: [Int]) -> Bool {
    let content = words.filter { !passage.terms[$0].has(.function) }
    let areCapitals = content.allSatisfy { passage.terms[$0].isCapitalised || passage.terms[$0].kind == .number }
    var before = range.lowerBound - 1
    if passage.isComma(before) { before -= 1 }
    if before >= 0, passage.terms[before].has(.titledWork), areCapitals || words.count <= 6 {
      return !passage.terms[before].tag.isFiniteVerb || areCapitals
    }
    let next = range.upperBound
    if next + 1 < passage.terms.count, passage.terms[next].has(.be), passage.terms[next + 1].has(.indefinite),
      areCapitals
    {
      return true
    }
    guard areCapitals, content.count >= 2, !isIntroduced(range) else { return false }
    return !endsWithStop(range) || isEntry(range)
  }

  /// "Ida Brandt. “The Last Oar.” Vale Journal": a title in a list of works has its stop inside the marks.
  private func isEntry(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    let next = range.upperBound
    guard passage.isMark(before, 0x2E) || passage.isMark(before, 0x29) || passage.isComma(before) else { return false }
    return next < passage.terms.count && passage.terms[next].isWord && passage.terms[next].isCapitalised
  }

  private func endsWithStop(_ range: Range<Int>) -> Bool {
    let at = range.upperBound - 2
    return passage.isMark(at, 0x2E) || passage.isMark(at, 0x21) || passage.isMark(at, 0x3F) || passage.isComma(at)
  }

  private func isIntroduced(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    if passage.isComma(at) || passage.isMark(at, 0x3A) { at -= 1 }
    return at >= 0 && passage.terms[at].cue != .none && passage.terms[at].tag.isVerb
  }

  /// Up to three words that stand as a noun's modifier or behind "so-called", with no reporting verb before.
  private func isScare(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    if before >= 0, passage.terms[before].key == Self.called { return true }
    if before >= 0, passage.terms[before].has([.definite, .indefinite]) {
      let next = range.upperBound
      return next < passage.terms.count && passage.terms[next].tag.isNoun
    }
    return false
  }

  private func isSoCalled(_ range: Range<Int>) -> Bool {
    passage.terms[range.lowerBound - 1].key == Self.called && passage.isMark(range.lowerBound - 2, 0x2D)
  }

  private static let called = foldedKey("called")
}

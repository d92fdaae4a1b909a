import ProseText

// Words that say that somebody said so, and not who: "reportedly", "the reported losses".
extension AttributionReader {
  func hedgeAdverb(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let term = passage.terms[index]
    // "on ostensibly narrow questions": what looks so, whoever looks.
    if Self.appearances.contains(term.key), passage.terms[index + 1].tag == .adjective,
      passage.terms[index + 2].tag.isNoun, !passage.has(index - 1, .be)
    {
      return nil
    }
    // "the flag (ostensibly unused)": an aside of what it looks like.
    if Self.appearances.contains(term.key), passage.isMark(index - 1, 0x28) {
      let behind = (index + 1..<min(passage.terms.count, index + 6))
      let aside = behind.prefix { !passage.isMark($0, 0x29) }
      if aside.count < behind.count,
        aside.allSatisfy({ passage.terms[$0].tag != .thirdPersonVerb && !passage.has($0, .auxiliary) })
      {
        return nil
      }
    }
    if term.word == .apparently || term.word == .seemingly {
      // "an apparently empty room" hedges an adjective, not a report.
      let next = index + 1
      let isSentenceAdverb =
        passage.isSentenceStart(index) || passage.isComma(next) || passage.isComma(index - 1)
        || index > range.lowerBound && passage.terms[index - 1].has(.be) && next < range.upperBound
          && passage.terms[next].has([.preposition, .definite, .indefinite])
        || term.word == .apparently && next < range.upperBound && passage.terms[next].has(.auxiliary)
      // "someone, apparently Marsh,": who it is, not what was said.
      guard isSentenceAdverb, !passage.terms[next].isCapitalised || passage.isSentenceStart(index) else { return nil }
    }
    var content: [Range<Int>] = []
    let start = (range.lowerBound..<index).last { passage.isMark($0, 0x3B) }.map { $0 + 1 } ?? range.lowerBound
    // "…, reportedly including Dorn": what stands before the comma is not hedged.
    let opensList = passage.isComma(index - 1) && passage.terms[index + 1].tag == .presentParticiple
    if index > start, !opensList, !isBoundToPhrase(index) { content.append(start..<index) }
    if index + 1 < range.upperBound { content.append(index + 1..<hedgeEnd(index, range)) }
    return LocalAttribution(
      form: .hedgeAdverb, cueClass: .hedged, cue: [index..<index + 1], principal: index, source: nil, content: content,
      sentence: number, sourceFirst: false)
  }

  private static let appearances = WordKeys(["ostensibly", "supposedly"])

  /// "with reportedly 40 aboard", "causing reportedly 40 deaths": the phrase behind alone is hedged.
  private func isBoundToPhrase(_ index: Int) -> Bool {
    let before = terms[index - 1]
    return before.tag == .preposition && !before.has(.subordinator) && before.word != .that
      || before.tag == .presentParticiple && !passage.has(index - 2, .be)
  }

  /// Where what an adverb hedges ends: before ", according to", a semicolon, a clause with a subject of its own, and where the
  /// aside that it opens closes ("Reid, reportedly known as Gull, had left").
  private func hedgeEnd(_ index: Int, _ range: Range<Int>) -> Int {
    let opensAside = passage.isComma(index - 1)
    for at in index + 1..<max(index + 1, range.upperBound) {
      if passage.isMark(at, 0x3B) { return at }
      guard passage.isComma(at), at > index + 1 else { continue }
      let next = terms[at + 1]
      if opensAside, next.tag.isFiniteVerb || next.has(.auxiliary) { return at }
      if passage.word(at + 1) == .according { return at }
      if passage.word(at + 1) == .and || passage.word(at + 1) == .but, opensClause(at + 2) { return at }
    }
    return range.upperBound
  }

  func hedgeAdjective(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let term = passage.terms[index]
    let next = index + 1
    guard term.word != .so_called, next < range.upperBound, passage.terms[next].tag.isNoun,
      !passage.terms[next].isCapitalised,
      !passage.isAccounting(next)
    else { return nil }
    let opens =
      index == range.lowerBound
      || passage.terms[index - 1].has([.definite, .indefinite, .possessive, .preposition, .conjunction])
      || passage.terms[index - 1].tag.isAdjective || passage.terms[index - 1].word == .clitic
    guard opens, index == range.lowerBound || !passage.terms[index - 1].has(.auxiliary) else { return nil }
    return LocalAttribution(
      form: .hedgeAdjective, cueClass: .hedged, cue: [index..<next], principal: index, source: nil,
      content: [next..<next + 1],
      sentence: number, sourceFirst: false)
  }
}

extension Passage {
  /// "reported earnings of" is accounting, not hearsay.
  func isAccounting(_ index: Int) -> Bool {
    Self.accounts.contains(terms[index].key)
  }

  private static let accounts = foldedKeys(
    """
    earnings profit profits loss revenue revenues income sales results case cases crime crimes speech bug bugs issue issues
    defect defects vulnerability vulnerabilities
    """)
}

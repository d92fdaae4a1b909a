import ProseText

// Figures that the sentence itself calls an estimate or a report, and of nobody.
extension SupportReader {
  /// "An estimated 40", "the estimated cost is 2.5 million", "gusts were forecast to reach 60 mph", "by early reports, 30 were hurt".
  func isEstimated(_ quantity: Quantity) -> Bool {
    let sentence = passage.sentences[quantity.sentence].tokens
    let limit = quantity.terms.lowerBound
    for index in stride(from: limit - 1, through: max(sentence.lowerBound, limit - Self.farthest), by: -1) {
      if passage.isMark(index, 0x3B) || passage.isMark(index, 0x3A) || passage.isDash(index) { return false }
      if isImpersonal(index, before: limit) { return true }
      // "By reports on Monday, 30": the comma only closes the phrase.
      if passage.isComma(index) { break }
    }
    return restsOnReports(sentence, limit)
  }

  /// A participle without an agent, or an adjective, that makes what follows somebody's guess.
  private func isImpersonal(_ index: Int, before limit: Int) -> Bool {
    let key = passage.terms[index].key
    let before = index - 1
    if Self.estimates.contains(key) {
      if index + 1 == limit { return true }
      if isAdjective(index) || passage.has(before, .be)
        || passage.terms[before].tag.isAdverb && passage.has(before - 1, .be)
      {
        return true
      }
      // "a cost estimated at", ", estimated to have done": a finite verb would have its object here.
      let next = passage.word(index + 1)
      return passage.terms[index].tag.isParticiple && (next == .to || next == .at || next == .in)
    }
    return Self.reported.contains(key) && isAdjective(index) && !passage.isAccounting(index + 1)
  }

  /// "the estimated cost", "of reported magnitude".
  private func isAdjective(_ index: Int) -> Bool {
    passage.terms[index + 1].isWord && passage.terms[index + 1].tag.isNoun
      && passage.has(index - 1, [.definite, .indefinite, .possessive, .preposition])
  }

  /// "by early reports", "by most accounts": reports that nobody is named for.
  private func restsOnReports(_ sentence: Range<Int>, _ limit: Int) -> Bool {
    (max(sentence.lowerBound, limit - 2 * Self.farthest)..<limit).contains { index in
      guard passage.word(index) == .by else { return false }
      var noun = index + 1
      while noun < index + 4,
        passage.terms[noun].tag.isAdjective || passage.has(noun, .quantifier)
          || passage.terms[noun].tag.isParticiple
      {
        noun += 1
      }
      return Self.accounts.contains(passage.terms[noun].key) && passage.word(noun + 1) != .of
        && passage.word(noun + 1) != .from && passage.word(noun + 1) != .by
    }
  }

  private static let farthest = 9
  private static let estimates = foldedKeys("estimated projected predicted forecast")
  private static let reported = foldedKeys("reported")
  private static let accounts = foldedKeys("reports accounts estimates")
}

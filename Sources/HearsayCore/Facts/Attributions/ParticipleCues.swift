import ProseText

/// Sources behind the "by" of a participle that a comma sets off: "The toll, confirmed by the ministry, exceeded 340", "The cost, put
/// by the county at 45 million, is rising".
extension AttributionReader {
  /// The attribution whose agent stands behind the "by" at a term.
  func participle(by index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    guard let verb = participle(before: index, from: range.lowerBound), verb > range.lowerBound,
      let subject = passage.subject(endingBefore: comma(before: verb), from: range.lowerBound),
      let agent = passage.nounPhrase(at: index + 1, limit: range.upperBound),
      let source = classifier.describe(agent)
    else { return nil }
    let end = agent.terms.upperBound
    let content: Range<Int>
    if passage.word(end) == .at {
      // The amount alone is whose the participle says.
      guard Self.appraised.contains(terms[verb].key), hasAmount(from: end + 1, limit: range.upperBound) else {
        return nil
      }
      let close = (end..<range.upperBound).first { passage.isComma($0) && !isInsideNumber($0) } ?? range.upperBound
      content = end + 1..<close
    } else {
      guard Self.given.contains(terms[verb].key), Self.amounts.contains(terms[subject.head].key),
        let close = closingComma(from: end, limit: range.upperBound), opensPredicate(close + 1, range.upperBound)
      else { return nil }
      content = close + 1..<clauseEnd(from: close + 1, limit: range.upperBound)
    }
    let cue = terms[verb].cue
    return LocalAttribution(
      form: .participle, cueClass: cue == .factive ? .factive : .neutral, cue: [verb..<verb + 1], principal: verb,
      source: source, content: [subject.terms, content], sentence: number, sourceFirst: false)
  }

  /// "provided anonymously to the Ledger by", "put by": the participle right behind a comma, with an adverb, a hearer or a time between.
  private func participle(before by: Int, from lower: Int) -> Int? {
    for index in stride(from: by - 1, through: max(lower, by - 7), by: -1) {
      if Self.given.contains(terms[index].key) || Self.appraised.contains(terms[index].key) {
        return index > comma(before: index) && passage.isComma(comma(before: index)) ? index : nil
      }
      let term = terms[index]
      guard term.isWord || term.kind == .number, !term.tag.isFiniteVerb, term.word != .by else { return nil }
    }
    return nil
  }

  /// The place of the comma that may stand before a participle and its adverb.
  private func comma(before verb: Int) -> Int {
    verb > 1 && terms[verb - 1].tag.isAdverb ? verb - 2 : verb - 1
  }

  private func hasAmount(from index: Int, limit: Int) -> Bool {
    (index..<min(limit, index + 4)).contains {
      terms[$0].kind == .number || terms[$0].kind == .symbol || terms[$0].has([.number, .scale, .vaguePlural])
    }
  }

  private func isInsideNumber(_ comma: Int) -> Bool {
    terms[comma - 1].kind == .number && comma + 1 < terms.count && terms[comma + 1].kind == .number
      && !terms[comma + 1].hasSpaceBefore
  }

  /// The comma that ends the participle's phrase, over "to journalists" and "on Monday".
  private func closingComma(from end: Int, limit: Int) -> Int? {
    let last = min(limit, end + 7)
    return (end..<max(end, last)).first { passage.isComma($0) }.flatMap { close in
      (end..<close).contains { terms[$0].tag.isFiniteVerb || terms[$0].kind == .punctuation } ? nil : close
    }
  }

  /// The verb of the amount that stood before the participle.
  private func opensPredicate(_ index: Int, _ limit: Int) -> Bool {
    let verb = index < limit && terms[index].tag.isAdverb ? index + 1 : index
    return verb < limit && (terms[verb].tag.isFiniteVerb || terms[verb].has([.auxiliary, .modal]))
  }

  /// Where the clause that begins at a term gives way to the next one.
  private func clauseEnd(from index: Int, limit: Int) -> Int {
    (index..<limit).first { at in
      if passage.isMark(at, 0x3B) { return true }
      guard passage.isComma(at), at + 1 < limit else { return false }
      switch passage.word(at + 1) {
      case .and, .but, .while, .although, .though, .whereas: return opensClause(at + 2)
      default: return false
      }
    } ?? limit
  }

  /// What is done to an amount by whoever vouches for it.
  private static let given = foldedKeys(
    """
    confirmed provided released supplied reported given announced published compiled calculated counted recorded estimated
    disclosed verified documented tallied measured assessed collected gathered cited quoted issued certified
    """)
  /// What is done with the amount behind "at".
  private static let appraised = foldedKeys(
    "put estimated valued priced assessed appraised costed calculated measured counted pegged quoted given")
  private static let amounts = foldedKeys(
    """
    figure figures number numbers total totals rate rates count counts toll tolls sum amount percentage proportion average
    estimate estimates tally data statistics loss losses cost costs damage damages death deaths case cases casualties
    injuries fatalities victims price prices bill debt debts deficit budget profit profits revenue revenues sales income
    turnover size value worth population turnout attendance savings emissions
    """)
}

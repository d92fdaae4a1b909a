import ProseText

// Subjects are looked for backwards, from the verb: over times, appositions and relative clauses.
extension Passage {
  /// The longest noun phrase that ends right before a term, as the subject of what begins there.
  ///
  /// A relative clause or participle without a comma before it belongs to the phrase: "A porter who fears the sack said".
  func subject(endingBefore end: Int, from lower: Int) -> NounPhrase? {
    var best: NounPhrase?
    let end = beforeTime(end, from: lower)
    var start = end - 1
    while start >= lower, end - start <= 24 {
      let term = terms[start]
      if term.kind == .punctuation, !isMark(start, 0x2D), !isMark(start, 0x28), !isMark(start, 0x29),
        !isPluralPossessive(start)
      {
        break
      }
      if term.has([.conjunction]) && term.word != .and || term.word == .despite { break }
      // "that the ministry said": the conjunction is no part of the party.
      if term.word == .that, terms[start + 1].has([.definite, .indefinite, .possessive]) || terms[start + 1].isName {
        break
      }
      if let phrase = nounPhrase(at: start, limit: end) {
        if phrase.terms.upperBound == end {
          best = phrase
        } else if let relative = relativeClause(phrase, end: end) {
          best = relative
        }
      }
      // Behind a preposition the phrase may go on to the left; behind a verb it may not, but for relative clauses.
      start -= 1
    }
    return best
  }

  /// Where a phrase ends when "last week", "yesterday" or "on Monday" stands between it and its verb.
  private func beforeTime(_ end: Int, from lower: Int) -> Int {
    guard end - 1 > lower else { return end }
    let last = terms[end - 1]
    if last.word == .yesterday || last.word == .today { return last.isCapitalised ? end : end - 1 }
    guard end - 2 > lower, last.has(.timeUnit) || last.has([.weekday, .month]) && last.isCapitalised else { return end }
    switch terms[end - 2].word {
    case .last, .this, .next, .on, .in, .from: return end - 2
    default: return end
    }
  }

  private func relativeClause(_ phrase: NounPhrase, end: Int) -> NounPhrase? {
    let next = phrase.terms.upperBound
    guard next < end,
      phrase.base.count >= 2 || terms[phrase.head].isCapitalised || terms[phrase.head].tag == .pluralNoun
    else { return nil }
    let term = terms[next]
    let opensRelative =
      term.word == .who || term.word == .which || term.word == .whose
      || term.word == .that && terms[phrase.base.lowerBound].has([.indefinite, .definite])
    // "A potter I met on the ferry": a pronoun and its verb right behind the noun.
    let isContact =
      term.tag == .pronoun && next + 1 < end && terms[next + 1].tag.isVerb
      && terms[phrase.base.lowerBound].has(.indefinite)
    // "Court papers filed on Friday": a participle right behind a text.
    let isParticiple =
      term.tag == .pastParticiple && term.cue == .none && has(phrase.head, .documentNoun)
      && !(next + 1..<end).contains { terms[$0].tag.isVerb || terms[$0].has(.relative) }
    let hasVerb = (next + 1..<max(next + 1, end)).contains {
      terms[$0].tag.isVerb || terms[$0].has([.auxiliary, .modal])
    }
    guard opensRelative && hasVerb || isContact || isParticiple else { return nil }
    guard !(next..<end).contains(where: { isComma($0) || terms[$0].kind == .punctuation && isQuoteMark($0) }) else {
      return nil
    }
    return NounPhrase(terms: phrase.terms.lowerBound..<end, base: phrase.base, head: phrase.head)
  }
}

import ProseText

/// Sources behind a preposition: "according to", "per", "in the words of", "in a poll".
extension AttributionReader {
  func prepositional(
    at index: Int, cue: Range<Int>, in range: Range<Int>, _ number: Int
  ) -> LocalAttribution? {
    guard let phrase = passage.nounPhrase(at: cue.upperBound, limit: range.upperBound),
      var source = classifier.describe(phrase)
    else { return nil }
    let end = withRelative(&source, phrase.terms.upperBound, range)
    var content: [Range<Int>] = []
    let isFront = cue.lowerBound == range.lowerBound || isOnlyConnective(range.lowerBound..<cue.lowerBound)
    if isFront {
      let start = passage.isComma(end) ? end + 1 : end
      if start < range.upperBound { content.append(start..<quoteEnd(from: start, in: range)) }
    } else {
      var stop = cue.lowerBound
      if stop > range.lowerBound, passage.isComma(stop - 1) { stop -= 1 }
      let start = quoteStart(before: stop, in: range)
      if start < stop, !opensAside(cue.lowerBound, end) { content.append(start..<stop) }
      // "C1, according to S, C2", and "C1 according to S C2" without commas.
      let rest = passage.isComma(end) ? end + 1 : end
      if rest < range.upperBound,
        passage.isComma(end) || terms[end].has([.approximator, .preposition, .vaguePlural])
          || terms[end].kind == .number
      {
        content.append(rest..<range.upperBound)
      }
    }
    return LocalAttribution(
      form: .prepositional, cueClass: .neutral, cue: [cue], principal: index, source: source, content: content,
      sentence: number, sourceFirst: isFront)
  }

  /// "Per the filing, …", "…, per Reid": set off by commas; "per day" is a rate.
  func per(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    guard index == range.lowerBound || passage.isComma(index - 1),
      let result = prepositional(at: index, cue: index..<index + 1, in: range, number), let source = result.source,
      terms[source.phrase.base.lowerBound].has(.definite) || source.reference == .named || source.kind == .document
        || source.kind == .vague,
      !terms[source.phrase.head].has([.timeUnit, .measureUnit, .percent])
    else { return nil }
    let end = source.phrase.terms.upperBound
    return end >= range.upperBound || passage.isComma(end) ? result : nil
  }

  /// "…, and, by reports, 30 were hurt", "including, according to the mayor, 30": between commas behind such a word, a source is for
  /// what follows alone.
  private func opensAside(_ cue: Int, _ end: Int) -> Bool {
    guard passage.isComma(cue - 1), passage.isComma(end) else { return false }
    switch passage.word(cue - 2) {
    case .and, .but, .including: return true
    default: return false
    }
  }

  /// "By reports, …", "By early reports on Saturday, …", "…, by some accounts", "was by early reports 340": what is credited is
  /// nobody's.
  func isByAccounts(_ index: Int) -> Bool {
    let opens = index == 0 || passage.isSentenceStart(index)
    guard opens || passage.isComma(index - 1) || passage.has(index - 1, .be) else { return false }
    var noun = index + 1
    while noun < index + 4, !Self.accounts.contains(terms[noun].key), terms[noun].isWord, !terms[noun].isCapitalised,
      terms[noun].has(.quantifier) || terms[noun].tag.isAdjective || terms[noun].tag.isVerb
    {
      noun += 1
    }
    guard Self.accounts.contains(terms[noun].key) else { return false }
    var next = noun + 1
    if passage.word(next) == .on, terms[next + 1].has([.weekday, .month]) { next += 2 }
    if passage.isComma(next) || terms[next].kind == .punctuation { return true }
    // "By reports he won": no phrase goes on behind the noun. "was shaken by reports" names what shook.
    if opens { return terms[next].tag == .pronoun || terms[next].has(.definite) }
    return passage.has(index - 1, .be) && noun > index + 1
      && (terms[next].kind == .number || terms[next].has([.number, .vaguePlural, .approximator]))
  }

  private static let accounts = WordKeys(["reports", "accounts", "estimates", "rumours", "rumors"])

  /// "in the words of", "in the view of"
  func isInTheWords(_ index: Int) -> Bool {
    guard passage.word(index + 1) == .the, passage.word(index + 3) == .of else { return false }
    switch passage.word(index + 2) {
    case .words, .view, .opinion: return true
    default: return false
    }
  }

  /// "In a poll, …", "… in a survey done in spring by Vale Polling".
  func locative(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    guard let phrase = passage.nounPhrase(at: index + 1, limit: range.upperBound) else { return nil }
    // "in the Vale Polling average": a table that a name in it says whose.
    let isNamedTable = Self.tables.contains(terms[phrase.head].key) && phrase.base.contains { terms[$0].isName }
    switch passage.terms[phrase.head].word {
    case .survey, .poll, .study, .report: break
    default: guard isNamedTable else { return nil }
    }
    guard let source = classifier.describe(phrase) else { return nil }
    let isFront = index == range.lowerBound
    let hasParty = phrase.terms.count > phrase.base.count || source.issuer != nil
    guard isFront || isNamedTable || hasParty && source.isIndefinite else { return nil }
    let end = phrase.terms.upperBound
    guard !isFront || passage.isComma(end) else { return nil }
    if isFront, hasCueVerb(in: end..<range.upperBound) { if !source.isIndefinite || hasParty { return nil } }
    var content = isFront ? [end + 1..<range.upperBound] : [range.lowerBound..<index]
    // "Larch led in the Vale Polling average, 47 percent to 42": what the table shows stands on both sides.
    if isNamedTable, !isFront {
      let rest = passage.isComma(end) ? end + 1 : end
      if rest < range.upperBound { content.append(rest..<range.upperBound) }
    }
    return LocalAttribution(
      form: .locative, cueClass: .factive, cue: [index..<index + 1], principal: index, source: source,
      content: content.filter { !$0.isEmpty }, sentence: number, sourceFirst: isFront)
  }

  private static let tables = WordKeys(["average", "averages", "index", "tracker", "tally", "census"])

  private func hasCueVerb(in range: Range<Int>) -> Bool {
    range.contains { terms[$0].cue == .neutral && terms[$0].tag.isVerb }
  }
}

import ProseText

// Who counted stands beside the figure without a verb of saying: "a poll of 1,004 adults conducted by Vale Polling", "by the
// union's own count", "census records list 4,212 residents".
extension SupportReader {
  /// The party that the words around a figure name as the one that counted.
  func counter(of quantity: Quantity) -> String? {
    let sentence = passage.sentences[quantity.sentence].tokens
    return maker(of: quantity, in: sentence) ?? keeper(ofCountFor: quantity, in: sentence)
      ?? record(of: quantity, in: sentence) ?? pollBefore(quantity, sentence) ?? studyItself(quantity)
  }

  // MARK: Studies by somebody

  /// A study with who made it.
  private struct MadeStudy {
    var noun: Int
    var by: Int
    var maker: String
  }

  /// "an analysis of 3,200 invoices by the audit office", "a poll conducted by Vale Polling has a margin of 3 points": what is studied,
  /// and what a poll says of itself before another clause begins.
  private func maker(of quantity: Quantity, in sentence: Range<Int>) -> String? {
    guard let study = study(in: sentence), study.noun < quantity.terms.lowerBound else { return nil }
    if quantity.terms.lowerBound < study.by { return study.maker }
    guard Self.polls.contains(passage.terms[study.noun].key), !endsClause(study.by..<quantity.terms.lowerBound) else {
      return nil
    }
    return study.maker
  }

  /// "a poll …, conducted by Vale Polling", "an analysis … by the audit office".
  private func study(in sentence: Range<Int>) -> MadeStudy? {
    let nouns = block.facts.documentNouns.from(sentence.lowerBound).prefix { $0 < sentence.upperBound }
    for noun in nouns.prefix(4) where Self.studies.contains(passage.terms[noun].key) {
      guard
        let by = (noun + 1..<min(sentence.upperBound, noun + Self.farthestMaker)).first(where: {
          passage.word($0) == .by && (Self.makes.contains(passage.terms[$0 - 1].key) || isBehindPhrase($0, from: noun))
        }), let maker = party(at: by + 1, before: sentence.upperBound)
      else { continue }
      return MadeStudy(noun: noun, by: by, maker: maker)
    }
    return nil
  }

  /// Whether another clause begins: "…, and 4,200 homes were flooded".
  private func endsClause(_ range: Range<Int>) -> Bool {
    range.contains { index in
      passage.isMark(index, 0x3B)
        || passage.has(index, .conjunction) && passage.isComma(index - 1)
    }
  }

  /// "an analysis of invoices by": nothing but phrases between the noun and "by", no verb and no comma.
  private func isBehindPhrase(_ by: Int, from noun: Int) -> Bool {
    !(noun + 1..<by).contains { passage.terms[$0].tag.isVerb || passage.isComma($0) || passage.has($0, .conjunction) }
  }

  /// "Some 54 percent of respondents said …": of the poll that the sentences before describe.
  private func pollBefore(_ quantity: Quantity, _ sentence: Range<Int>) -> String? {
    guard quantity.sentence > 0, quantity.kind == .percent || quantity.kind == .count || quantity.kind == .ratio,
      sentence.contains(where: { Self.asked.contains(passage.terms[$0].key) })
    else { return nil }
    for earlier in stride(from: quantity.sentence - 1, through: max(0, quantity.sentence - 3), by: -1) {
      if let study = study(in: passage.sentences[earlier].tokens) { return study.maker }
    }
    return nil
  }

  /// "The survey, done among 2,011 adults, found": how a study was made, it says itself.
  private func studyItself(_ quantity: Quantity) -> String? {
    let first = quantity.terms.lowerBound
    for index in attributions {
      let local = draft.attributions[index].local
      guard local.sentence == quantity.sentence, draft.attributions[index].strength == .strong,
        let source = local.source,
        source.kind == .document, source.phrase.terms.lowerBound < first, first < local.principal,
        Self.studies.contains(passage.terms[source.phrase.head].key)
      else { continue }
      return passage.string(passage.range(source.phrase.base))
    }
    return nil
  }

  // MARK: Counts that somebody keeps

  /// "By the yard's own count, 1,900 …", "the union's tally stood at 3,400".
  private func keeper(ofCountFor quantity: Quantity, in sentence: Range<Int>) -> String? {
    let first = quantity.terms.lowerBound
    for noun in stride(from: first - 1, through: max(sentence.lowerBound, first - Self.farthestCount), by: -1)
    where Self.counts.contains(passage.terms[noun].key) {
      var owner = noun - 1
      // "the yard's own count"
      if passage.word(owner) != .clitic, passage.terms[owner].tag.isNounModifier { owner -= 1 }
      guard owner > sentence.lowerBound, passage.word(owner) == .clitic || passage.terms[owner].tag == .possessiveEnding
      else { continue }
      let isFront = passage.isComma(noun + 1) && noun + 1 < first
      let stands = Self.stands.contains(passage.terms[noun + 1].key)
      guard isFront || stands && !endsClause(noun + 1..<first) else { continue }
      var start = owner - 1
      while start > sentence.lowerBound,
        passage.terms[start - 1].tag.isNoun || passage.terms[start - 1].tag.isNounModifier
          || passage.has(start - 1, [.definite])
      { start -= 1 }
      if isFront, start > sentence.lowerBound, passage.word(start - 1) != .by { continue }
      return party(at: start, before: owner)
    }
    return nil
  }

  // MARK: Records

  /// "Census records list 4,212 residents": a text that is named, and what it holds.
  private func record(of quantity: Quantity, in sentence: Range<Int>) -> String? {
    let first = quantity.terms.lowerBound
    for verb in stride(from: first - 1, through: max(sentence.lowerBound + 1, first - 4), by: -1) {
      let term = passage.terms[verb]
      if passage.isComma(verb) { return nil }
      guard term.tag.isFiniteVerb else { continue }
      guard Self.lists.contains(term.key), passage.has(verb - 1, .documentNoun),
        let phrase = passage.subject(endingBefore: verb, from: sentence.lowerBound), phrase.base.count > 1,
        !passage.has(phrase.base.lowerBound, [.indefinite, .demonstrative, .quantifier])
      else { return nil }
      return passage.string(passage.range(phrase.terms))
    }
    return nil
  }

  // MARK: Parties

  /// The name or description of a party that can be asked, at the beginning of a phrase.
  private func party(at start: Int, before limit: Int) -> String? {
    guard let phrase = passage.nounPhrase(at: start, limit: limit),
      let source = SourceClassifier(passage).describe(phrase), !source.isIndefinite
    else { return nil }
    switch source.kind {
    case .person, .organisation, .publication:
      return source.reference == .pronoun ? nil : passage.string(passage.range(phrase.base))
    case .document, .anonymous, .vague, .writer, .missing: return nil
    }
  }

  /// Terms between a study and who made it; more is another matter.
  private static let farthestMaker = 16
  private static let farthestCount = 8
  private static let studies = foldedKeys("poll survey study analysis audit review count census inventory sample")
  private static let polls = foldedKeys("poll survey census")
  private static let makes = foldedKeys(
    """
    conducted done commissioned compiled published released prepared taken run led made undertaken performed produced \
    carried out
    """)
  private static let asked = foldedKeys("respondents participants polled surveyed interviewees")
  private static let counts = foldedKeys(
    "count tally reckoning estimate estimates figures census calculation calculations")
  private static let stands = foldedKeys("stood stands was is came comes reached rose fell")
  private static let lists = foldedKeys(
    "list lists listed record records recorded count counts contain contains register")
}

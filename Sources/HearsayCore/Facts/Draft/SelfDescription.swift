import ProseText

// Documents and those who made them, where the sentence's subject says whose figure it is without a verb of saying.
extension SupportReader {
  /// "The research, published in J, followed 12,480 adults": the words that name the document or its makers, in front of a figure.
  func describingItself(_ quantity: Quantity) -> String? {
    let sentence = passage.sentences[quantity.sentence]
    var start = sentence.tokens.lowerBound
    while start < quantity.terms.lowerBound, !passage.terms[start].isWord { start += 1 }
    if let estimates = issuedEstimates(before: quantity, from: start) { return estimates }
    if let text = ownText(before: quantity, from: start) { return text }
    if quantity.kind != .currency, let team = researchers(before: quantity, from: start) { return team }
    guard let phrase = passage.nounPhrase(at: start, limit: sentence.tokens.upperBound),
      phrase.terms.upperBound <= quantity.terms.lowerBound
    else { return nil }
    guard passage.terms[phrase.head].has(.documentNoun) || Self.research.contains(passage.terms[phrase.head].key),
      passage.terms[phrase.base.lowerBound].has([.definite, .possessive])
        || phrase.base.contains(where: { passage.terms[$0].isName }),
      let description = SourceClassifier(passage).describe(phrase), description.kind == .document
    else { return nil }
    guard
      description.issuer != nil || description.name != nil
        || draft.sources.contains(where: {
          $0.kind == .document && !$0.isRelay && $0.words.contains(passage.terms[phrase.head].key)
        })
        || passage.isComma(phrase.terms.upperBound)
          && (passage.word(phrase.terms.upperBound + 1) == .published
            || passage.word(phrase.terms.upperBound + 1) == .conducted)
        || speaksOfItsOwnWork(phrase)
    else { return nil }
    return passage.string(passage.range(phrase.terms))
  }

  /// "The Tide Service’s 5 p.m. update had the barge at 120 miles", "The office’s “Notice 25A” placed …": a text that its issuer's
  /// name stands in front of, as the subject of the sentence.
  private func ownText(before quantity: Quantity, from first: Int) -> String? {
    let limit = min(quantity.terms.lowerBound, first + 24)
    guard block.facts.quoteAt[quantity.terms.lowerBound] < 0,
      let owner = (first..<max(first, limit)).first(where: {
        passage.word($0) == .clitic || passage.terms[$0].tag == .possessiveEnding
      }), owner > first, passage.terms[owner - 1].isCapitalised || passage.has(owner - 1, .organisationNoun),
      !(first..<owner).contains(where: { passage.isComma($0) || passage.terms[$0].tag.isFiniteVerb })
    else { return nil }
    var noun = owner + 1
    if passage.opensQuote(noun) {
      while noun < limit, !passage.isQuoteMark(noun) || passage.opensQuote(noun) { noun += 1 }
    } else {
      while noun < limit, noun - owner < 7, !isText(noun) {
        if passage.isComma(noun) || passage.has(noun, .preposition) { return nil }
        noun += 1
      }
      guard noun - owner < 7 else { return nil }
    }
    guard let verb = (noun + 1..<max(noun + 1, limit)).first(where: { Self.states.contains(passage.terms[$0].key) }),
      !(noun + 1..<verb).contains(where: { passage.terms[$0].tag.isFiniteVerb && !passage.terms[$0].tag.isParticiple })
    else { return nil }
    return passage.string(passage.range(first..<owner))
  }

  private func isText(_ index: Int) -> Bool {
    passage.has(index, .documentNoun) || SourceClassifier.texts.contains(passage.terms[index].key)
  }

  /// "They were followed by 12 of 90": what follows the sentence of a document or its makers, by a pronoun that takes up its figures.
  func describedBefore(_ quantity: Quantity) -> String? {
    guard quantity.sentence > 0, block.facts.quoteAt[quantity.terms.lowerBound] < 0 else { return nil }
    let sentence = passage.sentences[quantity.sentence].tokens
    guard let opener = sentence.first(where: { passage.terms[$0].isWord }),
      passage.word(opener) == .they || passage.word(opener) == .it || passage.has(opener, .demonstrative),
      !attributions.contains(where: { draft.attributions[$0].local.sentence == quantity.sentence })
    else { return nil }
    let before = passage.sentences[quantity.sentence - 1].tokens
    var earlier = quantity
    earlier.sentence = quantity.sentence - 1
    earlier.terms = before.upperBound..<before.upperBound
    guard before.upperBound < passage.terms.count else { return nil }
    return describingItself(earlier)
  }

  private static let states = foldedKeys(
    "had has placed places put puts gave gives showed shows listed lists ranked ranks counted counts recorded records set sets"
  )

  /// "The study examined 93 dunes": research that the draft has spoken of before says what it did.
  private func speaksOfItsOwnWork(_ phrase: NounPhrase) -> Bool {
    Self.research.contains(passage.terms[phrase.head].key)
      && Self.researches.contains(passage.terms[phrase.terms.upperBound].key) && hasNamedDocument
  }

  /// "Researchers swabbed 93 seals", "After the team had weighed them, 26 were": those who made a study that the draft has spoken of,
  /// as the subject of a clause before the figure, tell of their sample.
  private func researchers(before quantity: Quantity, from first: Int) -> String? {
    guard hasNamedDocument, block.facts.quoteAt[quantity.terms.lowerBound] < 0 else { return nil }
    let last = max(first, quantity.terms.lowerBound - 1)
    let subject = (first..<last).first { noun in
      guard isResearchers(noun, from: first) else { return false }
      // "They were able to"
      if passage.has(noun + 1, .be), passage.terms[noun + 2].tag.isAdjective { return true }
      let verb = passage.terms[noun + 1].tag.isAdverb || passage.has(noun + 1, .auxiliary) ? noun + 2 : noun + 1
      return verb < quantity.terms.lowerBound && passage.terms[verb].tag.isVerb && passage.terms[verb].cue == .none
        && !passage.has(verb, [.be, .auxiliary]) && !passage.has(noun + 1, .be)
    }
    return subject.map { passage.string(passage.range($0..<$0 + 1)) }
  }

  /// "the researchers", "Researchers" that open the sentence, "they" of a paragraph that began with them.
  private func isResearchers(_ noun: Int, from first: Int) -> Bool {
    if Self.researchers.contains(passage.terms[noun].key) {
      return noun == first || (max(first, noun - 2)..<noun).contains { passage.has($0, [.definite, .possessive]) }
    }
    return passage.word(noun) == .they
      && (0..<noun).contains { Self.researchers.contains(passage.terms[$0].key) }
  }

  /// Whether the text up to here has a study or report to its name.
  private var hasNamedDocument: Bool { firstDocument.map { $0 <= index } ?? false }

  /// "Estimates by the tide ministry state about 350", "The highest rate noted by the team was 15": figures with their issuer, though
  /// no verb of saying was found.
  private func issuedEstimates(before quantity: Quantity, from first: Int) -> String? {
    let limit = quantity.terms.lowerBound
    for noun in first..<max(first, limit) where isFigures(noun) {
      var by = noun + 1
      if passage.has(by, .relative) || passage.isComma(by) { by += 1 }
      if Self.counted.contains(passage.terms[by].key) { by += 1 }
      if passage.terms[by].tag.isAdverb { by += 1 }
      guard passage.word(by) == .by || by == noun + 1 && passage.word(by) == .from,
        let issuer = passage.baseNounPhrase(at: by + 1, limit: limit),
        issuer.base.contains(where: { passage.terms[$0].isName })
          || passage.has(issuer.base.lowerBound, .definite)
            && (passage.terms[issuer.head].has(.organisationNoun)
              || Self.researchers.contains(passage.terms[issuer.head].key))
      else { continue }
      return passage.string(passage.range(noun..<issuer.terms.upperBound))
    }
    return nil
  }

  /// "according to a survey published in 2017 by the Royal Dorn Society": the name that a document without one gets behind it.
  func issuer(of attributions: [Int]) -> String? {
    for attribution in attributions where draft.attributions[attribution].strength == .weak {
      guard let source = draft.attributions[attribution].local.source, source.kind == .document else { continue }
      var at = source.phrase.base.upperBound
      guard Self.issues.contains(passage.terms[at].key) else { continue }
      at += 1
      let last = min(passage.terms.count, at + 5)
      while at < last, passage.word(at) != .by, passage.terms[at].isWord || passage.terms[at].kind == .number {
        at += 1
      }
      guard passage.word(at) == .by, let phrase = passage.baseNounPhrase(at: at + 1, limit: passage.terms.count),
        phrase.base.contains(where: { passage.terms[$0].isName })
      else { continue }
      return passage.string(passage.range(phrase.terms))
    }
    return nil
  }

  private func isFigures(_ index: Int) -> Bool {
    passage.terms[index].has(.figureNoun) || Self.estimates.contains(passage.terms[index].key)
  }

  private static let issues = foldedKeys("published released issued conducted commissioned carried compiled done")
  private static let counted = foldedKeys(
    "noted recorded found reported measured counted observed calculated published released compiled provided given")
  private static let estimates = foldedKeys(
    "estimate estimates figure figures data statistics numbers records projections calculations counts")
  private static let research = foldedKeys(
    "study survey research paper analysis experiment trial census review team researchers")
  private static let researchers = foldedKeys(
    """
    researchers scientists team authors investigators astronomers biologists archaeologists geologists epidemiologists
    palaeontologists paleontologists physicists ecologists engineers statisticians economists
    """)
  private static let researches = foldedKeys(
    """
    examined followed covered surveyed included analysed analyzed involved reviewed sampled studied tracked used compared
    tested collected recruited interviewed measured observed swabbed scanned sequenced dissected monitored enrolled
    """)
}

import ProseText

// Who puts a value on something answers for the value: "the survey placed the epicentre 8 km off Dorn".
extension SupportReader {
  /// The party that the sentence says measured or valued what a figure states.
  func measurer(of quantity: Quantity) -> String? {
    let sentence = passage.sentences[quantity.sentence].tokens
    let limit = quantity.terms.lowerBound
    if let body = certifier(before: limit, from: sentence.lowerBound) { return body }
    for verb in stride(from: limit - 1, through: max(sentence.lowerBound + 1, limit - Self.farthestValue), by: -1) {
      let term = passage.terms[verb]
      if passage.isComma(verb) || passage.isMark(verb, 0x3B) || passage.isMark(verb, 0x3A) { return nil }
      guard term.tag.isVerb, Self.values.contains(term.key) else {
        if term.tag.isFiniteVerb { return nil }
        continue
      }
      // "placed the toll at", not "placed 40 guards".
      guard passage.has(verb + 1, [.definite, .possessive]) || passage.terms[verb + 1].isName else { return nil }
      return assertedBy(verb, from: sentence.lowerBound)
    }
    return nil
  }

  /// "was certified by the Vale Register, with over 4,000 copies sold": who certifies has counted.
  private func certifier(before limit: Int, from lower: Int) -> String? {
    guard
      let verb = (max(lower, limit - 24)..<max(lower, limit)).last(where: { passage.terms[$0].key == Self.certified }),
      let by = (verb..<min(limit, verb + 5)).first(where: { passage.word($0) == .by }),
      let phrase = passage.nounPhrase(at: by + 1, limit: limit),
      let source = SourceClassifier(passage).describe(phrase), source.kind == .organisation
    else { return nil }
    return passage.string(passage.range(phrase.base))
  }

  /// The name of a party that can be asked, right in front of a verb and its auxiliaries.
  func assertedBy(_ verb: Int, from lower: Int) -> String? {
    var end = verb
    while end > lower, passage.has(end - 1, [.auxiliary, .adverb]) || passage.terms[end - 1].tag.isAdverb { end -= 1 }
    guard end > lower, let (source, phrase) = subject(endingBefore: end, from: lower) else { return nil }
    switch source.kind {
    case .person, .organisation, .publication:
      return source.reference == .pronoun ? nil : passage.string(passage.range(phrase.terms))
    case .document: return source.isIndefinite ? nil : passage.string(passage.range(phrase.terms))
    case .anonymous, .vague, .writer, .missing: return nil
    }
  }

  /// The party in front of a verb, over "…, head of the yard," behind its name.
  private func subject(endingBefore end: Int, from lower: Int) -> (SourceDescription, NounPhrase)? {
    if passage.isComma(end - 1) {
      let reader = AttributionReader(passage, block.facts.quotations, block.facts.quoteAt)
      return reader.overApposition(end - 1, in: lower..<end).map { ($0.0, $0.0.phrase) }
    }
    guard let phrase = passage.subject(endingBefore: end, from: lower),
      let source = SourceClassifier(passage).describe(phrase)
    else { return nil }
    return (source, phrase)
  }

  /// Terms between the verb and the value; more is another clause.
  private static let farthestValue = 14
  private static let certified = foldedKey("certified")
  private static let values = foldedKeys(
    "placed places placing pegged pegs valued values assessed measured gauged calculated rated priced located")
}

import ProseText

// What the draft's own outlet saw: an outlet of which a text says that it attended is the one that prints the text.
extension SupportReader {
  /// "The Eastwire attended the fair" in a paragraph: nobody else is credited with what it counts there.
  func isWitnessed(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count || quantity.kind == .vague, block.facts.quoteAt[quantity.terms.lowerBound] < 0,
      !attributions.contains(where: { draft.attributions[$0].local.sentence == quantity.sentence })
    else { return false }
    let sentence = quantity.sentence
    let near = max(0, sentence - 1)...min(passage.sentences.count - 1, sentence + 1)
    return near.contains { passage.sentences[$0].tokens.prefix(Self.longestSentence).contains(where: isWitness) }
  }

  private func isWitness(_ verb: Int) -> Bool {
    guard Self.attends.contains(passage.terms[verb].key), passage.terms[verb].tag.isFiniteVerb, verb > 0,
      let phrase = passage.subject(
        endingBefore: verb, from: passage.sentences[passage.sentence(of: verb)].tokens.lowerBound)
    else { return false }
    return SourceClassifier(passage).describe(phrase)?.kind == .publication
  }

  /// No sentence of prose has more terms.
  private static let longestSentence = 120
  private static let attends = foldedKeys("attended visited witnessed")
}

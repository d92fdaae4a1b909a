import ProseText

// What somebody asks for: who demands a figure is the one to ask about it.
extension SupportReader {
  /// The party that demands what a figure says: "the union called for a 12 percent rise".
  func demander(of quantity: Quantity) -> String? {
    let sentence = passage.sentences[quantity.sentence].tokens
    let first = max(sentence.lowerBound, quantity.terms.lowerBound - Self.farthestDemand)
    for verb in stride(from: quantity.terms.lowerBound - 1, through: first, by: -1) {
      let term = passage.terms[verb]
      if passage.isComma(verb) || passage.isMark(verb, 0x3B) || passage.isMark(verb, 0x3A) { return nil }
      let demands =
        Self.demands.contains(term.key) && term.tag.isVerb
        || Self.asks.contains(term.key) && passage.word(verb + 1) == .for && term.tag.isVerb
      guard demands else {
        if term.tag.isFiniteVerb { return nil }
        continue
      }
      return assertedBy(verb, from: sentence.lowerBound)
    }
    return nil
  }

  /// Terms between a verb and what is demanded; more is another clause.
  private static let farthestDemand = 9
  private static let demands = foldedKeys("demanded demands demanding requested requests requesting seek seeks sought")
  private static let asks = foldedKeys("called calls calling asked asks asking pushed pushes pushing")
}

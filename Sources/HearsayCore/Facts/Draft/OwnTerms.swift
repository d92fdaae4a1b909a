import ProseText

// What somebody asks for or offers: who demands or pledges a sum is the one to ask about it.
extension SupportReader {
  /// The party whose demand or offer a figure is: "the union called for a 12 percent rise", "Reid offered $500 for the boat".
  func proposer(of quantity: Quantity) -> String? {
    let sentence = passage.sentences[quantity.sentence].tokens
    let first = max(sentence.lowerBound, quantity.terms.lowerBound - Self.farthestOffer)
    for verb in stride(from: quantity.terms.lowerBound - 1, through: first, by: -1) {
      let term = passage.terms[verb]
      if passage.isComma(verb) || passage.isMark(verb, 0x3B) || passage.isMark(verb, 0x3A) { return nil }
      // "Reid plans to widen", "the yard has plans to widen"
      if Self.plans.contains(term.key), passage.word(verb + 1) == .to {
        let has = term.tag.isVerb ? verb : verb - 1
        return passage.has(has, .auxiliary) || has == verb ? assertedBy(has, from: sentence.lowerBound) : nil
      }
      // "The council voted 14 to 9 to spend": what it decided is its own act.
      if Self.decisions.contains(term.key), term.tag.isVerb,
        (verb + 1..<quantity.terms.lowerBound).contains(where: {
          passage.word($0) == .to && passage.terms[$0 + 1].tag == .baseVerb
        })
      {
        return assertedBy(verb, from: sentence.lowerBound)
      }
      let proposes =
        Self.demands.contains(term.key) || Self.asks.contains(term.key) && passage.word(verb + 1) == .for
        || quantity.kind == .currency && Self.offers.contains(term.key)
        || quantity.kind == .percent && foresees(verb)
      guard proposes, term.tag.isVerb else {
        if term.tag.isFiniteVerb { return nil }
        continue
      }
      return assertedBy(verb, from: sentence.lowerBound)
    }
    return nil
  }

  /// "expects 2 percent", "sees growth of 2 percent": what is to come, as somebody reckons it.
  private func foresees(_ verb: Int) -> Bool {
    let key = passage.terms[verb].key
    return Self.foresees.contains(key)
      || key == Self.sees && (verb + 1..<verb + 3).contains { Self.courses.contains(passage.terms[$0].key) }
  }

  /// Terms between a verb and what is demanded; more is another clause.
  private static let farthestOffer = 9
  private static let plans = foldedKeys("plan plans planned intend intends intended aim aims aimed hopes hope")
  private static let decisions = foldedKeys(
    "voted votes agreed agrees decided decides resolved vowed vows promised pledged")
  private static let demands = foldedKeys("demanded demands demanding requested requests requesting seek seeks sought")
  private static let foresees = foldedKeys("forecasts forecast predicts predicted projects projected expects expected")
  private static let sees = foldedKey("sees")
  private static let courses = foldedKeys("growth inflation unemployment decline rise fall increase drop contraction")
  private static let asks = foldedKeys("called calls calling asked asks asking pushed pushes pushing")
  private static let offers = foldedKeys(
    "offered offers offering pledged pledges pledging promised promises promising proposed proposes proposing")
}

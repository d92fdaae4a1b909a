import ProseText

// Figures that anybody finds listed: constants, magnitudes, prices of money, counters of a site.
extension Draft {
  /// "One thaler is worth $40": what a unit of money or metal sells for is listed every day.
  func isPrice(_ figure: DraftFigure) -> Bool {
    let block = blocks[figure.block]
    let first = figure.quantity.terms.lowerBound
    guard figure.quantity.kind == .currency,
      (max(0, first - 4)..<first).contains(where: { Passage.worth.contains(block.passage.terms[$0].key) })
    else { return false }
    return block.facts.quantities.contains { unit in
      unit.kind == .currency && unit.isSpelled && unit.low == 1 && unit.high == 1 && !unit.hasScale
        && unit.sentence == figure.quantity.sentence && unit.terms.upperBound < figure.quantity.terms.lowerBound
        && block.passage.has(unit.terms.upperBound, .be)
    }
  }
}

extension Passage {
  /// Whether a figure stands in books and lists, or counts those who were with somebody.
  func isListed(_ quantity: Quantity) -> Bool {
    isOfNature(quantity) || isMixture(quantity) || isCompany(quantity) || isMagnitude(quantity) || isOnShow(quantity)
  }

  /// "0.6% of the pressure of the atmosphere", "the universe is 95% dark matter": what textbooks say.
  private func isOfNature(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent else { return false }
    let clause = clause(of: quantity)
    return clause.contains { Self.nature.contains(terms[$0].key) }
      && !clause.contains { terms[$0].tag == .pastVerb && !terms[$0].has(.auxiliary) }
  }

  /// "100% hemp", "an 80%-20% mix": what something is made of.
  private func isMixture(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent else { return false }
    let next = quantity.terms.upperBound
    if quantity.low == 100, quantity.bound == nil, terms[next].tag.isNoun, terms[next].isWord, word(next) != .of {
      return true
    }
    // "80%-20%"
    let sign = quantity.terms.lowerBound
    if isMark(next, 0x2D), terms[next + 1].kind == .number { return !terms[next + 1].hasSpaceBefore }
    return isMark(sign, 0x2D) && !terms[sign].hasSpaceBefore && isMark(sign - 1, 0x25)
  }

  /// "750,000 followers on Facebook", "eight million views" on YouTube: what a site shows to anybody beside the name.
  private func isOnShow(_ quantity: Quantity) -> Bool {
    guard let counted = quantity.counted, Self.counters.contains(terms[counted].key) else { return false }
    let first = sentences[max(0, quantity.sentence - 2)].tokens.lowerBound
    let end = min(sentences[quantity.sentence].tokens.upperBound, quantity.terms.upperBound + 40)
    return (max(first, quantity.terms.lowerBound - 80)..<end).contains { Self.platforms.contains(terms[$0].key) }
  }

  /// "a magnitude 5.2 earthquake", "the 6.4 quake": by its magnitude a quake is told from others.
  private func isMagnitude(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count || quantity.kind == .measure, let high = quantity.high, high < 10 else {
      return false
    }
    let next = isMark(quantity.terms.upperBound, 0x2D) ? quantity.terms.upperBound + 1 : quantity.terms.upperBound
    return terms[next].key == Self.magnitude || terms[quantity.terms.lowerBound - 1].key == Self.magnitude
      || quantity.significantDigits == 2 && quantity.step < 1 && Self.quakes.contains(terms[next].key)
  }

  /// "letters between Reid and eleven others": those who were with somebody, of whom no harm is told.
  private func isCompany(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    guard quantity.kind == .count, quantity.high.map({ $0 < 50 }) == true,
      Self.others.contains(terms[quantity.terms.upperBound].key),
      word(first - 1) == .and, terms[first - 2].isName
    else { return false }
    let sentence = sentences[quantity.sentence].tokens
    return !(max(sentence.lowerBound, first - 60)..<min(sentence.upperBound, first + 60)).contains {
      terms[$0].has(.casualty) || Self.deaths.contains(terms[$0].key)
    }
  }

  private static let counters = foldedKeys("followers subscribers views likes retweets")
  private static let platforms = foldedKeys(
    "facebook youtube twitter instagram tiktok vimeo twitch spotify mastodon weibo")
  fileprivate static let worth = WordKeys(["worth", "equal", "equals", "buys"])
  private static let magnitude = foldedKey("magnitude")
  private static let quakes = foldedKeys("earthquake quake tremor temblor aftershock foreshock")
  private static let nature = foldedKeys("atmosphere universe galaxy cosmos")
  private static let others = WordKeys(["others"])
  private static let deaths = foldedKeys("died dies dead death deaths")
}

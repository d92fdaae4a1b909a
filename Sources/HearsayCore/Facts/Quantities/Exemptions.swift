import ProseText

extension Passage {
  /// Why a quantity needs no source, nil where it does; asked for those whose form alone does not say.
  func exemption(of quantity: Quantity, traits: SentenceTraits) -> Exemption? {
    if let known = quantity.exemption { return known }
    if kind == .heading { return .headline }
    if let identifier = identifier(quantity) { return identifier }
    if let notation = notation(quantity, traits) { return notation }
    if traits.contains(.instruction) { return .instruction }
    // A question asserts nothing, and nothing costs nothing.
    if traits.contains(.question) { return .hypothetical }
    if quantity.low == 0, quantity.high == 0, quantity.kind == .currency { return .idiom }
    if traits.contains(.hypothetical) || followsIf(quantity) { return .hypothetical }
    if isDefinition(quantity) { return .definition }
    if traits.contains(.legal), quantity.kind == .percent || quantity.kind == .ratio || quantity.kind == .currency {
      return .law
    }
    if let idiom = idiom(quantity) { return idiom }
    return smallCount(quantity, traits)
  }

  // MARK: Scores, statistics, sums

  func notation(_ quantity: Quantity, _ traits: SentenceTraits) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    // "230 to 198": a range never falls.
    if let low = quantity.low, let high = quantity.high, low > high, quantity.unit == nil { return .score }
    if quantity.kind == .range, traits.contains(.contest), !quantity.hasScale, let high = quantity.high, high < 400,
      first + 1 < terms.count, isDash(first + 1) || isMark(first + 1, 0x2D),
      // "lost 20–30 barges" counts; "a 46–44 vote" does not.
      terms[next].tag != .pluralNoun || terms[next].has(.contest)
    {
      return .score
    }
    if first > 1, isMark(first - 1, 0x3D) || isMark(first - 1, 0x3C) || isMark(first - 1, 0x3E),
      terms[first - 2].isWord, terms[first - 2].range.count <= 2
    {
      return .statistic
    }
    if traits.contains(.arithmetic), quantity.kind == .count || quantity.kind == .measure || quantity.kind == .currency
    {
      return .arithmetic
    }
    if isMark(next, 0x2B) || isMark(next, 0x3D), next + 1 < terms.count, terms[next + 1].kind == .number {
      return .arithmetic
    }
    return nil
  }

  func followsIf(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    for index in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      if terms[index].word == .if { return true }
      if terms[index].kind == .punctuation { return false }
    }
    return false
  }

  /// "must carry loads of at least 40 kg", "the cut-off is 130 mph": a limit set by rule.
  func isDefinition(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure || quantity.kind == .percent || quantity.kind == .count || quantity.kind == .ratio
    else { return false }
    let range = sentences[quantity.sentence].tokens
    return range.contains { index in
      let term = terms[index]
      if Self.limits.contains(term.key), term.tag.isNoun || term.tag.isParticiple || term.tag.isVerb { return true }
      // "must receive at least 15% to be eligible", "1,991 delegates are needed to win"
      if Self.conditions.contains(term.key) {
        return word(index + 1) == .to || word(index + 1) == .for || term.tag.isAdjective || word(index - 1) == .is
          || word(index - 1) == .are
      }
      return term.word == .must && (index < quantity.terms.lowerBound || quantity.kind == .ratio)
    }
  }

  static let conditions = Set(["needed", "required", "eligible", "limited"].map(foldedKey))

  static let limits = Set(
    "cutoff threshold thresholds defined definition classified limits quorum".split(separator: " ").map {
      foldedKey(String($0))
    })

  // MARK: Figures of speech

  func idiom(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if word(first) == .one, next == first + 1 { return nil }
    // "thanks a million", "a million thanks", "a hundred and one excuses", "one in a million"
    if terms[first].has(.indefinite), quantity.isSpelled {
      if word(first - 1) == .thanks || word(next) == .thanks || quantity.low == 101 { return .idiom }
    }
    if quantity.kind == .vague {
      // Geological and astronomical orders of magnitude.
      if word(next) == .of,
        word(next + 1) == .years || terms.indices.contains(next + 1) && terms[next + 1].key == Self.lightYears
      {
        return .idiom
      }
      if word(next) == .years { return .idiom }
    }
    if quantity.kind == .count, isMark(first + 1, 0x2F) { return .idiom }
    if next < terms.count, quantity.high.map({ $0 <= 20 }) == true, quantity.kind == .count,
      Self.enumerated.contains(terms[next].key)
    {
      return .smallCount
    }
    return nil
  }

  static let lightYears = foldedKey("light")
  /// What a text counts of itself.
  static let enumerated = Set(
    "things reasons ways steps tips questions examples options parts sections points rules lessons ideas sentences paragraphs"
      .split(separator: " ").map { foldedKey(String($0)) })

  /// A spelled-out one to nine with a plain noun, not with the dead, injured or arrested.
  func smallCount(_ quantity: Quantity, _ traits: SentenceTraits) -> Exemption? {
    guard quantity.isSpelled, !quantity.hasScale, let high = quantity.high, high < 10,
      quantity.kind == .count || quantity.kind == .measure || quantity.kind == .range
    else { return nil }
    // "the two parents", "all four" were counted where they came in; "one of the nine" counts nothing.
    let before = quantity.terms.lowerBound - 1
    if has(before, .definite) && word(before) != .that || word(before) == .all { return .smallCount }
    if word(quantity.terms.lowerBound) == .one, word(quantity.terms.upperBound) == .of { return .idiom }
    if word(quantity.terms.lowerBound) == .one {
      return traits.contains(.casualties) && nearCasualty(quantity) ? nil : .idiom
    }
    return traits.contains(.casualties) && nearCasualty(quantity) ? nil : .smallCount
  }

  /// Whether a word like "killed" or "arrested" stands close enough to be about this count.
  func nearCasualty(_ quantity: Quantity) -> Bool {
    let first = max(0, quantity.terms.lowerBound - 3)
    if (first..<quantity.terms.lowerBound).contains(where: { terms[$0].has(.casualty) }) { return true }
    if quantity.counted == nil, let noun = countedNoun(after: quantity), word(quantity.terms.lowerBound - 1) == .in,
      terms[noun].has(.casualty)
    {
      return false
    }
    for index in quantity.terms.upperBound..<min(terms.count, quantity.terms.upperBound + 9) {
      if isMark(index, 0x2E) || isMark(index, 0x3B) { return false }
      if terms[index].has(.casualty) { return true }
      // Behind a comma only "Two men, aged 31 and 40, were arrested" is still about them.
      if isComma(index), !has(index + 1, .relative), word(index + 1) != .aged, terms.indices.contains(index + 1),
        terms[index + 1].kind != .number
      {
        return false
      }
    }
    return false
  }
}

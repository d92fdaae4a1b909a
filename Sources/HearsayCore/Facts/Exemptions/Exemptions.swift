import ProseText

extension Passage {
  /// Why a quantity needs no source, nil where it does; asked for those whose form alone does not say.
  func exemption(of quantity: Quantity, traits: SentenceTraits) -> Exemption? {
    if let known = quantity.exemption { return known }
    if let identifier = identifier(quantity) ?? partOfName(quantity) ?? designation(quantity) { return identifier }
    if isPeriod(quantity) { return .duration }
    if let notation = notation(quantity, traits) { return notation }
    if traits.contains(.instruction) { return .instruction }
    // A question asserts nothing, and nothing costs nothing.
    if traits.contains(.question) { return .hypothetical }
    if quantity.low == 0, quantity.high == 0, quantity.kind == .currency { return .idiom }
    if traits.contains(.hypothetical) || followsIf(quantity) || isBracketedExample(quantity) { return .hypothetical }
    if isAdvice(quantity, traits) { return .hypothetical }
    if isDefinition(quantity) || isThreshold(quantity) || isLimit(quantity) || isCharge(quantity) { return .definition }
    if isCareerRecord(quantity) || isPlayed(quantity) { return .score }
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
    if let low = quantity.low, let high = quantity.high, low > high, quantity.unit == nil, word(first - 1) != .from {
      return .score
    }
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
    // "is below 1", "stays under one": where a ratio turns, not a count.
    if quantity.kind == .count, quantity.low == 1, quantity.high == 1, let bound = quantity.bound,
      bound == .below || bound == .above, quantity.counted == nil, countedNoun(after: quantity) == nil
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

  /// "(for example, at most 15 percent)": one value of many that might stand there.
  private func isBracketedExample(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    return (max(0, first - 6)..<first).contains { at in
      word(at) == .for && Self.instances.contains(terms[at + 1].key) && isMark(at - 1, 0x28)
    }
  }

  /// "Changing course after $500,000 beats going on", "than to show your draft to 20 people": what anyone might
  /// do, with an amount that might stand there.
  private func isAdvice(_ quantity: Quantity, _ traits: SentenceTraits) -> Bool {
    let sentence = sentences[quantity.sentence].tokens
    guard let opener = sentence.first(where: { terms[$0].isWord }) else { return false }
    let first = quantity.terms.lowerBound
    let clause = clause(of: quantity)
    if terms[opener].tag == .presentParticiple || terms[opener].forms.contains(.gerund),
      !has(opener, .preposition), !isComma(opener + 1),
      let verb = (opener + 1..<sentence.upperBound).first(where: {
        terms[$0].tag.isFiniteVerb || terms[$0].tag == .modal
      }),
      !(opener..<verb).contains(where: { isComma($0) || has($0, .definite) }), first < verb
    {
      return terms[verb].tag == .thirdPersonVerb || terms[verb].tag == .modal
    }
    // Few of whatever it is, and the reader is the one who has them.
    guard quantity.kind == .count, !quantity.hasScale, quantity.high.map({ $0 <= 100 }) == true,
      !clause.contains(where: { terms[$0].tag == .pastVerb })
    else { return false }
    return clause.contains { $0 < first && (terms[$0].key == Self.your || word($0) == .you) }
      || isWhetherYou(sentence, before: first)
  }

  /// "whether you’re alone or in a group of 20"
  private func isWhetherYou(_ sentence: Range<Int>, before first: Int) -> Bool {
    (sentence.lowerBound..<max(sentence.lowerBound, first)).suffix(20).contains {
      terms[$0].key == Self.whether && word($0 + 1) == .you
    }
  }

  private static let punishments = WordKeys(["sentence", "term", "sentences", "terms"])
  private static let multi = foldedKey("multi")
  private static let top = foldedKey("top")
  private static let your = foldedKey("your")
  private static let whether = foldedKey("whether")
  private static let instances = WordKeys(["example", "instance"])

  func followsIf(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    for index in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      // "dozens if not hundreds" supposes nothing.
      if terms[index].word == .if { return word(index + 1) != .not }
      if terms[index].kind == .punctuation { return false }
    }
    return false
  }

  /// The terms around a quantity between semicolons: behind one the sentence speaks of something else.
  func independentClause(of quantity: Quantity) -> Range<Int> {
    let sentence = reach(of: quantity)
    var start = quantity.terms.lowerBound
    while start > sentence.lowerBound, !isMark(start - 1, 0x3B) { start -= 1 }
    var end = quantity.terms.upperBound
    while end < sentence.upperBound, !isMark(end, 0x3B) { end += 1 }
    return start..<end
  }

  /// The terms around a quantity up to the next comma, semicolon, colon or dash on either side.
  func clause(of quantity: Quantity) -> Range<Int> {
    let sentence = reach(of: quantity)
    var start = quantity.terms.lowerBound
    while start > sentence.lowerBound, !closesClause(start - 1) { start -= 1 }
    var end = quantity.terms.upperBound
    while end < sentence.upperBound, !closesClause(end) { end += 1 }
    return start..<end
  }

  /// The quantity's sentence, as far as words there can bear on it: no sentence of prose is longer.
  private func reach(of quantity: Quantity) -> Range<Int> {
    let sentence = sentences[quantity.sentence].tokens
    return max(
      sentence.lowerBound, quantity.terms.lowerBound - 80)..<min(
        sentence.upperBound, quantity.terms.upperBound + 80)
  }

  private func closesClause(_ index: Int) -> Bool {
    isComma(index) || isMark(index, 0x3B) || isMark(index, 0x3A) || isDash(index)
  }

  // MARK: Figures of speech

  func idiom(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if word(first) == .one, next == first + 1 { return nil }
    // "the top 20", "its top 10%": a rank, chosen and not counted.
    if terms.indices.contains(first - 1), terms[first - 1].key == Self.top, has(first - 2, [.definite, .possessive]),
      quantity.kind == .count || quantity.kind == .percent, quantity.bound == nil
    {
      return .ordinal
    }
    // "multi-million crown contracts"
    if isMark(first - 1, 0x2D), terms[first - 2].key == Self.multi { return .idiom }
    // "in the lower half of the picture": where, not how much.
    if quantity.kind == .ratio, next == first + 1, Self.sides.contains(terms[first - 1].key), has(first - 2, .definite)
    {
      return .idiom
    }
    // "served half his sentence": what the court's record says.
    if word(next - 1) == .half, has(next, .possessive), Self.punishments.contains(terms[next + 1].key) {
      return .duration
    }
    // "to almost zero"
    if quantity.low == 0, quantity.high == 0, quantity.isSpelled, quantity.counted == nil, isNearly(first - 1),
      countedNoun(after: quantity) == nil
    {
      return .idiom
    }
    // "a third, Ann Reid, voted": the third of several.
    if quantity.kind == .ratio, has(first, .indefinite), next == first + 2, terms[first + 1].word == .third,
      isComma(next), terms[next + 1].isName
    {
      return .ordinal
    }
    if quantity.kind == .ratio, isHalfOfName(first, next) { return .idiom }
    // "thanks a million", "a million thanks", "a hundred and one excuses", "one in a million"
    if terms[first].has(.indefinite), quantity.isSpelled {
      if word(first - 1) == .thanks || word(next) == .thanks || quantity.low == 101 { return .idiom }
    }
    if quantity.kind == .vague {
      // "test scores of 50 percent"
      if word(first) == .scores, terms[first - 1].tag.isNoun || terms[first - 1].tag.isAdjective { return .name }
      // Geological and astronomical orders of magnitude.
      if word(next) == .of,
        word(next + 1) == .years || terms.indices.contains(next + 1) && terms[next + 1].key == Self.lightYears
      {
        return .idiom
      }
      if word(next) == .years { return .idiom }
      // "from hundreds of miles away"
      if word(next) == .of, terms[next + 1].has(.measureUnit), Self.away.contains(terms[next + 2].key) { return .idiom }
      if isFigureOfSpeech(next) { return .idiom }
    }
    if quantity.kind == .count, isMark(first + 1, 0x2F) { return .idiom }
    if next < terms.count, quantity.high.map({ $0 <= 20 }) == true, quantity.kind == .count,
      Self.enumerated.contains(terms[next].key)
    {
      return .smallCount
    }
    return nil
  }

  /// "a half-sister", "at half staff", "her half of the prize": no share of anything that was counted.
  private func isHalfOfName(_ first: Int, _ next: Int) -> Bool {
    guard word(next - 1) == .half else { return false }
    if has(next - 2, .possessive) && word(next) == .of || has(first - 1, .possessive) && word(next) == .of {
      return true
    }
    let noun = isMark(next, 0x2D) ? next + 1 : next
    return Self.halved.contains(terms[noun].key)
  }

  private static let sides = WordKeys(["upper", "lower", "left", "right", "top", "bottom", "front", "back", "rear"])
  private static let halved = foldedKeys(
    "sister sisters brother brothers sibling siblings staff mast moon marathon marathons hour time truth truths")

  /// "almost", "near", "close to": in front of nought they say that next to nothing is left.
  private func isNearly(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    return Self.nearly.contains(terms[index].key) || word(index) == .to && word(index - 1) == .close
  }

  /// "millions of reasons", "a thousand stories to tell": of what nobody counts.
  private func isFigureOfSpeech(_ next: Int) -> Bool {
    guard word(next) == .of, terms.indices.contains(next + 1) else { return false }
    var noun = next + 1
    if terms[noun].tag.isAdjective { noun += 1 }
    if Self.uncounted.contains(terms[noun].key) { return true }
    // "touched millions of lives"
    if terms[noun].key == Self.lives,
      (max(0, next - 4)..<next).contains(where: { Self.touches.contains(terms[$0].key) })
    {
      return true
    }
    return Self.untold.contains(terms[noun].key) && word(noun + 1) == .to
  }

  private static let nearly = WordKeys(["almost", "near", "nearly", "virtually", "practically"])
  private static let uncounted = foldedKeys("reasons ways things possibilities excuses apologies")
  private static let away = WordKeys(["away", "off", "apart"])
  private static let lives = foldedKey("lives")
  private static let touches = WordKeys([
    "touch", "touches", "touched", "change", "changes", "changed", "improve", "improves", "improved", "transform",
    "transformed", "affect", "affects", "affected", "shape", "shaped", "enrich", "enriched",
  ])
  private static let untold = foldedKeys("stories ideas questions opportunities lessons secrets")
  static let lightYears = foldedKey("light")
  /// What a text counts of itself.
  static let enumerated = foldedKeys(
    "things reasons ways steps tips questions examples options parts sections points rules lessons ideas sentences paragraphs"
  )
}

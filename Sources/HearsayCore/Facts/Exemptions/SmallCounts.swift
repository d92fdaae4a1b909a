import ProseText

// Counts that a reader can check at a glance, and why those of the dead and the arrested are none.
extension Passage {
  /// A spelled-out one to nine with a plain noun, not with the dead, injured or arrested.
  func smallCount(_ quantity: Quantity, _ traits: SentenceTraits) -> Exemption? {
    // "zero or more": any number.
    if quantity.isSpelled, quantity.low == 0, word(quantity.terms.upperBound) == .or { return .idiom }
    // "divide by zero", "the sum will be zero": a number itself, of nothing.
    if quantity.isSpelled, quantity.high == 0, quantity.counted == nil, countedNoun(after: quantity) == nil {
      return .idiom
    }
    // "one or two uses", "1-2 uses"
    if quantity.kind == .range, !quantity.isSpelled, quantity.unit == nil, !quantity.hasScale,
      let low = quantity.low, let high = quantity.high, low >= 1, high <= 4, low < high, !traits.contains(.casualties),
      countedNoun(after: quantity) != nil
    {
      return .smallCount
    }
    guard quantity.isSpelled, !quantity.hasScale, let low = quantity.low, let high = quantity.high, low >= 1, high < 10,
      quantity.kind == .count || quantity.kind == .range, quantity.unit == nil
    else { return nil }
    let first = quantity.terms.lowerBound
    // "the Legend of the Ten Gates": inside a sentence only a name has the capital.
    if terms[first].isCapitalised, terms[first - 1].isWord, isInsideSentence(first), kind != .heading { return .name }
    // "a factor of two", "three per 100,000"
    if word(first - 1) == .of, terms[first - 2].key == Self.factor { return nil }
    if word(quantity.terms.upperBound) == .per { return nil }
    // "the two parents", "all four" were counted where they came in; "one of the nine" counts nothing.
    if has(first - 1, .definite) && word(first - 1) != .that || word(first - 1) == .all {
      return .smallCount
    }
    let isCasualty = traits.contains(.casualties) && (nearCasualty(quantity) || isAmongCasualties(quantity))
    // "one of the highest tolls"
    if word(first) == .one, word(quantity.terms.upperBound) == .of, let noun = countedNoun(after: quantity),
      !isPeople(noun)
    {
      return .idiom
    }
    if word(first) == .one {
      if isCasualty, word(quantity.terms.upperBound) != .another { return nil }
      return .idiom
    }
    return isCasualty ? nil : .smallCount
  }

  private static let factor = foldedKey("factor")

  /// Whether a word like "killed" or "arrested" stands close enough to be about this count.
  private func nearCasualty(_ quantity: Quantity) -> Bool {
    if let noun = quantity.counted ?? countedNoun(after: quantity), word(quantity.terms.upperBound) != .of,
      !isPeople(noun), !diesOrIsHurt(noun)
    {
      return false
    }
    let first = max(0, quantity.terms.lowerBound - 3)
    if (first..<quantity.terms.lowerBound).contains(where: { terms[$0].has(.casualty) }) { return true }
    if quantity.counted == nil, let noun = countedNoun(after: quantity), word(quantity.terms.lowerBound - 1) == .in,
      terms[noun].key == Self.cases
    {
      return false
    }
    var start = quantity.terms.upperBound
    // "One of the victims said": who they are, not what befell this one.
    if word(start) == .of, word(quantity.terms.lowerBound) == .one { start += 3 }
    // "At least nine, among them two nurses, died"
    if isComma(start), word(start + 1) == .including,
      let end = (start + 2..<min(terms.count, start + 10)).first(where: { isComma($0) })
    {
      start = end + 1
    }
    for index in start..<max(start, min(terms.count, start + 9)) {
      if isMark(index, 0x2E) || isMark(index, 0x3B) { return false }
      if terms[index].has(.casualty) { return true }
      // Behind a comma only "Two men, aged 31 and 40, were arrested" is still about them.
      if isComma(index), !has(index + 1, [.relative, .casualty]) || word(index + 1) == .whose, word(index + 1) != .aged,
        terms.indices.contains(index + 1),
        terms[index + 1].kind != .number
      {
        return false
      }
    }
    return false
  }

  /// "two pilgrims from Dorn also died": what dies, or is hurt, lives, whatever it is called; "two bombs killed ten" do not.
  private func diesOrIsHurt(_ noun: Int) -> Bool {
    for index in noun + 1..<min(terms.count, noun + 6) {
      if terms[index].kind != .word { return false }
      if Self.dies.contains(terms[index].key) { return true }
      if terms[index].has(.casualty) { return terms[index - 1].has(.be) }
    }
    return false
  }

  private static let dies = WordKeys(["died", "die", "dies"])

  /// "killed five children and two drivers", "the dead are fourteen civilians, five soldiers": one more of a list of people
  /// whose first count stands by the casualty.
  private func isAmongCasualties(_ quantity: Quantity) -> Bool {
    var first = quantity.terms.lowerBound
    while has(first - 1, .approximator) || word(first - 1) == .at { first -= 1 }
    guard word(first - 1) == .and || isComma(first - 1) || word(first - 1) == .including else { return false }
    let noun = countedNoun(after: quantity)
    if let noun, !isPeople(noun) { return false }
    var sawCount = terms[quantity.terms.upperBound].key == Self.others
    for index in stride(from: first - 2, through: max(0, first - 24), by: -1) {
      if isMark(index, 0x2E) || isMark(index, 0x3B) { return false }
      if terms[index].kind == .number || terms[index].has([.number, .vaguePlural])
        || terms[index].has(.indefinite) && isPeople(index + 1)
      {
        sawCount = true
      }
      if terms[index].has(.casualty) { return sawCount }
      if terms[index].tag.isFiniteVerb, !terms[index].has([.be, .auxiliary]) { return false }
    }
    return false
  }

  /// Whether a noun is about persons: a class of people, a capitalised plural ("Argentinians"), or an agent in -er, -or, -ist, -man.
  func isPeople(_ noun: Int) -> Bool {
    let term = terms[noun]
    if term.has([.peopleNoun, .personNoun, .casualty, .vagueClass, .anonymousNoun, .spokesperson]) { return true }
    if term.tag == .pluralNoun || term.tag == .pluralProperNoun, term.isCapitalised { return true }
    var ending = string(term.range).lowercased()
    if ending.hasSuffix("s") { ending.removeLast() }
    return Self.agents.contains { ending.hasSuffix($0) } || Self.persons.contains(term.key)
  }

  private static let cases = foldedKey("cases")
  private static let others = foldedKey("others")
  private static let agents = ["er", "or", "ist", "man", "men", "ian", "eer"]
  private static let persons = foldedKeys(
    """
    patient patients resident residents immigrant immigrants infant infants teens kids adults adult police troops inmates
    suspects crew guards pilots hostages occupants passengers animals shootings attacks bombings more man woman women boy
    boys girl girls baby babies civilians student students migrant migrants males females male female member personnel
    others
    """)
}

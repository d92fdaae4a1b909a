import ProseText

// Units without a number: "a dollar", "a mile" are one of them; "a percentage", "Fahrenheit" name no amount.
extension QuantityReader {
  /// A unit with an article, a coin, or the name of a scale; none of them needs a source.
  func unitAlone(at index: Int) -> Quantity? {
    let term = terms[index]
    if passage.isMark(index, 0x25), term.hasSpaceBefore {
      return make(index..<index + 1, .percent, nil, nil, unit: "%", exemption: .unit)
    }
    guard term.isWord else { return nil }
    if term.has(.indefinite) { return one(at: index) }
    if term.has(.percent), !terms[index - 1].has(.number) {
      return make(index..<index + 1, .percent, nil, nil, unit: "%", exemption: .unit)
    }
    if term.has(.currency), let value = Lexicon.coins[term.key], index == 0, terms[index + 1].range.isEmpty {
      return make(index..<index + 1, .currency, value, value, unit: "USD", exemption: .smallCount)
    }
    if term.has(.measureUnit), let scale = passage.temperatureScale(at: index), term.range.count > 3 {
      return make(index..<scale.end, .measure, nil, nil, unit: scale.code, exemption: .unit)
    }
    if term.has(.measureUnit), term.range.count >= 5, !Lexicon.everydayUnits.contains(term.key), !isPartOfName(index) {
      return make(index..<index + 1, .measure, nil, nil, unit: Lexicon.unitCodes[term.key], exemption: .unit)
    }
    if term.has(.currency), term.range.count > 2, !Lexicon.everydayCurrencies.contains(term.key), !isPartOfName(index) {
      return make(index..<index + 1, .currency, nil, nil, unit: Lexicon.currencyNames[term.key], exemption: .unit)
    }
    return nil
  }

  /// "Dollar General": a capital inside a sentence makes a name of it.
  private func isPartOfName(_ index: Int) -> Bool {
    terms[index].isCapitalised && !terms[index].shape.contains(.allCaps)
      && (terms[index + 1].isCapitalised || terms[index - 1].isWord)
  }

  /// "a dollar and 15 cents", "a kilogram", "a dime".
  private func one(at index: Int) -> Quantity? {
    let at = index + 1
    let term = terms[at]
    guard term.isWord, term.tag.isNoun && term.has([.measureUnit, .currency]) || Lexicon.unitVariants[term.key] != nil,
      !Lexicon.everydayUnits.contains(term.key)
    else {
      return nil
    }
    // "$60 a barrel" is a rate, "a pound sign" and "a mile-long queue" no amount.
    let before = terms[index - 1]
    if before.kind == .number || before.has([.number, .scale, .currency, .percent, .measureUnit]) { return nil }
    let number = NumberReading(end: at, value: 1, isSpelled: true)
    let everyday = Lexicon.everydayCurrencies.contains(term.key) && term.key != Self.grand && term.key != Self.pound
    guard !everyday, let unit = amountUnit(behind: at, number), unit.end > at,
      !(terms[unit.end].isWord && terms[unit.end].tag.isNoun),
      !passage.isMark(unit.end, 0x2D) || terms[unit.end].hasSpaceBefore
    else { return nil }
    var value = unit.factor
    var end = unit.end
    if unit.kind == .currency, let parts = moneyParts(behind: end, unit: unit.unit) {
      value += parts.value
      end = parts.end
      return make(index..<end, .currency, value, value, unit: unit.unit)
    }
    // "under a hectare" says how much.
    let isBounded = passage.approximator(before: index) != nil
    let exemption: Exemption? = value > 1 || isBounded ? nil : .smallCount
    return make(index..<end, unit.kind, value, value, unit: unit.unit, exemption: exemption)
  }

  private static let grand = foldedKey("grand")
  private static let pound = foldedKey("pound")
}

import ProseText

// Quantities that a number begins: with its currency sign before it, its unit behind it, ranges, ratios and compounds.
extension QuantityReader {
  /// The quantity whose number, or the currency sign before it, stands at `index`.
  func numbered(at index: Int) -> Quantity? {
    if let coded = codedAmount(at: index) { return coded }
    let prefix = currencyPrefix(at: index) ?? signedPrefix(at: index)
    guard var number = passage.number(at: prefix?.number ?? index) else { return nil }
    if let prefix, prefix.number < 0 { return nil }
    if isNegativePrefix(index) { number.value = -number.value }
    if let prefix {
      number.value *= prefix.factor
      if isLoss(index, number.end) { number.value = -number.value }
      return money(index, prefix, number)
    }
    return counted(from: index, number)
  }

  /// "-$5", "−€99": the minus before the sign.
  private func signedPrefix(at index: Int) -> CurrencyPrefix? {
    guard isNegativePrefix(index) else { return nil }
    return currencyPrefix(at: index + 1)
  }

  private func isNegativePrefix(_ index: Int) -> Bool {
    (passage.isMark(index, 0x2D) && terms[index].range.count == 1 || passage.isMathematicalMinus(index))
      && !terms[index + 1].hasSpaceBefore && terms[index + 1].kind == .symbol
      && Lexicon.currencySigns[terms[index + 1].key] != nil
      && (index == 0 || terms[index].hasSpaceBefore || passage.isMark(index - 1, 0x28))
  }

  /// "The result is ($99.99)": accounts put a loss in brackets.
  private func isLoss(_ index: Int, _ end: Int) -> Bool {
    passage.isMark(index - 1, 0x28) && passage.isMark(end, 0x29) && terms[index - 2].has(.be)
      && terms[end - 1].kind == .number
  }

  // MARK: Money with its sign before

  private func money(_ index: Int, _ prefix: CurrencyPrefix, _ first: NumberReading) -> Quantity {
    var low = first.value
    var high = first.value
    var end = first.end
    if let upper = upperAmount(from: end, unit: prefix.code, index: index) {
      low = scaled(low, by: upper, first)
      high = upper.value
      end = upper.end
    } else if let repeated = repeatedName(end, prefix.code) {
      // "$5 US", "$10 dollars"
      end = repeated
    }
    if low == high, let parts = moneyParts(behind: end, unit: prefix.code),
      passage.has(parts.end - 1, .currency) || passage.word(end) == .and && terms[end + 1].has(.number)
    {
      low += parts.value
      high = low
      end = parts.end
    }
    let result = make(index..<end, .currency, min(low, high), max(low, high), unit: prefix.code)
    return flagged(result, first)
  }

  private func repeatedName(_ end: Int, _ code: String) -> Int? {
    guard terms[end].isWord, terms[end].has(.currency), Lexicon.currencyNames[terms[end].key] == code,
      !Lexicon.everydayCurrencies.contains(terms[end].key)
    else { return nil }
    return end + 1
  }

  // MARK: A number first

  func counted(from index: Int, _ number: NumberReading) -> Quantity? {
    var end = number.end
    if end < terms.count, passage.isOrdinalSuffix(end), !number.isSpelled {
      return make(index..<end + 1, .ordinal, number.value, number.value, exemption: .ordinal)
    }
    if number.isSpelled, let ordinal = spelledOrdinal(from: index, number) { return ordinal }
    if let height = height(from: index, number) { return height }
    if let ratio = ratio(from: index, number) { return ratio }
    if number.isVersion { return make(index..<end, .count, number.value, number.value, exemption: .version) }
    var low = number.value
    var high = number.value
    var isRange = false
    var closing = number
    if let upper = upperNumber(from: end, first: number) {
      isRange = true
      low = scaled(low, by: upper, number)
      high = upper.value
      end = upper.end
      closing = upper
    }
    guard let unit = amountUnit(behind: end, closing) else { return plain(index..<end, low, high, number, isRange) }
    if unit.unit == nil, unit.kind == .multiple { return nil }
    low *= unit.factor
    high *= unit.factor
    end = unit.end
    if !isRange, let upper = upperAmount(from: end, unit: unit.unit, index: index), upper.unit?.unit == unit.unit,
      // "46 percent to 44 percent" sets one against the other.
      upper.value * (upper.unit?.factor ?? 1) > low || unit.kind == .measure
    {
      high = upper.value * (upper.unit?.factor ?? 1)
      end = upper.end
      if low > high { swap(&low, &high) }
    }
    if unit.exemption == .duration { return flagged(duration(index, end, low, high, number), number) }
    var result = make(index..<end, unit.kind, low, high, unit: unit.unit, exemption: unit.exemption)
    if !isRange { extend(&result) }
    return flagged(result, number)
  }

  /// A number that only counts what follows, or names something.
  private func plain(
    _ range: Range<Int>, _ low: Double, _ high: Double, _ number: NumberReading, _ isRange: Bool
  ) -> Quantity? {
    let end = range.upperBound
    if let times = times(range.lowerBound, end, low, high, number) { return times }
    // "18F", "3D", "4K": letters close behind that are no unit make a name.
    if terms[end].isWord, !terms[end].hasSpaceBefore, !number.isSpelled, terms[end].word != .clitic {
      if let plural = roundPlural(range, number) { return plural }
      let factor =
        terms[end].range.count == 1 && terms[end].isCapitalised ? Lexicon.scaleLetters[terms[end].key] ?? 1 : 1
      return make(range.lowerBound..<end + 1, .count, low * factor, high * factor, exemption: .name)
    }
    if !isRange, let pair = boundedPair(range, number) { return pair }
    if !isRange, let zero = belowZero(end) {
      return flagged(make(range.lowerBound..<zero, .measure, -low, -high, unit: "deg"), number)
    }
    let kind: FigureKind = number.isFraction && !isRange ? .ratio : isRange ? .range : .count
    var result = flagged(make(range, kind, low, high), number)
    if number.isFraction, Self.idiomaticFractions.contains(passage.string(passage.range(range))) {
      result.exemption = .idiom
    }
    return result
  }

  /// "100s of files": hundreds, in digits.
  private func roundPlural(_ range: Range<Int>, _ number: NumberReading) -> Quantity? {
    let end = range.upperBound
    guard terms[end].key == Self.plural, passage.word(end + 1) == .of, number.value >= 100,
      passage.string(terms[end - 1].range).drop(while: { $0 == "1" }).allSatisfy({ $0 == "0" || $0 == "," })
    else { return nil }
    return make(range.lowerBound..<end + 1, .vague, 2 * number.value, nil)
  }

  private static let plural = foldedKey("s")
  private static let idiomaticFractions: Set<String> = ["9/11", "7/7", "24/7", "50/50", "20/20", "7/11", "60/40"]

  func flagged(_ quantity: Quantity, _ number: NumberReading) -> Quantity {
    var result = quantity
    result.isSpelled = number.isSpelled
    result.hasScale = number.hasScale
    result.isAmbiguous = number.isAmbiguous
    return result
  }

  /// "twenty-fifth", "one hundred and first".
  private func spelledOrdinal(from index: Int, _ number: NumberReading) -> Quantity? {
    var at = number.end
    if passage.isMark(at, 0x2D) || passage.isDash(at), !terms[at].hasSpaceBefore, !terms[at + 1].hasSpaceBefore {
      at += 1
    } else if passage.word(at) == .and {
      at += 1
    }
    guard let unit = Lexicon.ordinals[terms[at].key], terms[at].has(.ordinal), unit < 10, number.value >= 20,
      number.value.truncatingRemainder(dividingBy: 10) == 0,
      !(terms[at].word == .second && terms[at].hasSpaceBefore && terms[at + 1].isWord)
    else { return nil }
    let value = number.value + unit
    return make(index..<at + 1, .ordinal, value, value, exemption: .ordinal)
  }

  /// "6'2"": a person's height.
  private func height(from index: Int, _ number: NumberReading) -> Quantity? {
    let end = number.end
    let isFeet = passage.isMark(end, 0x27) || passage.isMark(end, 0xE2) && !passage.isDash(end)
    guard isFeet, !number.isSpelled, !terms[end].hasSpaceBefore, terms[end + 1].kind == .number,
      !terms[end + 1].hasSpaceBefore, let inches = passage.integer(end + 1), inches < 12
    else { return nil }
    let last = passage.isMark(end + 2, 0x22) ? end + 3 : end + 2
    let value = number.value * 12 + Double(inches)
    return make(index..<last, .measure, value, value, unit: "[in_i]", exemption: .age)
  }

  // MARK: Compounds

  /// Parts of a larger unit behind it: "5 feet 2 inches", "3 dollars 50 cents".
  private func extend(_ quantity: inout Quantity) {
    guard let value = quantity.low, value == quantity.high, let unit = quantity.unit else { return }
    if quantity.kind == .currency {
      guard let parts = moneyParts(behind: quantity.terms.upperBound, unit: unit) else { return }
      quantity.low = value + parts.value
      quantity.high = quantity.low
      quantity.terms = quantity.terms.lowerBound..<parts.end
      return
    }
    guard quantity.kind == .measure else { return }
    var unitNow = unit
    while let parts = Self.smallerUnits[unitNow], let next = smaller(behind: quantity.terms.upperBound, parts) {
      // The smallest unit gives whole numbers, and loses nothing.
      quantity.low = (quantity.low ?? 0) * next.perUnit + next.value
      quantity.high = quantity.low
      quantity.unit = next.unit
      quantity.terms = quantity.terms.lowerBound..<next.end
      unitNow = next.unit
    }
    if unit == "Cel" || unit == "[degF]" || unit == "deg", let end = belowZero(quantity.terms.upperBound) {
      quantity.low = -value
      quantity.high = -value
      quantity.terms = quantity.terms.lowerBound..<end
    }
  }

  /// "2 degrees below zero"
  private func belowZero(_ index: Int) -> Int? {
    passage.word(index) == .below && Lexicon.numbers[terms[index + 1].key] == 0 ? index + 2 : nil
  }

  /// Units that are counted on in smaller ones, and how many make one of the larger.
  private static let smallerUnits: [String: [String: Double]] = [
    "[mi_i]": ["[yd_i]": 1760, "[ft_i]": 5280], "[yd_i]": ["[ft_i]": 3, "[in_i]": 36], "[ft_i]": ["[in_i]": 12],
    "km": ["m": 1000], "m": ["cm": 100, "mm": 1000], "[stone_av]": ["[lb_av]": 14], "[lb_av]": ["[oz_av]": 16],
    "kg": ["g": 1000], "L": ["mL": 1000],
  ]

  private func smaller(behind end: Int, _ parts: [String: Double])
    -> (value: Double, unit: String, perUnit: Double, end: Int)?
  {
    var at = end
    if passage.isComma(at) { at += 1 }
    if passage.word(at) == .and { at += 1 }
    guard terms[at].kind == .number || terms[at].has(.number), let number = passage.number(at: at), !number.hasScale
    else {
      return nil
    }
    if let perUnit = parts["[ft_i]"], passage.isMark(number.end, 0x27), !terms[number.end].hasSpaceBefore {
      return (number.value, "[ft_i]", perUnit, number.end + 1)
    }
    guard let unit = passage.unit(at: number.end, after: number), let perUnit = parts[unit.code],
      number.value < perUnit || perUnit < 20
    else { return nil }
    return (number.value, unit.code, perUnit, unit.end)
  }

  // MARK: Time

  private func duration(_ index: Int, _ end: Int, _ low: Double, _ high: Double, _ number: NumberReading) -> Quantity {
    // "19-year-old", "19 years old"
    let old = passage.isMark(end, 0x2D) ? end + 1 : end
    let unit = passage.timeCode(terms[end - 1].key)
    if passage.word(old) == .old || passage.word(old) == .olds {
      return make(index..<old + 1, .measure, low, high, unit: "a", exemption: .age)
    }
    if passage.word(end) == .of, passage.word(end + 1) == .age {
      return make(index..<end + 2, .measure, low, high, unit: "a", exemption: .age)
    }
    // "2.3 million hours of paperwork" is an amount; "two hours" says how long something took.
    let isRate = passage.word(end) == .per && terms[end + 1].has(.timeUnit)
    let isAmount = number.hasScale || high >= 1000 || isRate
    return make(index..<end, .measure, low, high, unit: unit, exemption: isAmount ? nil : .duration)
  }
}

import ProseText

// A number with what follows it: percent, units, currencies, ranges, ratios, durations.
extension QuantityReader {
  // MARK: Numbers with what follows them

  func counted(from index: Int, _ number: NumberReading) -> Quantity? {
    var end = number.end
    if end < terms.count, passage.isOrdinalSuffix(end) {
      return make(index..<end + 1, .ordinal, number.low, number.high, exemption: .ordinal)
    }
    // "18F", "3D", "4K": letters close behind that are no unit make a name.
    if end < terms.count, terms[end].isWord, !terms[end].hasSpaceBefore, !number.isSpelled, !isUnitLike(end) {
      return make(index..<end + 1, .count, number.low, number.high, exemption: .name)
    }
    // "6'2"": a person's height.
    if passage.isMark(end, 0x27) || passage.isMark(end, 0xE2) && !passage.isDash(end), !number.isSpelled,
      end + 1 < terms.count, !terms[end].hasSpaceBefore, terms[end + 1].kind == .number, !terms[end + 1].hasSpaceBefore
    {
      let last = passage.isMark(end + 2, 0x22) ? end + 3 : end + 2
      return make(index..<last, .measure, number.low, number.high, unit: "[ft_i]", exemption: .age)
    }
    if let ratio = ratio(from: index, number) { return ratio }
    var low = number.low
    var high = number.high
    var isRange = false
    var closing = number
    if let upper = rangeEnd(from: end) {
      isRange = true
      low = scaled(low, to: upper.high, number)
      high = upper.high
      end = upper.end
      closing = upper
    }
    if number.isVersion { return make(index..<end, .count, low, high, exemption: .version) }
    var quantity = unit(index, end, low, high, closing, isRange: isRange)
    quantity.isSpelled = number.isSpelled
    return flagged(quantity, number)
  }

  func isUnitLike(_ index: Int) -> Bool {
    let term = terms[index]
    return term.has([.scale, .measureUnit, .percent, .timeUnit, .currency])
      && !(term.range.count == 1 && term.isCapitalised)
      || term.word == .x || term.word == .times || term.key == Self.foldSuffix || term.word == .am || term.word == .pm
  }

  func flagged(_ quantity: Quantity, _ number: NumberReading) -> Quantity {
    var result = quantity
    result.isSpelled = number.isSpelled
    result.hasScale = number.hasScale
    return result
  }

  /// "one in five", "3 out of 4".
  func ratio(from index: Int, _ number: NumberReading) -> Quantity? {
    var at = number.end
    if passage.word(at) == .in {
      at += 1
    } else if passage.word(at) == .out, passage.word(at + 1) == .of {
      at += 2
    } else {
      return nil
    }
    if passage.word(at) == .every { at += 1 }
    guard at < terms.count, passage.year(at: at) == nil, let base = passage.number(at: at), base.low > number.low,
      number.low > 0, number.decimals == 0, base.decimals == 0
    else { return nil }
    if base.end < terms.count, terms[base.end].has([.timeUnit, .month, .measureUnit, .percent]) { return nil }
    if terms[at].has(.indefinite), base.low >= 1e6 {
      return make(index..<base.end, .ratio, number.low / base.low, number.low / base.low, exemption: .idiom)
    }
    let value = number.low / base.low
    var result = make(index..<base.end, .ratio, value, value)
    result.isSpelled = number.isSpelled && base.isSpelled
    return result
  }

  /// The upper end of "20 to 30" or "20–30".
  func rangeEnd(from end: Int) -> NumberReading? {
    guard end < terms.count else { return nil }
    var at = end
    if passage.isMark(at, 0x2D), passage.word(at + 1) == .to, passage.isMark(at + 2, 0x2D),
      terms[at + 3].kind == .number
    {
      // "230-to-198"
      at += 3
    } else if passage.word(at) == .to
      || passage.word(at) == .or && terms[at + 1].kind == .number && terms[at - 1].kind == .number
    {
      at += 1
    } else if passage.isDash(at) || (passage.isMark(at, 0x2D) && !terms[at].hasSpaceBefore) {
      guard at + 1 < terms.count, terms[at + 1].kind == .number || terms[at + 1].has(.number),
        terms[at].hasSpaceBefore == terms[at + 1].hasSpaceBefore
      else { return nil }
      at += 1
    } else {
      return nil
    }
    guard at < terms.count, passage.calendar(at: at) == nil, let number = passage.number(at: at) else { return nil }
    return number
  }

  func unit(
    _ index: Int, _ end: Int, _ low: Double, _ high: Double, _ number: NumberReading, isRange: Bool
  ) -> Quantity {
    let plain: FigureKind = isRange ? .range : .count
    var at = end
    if passage.isMark(at, 0x2D), at + 1 < terms.count, !terms[at].hasSpaceBefore, terms[at + 1].isWord { at += 1 }
    guard at < terms.count else { return make(index..<end, plain, low, high) }
    let term = terms[at]
    if term.kind == .symbol {
      if passage.isMark(at, 0x25) { return percent(index, at, low, high) }
      if let degrees = degrees(index, at, low, high) { return degrees }
      if let sign = Lexicon.currencySigns[term.key], !term.hasSpaceBefore || passage.byte(of: at) >= 0x80 {
        return make(index..<at + 1, .currency, low, high, unit: sign)
      }
      return make(index..<end, plain, low, high)
    }
    guard term.isWord else { return make(index..<end, plain, low, high) }
    if term.has(.percent) { return percent(index, at, low, high) }
    if term.word == .per, passage.word(at + 1) == .cent { return percent(index, at + 1, low, high) }
    if term.word == .points || term.word == .point {
      return make(index..<at + 1, .percentagePoints, low, high, unit: "points")
    }
    if term.word == .basis, passage.word(at + 1) == .points || passage.word(at + 1) == .point {
      return make(index..<at + 2, .percentagePoints, low / 100, high / 100, unit: "bp")
    }
    if term.word == .times || term.key == Self.foldSuffix || (term.word == .x && !term.hasSpaceBefore) {
      return times(index, at, low, high, number)
    }
    if let currency = Lexicon.currencyNames[term.key],
      !Lexicon.everydayCurrencies.contains(term.key) || number.hasScale || !number.isSpelled && term.tag.isNoun
    {
      return make(index..<at + 1, .currency, low, high, unit: currency)
    }
    if term.has(.timeUnit), term.tag != .properNoun || term.hasSpaceBefore {
      return duration(index, at, low, high, number)
    }
    if let measure = measure(index, at, low, high, number) { return measure }
    return make(index..<end, plain, low, high)
  }

  static let foldSuffix = foldedKey("fold")

  func percent(_ index: Int, _ at: Int, _ low: Double, _ high: Double) -> Quantity {
    // "percentage points", "percent points", "% points"
    let next = at + 1
    if passage.word(next) == .points || passage.word(next) == .point {
      return make(index..<next + 1, .percentagePoints, low, high, unit: "%")
    }
    return make(index..<at + 1, .percent, low, high, unit: "%")
  }

  func degrees(_ index: Int, _ at: Int, _ low: Double, _ high: Double) -> Quantity? {
    let sign = passage.string(terms[at].range)
    if sign == "℃" || sign == "℉" {
      return make(index..<at + 1, .measure, low, high, unit: sign == "℃" ? "Cel" : "[degF]")
    }
    guard sign == "°" || sign == "º" else { return nil }
    let next = at + 1
    if next < terms.count, terms[next].isWord, terms[next].range.count == 1 {
      switch passage.byte(of: next) | 0x20 {
      case 0x63: return make(index..<next + 1, .measure, low, high, unit: "Cel")
      case 0x66: return make(index..<next + 1, .measure, low, high, unit: "[degF]")
      default: break
      }
    }
    return make(index..<at + 1, .measure, low, high, unit: "deg")
  }

  /// "three times more likely" compares; "three times" alone counts occasions.
  func times(_ index: Int, _ at: Int, _ low: Double, _ high: Double, _ number: NumberReading) -> Quantity {
    let next = at + 1
    let compares =
      next < terms.count
      && (terms[next].word == .as || terms[next].word == .more || terms[next].word == .less || terms[next].word == .the
        || terms[next].word == .that || terms[next].word == .its || terms[next].tag == .comparativeAdjective
        || terms[next].tag == .comparativeAdverb || endsInComparative(next))
      || terms[at].key == Self.foldSuffix
    var result = make(index..<at + 1, .multiple, low, high)
    if !compares { result.exemption = number.isSpelled && low < 10 ? .smallCount : nil }
    if !compares { result.kind = .count }
    if !compares, terms[at].word == .x { result.exemption = .name }
    // "a thousand times better"
    if terms[index].has(.indefinite) { result.exemption = .idiom }
    return result
  }

  func endsInComparative(_ index: Int) -> Bool {
    let range = terms[index].range
    return range.count >= 5 && passage.byte(range.upperBound - 1) == 0x72 && passage.byte(range.upperBound - 2) == 0x65
      && terms[index].tag.isAdjective
  }

  func duration(
    _ index: Int, _ at: Int, _ low: Double, _ high: Double, _ number: NumberReading
  ) -> Quantity {
    var last = at + 1
    // "19-year-old", "19 years old"
    let old = passage.isMark(last, 0x2D) ? last + 1 : last
    if passage.word(old) == .old || passage.word(old) == .olds {
      return make(index..<old + 1, .measure, low, high, unit: "a", exemption: .age)
    }
    if passage.word(last) == .of, last + 1 < terms.count, terms[last + 1].word == .age {
      last += 2
      return make(index..<last, .measure, low, high, unit: "a", exemption: .age)
    }
    // "2.3 million hours of paperwork" is an amount; "two hours" says how long something took.
    let isAmount = number.hasScale || high >= 1000
    return make(
      index..<at + 1, .measure, low, high, unit: timeCode(terms[at].key), exemption: isAmount ? nil : .duration)
  }

  func timeCode(_ key: UInt64) -> String {
    switch Lexicon.timeUnits[key] ?? 1 {
    case ..<0.0005: "s"
    case ..<0.01: "min"
    case ..<0.9: "h"
    case ..<5: "d"
    case ..<20: "wk"
    case ..<100: "mo"
    default: "a"
    }
  }

  func measure(
    _ index: Int, _ at: Int, _ low: Double, _ high: Double, _ number: NumberReading
  ) -> Quantity? {
    var unitAt = at
    var prefix = ""
    switch passage.string(terms[at].range).lowercased() {
    case "square", "sq", "sq.": prefix = "2"
    case "cubic", "cu": prefix = "3"
    default: break
    }
    if !prefix.isEmpty { unitAt += 1 }
    guard unitAt < terms.count, terms[unitAt].has(.measureUnit), let code = Lexicon.unitCodes[terms[unitAt].key]
    else { return nil }
    if Lexicon.unitsAfterDigitsOnly.contains(terms[unitAt].key), number.isSpelled { return nil }
    if terms[unitAt].range.count <= 2, terms[unitAt].isCapitalised, !terms[unitAt].shape.contains(.allCaps) {
      return nil
    }
    var end = unitAt + 1
    var unit = code + prefix
    // "31 degrees Celsius"
    if code == "deg", end < terms.count, let scale = Lexicon.unitCodes[terms[end].key],
      Self.temperatures.contains(scale)
    {
      unit = scale
      end += 1
    }
    // "miles per hour"
    if passage.word(end) == .per, passage.has(end + 1, .timeUnit) {
      unit += "/" + timeCode(terms[end + 1].key)
      end += 2
    }
    // "km/h", "litres per day", "m²"
    if passage.isMark(end, 0x2F), end + 1 < terms.count,
      let below = Lexicon.unitCodes[terms[end + 1].key] ?? timeLetter(end + 1)
    {
      unit += "/" + below
      end += 2
    }
    if end < terms.count, terms[end].kind == .symbol, !terms[end].hasSpaceBefore {
      let sign = passage.string(terms[end].range)
      if sign == "²" || sign == "³" {
        unit += sign == "²" ? "2" : "3"
        end += 1
      }
    }
    return make(index..<end, .measure, low, high, unit: unit)
  }

  static let temperatures: Set<String> = ["Cel", "[degF]", "K"]

  func timeLetter(_ index: Int) -> String? {
    switch passage.string(terms[index].range) {
    case "h": "h"
    case "s": "s"
    default: nil
    }
  }
}

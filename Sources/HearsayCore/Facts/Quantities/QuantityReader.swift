import ProseText

/// Finds every quantity expression of a passage.
///
/// One scan over the terms; what begins at each is tried from the most to the least particular form.
struct QuantityReader {
  private let passage: Passage
  private var terms: Terms { passage.terms }

  init(_ passage: Passage) { self.passage = passage }

  /// The quantities in order, exempt ones included, without counted nouns and windows.
  func quantities() -> [Quantity] {
    var result: [Quantity] = []
    var index = 0
    var sentence = 0
    while index < passage.terms.count {
      while sentence + 1 < passage.sentences.count, passage.sentences[sentence].tokens.upperBound <= index {
        sentence += 1
      }
      let term = passage.terms[index]
      if mayBegin(term), var quantity = quantity(at: index) {
        quantity.sentence = sentence
        quantity.range = passage.range(quantity.terms)
        result.append(quantity)
        index = quantity.terms.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private static let openers: WordClasses = [
    .number, .scale, .fraction, .vaguePlural, .multiple, .month, .weekday, .ordinal, .indefinite, .currency,
    .quantifier,
  ]

  private func mayBegin(_ term: Term) -> Bool {
    switch term.kind {
    case .number, .symbol: true
    case .word: term.has(Self.openers) || term.word == .noon || term.word == .midnight || term.isCapitalised
    case .punctuation, .opaque: false
    }
  }

  private func quantity(at index: Int) -> Quantity? {
    if let reading = passage.calendar(at: index) {
      let kind: FigureKind = reading.exemption == .time ? .time : .date
      return make(index..<reading.end, kind, nil, nil, exemption: reading.exemption)
    }
    if let money = money(at: index) { return money }
    if let vague = vague(at: index) { return vague }
    if let fraction = fraction(at: index) { return fraction }
    if let multiple = multiple(at: index) { return multiple }
    if let number = passage.number(at: index) { return counted(from: index, number) }
    if terms[index].has(.ordinal), terms[index].word != .second || index == 0 || !passage.has(index - 1, .number) {
      return make(index..<index + 1, .ordinal, nil, nil, exemption: .ordinal)
    }
    return nil
  }

  private func make(
    _ range: Range<Int>, _ kind: FigureKind, _ low: Double?, _ high: Double?, unit: String? = nil,
    exemption: Exemption? = nil
  ) -> Quantity {
    Quantity(
      terms: range, range: 0..<0, kind: kind, low: low, high: high, unit: unit,
      isApproximate: isApproximate(before: range.lowerBound), exemption: exemption, sentence: 0)
  }

  /// Whether an approximator stands before the number.
  private func isApproximate(before index: Int) -> Bool {
    guard index > 0 else { return false }
    switch terms[index - 1].word {
    case .about, .around, .roughly, .approximately, .nearly, .almost, .some: return true
    case .to: return passage.word(index - 2) == .up
    default: return terms[index - 1].key == Self.estimated || passage.isMark(index - 1, 0x7E)
    }
  }

  private static let estimated = foldedKey("estimated")

  // MARK: Money before the number

  private func money(at index: Int) -> Quantity? {
    var at = index
    var code: String?
    if terms[at].kind == .symbol, let sign = Lexicon.currencySigns[terms[at].key] {
      code = sign
      at += 1
    } else if terms[at].isWord, terms[at].range.count <= 3, at + 1 < terms.count, terms[at + 1].kind == .symbol,
      !terms[at + 1].hasSpaceBefore, Lexicon.currencySigns[terms[at + 1].key] != nil
    {
      // "US$", "A$", "HK$"
      code = dollarPrefix(passage.string(terms[at].range))
      at += 2
    } else if terms[at].shape.contains(.allCaps), terms[at].range.count == 3,
      let name = Lexicon.currencyNames[terms[at].key],
      at + 1 < terms.count, terms[at + 1].kind == .number
    {
      code = name
      at += 1
    }
    guard let code, let number = passage.number(at: at) else { return nil }
    var end = number.end
    var high = number.high
    if let upper = rangeEnd(from: end) {
      high = upper.high
      end = upper.end
    }
    return flagged(
      make(index..<end, .currency, scaled(number.low, to: high, number), high, unit: code), number)
  }

  private func dollarPrefix(_ prefix: String) -> String {
    switch prefix {
    case "A", "AU": "AUD"
    case "C", "CA": "CAD"
    case "NZ": "NZD"
    case "HK": "HKD"
    case "S": "SGD"
    default: "USD"
    }
  }

  /// "2 to 3 million": the scale of the second number goes for the first.
  private func scaled(_ low: Double, to high: Double, _ number: NumberReading) -> Double {
    guard !number.hasScale, high >= 1000, low < 1000, high > low * 100 else { return low }
    var factor = 1.0
    while low * factor * 1000 <= high * 1.0001, factor < 1e12 { factor *= 1000 }
    return low * factor
  }

  // MARK: Vague plurals

  private func vague(at index: Int) -> Quantity? {
    let term = terms[index]
    if term.has(.vaguePlural), let least = Lexicon.vaguePlurals[term.key] {
      var end = index + 1
      var low = least
      // "hundreds of thousands", "tens of millions"
      if passage.word(end) == .of, end + 1 < terms.count, let inner = Lexicon.vaguePlurals[terms[end + 1].key] {
        low = least / 2 * inner
        end += 2
      }
      guard term.word != .scores || passage.word(end) == .of else { return nil }
      if index > 0, terms[index - 1].kind == .number || terms[index - 1].has(.number) { return nil }
      return make(index..<end, .vague, low, nil)
    }
    if term.word == .several || term.word == .few || term.word == .many, index + 1 < terms.count,
      terms[index + 1].has(.scale), terms[index + 1].range.count > 3, let factor = Lexicon.scales[terms[index + 1].key]
    {
      return make(index..<index + 2, .vague, 2 * factor, nil)
    }
    if term.has(.indefinite) || term.word == .the, let end = majority(after: index) {
      return make(index..<end, .vague, nil, nil)
    }
    return nil
  }

  /// "a large majority", "the vast majority".
  private func majority(after index: Int) -> Int? {
    switch passage.word(index + 1) {
    case .large, .vast, .overwhelming, .great, .huge: passage.word(index + 2) == .majority ? index + 3 : nil
    default: nil
    }
  }

  // MARK: Fractions

  private func fraction(at index: Int) -> Quantity? {
    let term = terms[index]
    if term.word == .half { return half(at: index) }
    var numerator = 1.0
    var at = index
    var isSpelled = true
    if term.has(.indefinite) || term.word == .one {
      at += 1
    } else if let value = Lexicon.numbers[term.key], term.isWord, value < 10 {
      numerator = value
      at += 1
    } else if term.kind == .symbol || term.kind == .number {
      guard let value = vulgarFraction(index) else { return nil }
      isSpelled = false
      return finishFraction(index..<index + 1, value, isSpelled)
    } else {
      return nil
    }
    if passage.isMark(at, 0x2D) { at += 1 }
    guard at < terms.count, at > index, terms[at].has(.fraction), let denominator = Lexicon.fractions[terms[at].key]
    else { return nil }
    if denominator == 2 { return nil }
    let isPlural = passage.byte(Int(terms[at].end) - 1) | 0x20 == 0x73
    // "a third man", "a second chance" are ordinals.
    if !isPlural, at + 1 < terms.count, !(terms[at - 1].word == .one && passage.isMark(at - 1, 0x2D)) {
      let next = terms[at + 1]
      let isShare =
        next.word == .of || next.word == .less || next.word == .more || next.word == .as || !next.isWord
        || next.tag.isVerb || next.tag == .preposition || next.tag == .conjunction || next.tag == .to
        || next.tag == .modal
        || next.tag == .comparativeAdjective || next.tag == .determiner
      if !isShare { return nil }
    }
    if numerator != 1, !isPlural { return nil }
    return finishFraction(index..<at + 1, numerator / denominator, isSpelled)
  }

  private func half(at index: Int) -> Quantity? {
    let next = index + 1
    if index > 0 {
      switch terms[index - 1].word {
      case .first, .second, .and, .last, .other: return nil
      default: break
      }
      if terms[index - 1].has([.ordinal]) { return nil }
      if passage.word(index - 1) == .a, passage.word(index - 2) == .and { return nil }
    }
    if passage.isMark(next, 0x2D) { return nil }
    if passage.has(next, .indefinite), passage.has(next + 1, .scale), next + 1 < terms.count,
      let factor = Lexicon.scales[terms[next + 1].key], terms[next + 1].range.count > 3
    {
      return make(index..<next + 2, .count, factor / 2, factor / 2)
    }
    if passage.has(next, .indefinite) { return make(index..<next, .ratio, 0.5, 0.5, exemption: .duration) }
    if passage.has(next, .timeUnit) || passage.has(next, .ordinal) { return nil }
    // "half staff", "half brother"
    if next < terms.count, terms[next].tag.isNoun, terms[next].isWord, !terms[next].has(.function) { return nil }
    return finishFraction(index..<next, 0.5, true)
  }

  private func vulgarFraction(_ index: Int) -> Double? {
    switch passage.string(terms[index].range) {
    case "½": 0.5
    case "⅓": 1 / 3
    case "⅔": 2 / 3
    case "¼": 0.25
    case "¾": 0.75
    default: nil
    }
  }

  private func finishFraction(_ range: Range<Int>, _ value: Double, _ isSpelled: Bool) -> Quantity {
    // "a quarter of a million"
    if passage.word(range.upperBound) == .of, passage.has(range.upperBound + 1, .indefinite),
      passage.has(range.upperBound + 2, .scale),
      let factor = Lexicon.scales[terms[range.upperBound + 2].key]
    {
      return make(range.lowerBound..<range.upperBound + 3, .count, value * factor, value * factor)
    }
    var quantity = make(range, .ratio, value, value)
    quantity.isSpelled = isSpelled
    var next = range.upperBound
    if passage.isMark(next, 0x2D) { next += 1 }
    // "a two-thirds majority" is a rule of procedure.
    if passage.word(next) == .majority || passage.word(next) == .vote || passage.word(next) == .votes {
      quantity.exemption = .law
    }
    return quantity
  }

  // MARK: Multiples

  private static let multiples: [UInt64: Double] = {
    let values: [String: Double] = [
      "twice": 2, "thrice": 3, "doubled": 2, "doubles": 2, "doubling": 2, "tripled": 3, "triples": 3, "tripling": 3,
      "trebled": 3, "quadrupled": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5, "twofold": 2, "threefold": 3,
      "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
      "double": 2, "triple": 3, "treble": 3, "quadruple": 4,
    ]
    return Dictionary(uniqueKeysWithValues: values.map { (foldedKey($0.key), $0.value) })
  }()

  private func multiple(at index: Int) -> Quantity? {
    let term = terms[index]
    guard term.has(.multiple), let value = Self.multiples[term.key] else { return nil }
    let next = passage.word(index + 1)
    var exemption: Exemption?
    if term.word == .twice || term.key == Self.thrice {
      // "twice as many" compares, "froze twice" counts occasions.
      if next != .as && next != .the && next != .that && next != .what && next != .its { exemption = .smallCount }
    } else if Self.attributive.contains(term.key) {
      // "double the price" compares, "a double room" does not; "to double" is a change.
      guard next == .the || next == .that || next == .its || next == .what || term.tag.isVerb else { return nil }
    }
    return make(index..<index + 1, .multiple, value, value, exemption: exemption)
  }

  private static let thrice = foldedKey("thrice")
  private static let attributive = Set(["double", "triple", "treble", "quadruple"].map(foldedKey))

  // MARK: Numbers with what follows them

  private func counted(from index: Int, _ number: NumberReading) -> Quantity? {
    var end = number.end
    if end < terms.count, passage.isOrdinalSuffix(end) {
      return make(index..<end + 1, .ordinal, number.low, number.high, exemption: .ordinal)
    }
    // "18F", "3D", "4K": letters close behind that are no unit make a name.
    if end < terms.count, terms[end].isWord, !terms[end].hasSpaceBefore, !number.isSpelled, !isUnitLike(end) {
      return make(index..<end + 1, .count, number.low, number.high, exemption: .name)
    }
    // "6'2"": a person's height.
    if passage.isMark(end, 0x27) || passage.isMark(end, 0xE2), !number.isSpelled, end + 1 < terms.count,
      !terms[end].hasSpaceBefore, terms[end + 1].kind == .number, !terms[end + 1].hasSpaceBefore
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

  private func isUnitLike(_ index: Int) -> Bool {
    let term = terms[index]
    return term.has([.scale, .measureUnit, .percent, .timeUnit, .currency])
      && !(term.range.count == 1 && term.isCapitalised)
      || term.word == .x || term.word == .times || term.key == Self.foldSuffix || term.word == .am || term.word == .pm
  }

  private func flagged(_ quantity: Quantity, _ number: NumberReading) -> Quantity {
    var result = quantity
    result.isSpelled = number.isSpelled
    result.hasScale = number.hasScale
    return result
  }

  /// "one in five", "3 out of 4".
  private func ratio(from index: Int, _ number: NumberReading) -> Quantity? {
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
  private func rangeEnd(from end: Int) -> NumberReading? {
    guard end < terms.count else { return nil }
    var at = end
    if passage.word(at) == .to {
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

  private func unit(
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
      return duration(index, at, end, low, high, number)
    }
    if let measure = measure(index, at, low, high, number) { return measure }
    return make(index..<end, plain, low, high)
  }

  private static let foldSuffix = foldedKey("fold")

  private func percent(_ index: Int, _ at: Int, _ low: Double, _ high: Double) -> Quantity {
    // "percentage points", "percent points", "% points"
    let next = at + 1
    if passage.word(next) == .points || passage.word(next) == .point {
      return make(index..<next + 1, .percentagePoints, low, high, unit: "%")
    }
    return make(index..<at + 1, .percent, low, high, unit: "%")
  }

  private func degrees(_ index: Int, _ at: Int, _ low: Double, _ high: Double) -> Quantity? {
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
  private func times(_ index: Int, _ at: Int, _ low: Double, _ high: Double, _ number: NumberReading) -> Quantity {
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

  private func endsInComparative(_ index: Int) -> Bool {
    let range = terms[index].range
    return range.count >= 5 && passage.byte(range.upperBound - 1) == 0x72 && passage.byte(range.upperBound - 2) == 0x65
      && terms[index].tag.isAdjective
  }

  private func duration(
    _ index: Int, _ at: Int, _ end: Int, _ low: Double, _ high: Double, _ number: NumberReading
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

  private func timeCode(_ key: UInt64) -> String {
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

  private func measure(
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

  private func timeLetter(_ index: Int) -> String? {
    switch passage.string(terms[index].range) {
    case "h": "h"
    case "s": "s"
    default: nil
    }
  }
}

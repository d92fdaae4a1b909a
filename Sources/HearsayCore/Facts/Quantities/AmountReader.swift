import ProseText

/// What stands behind a number and says what it is a number of.
struct AmountUnit {
  var kind: FigureKind
  /// UCUM or ISO 4217 code, or the word where neither is known.
  var unit: String?
  /// One past the last term.
  var end: Int
  /// What the number is multiplied with, as in "48.5 MGBP".
  var factor = 1.0
  var exemption: Exemption?
}

// A number with what follows it: percent, points, times, money, time, measures.
extension QuantityReader {
  /// The unit behind a number that ends at `end`; nil where it counts whatever follows.
  func amountUnit(behind end: Int, _ number: NumberReading) -> AmountUnit? {
    var at = end
    if passage.isMark(at, 0x2D), !terms[at].hasSpaceBefore, terms[at + 1].isWord, !terms[at + 1].hasSpaceBefore {
      at += 1
    }
    let term = terms[at]
    switch term.kind {
    case .symbol: return signUnit(at, number)
    case .word: return wordUnit(at, number)
    case .punctuation, .opaque, .number: return nil
    }
  }

  private func signUnit(_ at: Int, _ number: NumberReading) -> AmountUnit? {
    if passage.isMark(at, 0x25) { return percent(at) }
    if let degrees = degrees(at) { return degrees }
    let hasParts = terms[at + 1].kind == .number && Lexicon.currencyParts[terms[at + 2].key] != nil
    if let sign = Lexicon.currencySigns[terms[at].key],
      !terms[at].hasSpaceBefore || passage.byte(of: at) >= 0x80 || hasParts && terms[at + 1].hasSpaceBefore
    {
      // "5 £10 notes": the sign belongs to the number behind it.
      if terms[at].hasSpaceBefore, terms[at + 1].kind == .number, !terms[at + 1].hasSpaceBefore { return nil }
      return AmountUnit(kind: .currency, unit: sign, end: at + 1)
    }
    if passage.string(terms[at].range) == "‰" { return AmountUnit(kind: .percent, unit: "%", end: at + 1, factor: 0.1) }
    return passage.unit(at: at, after: number).map { AmountUnit(kind: .measure, unit: $0.code, end: $0.end) }
  }

  private func wordUnit(_ at: Int, _ number: NumberReading) -> AmountUnit? {
    let term = terms[at]
    if term.has(.percent) { return percent(at) }
    switch term.word {
    case .per where passage.word(at + 1) == .cent: return percent(at + 1)
    case .points, .point: return AmountUnit(kind: .percentagePoints, unit: "points", end: at + 1)
    case .basis where passage.word(at + 1) == .points || passage.word(at + 1) == .point:
      return AmountUnit(kind: .percentagePoints, unit: "bp", end: at + 2, factor: 0.01)
    default: break
    }
    if let points = Self.pointLetters[term.key], !number.isSpelled {
      return AmountUnit(kind: .percentagePoints, unit: points.unit, end: at + 1, factor: points.factor)
    }
    if let money = moneyName(at, number) { return money }
    if term.has(.timeUnit), term.tag != .properNoun || term.hasSpaceBefore {
      // "two light years" and "30 second-hand cars" are not times.
      if term.range.count == 3, term.word == .unknown, term.isCapitalised { return nil }
      return AmountUnit(kind: .measure, unit: passage.timeCode(term.key), end: at + 1, exemption: .duration)
    }
    return passage.unit(at: at, after: number).map { AmountUnit(kind: .measure, unit: $0.code, end: $0.end) }
  }

  private static let pointLetters: [UInt64: (unit: String, factor: Double)] = [
    foldedKey("pp"): ("%", 1), foldedKey("bp"): ("bp", 0.01), foldedKey("bps"): ("bp", 0.01),
    foldedKey("pts"): ("points", 1),
  ]

  private func percent(_ at: Int) -> AmountUnit {
    // "percentage points", "percent points", "% points"
    let next = at + 1
    if passage.word(next) == .points || passage.word(next) == .point {
      return AmountUnit(kind: .percentagePoints, unit: "%", end: next + 1)
    }
    return AmountUnit(kind: .percent, unit: "%", end: at + 1)
  }

  private func degrees(_ at: Int) -> AmountUnit? {
    switch passage.string(terms[at].range) {
    case "℃": return AmountUnit(kind: .measure, unit: "Cel", end: at + 1)
    case "℉": return AmountUnit(kind: .measure, unit: "[degF]", end: at + 1)
    case "°", "º", "˚":
      let scale = passage.temperatureScale(at: at + 1)
      return AmountUnit(kind: .measure, unit: scale?.code ?? "deg", end: scale?.end ?? at + 1)
    default: return nil
    }
  }

  // MARK: Money behind a number

  /// "dollars", "Swiss francs", "US dollars", "MEUR", "USD million".
  private func moneyName(_ at: Int, _ number: NumberReading) -> AmountUnit? {
    if let code = currencyCode(at) {
      // "75 USD million"
      if let scale = passage.scaleWord(at: at + 1), !number.hasScale {
        return AmountUnit(kind: .currency, unit: code, end: scale.end, factor: scale.factor)
      }
      return AmountUnit(kind: .currency, unit: code, end: at + 1)
    }
    if let scaled = scaledCode(at) { return scaled }
    if let adjective = Lexicon.currencyAdjectives[terms[at].key], let name = currencyName(after: at) {
      return AmountUnit(kind: .currency, unit: adjective, end: name)
    }
    // "Hong Kong dollars", "Sri Lankan rupees"
    if terms[at].isCapitalised, let adjective = Lexicon.currencyAdjectives[terms[at + 1].key],
      let name = currencyName(after: at + 1)
    {
      return AmountUnit(kind: .currency, unit: adjective, end: name)
    }
    let term = terms[at]
    guard term.has(.currency), let code = Lexicon.currencyNames[term.key] else { return nil }
    if let value = Lexicon.coins[term.key] {
      return AmountUnit(kind: .currency, unit: code, end: at + 1, factor: value)
    }
    if isPound(term) { return pounds(at, number) }
    if term.key == Self.grand { return grand(at, number) }
    guard Lexicon.everydayCurrencies.contains(term.key) else {
      return AmountUnit(kind: .currency, unit: code, end: at + 1)
    }
    let isLetter = term.range.count == 1
    let counts =
      isLetter
      ? !term.hasSpaceBefore && !term.isCapitalised && !number.isSpelled && number.value < 1000
      : number.hasScale
        || !number.isSpelled && term.tag.isNoun
          && (term.tag == .pluralNoun || number.value == 1 || !Self.plainPlural.contains(term.key))
    return counts ? AmountUnit(kind: .currency, unit: code, end: at + 1) : nil
  }

  private static let grand = foldedKey("grand")
  private static let pound = foldedKey("pound")
  private static let pounds = foldedKey("pounds")
  /// Names whose singular is no amount: "20 mark schemes".
  private static let plainPlural = WordKeys(["mark", "crown", "sum", "dong"])

  private func isPound(_ term: Term) -> Bool { term.key == Self.pound || term.key == Self.pounds }

  /// A grand is a thousand of the money at hand: "10 grand"; "a grand piano" is not.
  private func grand(_ at: Int, _ number: NumberReading) -> AmountUnit? {
    guard !terms[at].isCapitalised, !(terms[at + 1].tag.isNoun && terms[at + 1].isWord) else { return nil }
    return AmountUnit(kind: .currency, unit: "USD", end: at + 1, factor: 1000)
  }

  /// Pounds weigh where the sentence speaks of weight or of what they are pounds of, else they are money.
  private func pounds(_ at: Int, _ number: NumberReading) -> AmountUnit? {
    let mass = AmountUnit(kind: .measure, unit: "[lb_av]", end: at + 1)
    let money = AmountUnit(kind: .currency, unit: "GBP", end: at + 1)
    if passage.word(at + 1) == .per, let unit = passage.unit(at: at, after: number) {
      return AmountUnit(kind: .measure, unit: unit.code, end: unit.end)
    }
    if number.hasScale { return money }
    if passage.word(at + 1) == .of { return mass }
    if passage.isMark(at - 1, 0x2D) { return mass }
    let sentence = passage.sentences[passage.sentence(of: at)].tokens
    return sentence.contains { Self.weightWords.contains(terms[$0].key) } ? mass : money
  }

  private static let weightWords = foldedKeys(
    "weigh weighs weighed weighing weight weights heavy heavier heaviest lift lifted load loads cargo tons tonnes ounces lbs"
  )

  /// An ISO 4217 code in capitals, or one that people write small too.
  func currencyCode(_ at: Int) -> String? {
    let term = terms[at]
    guard term.isWord, term.range.count == 3 else { return nil }
    if term.shape.contains(.allCaps) { return Currencies.codes[term.key] }
    return term.has(.currency)
      ? Lexicon.currencyNames[term.key].flatMap { $0.utf8.count == 3 && foldedKey($0) == term.key ? $0 : nil } : nil
  }

  /// "MEUR", "kSEK", "bnUSD": a scale letter on a code.
  func scaledCode(_ at: Int) -> AmountUnit? {
    let term = terms[at]
    guard term.isWord, (4...6).contains(term.range.count),
      term.shape.contains(.innerCapital) || term.shape.contains(.allCaps)
    else { return nil }
    let split = term.range.upperBound - 3
    let code = foldedKey(passage.string(split..<term.range.upperBound))
    let letters = foldedKey(passage.string(term.range.lowerBound..<split))
    guard let currency = Currencies.codes[code], let factor = Lexicon.scaleLetters[letters] else { return nil }
    return AmountUnit(kind: .currency, unit: currency, end: at + 1, factor: factor)
  }

  /// The end of a currency's name right behind an adjective: "dollars" of "Australian dollars".
  private func currencyName(after at: Int) -> Int? {
    var next = at + 1
    if passage.isMark(next, 0x2E) { next += 1 }
    guard terms[next].has(.currency), terms[next].range.count > 2 else { return nil }
    return next + 1
  }
}

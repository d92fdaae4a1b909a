import ProseText

// Amounts of money whose sign stands before the number, and plurals that count without one.
extension QuantityReader {
  // MARK: Money before the number

  func money(at index: Int) -> Quantity? {
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

  func dollarPrefix(_ prefix: String) -> String {
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
  func scaled(_ low: Double, to high: Double, _ number: NumberReading) -> Double {
    guard !number.hasScale, high >= 1000, low < 1000, high > low * 100 else { return low }
    var factor = 1.0
    while low * factor * 1000 <= high * 1.0001, factor < 1e12 { factor *= 1000 }
    return low * factor
  }

  // MARK: Vague plurals

  func vague(at index: Int) -> Quantity? {
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
  func majority(after index: Int) -> Int? {
    switch passage.word(index + 1) {
    case .large, .vast, .overwhelming, .great, .huge: passage.word(index + 2) == .majority ? index + 3 : nil
    default: nil
    }
  }

}

import ProseText

/// A currency sign or code before a number.
struct CurrencyPrefix {
  var code: String
  /// What the number is multiplied with, as in "MAUD 60".
  var factor = 1.0
  /// Where the number begins.
  var number: Int
}

// Amounts of money whose sign or code stands before the number.
extension QuantityReader {
  /// "$", "US$", "HK$", "Rs", "EUR" with a number behind.
  func currencyPrefix(at index: Int) -> CurrencyPrefix? {
    let term = terms[index]
    if term.kind == .symbol {
      guard let sign = Lexicon.currencySigns[term.key], startsNumber(index + 1) else { return nil }
      return CurrencyPrefix(code: sign, number: index + 1)
    }
    if terms[index + 1].kind == .number, let scaled = scaledCode(index), let code = scaled.unit {
      return CurrencyPrefix(code: code, factor: scaled.factor, number: index + 1)
    }
    guard term.isWord, term.range.count <= 4 else { return nil }
    if terms[index + 1].kind == .symbol, Lexicon.currencySigns[terms[index + 1].key] != nil, startsNumber(index + 2) {
      // "US$", "A$", "HK$", and "us $" in texts without capitals
      guard !terms[index + 1].hasSpaceBefore || term.range.count >= 2 && Self.spacedPrefixes.contains(term.key),
        let code = Lexicon.signPrefixes[term.key]
      else { return nil }
      let isDollar = passage.isMark(index + 1, 0x24)
      return CurrencyPrefix(
        code: isDollar ? code : Lexicon.currencySigns[terms[index + 1].key] ?? code, number: index + 2)
    }
    if let code = currencyCode(index), startsNumber(index + 1), !isWordBeforeCount(index), !isTiedToWord(index + 1) {
      return CurrencyPrefix(code: code, number: index + 1)
    }
    if let code = Lexicon.letterSigns[term.key], terms[index + 1].kind == .number,
      term.isCapitalised || term.key != Self.franc
    {
      return CurrencyPrefix(code: code, number: index + 1)
    }
    return nil
  }

  /// "in ALL 340 towns": a code that is a word too, in front of a number of something.
  private func isWordBeforeCount(_ index: Int) -> Bool {
    guard Self.words.contains(terms[index].key), index + 2 < terms.count else { return false }
    let next = terms[index + 2]
    return next.isWord && (next.tag.isNoun || next.tag.isAdjective || next.word == .times) && !next.has(.scale)
  }

  /// "PHP7 support", "AMD64/Linux": names of programs and machines that are codes of currencies too, with a digit or two.
  private func isProduct(_ letters: UInt64, _ index: Int) -> Bool {
    Self.products.contains(letters) && terms[index].range.count <= 5
      && !passage.has(index + 1, [.scale, .currency]) && !passage.isMark(index + 1, 0x2C)
  }

  private static let products = foldedKeys("php amd bsd")

  /// "the BSD 3-clause licence": a number that a hyphen ties to a word is no amount before it.
  private func isTiedToWord(_ number: Int) -> Bool {
    passage.isMark(number + 1, 0x2D) && !terms[number + 1].hasSpaceBefore && !terms[number + 2].hasSpaceBefore
      && terms[number + 2].isWord && !terms[number + 2].has(.scale)
  }

  private static let words = WordKeys(["all", "bob", "cop", "cup", "mad", "pen", "ron", "sos", "top", "try"])
  private static let franc = foldedKey("fr")
  private static let spacedPrefixes = WordKeys(["us", "hk", "nz", "au", "u.s."])

  private func startsNumber(_ index: Int) -> Bool {
    terms[index].kind == .number || passage.isMark(index, 0x2E) && terms[index + 1].kind == .number
      || passage.isMinusSign(index)
      || terms[index].isWord && terms[index].has(.number) && !terms[index].hasSpaceBefore
  }

  /// "USD115", "Rs20", "GBP3.01": a code or letters and digits in one word.
  func codedAmount(at index: Int) -> Quantity? {
    let term = terms[index]
    guard term.isWord, term.shape.contains(.hasDigit), term.isCapitalised, (3...14).contains(term.range.count) else {
      return nil
    }
    var split = term.range.lowerBound
    while split < term.range.upperBound, passage.byte(split) &- 0x30 >= 10 { split += 1 }
    guard (2...3).contains(split - term.range.lowerBound) else { return nil }
    let letters = foldedKey(passage.string(term.range.lowerBound..<split))
    guard let code = Currencies.codes[letters] ?? Lexicon.letterSigns[letters], !isProduct(letters, index) else {
      return nil
    }
    var value = 0.0
    var size = 0.0
    for at in split..<term.range.upperBound {
      let digit = passage.byte(at) &- 0x30
      if digit < 10 {
        value = value * 10 + Double(digit)
        size *= 10
      } else if passage.byte(at) == 0x2E, size == 0 {
        size = 1
      } else {
        return nil
      }
    }
    var end = index + 1
    if size == 0, passage.isMark(end, 0x2E), !terms[end].hasSpaceBefore, !terms[end + 1].hasSpaceBefore,
      let decimals = passage.integer(end + 1)
    {
      value += Double(decimals) / power(10, terms[end + 1].range.count)
      end += 2
    }
    return make(index..<end, .currency, size > 0 ? value / size : value, size > 0 ? value / size : value, unit: code)
  }

  /// "dollars and 43 cents", "dollars forty-five": the parts of a unit behind an amount of money.
  func moneyParts(behind end: Int, unit: String?) -> (value: Double, end: Int)? {
    guard let unit, unit != "cents", unit != "pence" else { return nil }
    var at = end
    if passage.word(at) == .and || passage.isComma(at) { at += 1 }
    guard terms[at].kind == .number || terms[at].has(.number), let number = passage.number(at: at),
      number.decimals == 0,
      !number.hasScale, (0..<100).contains(number.value)
    else { return nil }
    if let parts = Lexicon.currencyParts[terms[number.end].key], number.value < parts {
      return (number.value / parts, number.end + 1)
    }
    // "15 dollars 50." ends there; "15 dollars and 50 people" does not.
    let next = terms[number.end]
    let isClosed =
      next.range.isEmpty || next.word == .more && at == end
      || next.kind == .punctuation && !passage.isMark(number.end, 0x2D) && !passage.isDash(number.end)
    guard isClosed, !passage.isComma(end), terms[end - 1].isWord || number.isSpelled, !terms[end - 1].has(.scale),
      number.value >= 10 || number.isSpelled && passage.word(at - 1) == .and
    else { return nil }
    return (number.value / 100, number.end)
  }
}

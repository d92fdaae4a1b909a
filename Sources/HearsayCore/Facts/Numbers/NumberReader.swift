import ProseText

/// A number as it is written: digits or words, with its sign and scale.
struct NumberReading {
  /// One past the last term.
  var end: Int
  var value: Double
  var isSpelled: Bool
  /// The value of the digits alone, without a scale behind them.
  var mantissa = 0.0
  /// Digits after the decimal mark.
  var decimals = 0
  var hasScale = false
  /// More than one dot or a form that no plain number has ("2.3.1").
  var isVersion = false
  /// Digits alone, and how many.
  var plainDigits = 0
  /// "3/4", "two thirds".
  var isFraction = false
  /// The marks could be read otherwise ("1.234" as a thousand).
  var isAmbiguous = false

  var low: Double { value }
  var high: Double { value }
}

extension Passage {
  /// The number that begins at a term: a sign, digits with separators or number words, fractions, and scales behind.
  func number(at index: Int) -> NumberReading? {
    let term = terms[index]
    switch term.kind {
    case .number:
      let reading = withScale(withFraction(withPoint(numeral(at: index))))
      return over(reading) ?? reading
    case .word:
      if term.has(.number) || isArticleBeforeScale(index) || isBareScale(index) {
        guard let reading = spelledNumber(at: index) else { return nil }
        return over(reading) ?? reading
      }
      // "plus or minus 3 points" is a width, no loss.
      if term.word == .minus || term.word == .negative, word(index - 1) != .or { return negated(at: index + 1) }
      // "point 77"
      if term.word == .point, index == 0 || terms[index - 1].kind == .punctuation, let digits = integer(index + 1) {
        let value = Double(digits) / power(10, terms[index + 1].range.count)
        return NumberReading(
          end: index + 2, value: value, isSpelled: false, mantissa: value, decimals: terms[index + 1].range.count)
      }
      return nil
    case .punctuation, .symbol:
      if isMinusSign(index) { return negated(at: index + 1) }
      if let decimals = leadingPoint(at: index) { return withScale(decimals) }
      if let value = vulgarFraction(at: index) {
        return withScale(NumberReading(end: index + 1, value: value, isSpelled: false, isFraction: true))
      }
      return nil
    case .opaque: return nil
    }
  }

  /// "1 point 1": digits as they are spoken.
  private func withPoint(_ reading: NumberReading) -> NumberReading {
    guard word(reading.end) == .point, reading.plainDigits > 0, let digits = integer(reading.end + 1),
      terms[reading.end + 1].range.count <= 3
    else { return reading }
    var result = reading
    result.decimals = terms[reading.end + 1].range.count
    result.value += Double(digits) / power(10, result.decimals)
    result.mantissa = result.value
    result.plainDigits = 0
    result.end += 2
    return result
  }

  private func negated(at index: Int) -> NumberReading? {
    guard terms[index].kind == .number || terms[index].has(.number) || isMark(index, 0x2E),
      var reading = number(at: index)
    else { return nil }
    reading.value = -reading.value
    reading.mantissa = -reading.mantissa
    return reading
  }

  /// A hyphen or minus close before a number that is no range's dash.
  func isMinusSign(_ index: Int) -> Bool {
    guard terms[index].kind != .word, terms[index].range.count <= 3,
      terms[index + 1].kind == .number || isMark(index + 1, 0x2E)
    else { return false }
    let isMinus = isMark(index, 0x2D) && terms[index].range.count == 1 || isMathematicalMinus(index)
    guard isMinus else { return false }
    if terms[index + 1].hasSpaceBefore { return isSpacedMinus(index) }
    return index == 0 || terms[index].hasSpaceBefore || terms[index - 1].kind == .symbol || isMark(index - 1, 0x28)
      || isMark(index - 1, 0x5B)
  }

  /// "- 2 degrees": with a space behind it only where no dash can stand, or a temperature follows.
  private func isSpacedMinus(_ index: Int) -> Bool {
    guard isMark(index, 0x2D), kind == .paragraph else { return false }
    if index == 0 { return true }
    guard terms[index].hasSpaceBefore, terms[index - 1].kind == .word, terms[index + 2].word == .unknown,
      Lexicon.unitCodes[terms[index + 2].key] == "deg", temperatureScale(at: index + 3) != nil
    else { return false }
    return !terms[(index + 3)...].contains {
      $0.kind == .punctuation && byte(Int($0.start)) == 0x2D && $0.hasSpaceBefore
    }
  }

  /// U+2212.
  func isMathematicalMinus(_ index: Int) -> Bool {
    let start = Int(terms[index].start)
    return terms[index].range.count == 3 && byte(start) == 0xE2 && byte(start + 1) == 0x88 && byte(start + 2) == 0x92
  }

  /// ".25": a point that opens a number.
  private func leadingPoint(at index: Int) -> NumberReading? {
    guard isMark(index, 0x2E), terms[index].range.count == 1, terms[index + 1].kind == .number,
      !terms[index + 1].hasSpaceBefore, let digits = integer(index + 1),
      index == 0 || terms[index].hasSpaceBefore || terms[index - 1].kind != .word && terms[index - 1].kind != .number
    else { return nil }
    let places = terms[index + 1].range.count
    let value = Double(digits) / power(10, places)
    return NumberReading(end: index + 2, value: value, isSpelled: false, mantissa: value, decimals: places)
  }

  func vulgarFraction(at index: Int) -> Double? {
    guard terms[index].kind == .symbol || terms[index].kind == .number else { return nil }
    return Lexicon.vulgarFractions[terms[index].key]
  }

  // MARK: Fractions behind digits

  /// "3/4", "2 1/4", "2½".
  private func withFraction(_ reading: NumberReading) -> NumberReading {
    var result = reading
    guard reading.decimals == 0, !reading.isVersion else { return reading }
    if let value = vulgarFraction(at: reading.end) {
      result.value += value
      result.end += 1
      return result
    }
    if reading.plainDigits > 0, let simple = slashed(from: reading.end - 1) {
      result.value = simple.value
      result.end = simple.end
      result.isFraction = true
      return result
    }
    // A fraction behind a whole number is less than one.
    if terms[reading.end].kind == .number, let part = slashed(from: reading.end), part.value < 1 {
      result.value += part.value
      result.end = part.end
    }
    return result
  }

  /// "3/4" from its first number on: two plain numbers about a slash without spaces.
  private func slashed(from index: Int) -> (value: Double, end: Int)? {
    guard isMark(index + 1, 0x2F), !terms[index + 1].hasSpaceBefore, !terms[index + 2].hasSpaceBefore,
      terms[index + 2].kind == .number, let above = integer(index), let below = integer(index + 2), below > 1,
      terms[index].range.count <= 3, terms[index + 2].range.count <= 4, !isMark(index + 3, 0x2F)
    else { return nil }
    return (Double(above) / Double(below), index + 3)
  }

  // MARK: Scales

  /// A scale behind digits: " million", "-million", letters that stand close ("2.1m"), and lower ones behind it
  /// ("4 thousand 3 hundred and 21").
  private func withScale(_ reading: NumberReading) -> NumberReading {
    var result = reading
    var last = Double.infinity
    if let letters = scaleLetters(behind: reading) {
      result.value *= letters
      result.hasScale = true
      result.end += 1
      return result
    }
    var group = reading.value
    var total = 0.0
    while let scale = scaleWord(at: result.end), scale.factor < last || total == 0 || group == 0 {
      if group == 0 { total *= scale.factor } else { total += group * scale.factor }
      group = 0
      last = scale.factor
      result.hasScale = true
      result.end = scale.end
      // "4 thousand 3 hundred", "3 hundred and 21"
      var next = result.end
      if word(next) == .and, last == 100 { next += 1 }
      if word(next - 1) == .and, next > result.end, terms[next].has(.number), let lower = spelledNumber(at: next),
        lower.value < 100,
        !lower.hasScale
      {
        group = lower.value
        result.end = lower.end
        break
      }
      guard terms[next].kind == .number, let lower = integer(next), Double(lower) < last else { continue }
      let follows = scaleWord(at: next + 1).map { $0.factor < last } ?? (word(next - 1) == .and && next > result.end)
      guard follows, lower > 0 else { break }
      group = Double(lower)
      result.end = next + 1
    }
    if result.hasScale { result.value = total + group }
    return withMixedFraction(result, unit: result.hasScale && group == 0 ? last : 1)
  }

  /// "3 million and a half": half a million more, as the scale is what is counted.
  func withMixedFraction(_ reading: NumberReading, unit: Double) -> NumberReading {
    guard word(reading.end) == .and, let part = spelledFraction(at: reading.end + 1) else { return reading }
    var result = reading
    if let scale = scaleWord(at: part.end), scale.factor < unit, unit >= 1000 {
      // "one billion and a half million"
      result.value += part.value * scale.factor
      result.end = scale.end
      result.hasScale = true
      return result
    }
    result.value += part.value * (unit >= 1000 ? unit : 1)
    result.end = part.end
    // "two and a half million"
    if let scale = scaleWord(at: result.end) {
      result.value *= scale.factor
      result.end = scale.end
      result.hasScale = true
    }
    return result
  }

  /// A scale that is a word, also behind a hyphen and in the plural behind a number.
  func scaleWord(at index: Int) -> (factor: Double, end: Int)? {
    var at = index
    if isMark(at, 0x2D), !terms[at].hasSpaceBefore, !terms[at + 1].hasSpaceBefore { at += 1 }
    guard terms[at].isWord else { return nil }
    if terms[at].has(.scale), let factor = Lexicon.scales[terms[at].key] { return (factor, at + 1) }
    if Self.spacedLetters.contains(terms[at].key), let factor = Lexicon.scaleLetters[terms[at].key] {
      return (factor, at + 1)
    }
    // "3 dozens", "three thousand millions"
    guard terms[at].has(.vaguePlural), let least = Lexicon.vaguePlurals[terms[at].key], terms[at].word != .scores,
      word(at + 1) != .of
    else { return nil }
    return (least / 2, at + 1)
  }

  /// Letters that are a scale also apart from the number.
  private static let spacedLetters = Set(["bn", "mn", "mln", "bln", "trn", "cr", "doz", "dozs", "dzs"].map(foldedKey))

  /// The factor of letters close behind a number: "2.1m", "$10K", "30 bn"; nil where they are a unit or a name.
  private func scaleLetters(behind reading: NumberReading) -> Double? {
    let index = reading.end
    let term = terms[index]
    guard term.isWord, term.range.count <= 4, let factor = Lexicon.scaleLetters[term.key] else { return nil }
    let first = byte(of: index) | 0x20
    let isMoney = hasMoneyAround(reading)
    if term.hasSpaceBefore, Self.spacedLetters.contains(term.key) { return nil }
    if term.hasSpaceBefore {
      // "2.33 k", "1,200.5 M" and "1,200.5 G" where nothing follows
      let isLast = terms[index + 1].range.isEmpty || terms[index + 1].kind == .punctuation
      if term.range.count == 1, isLast,
        first == 0x6B && !term.isCapitalised || (first == 0x6D || first == 0x67) && term.isCapitalised
      {
        return factor
      }
      // "30 bn", "10 mln"; a lone letter is a unit or a word.
      return term.range.count >= 2 && term.key != Self.millimetres && (term.range.count > 2 || isMoney || first == 0x62)
        ? factor : nil
    }
    switch term.range.count {
    case 1:
      switch first {
      case 0x6B: return factor
      case 0x6D: return isMillions(index, isMoney) ? factor : nil
      case 0x62: return isMoney || term.isCapitalised || reading.decimals > 0 ? factor : nil
      case 0x74: return isMoney ? factor : nil
      default: return nil
      }
    case 2:
      // "10mm" is a length, "$10mm" money.
      return term.key == Self.millimetres ? (isMoney ? factor : nil) : factor
    default: return factor
    }
  }

  private static let millimetres = foldedKey("mm")

  /// "m" behind a number is million where money or people are meant, else metres.
  private func isMillions(_ index: Int, _ isMoney: Bool) -> Bool {
    if isMoney { return true }
    let next = terms[index + 1]
    if next.has(.currency) || Currencies.codes[next.key] != nil && next.shape.contains(.allCaps) { return true }
    if next.has(.peopleNoun) { return true }
    // "1.2M users", "5M views"
    return terms[index].isCapitalised && (next.tag == .pluralNoun || terms[index - 1].range.count > 1)
  }

  /// Whether a currency sign or code stands close before a number or behind its letters.
  private func hasMoneyAround(_ reading: NumberReading) -> Bool {
    var before = reading.end - 1
    while before >= 0, terms[before].kind == .number || isMark(before, 0x2E) { before -= 1 }
    if terms[before].kind == .symbol, Lexicon.currencySigns[terms[before].key] != nil { return true }
    if terms[before].isWord, terms[before].range.count == 3, terms[before].shape.contains(.allCaps),
      Currencies.codes[terms[before].key] != nil
    {
      return true
    }
    let behind = terms[reading.end + 1]
    return behind.kind == .symbol && Lexicon.currencySigns[behind.key] != nil
      || behind.isWord && behind.shape.contains(.allCaps) && Currencies.codes[behind.key] != nil
  }
}

/// A whole power without Foundation.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<min(400, max(0, exponent)) { result *= base }
  return result
}

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
  ///
  /// Nothing that anybody could count has thirty digits: longer rows name something, and are no number.
  func number(at index: Int) -> NumberReading? {
    guard let reading = anyNumber(at: index), reading.value.magnitude < 1e30 else { return nil }
    return reading
  }

  private func anyNumber(at index: Int) -> NumberReading? {
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
}

/// A whole power without Foundation.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<min(400, max(0, exponent)) { result *= base }
  return result
}

import ProseText

/// A number as it is written: digits or words, with its scale.
struct NumberReading {
  /// One past the last term.
  var end: Int
  var low: Double
  var high: Double
  var isSpelled: Bool
  var hasScale = false
  /// The value of the digits alone, without a scale behind them.
  var mantissa = 0.0
  /// Digits after the decimal mark.
  var decimals = 0
  /// More than one dot or a form no plain number has ("2.3.1").
  var isVersion = false
  /// Digits alone, and how many.
  var plainDigits = 0

  var value: Double { low }
}

extension Passage {
  /// The number that begins at a term: digits with separators, or number words, with a scale behind.
  func number(at index: Int) -> NumberReading? {
    guard terms.indices.contains(index) else { return nil }
    let term = terms[index]
    if term.kind == .number { return withScale(digits(at: index)) }
    if term.has(.number) || isArticleBeforeScale(index) { return words(at: index) }
    return nil
  }

  /// "a hundred", "an estimated million" is not one.
  private func isArticleBeforeScale(_ index: Int) -> Bool {
    terms[index].has(.indefinite) && index + 1 < terms.count && terms[index + 1].has(.scale)
      && terms[index + 1].range.count > 3 && terms[index + 1].word != .k
  }

  private func digits(at index: Int) -> NumberReading {
    let range = terms[index].range
    var groups: [(mark: UInt8, digits: Int)] = []
    var mark: UInt8 = 0
    var run = 0
    var digits = 0.0
    var fraction = 0.0
    var all: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let value = byte(at)
      if value &- 0x30 < 10 {
        run += 1
        all.append(value &- 0x30)
        at += 1
      } else {
        groups.append((mark, run))
        mark = value
        run = 0
        // A no-break or thin space takes several bytes.
        at += value < 0x80 ? 1 : value < 0xE0 ? 2 : 3
      }
    }
    groups.append((mark, run))
    // The last group is a fraction when its mark is a dot, or a comma that does not part thousands.
    var fractionDigits = 0
    let separators = groups.dropFirst()
    let dots = separators.filter { $0.mark == 0x2E }.count
    let commas = separators.filter { $0.mark == 0x2C }.count
    let areThousands = separators.allSatisfy { $0.digits == 3 } && groups[0].digits <= 3
    if let last = separators.last {
      if last.mark == 0x2E, dots == 1 {
        fractionDigits = last.digits
      } else if last.mark == 0x2C, commas == 1, last.digits != 3 || dots > 0 {
        fractionDigits = last.digits
      }
    }
    let whole = all.count - fractionDigits
    for (position, digit) in all.enumerated() {
      if position < whole {
        digits = digits * 10 + Double(digit)
      } else {
        fraction = fraction * 10 + Double(digit)
      }
    }
    let value = fractionDigits == 0 ? digits : digits + fraction / power(10, fractionDigits)
    return NumberReading(
      end: index + 1, low: value, high: value, isSpelled: false, mantissa: value, decimals: fractionDigits,
      isVersion: dots > 1 && !areThousands, plainDigits: groups.count == 1 ? groups[0].digits : 0)
  }

  /// A scale behind digits: " million", "bn", "-million", and letters that stand close ("2.1m").
  private func withScale(_ reading: NumberReading) -> NumberReading {
    var result = reading
    while result.end < terms.count {
      var at = result.end
      if isMark(at, 0x2D), at + 1 < terms.count, terms[at + 1].has(.scale), terms[at + 1].range.count > 3 { at += 1 }
      guard terms[at].has(.scale), let factor = Lexicon.scales[terms[at].key] else { break }
      let isLetters = terms[at].range.count <= 3
      if isLetters, terms[at].hasSpaceBefore || !isScaleLetters(at, after: reading) { break }
      result.low *= factor
      result.high *= factor
      result.hasScale = true
      result.end = at + 1
      if isLetters { break }
    }
    return result
  }

  /// "m" behind a number is million where money or people are meant, else metres.
  private func isScaleLetters(_ index: Int, after number: NumberReading) -> Bool {
    guard terms[index].range.count == 1 else { return true }
    let before = number.end - 2
    if before >= 0, terms[before].kind == .symbol, Lexicon.currencySigns[terms[before].key] != nil { return true }
    if byte(of: index) | 0x20 == 0x6B { return true }
    let next = index + 1
    return number.decimals > 0 && next < terms.count && (terms[next].has(.peopleNoun) || terms[next].has(.currency))
  }

  /// Number words: "twenty-five", "one hundred and five thousand", "a dozen", "half a million".
  private func words(at index: Int) -> NumberReading? {
    var total = 0.0
    var current = 0.0
    var at = index
    var sawAny = false
    var hasScale = false
    scanning: while at < terms.count {
      let term = terms[at]
      if let value = Lexicon.numbers[term.key], term.kind == .word {
        if sawAny {
          // "twenty five" carries on; "five twenty" does not.
          let tail = current.truncatingRemainder(dividingBy: 100)
          guard
            current == 0 || (tail == 0 && current >= 100)
              || (tail >= 20 && tail.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && value > 0)
          else { break }
        }
        current += value
        sawAny = true
        at += 1
      } else if term.has(.scale), let factor = Lexicon.scales[term.key], term.range.count > 3, term.word != .k,
        sawAny || at > index
      {
        if factor == 100 {
          current = max(current, 1) * 100
        } else {
          total += max(current, 1) * factor
          current = 0
        }
        hasScale = true
        sawAny = true
        at += 1
      } else if at == index, term.has(.indefinite) {
        at += 1
      } else if isMark(at, 0x2D), sawAny, at + 1 < terms.count, !terms[at].hasSpaceBefore,
        terms[at + 1].has(.number) || (terms[at + 1].has(.scale) && terms[at + 1].range.count > 3)
      {
        at += 1
      } else if term.word == .and, hasScale, at + 1 < terms.count, terms[at + 1].has(.number) {
        at += 1
      } else {
        break scanning
      }
    }
    guard sawAny else { return nil }
    var value = total + current
    // "two and a half", "two and a half million"
    if word(at) == .and, word(at + 1) == .a, word(at + 2) == .half {
      value += 0.5
      at += 3
      if at < terms.count, terms[at].has(.scale), terms[at].range.count > 3, let factor = Lexicon.scales[terms[at].key]
      {
        value *= factor
        at += 1
        hasScale = true
      }
    }
    return NumberReading(end: at, low: value, high: value, isSpelled: true, hasScale: hasScale)
  }
}

/// A whole power without Foundation.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<max(0, exponent) { result *= base }
  return result
}

import ProseText

// Numbers in digits: separators, groups, exponents, powers.
extension Passage {
  /// The number whose first digits are a term, with what belongs to its digits: further groups and an exponent.
  func numeral(at index: Int) -> NumberReading {
    var reading = digits(at: index)
    if let grouped = spacedGroups(from: index, reading) { reading = grouped }
    if let exponent = exponent(behind: reading.end) {
      reading.value *= exponent.factor
      reading.end = exponent.end
      reading.plainDigits = 0
    } else if let raised = raised(reading) {
      reading = raised
    }
    return reading
  }

  /// One token of digits, by the draft's own use of points and commas.
  private func digits(at index: Int) -> NumberReading {
    let range = terms[index].range
    var whole = 0.0
    var groups = 1
    var firstGroup = 0
    var run = 0
    var points = 0
    var commas = 0
    var others = 0
    var last: UInt8 = 0
    var lastStart = range.lowerBound
    var areThousands = true
    var at = range.lowerBound
    while at < range.upperBound {
      let value = byte(at)
      if value &- 0x30 < 10 {
        whole = whole * 10 + Double(value &- 0x30)
        run += 1
        at += 1
      } else {
        if groups == 1 { firstGroup = run } else if run != 3 { areThousands = false }
        groups += 1
        last = value
        // A no-break or thin space takes several bytes.
        at += value < 0x80 ? 1 : value < 0xE0 ? 2 : 3
        if value == 0x2E { points += 1 } else if value == 0x2C { commas += 1 } else { others += 1 }
        run = 0
        lastStart = at
      }
    }
    if groups > 1 { areThousands = areThousands && run == 3 && (1...3).contains(firstGroup) }
    var result = NumberReading(end: index + 1, value: whole, isSpelled: false, plainDigits: groups == 1 ? run : 0)
    let decimals = decimalPlaces(
      last: last, points: points, commas: commas, run: run, areThousands: areThousands,
      opensWithZero: byte(range.lowerBound) == 0x30)
    result.decimals = decimals
    if decimals > 0 { result.value = decimal(range, fraction: lastStart) }
    result.mantissa = result.value
    result.isVersion = points > 1 && !areThousands
    if groups == 2, areThousands, byte(range.lowerBound) != 0x30, others == 0 {
      result.isAmbiguous = points == 1 ? numberFormat.pointIsAmbiguous : numberFormat.commaIsAmbiguous
    }
    return result
  }

  /// How many of the last digits stand behind a decimal mark.
  private func decimalPlaces(
    last: UInt8, points: Int, commas: Int, run: Int, areThousands: Bool, opensWithZero: Bool
  ) -> Int {
    switch last {
    case 0x2E:
      guard points == 1 else { return 0 }
      return numberFormat.hasDecimalComma && areThousands && commas == 0 && !opensWithZero ? 0 : run
    case 0x2C:
      guard commas == 1 else { return 0 }
      if points > 0 || run != 3 || opensWithZero { return run }
      return numberFormat.hasDecimalComma ? run : 0
    default: return 0
    }
  }

  /// The value of digits of which those from `fraction` on stand behind the decimal mark.
  private func decimal(_ range: Range<Int>, fraction: Int) -> Double {
    var whole = 0.0
    var parts = 0.0
    var size = 1.0
    for at in range {
      let digit = byte(at) &- 0x30
      guard digit < 10 else { continue }
      if at < fraction {
        whole = whole * 10 + Double(digit)
      } else if size < 1e17 {
        parts = parts * 10 + Double(digit)
        size *= 10
      }
    }
    return whole + parts / size
  }

  /// "1 234 567" with plain spaces, where the draft does not part thousands with commas.
  private func spacedGroups(from index: Int, _ first: NumberReading) -> NumberReading? {
    guard (1...3).contains(first.plainDigits), byte(of: index) != 0x30, isGroup(index + 1),
      !numberFormat.groupsWithComma || terms[index + 2].has([.currency, .measureUnit]),
      // A number right before makes a row of numbers of it.
      terms[index - 1].kind != .number
    else { return nil }
    var result = first
    var at = index + 1
    while isGroup(at) {
      result.value = result.value * 1000 + Double(integer(at) ?? 0)
      at += 1
    }
    guard terms[at].kind != .number, !(isMark(at, 0x2D) && !terms[at].hasSpaceBefore) else { return nil }
    result.end = at
    result.mantissa = result.value
    result.plainDigits = 0
    return result
  }

  /// Three digits behind one space on the same line.
  private func isGroup(_ index: Int) -> Bool {
    let term = terms[index]
    return term.kind == .number && term.range.count == 3 && term.hasSpaceBefore && !term.shape.contains(.lineBefore)
      && Int(term.start) - Int(terms[index - 1].end) == 1 && integer(index) != nil
  }

  // MARK: Exponents and powers

  /// "e10", "e+14", "×10^6", "x10^-4", "×10−5", "×10⁵" behind a number.
  private func exponent(behind index: Int) -> (factor: Double, end: Int)? {
    guard !terms[index].hasSpaceBefore || isTimesSign(index) else { return nil }
    let range = terms[index].range
    if terms[index].isWord, byte(of: index) | 0x20 == 0x65 {
      if range.count > 1, let value = plainDigits(range.dropFirst()) { return (tenTo(value), index + 1) }
      guard range.count == 1, let signed = signedInteger(at: index + 1, needsSign: true) else { return nil }
      return (tenTo(signed.value), signed.end)
    }
    var at = index
    let base: Int
    if terms[at].isWord, byte(of: at) | 0x20 == 0x78, (2...3).contains(range.count),
      let digits = plainDigits(range.dropFirst())
    {
      base = digits
      at += 1
    } else if isTimesSign(at), let digits = integer(at + 1) {
      base = digits
      at += 2
    } else {
      return nil
    }
    let hasMark = isMark(at, 0x5E)
    if hasMark { at += 1 }
    guard base == 10 || hasMark else { return nil }
    if let signed = signedInteger(at: at, needsSign: false), !terms[at].hasSpaceBefore, signed.value.magnitude < 400 {
      let raised = power(Double(base), Int(signed.value.magnitude))
      return (signed.value < 0 ? 1 / max(raised, 1) : raised, signed.end)
    }
    return base == 10 ? superscript(at: at).map { (tenTo($0.value), $0.end) } : nil
  }

  /// "×", or "x" with numbers about it.
  private func isTimesSign(_ index: Int) -> Bool {
    let start = Int(terms[index].start)
    return terms[index].range.count == 2 && byte(start) == 0xC3 && byte(start + 1) == 0x97
      || terms[index].word == .x && terms[index].range.count == 1
  }

  /// "2^10", "1.1^+23".
  private func raised(_ reading: NumberReading) -> NumberReading? {
    guard isMark(reading.end, 0x5E), !terms[reading.end].hasSpaceBefore,
      let exponent = signedInteger(at: reading.end + 1, needsSign: false), exponent.value.magnitude < 400
    else { return nil }
    var result = reading
    let raised = power(reading.value, Int(exponent.value.magnitude))
    result.value = exponent.value < 0 ? (raised == 0 ? 0 : 1 / raised) : raised
    result.end = exponent.end
    result.plainDigits = 0
    return result
  }

  private func signedInteger(at index: Int, needsSign: Bool) -> (value: Int, end: Int)? {
    var at = index
    var isNegative = false
    if isMark(at, 0x2B) || isMark(at, 0x2D) || isMathematicalMinus(at) {
      isNegative = !isMark(at, 0x2B)
      at += 1
    } else if needsSign {
      return nil
    }
    guard !terms[at].hasSpaceBefore, let value = integer(at) else { return nil }
    return (isNegative ? -value : value, at + 1)
  }

  private func superscript(at index: Int) -> (value: Int, end: Int)? {
    var at = index
    var value = 0
    var isNegative = false
    while terms[at].kind != .word, !terms[at].range.isEmpty, !terms[at].hasSpaceBefore {
      let sign = string(terms[at].range)
      if sign == "⁻", at == index {
        isNegative = true
      } else if let digit = Self.superscripts.firstIndex(of: sign) {
        value = min(value * 10 + digit, 999)
      } else {
        break
      }
      at += 1
    }
    return at > index + (isNegative ? 1 : 0) ? (isNegative ? -value : value, at) : nil
  }

  private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// The value of at most three bytes that are all digits.
  func plainDigits(_ range: Range<Int>) -> Int? {
    guard (1...3).contains(range.count) else { return nil }
    var value = 0
    for at in range {
      guard byte(at) &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte(at) &- 0x30)
    }
    return value
  }

  private func tenTo(_ exponent: Int) -> Double {
    exponent < 0 ? 1 / power(10, -exponent) : power(10, exponent)
  }
}

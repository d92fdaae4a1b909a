import ProseText

// Numbers in words: "twenty-five", "one hundred and five thousand", "two point five million", "half a dozen".
extension Passage {
  /// "a hundred", "a million"; "an estimated million" is not one.
  func isArticleBeforeScale(_ index: Int) -> Bool {
    terms[index].has(.indefinite) && terms[index + 1].has(.scale)
  }

  /// "thousand litres", "hundred people": a scale that opens a phrase without a number.
  func isBareScale(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.has(.scale) else { return false }
    let before = terms[index - 1]
    // "the hundred and fifty that came"
    if before.has(.definite), word(index + 1) == .and, terms[index + 2].has(.number) { return true }
    if before.has([.number, .scale, .quantifier, .ordinal, .definite, .demonstrative]) || before.kind == .number {
      return false
    }
    // "several hundred", "a few thousand" are vague; "the first million" counts on.
    switch before.word {
    case .several, .few, .many, .last, .next, .past, .other, .another: return false
    default: break
    }
    let isOpen = index == 0 || before.kind == .punctuation || before.has([.preposition, .conjunction, .approximator])
    return isOpen && (terms[index + 1].isWord && terms[index + 1].hasSpaceBefore)
  }

  /// Number words from a term on, with scales, decimals and fractions.
  func spelledNumber(at index: Int) -> NumberReading? {
    var words = SpelledNumber()
    var at = index
    if terms[at].has(.indefinite) { at += 1 }
    scanning: while at < terms.count {
      let term = terms[at]
      if term.isWord, term.has(.number), let value = Lexicon.numbers[term.key] {
        if words.isSingleDigit, value >= 10, let end = spokenHundreds(at) {
          words.scale(by: 100)
          guard words.add(value) else { break }
          at = end
          continue
        }
        guard words.add(value) else { break }
        at += 1
      } else if term.isWord, let scale = scaleWord(at: at), scale.end == at + 1, words.sawNumber || term.has(.scale) {
        words.scale(by: scale.factor)
        at += 1
      } else if words.sawNumber, let next = joined(at, words) {
        at = next
      } else {
        break scanning
      }
    }
    guard words.sawNumber else { return nil }
    var result = NumberReading(
      end: at, value: words.value, isSpelled: true, mantissa: words.value, hasScale: words.hasScale)
    if let decimals = spelledDecimals(at: at) {
      result.value += decimals.value
      result.end = decimals.end
      if let scale = scaleWord(at: result.end) {
        result.value *= scale.factor
        result.end = scale.end
        result.hasScale = true
      }
    }
    if result.end == at, let whole = whole(over: result) { return whole }
    return withMixedFraction(result, unit: words.unit)
  }

  /// "one twenty two", as people say 122: one past the tens, where ones follow and end the clause.
  private func spokenHundreds(_ tens: Int) -> Int? {
    guard let value = Lexicon.numbers[terms[tens].key], value >= 20, value.truncatingRemainder(dividingBy: 10) == 0
    else { return nil }
    let ones = isMark(tens + 1, 0x2D) ? tens + 2 : tens + 1
    guard let unit = Lexicon.numbers[terms[ones].key], (1..<10).contains(unit), terms[ones].isWord else { return nil }
    return terms[ones + 1].range.isEmpty || terms[ones + 1].kind == .punctuation && !isMark(ones + 1, 0x2D)
      ? tens + 1 : nil
  }

  /// Past a hyphen or "and" that joins number words; nil where none does.
  private func joined(_ at: Int, _ words: SpelledNumber) -> Int? {
    if isMark(at, 0x2D), terms[at + 1].has(.number) || terms[at + 1].has(.scale),
      words.canAdd(Lexicon.numbers[terms[at + 1].key])
    {
      // "fifty - two", in texts that were cut into words, only joins tens and ones.
      let isTight = !terms[at].hasSpaceBefore && !terms[at + 1].hasSpaceBefore
      if isTight || words.endsInTens && terms[at].hasSpaceBefore && terms[at + 1].hasSpaceBefore { return at + 1 }
      return nil
    }
    // "three million, two hundred and forty"
    if isComma(at), words.endsInGreatScale, terms[at + 1].has(.number), terms[at + 2].has(.scale),
      let scale = Lexicon.scales[terms[at + 2].key], words.canAdd(scale), scale > 12
    {
      return at + 1
    }
    let isAnd = word(at) == .and || isMark(at, 0x26)
    guard isAnd, words.hasScale, terms[at + 1].has(.number), words.canAdd(Lexicon.numbers[terms[at + 1].key]),
      // "one hundred and three quarters": the fraction is a part of its own.
      spelledFraction(at: at + 1).map({ $0.value < 1 }) != true
    else { return nil }
    return at + 1
  }

  /// "twenty-three fifths", "five hundred millionths", "one over twenty": a spelled number of parts.
  private func whole(over reading: NumberReading) -> NumberReading? {
    var result = reading
    if let below = denominator(at: reading.end), below.isPlural {
      result.value /= below.value
      result.end = below.end
      result.isFraction = true
      return result
    }
    return nil
  }

  /// "one over twenty", "2000 over 3", where nothing is counted behind it.
  func over(_ reading: NumberReading) -> NumberReading? {
    guard word(reading.end) == .over, !reading.hasScale, reading.decimals == 0,
      terms[reading.end + 1].kind == .number || terms[reading.end + 1].has(.number)
    else { return nil }
    var below: NumberReading
    if terms[reading.end + 1].kind == .number {
      below = numeral(at: reading.end + 1)
    } else {
      guard let spelled = spelledNumber(at: reading.end + 1) else { return nil }
      below = spelled
    }
    let next = terms[below.end]
    guard below.value > 1, !below.isFraction,
      next.range.isEmpty || next.kind == .punctuation && !isMark(below.end, 0x2D)
    else {
      return nil
    }
    below.value = reading.value / below.value
    below.isFraction = true
    below.isSpelled = reading.isSpelled
    return below
  }

  /// "point five", "point zero three", "point seventy-one" behind a number; also "point 1".
  private func spelledDecimals(at index: Int) -> (value: Double, end: Int)? {
    guard word(index) == .point else { return nil }
    var at = index + 1
    if terms[at].kind == .number, let digits = integer(at) {
      return (Double(digits) / power(10, terms[at].range.count), at + 1)
    }
    var value = 0.0
    var size = 1.0
    while terms[at].isWord, terms[at].has(.number), let digit = Lexicon.numbers[terms[at].key], size < 1e12 {
      let tail = at > index + 1 && value.truncatingRemainder(dividingBy: 10) == 0 && size >= 100 && digit < 10
      if tail, terms[at - 1].has(.number) || isMark(at - 1, 0x2D), lastWasTens(at) {
        value += digit
      } else {
        let places = digit < 10 ? 10.0 : 100.0
        value = value * places + digit
        size *= places
      }
      at += 1
      if isMark(at, 0x2D), !terms[at].hasSpaceBefore, terms[at + 1].has(.number) { at += 1 }
    }
    return at > index + 1 ? (value / size, at) : nil
  }

  private func lastWasTens(_ index: Int) -> Bool {
    let before = isMark(index - 1, 0x2D) ? index - 2 : index - 1
    return (Lexicon.numbers[terms[before].key] ?? 0) >= 20
  }

  /// "a half", "three quarters", "one twenty-fifth", "2/3" and "½", as a value; nil for anything else.
  func spelledFraction(at index: Int) -> (value: Double, end: Int)? {
    if let value = vulgarFraction(at: index) { return (value, index + 1) }
    var at = index
    var numerator = 1.0
    if terms[at].has(.indefinite) {
      at += 1
    } else if terms[at].isWord, terms[at].has(.number), let value = Lexicon.numbers[terms[at].key], value > 0 {
      numerator = value
      at += 1
      if value >= 20, isMark(at, 0x2D) || terms[at].has(.number),
        let unit = Lexicon.numbers[terms[isMark(at, 0x2D) ? at + 1 : at].key], unit < 10
      {
        numerator += unit
        at += isMark(at, 0x2D) ? 2 : 1
      }
    } else {
      return nil
    }
    guard let below = denominator(at: at) else { return nil }
    // "three fifths" and "a fifth", never "three fifth".
    guard below.isPlural == (numerator != 1) || below.value == 2 else { return nil }
    return (numerator / below.value, below.end)
  }

  /// "fifths", "quarter", "twenty-fifth", "hundred-millionths".
  func denominator(at index: Int) -> (value: Double, isPlural: Bool, end: Int)? {
    var at = index
    if isMark(at, 0x2D), !terms[at].hasSpaceBefore { at += 1 }
    if isMark(index, 0x2D), terms[index].hasSpaceBefore, terms[index + 1].hasSpaceBefore,
      terms[index + 1].has(.fraction)
    {
      at = index + 1
    }
    if terms[at].has(.fraction), let value = Lexicon.fractions[terms[at].key] {
      let isPlural = byte(Int(terms[at].end) - 1) | 0x20 == 0x73
      return (value, isPlural, at + 1)
    }
    if terms[at].has(.number), terms[at + 1].has(.scale), let whole = spelledNumber(at: at) {
      // "one two hundred and sixth"
      let unitAt = word(whole.end) == .and ? whole.end + 1 : whole.end
      guard whole.hasScale, let unit = Lexicon.ordinals[terms[unitAt].key], unit < 10 else { return nil }
      return (whole.value + unit, false, unitAt + 1)
    }
    guard terms[at].isWord, let tens = Lexicon.numbers[terms[at].key], tens >= 20 else { return nil }
    at += 1
    if isMark(at, 0x2D) { at += 1 }
    guard terms[at].isWord else { return nil }
    if let unit = Lexicon.ordinals[terms[at].key], unit < 10 { return (tens + unit, false, at + 1) }
    if let unit = Lexicon.fractions[terms[at].key], (3...9).contains(unit) { return (tens + unit, true, at + 1) }
    if terms[at].key == Self.firsts { return (tens + 1, true, at + 1) }
    return nil
  }

  private static let firsts = foldedKey("firsts")
}

/// Adds number words up as they are read.
private struct SpelledNumber {
  private var total = 0.0
  private var group = 0.0
  /// The last scale of a thousand or more.
  private var lastGreat = 0.0
  private var groupIsOpen = false
  private var isClosed = false
  private(set) var sawNumber = false
  private(set) var hasScale = false

  var value: Double { total + group }
  var isSingleDigit: Bool { total == 0 && (1..<10).contains(group) && !hasScale && groupIsOpen }
  var endsInTens: Bool {
    let tail = group.truncatingRemainder(dividingBy: 100)
    return groupIsOpen && tail >= 20 && tail.truncatingRemainder(dividingBy: 10) == 0
  }
  var endsInGreatScale: Bool { group == 0 && lastGreat > 100 }

  /// What a fraction behind the number is a part of: its scale where that came last, else one.
  var unit: Double { group == 0 && lastGreat > 0 ? lastGreat : 1 }

  /// Whether a number word can follow: "twenty five" carries on; "five twenty" does not.
  func canAdd(_ value: Double?) -> Bool {
    guard let value else { return true }
    if isClosed { return false }
    guard sawNumber, groupIsOpen else { return lastGreat == 0 || value < lastGreat }
    let tail = group.truncatingRemainder(dividingBy: 100)
    return tail == 0 && group >= 100 && value < 100
      || tail >= 20 && tail.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && value > 0
  }

  mutating func add(_ value: Double) -> Bool {
    guard canAdd(value) else { return false }
    group += value
    groupIsOpen = true
    sawNumber = true
    return true
  }

  mutating func scale(by factor: Double) {
    if factor == 100 {
      group = max(group, 1) * 100
      groupIsOpen = true
    } else if factor < 100 {
      // "three hundred and two dozen": the dozens count what stands right before.
      let tail = group.truncatingRemainder(dividingBy: 100)
      group = tail == 0 ? max(group, 1) * factor : group - tail + tail * factor
      isClosed = true
    } else {
      if lastGreat > 0, factor > lastGreat || !groupIsOpen {
        // "three lakh crore", "two thousand five hundred million": the greater scale counts all of it.
        total = (total + group) * factor
      } else {
        total += max(group, 1) * factor
      }
      group = 0
      groupIsOpen = false
      lastGreat = factor
    }
    sawNumber = true
    hasScale = true
  }
}

import ProseText

// What multiplies a number behind it: scale words, letters that stand close, fractions of a scale.
extension Passage {
  /// A scale behind digits: " million", "-million", letters that stand close ("2.1m"), and lower ones behind it
  /// ("6 thousand 2 hundred and 15").
  func withScale(_ reading: NumberReading) -> NumberReading {
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
    guard let fraction = mixedFraction(at: reading.end), let part = spelledFraction(at: fraction) else {
      return reading
    }
    var result = reading
    if let scale = scaleWord(at: part.end), scale.factor < unit, unit >= 1000 {
      // "two billion and a quarter million"
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

  /// Where the fraction begins in "and a half", "-and-a-half".
  private func mixedFraction(at index: Int) -> Int? {
    if word(index) == .and { return index + 1 }
    guard isMark(index, 0x2D), word(index + 1) == .and, isMark(index + 2, 0x2D) else { return nil }
    return index + 3
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
  private static let spacedLetters = WordKeys(["bn", "mn", "mln", "bln", "trn", "cr", "doz", "dozs", "dzs"])

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

import ProseText

/// The upper end of a range.
struct RangeEnd {
  var value: Double
  var unit: AmountUnit?
  /// One past the last term.
  var end: Int
  var hasScale: Bool
}

// Ranges: "20 to 30", "20–30 km", "$10-$20", "between 2 and 7 g", "more than 20 and less than 30".
extension QuantityReader {
  /// The number that closes a range of which `end` is the end of the first; its unit is read afterwards.
  func upperNumber(from end: Int, first: NumberReading) -> NumberReading? {
    guard let at = connected(from: end, first: first) else { return nil }
    let start = skippingApproximator(at)
    guard passage.calendar(at: start) == nil || isBetween(end, first), let number = passage.number(at: start) else {
      return nil
    }
    // "between 2 and 7", "10-year-old": what is joined must be of one form.
    if passage.word(end) == .and || passage.word(end) == .or, number.value <= first.value { return nil }
    if first.isVersion || number.isVersion { return nil }
    return number
  }

  /// The amount that closes a range whose first end has its own unit: "30 kg to 45 kg", "$10–$20".
  func upperAmount(from end: Int, unit: String?, index: Int) -> RangeEnd? {
    guard let unit, let at = connected(from: end, first: nil), !isChange(index) || passage.word(end) != .to else {
      return nil
    }
    var start = skippingApproximator(at)
    let prefix = currencyPrefix(at: start)
    if let prefix {
      guard prefix.code == unit else { return nil }
      start = prefix.number
    }
    guard let number = passage.number(at: start), !number.isVersion else { return nil }
    let following = amountUnit(behind: number.end, number)
    if prefix != nil || following?.unit == unit {
      let end = prefix != nil ? number.end : following?.end ?? number.end
      return RangeEnd(value: number.value, unit: prefix != nil ? nil : following, end: end, hasScale: number.hasScale)
    }
    // "$2 to 3 million", "£3–4": the sign of the first goes for both.
    guard following == nil,
      Lexicon.currencySigns[terms[index].key] != nil || terms[index].isWord && terms[index].kind == .word,
      passage.calendar(at: start) == nil, terms[index].kind == .symbol || currencyPrefix(at: index) != nil
    else { return nil }
    return RangeEnd(value: number.value, unit: nil, end: number.end, hasScale: number.hasScale)
  }

  /// Past what joins the two ends of a range; nil where nothing does.
  private func connected(from end: Int, first: NumberReading?) -> Int? {
    let before = terms[end - 1]
    switch passage.word(end) {
    case .to, .through: return end + 1
    case .and: return isBetween(end, first) ? end + 1 : nil
    case .or: return first != nil && terms[end + 1].kind == .number && before.kind == .number ? end + 1 : nil
    default: break
    }
    // "8- to 16-metre", "230-to-198"
    if passage.isMark(end, 0x2D), passage.word(end + 1) == .to {
      return passage.isMark(end + 2, 0x2D) ? end + 3 : end + 2
    }
    let isHyphen = passage.isMark(end, 0x2D) && terms[end].range.count == 1
    guard isHyphen || passage.isDash(end) || passage.isMark(end, 0x7E) || passage.isMathematicalMinus(end) else {
      return nil
    }
    let next = terms[end + 1]
    let opensNumber =
      next.kind == .number || next.has(.number) || next.kind == .symbol && terms[end + 2].kind == .number
      || passage.isMark(end + 1, 0x7E)
    guard opensNumber else { return nil }
    let isTight = !terms[end].hasSpaceBefore && !next.hasSpaceBefore
    // "four-four-two", "1-222-2222": a chain is no range.
    if isHyphen, isTight, isChained(end + 2, end + 3) || isChained(end - 2, end - 3) { return nil }
    // "100 - 1000 g": a spaced hyphen joins digits only; "20 -7" is a dash or a sign.
    if isHyphen, !isTight {
      return terms[end].hasSpaceBefore && before.kind == .number && next.kind != .word ? end + 1 : nil
    }
    return terms[end].hasSpaceBefore == next.hasSpaceBefore ? end + 1 : nil
  }

  private func isChained(_ mark: Int, _ number: Int) -> Bool {
    passage.isMark(mark, 0x2D) && !terms[mark].hasSpaceBefore
      && (terms[number].kind == .number || terms[number].has(.number))
  }

  private func skippingApproximator(_ index: Int) -> Int {
    terms[index].has(.approximator) || passage.isMark(index, 0x7E) ? index + 1 : index
  }

  /// Whether "between" stands before the number, or the amount, that ends at `end`.
  private func isBetween(_ end: Int, _ first: NumberReading?) -> Bool {
    guard passage.word(end) == .and else { return false }
    var at = end - 1
    var steps = 0
    while at >= 0, steps < 8 {
      switch terms[at].word {
      case .between: return true
      case .from: return !isChange(at + 1)
      case .and, .or, .to: return false
      default: break
      }
      if terms[at].kind == .punctuation, !passage.isMark(at, 0x2D), !passage.isMark(at, 0x2E) { return false }
      let isPart =
        terms[at].kind == .number || terms[at].kind == .symbol || terms[at].kind == .punctuation
        || terms[at].has([.number, .scale, .measureUnit, .currency, .percent, .approximator, .timeUnit])
        || terms[at].word == .minus || terms[at].word == .negative || terms[at].word == .point
      guard isPart else { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  /// "rose from 4% to 6%", "fell 3 points to 40 points": what stands about "to" is a change, no range.
  private func isChange(_ index: Int) -> Bool {
    var at = index - 1
    while terms[at].has(.approximator), at >= 0 { at -= 1 }
    var isFrom = false
    if passage.word(at) == .from || passage.word(at) == .by {
      isFrom = passage.word(at) == .from
      at -= 1
    }
    // "…, from 41% to 38%" goes back to what fell.
    guard at >= 0 else { return false }
    guard terms[at].isWord else { return isFrom && passage.isComma(at) }
    if Self.rangeWords.contains(terms[at].key) || terms[at].has(.be) { return false }
    return isFrom || ChangeWords.verbs[terms[at].key] != nil || passage.word(at) == .up
      || ChangeWords.nouns[terms[at].key] != nil
      || terms[at].key == Self.down
  }

  private static let down = foldedKey("down")
  private static let rangeWords = foldedKeys(
    "range ranges ranged ranging vary varies varied varying anywhere given gave give cost costs take takes took paid pay need needs"
  )

  /// "2 to 3 million": the scale of the second number goes for the first.
  func scaled(_ low: Double, by upper: NumberReading, _ first: NumberReading) -> Double {
    scaled(low, upper.value, upper.hasScale, first)
  }

  func scaled(_ low: Double, by upper: RangeEnd, _ first: NumberReading) -> Double {
    scaled(low, upper.value, upper.hasScale, first)
  }

  private func scaled(_ low: Double, _ high: Double, _ hasScale: Bool, _ first: NumberReading) -> Double {
    guard hasScale, !first.hasScale, first.value < 1000, high > low else { return low }
    for factor in [1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 100] where high >= factor && low * factor <= high {
      return low * factor
    }
    return low
  }

  /// "more than 20 and less than 30", "at least 20 but no more than 100": two bounds of one quantity.
  func boundedPair(_ range: Range<Int>, _ first: NumberReading) -> Quantity? {
    guard let before = passage.approximator(before: range.lowerBound), let bound = before.bound else { return nil }
    var at = range.upperBound
    if passage.isComma(at) { at += 1 }
    if passage.word(at) == .and || passage.word(at) == .but { at += 1 }
    guard at > range.upperBound else { return nil }
    for start in at + 1..<at + 8 {
      guard terms[start].kind == .number || terms[start].has([.number, .indefinite]) || passage.isMinusSign(start)
      else { continue }
      guard let second = passage.approximator(before: start), second.terms.lowerBound == at,
        let opposite = second.bound,
        opposite.isLower != bound.isLower,
        let second = passage.number(at: start).map({ ($0.value, $0.end) }) ?? passage.spelledFraction(at: start)
      else { return nil }
      let (low, high) = bound.isLower ? (first.value, second.0) : (second.0, first.value)
      guard low < high else { return nil }
      return flagged(make(range.lowerBound..<second.1, .range, low, high), first)
    }
    return nil
  }

  /// "between the fourth and the ninth": places, which are counted and never need a source.
  func ordinalRange(at index: Int) -> Quantity? {
    guard passage.word(index - 1) == .between || passage.word(index - 1) == .the && passage.word(index - 2) == .between,
      passage.word(index + 1) == .and, let low = Lexicon.ordinals[terms[index].key]
    else { return nil }
    let second = passage.word(index + 2) == .the ? index + 3 : index + 2
    guard terms[second].has(.ordinal), let high = Lexicon.ordinals[terms[second].key], high > low else { return nil }
    return make(index..<second + 1, .ordinal, low, high, exemption: .ordinal)
  }

  // MARK: Ratios

  /// "one in five", "3 out of 4", "3:1".
  func ratio(from index: Int, _ number: NumberReading) -> Quantity? {
    var at = number.end
    if passage.word(at) == .in {
      at += 1
    } else if passage.word(at) == .out, passage.word(at + 1) == .of {
      at += 2
    } else {
      return nil
    }
    if passage.word(at) == .every { at += 1 }
    guard at < terms.count, passage.year(at: at) == nil, let base = passage.number(at: at), base.value > number.value,
      number.value > 0, number.decimals == 0, base.decimals == 0
    else { return nil }
    if base.end < terms.count, terms[base.end].has([.timeUnit, .month, .measureUnit, .percent]) { return nil }
    if terms[at].has(.indefinite), base.value >= 1e6 {
      return make(index..<base.end, .ratio, number.value / base.value, number.value / base.value, exemption: .idiom)
    }
    let value = number.value / base.value
    var result = make(index..<base.end, .ratio, value, value)
    result.isSpelled = number.isSpelled && base.isSpelled
    return result
  }
}

import ProseText

// The same amount in two units that do not agree.
extension ConflictReader {
  /// "12 miles (15 km)", "12 lakh (12 million)": the same amount twice, and the second is another one.
  func conversion(_ later: Int) -> FigureConflict? {
    guard let earlier = before(later) else { return nil }
    let passage = passage(later)
    let (one, other) = (quantity(earlier), quantity(later))
    guard one.kind == other.kind, let from = one.value, let to = other.value, isInBrackets(other, behind: one, passage)
    else { return nil }
    if one.kind == .count {
      guard isIndian(one, passage) != isIndian(other, passage),
        (from - to).magnitude > max(one.rounding, other.rounding, from * 0.05)
      else { return nil }
      let value = Numerals.exact(from)
      return FigureConflict(
        earlier: earlier, later: later, message: "“\(words(earlier))” is \(value), not “\(words(later))”.",
        related: "the amount", fix: replace(later, with: value))
    }
    guard one.kind == .measure, let unit = one.unit, let target = other.unit, unit != target else { return nil }
    let values = UnitConversions.conversions(from, from: unit, to: target)
    guard let value = values.first, from > 0, to > 0 else { return nil }
    let factor = value / from
    let isRight = values.contains { value in
      let slack = max(other.rounding + one.rounding * factor, value.magnitude * 0.08)
      return (value - to).magnitude <= (target == "Cel" || target == "[degF]" ? max(slack, 1.5) : slack)
    }
    guard !isRight else { return nil }
    return wrongConversion(earlier, later, value)
  }

  private func wrongConversion(_ earlier: Int, _ later: Int, _ value: Double) -> FigureConflict {
    let digits = max(2, quantity(earlier).significantDigits)
    let text = Numerals.plain(StatedPrecision.rounded(value, digits: digits), grouped: true)
    let fix = replaceDigits(later, with: text)
    let right = fix?.edits.first.map { edit in
      let range = draft.range(draft.figures[later])
      return draft.string(range.lowerBound..<edit.range.lowerBound) + text
        + draft.string(edit.range.upperBound..<range.upperBound)
    }
    return FigureConflict(
      earlier: earlier, later: later,
      message: "“\(words(earlier))” is about \(right ?? text), not “\(words(later))”.", related: "the amount", fix: fix)
  }

  /// The figure before in the same sentence.
  private func before(_ figure: Int) -> Int? {
    guard figure > 0, draft.figures[figure - 1].block == draft.figures[figure].block,
      quantity(figure - 1).sentence == quantity(figure).sentence
    else { return nil }
    return figure - 1
  }

  private func isInBrackets(_ other: Quantity, behind one: Quantity, _ passage: Passage) -> Bool {
    var at = other.terms.lowerBound - 1
    if let words = other.approximator, words.upperBound == other.terms.lowerBound { at = words.lowerBound - 1 }
    let gap = at - one.terms.upperBound
    guard passage.isMark(at, 0x28), gap >= 0, gap <= 2,
      (one.terms.upperBound..<at).allSatisfy({ passage.terms[$0].isWord })
    else { return false }
    return passage.isMark(other.terms.upperBound, 0x29)
  }

  private func isIndian(_ quantity: Quantity, _ passage: Passage) -> Bool {
    quantity.terms.contains { Self.indian.contains(passage.terms[$0].key) }
  }

  /// "from $2.4 billion to 2.1 billion marks".
  func mixedUnits(_ later: Int) -> FigureConflict? {
    let passage = passage(later)
    let other = quantity(later)
    guard other.kind == .currency, let unit = other.unit, let range = upperEnd(of: later) ?? ownRange(later) else {
      return nil
    }
    let earlier = range == draft.range(draft.figures[later]) ? before(later) : later
    guard let earlier, passage.word(quantity(earlier).terms.lowerBound - 1) == .from else { return nil }
    if earlier != later {
      let one = quantity(earlier)
      guard one.kind == .currency, one.unit != unit, passage.word(other.terms.lowerBound - 1) == .to,
        other.terms.lowerBound - one.terms.upperBound <= 5
      else { return nil }
    }
    return FigureConflict(
      earlier: earlier, later: later,
      message: "“\(words(earlier))” and “\(draft.string(range))” are compared in two currencies.", range: range,
      related: "the other end")
  }

  private func ownRange(_ figure: Int) -> Range<Int>? { draft.range(draft.figures[figure]) }

  /// The upper end of a range of money that names another currency behind it.
  private func upperEnd(of figure: Int) -> Range<Int>? {
    let passage = passage(figure)
    let quantity = quantity(figure)
    let next = quantity.terms.upperBound
    guard quantity.low != quantity.high, passage.has(next, .currency), passage.terms[next].range.count > 2,
      let code = Lexicon.currencyNames[passage.terms[next].key], code != quantity.unit,
      let number = quantity.terms.last(where: { passage.terms[$0].kind == .number })
    else { return nil }
    return draft.blocks[draft.figures[figure].block].range(number..<next + 1)
  }

  /// "The road is 12 miles long … the 15-km road".
  func sameMeasure(_ later: Int) -> FigureConflict? {
    let passage = passage(later)
    let other = quantity(later)
    guard other.kind == .measure, let value = other.value, let unit = other.unit,
      UnitConversions.scale(of: unit) != nil,
      !other.isApproximate, passage.has(other.terms.lowerBound - 1, .definite)
    else { return nil }
    let noun = other.terms.upperBound
    guard passage.terms[noun].tag.isNoun, passage.terms[noun].isWord,
      other.terms.contains(where: { passage.isMark($0, 0x2D) })
    else { return nil }
    let key = passage.nounKey(noun)
    for earlier in stride(from: later - 1, through: max(0, later - Self.mostCompared), by: -1) {
      let one = quantity(earlier)
      guard one.kind == .measure, let from = one.unit, from != unit, let first = one.value, !one.isApproximate,
        let converted = UnitConversions.convert(first, from: from, to: unit), concerns(earlier, key)
      else { continue }
      let slack = max(other.rounding + one.rounding * converted / first, converted * 0.08)
      guard (converted - value).magnitude > slack, !isDisputed(earlier, later), value < converted * 2,
        converted < value * 2
      else { return nil }
      return wrongConversion(earlier, later, converted)
    }
    return nil
  }

  /// Whether a noun stands close to a figure that measures it: "The road is 12 miles long".
  private func concerns(_ figure: Int, _ noun: UInt64) -> Bool {
    let passage = passage(figure)
    let quantity = quantity(figure)
    let tokens = passage.sentences[quantity.sentence].tokens
    let near =
      max(tokens.lowerBound, quantity.terms.lowerBound - 3)..<min(tokens.upperBound, quantity.terms.upperBound + 2)
    return near.contains { passage.terms[$0].tag.isNoun && passage.nounKey($0) == noun }
  }

  private static let indian = foldedKeys("lakh lakhs crore crores")
}

import ProseText

// The same thing counted or rated again, with another value.
extension ConflictReader {
  /// "412 arrests … The 421 arrests": a count that points back, or one that differs by a slip of the finger.
  func restated(_ later: Int) -> FigureConflict? {
    let passage = passage(later)
    let other = quantity(later)
    guard Self.isPlainCount(other), let value = other.value, !isYearLike(other, passage), let counted = other.counted
    else { return nil }
    let known = counting.before(later, limit: Self.mostCompared)
    guard !known.isEmpty, !known.contains(where: { agrees($0, other) }), !isStated(value, before: later) else {
      return nil
    }
    let pointsBack = passage.has(other.terms.lowerBound - 1, [.definite])
    // What points back means the one figure that was; a second makes it unclear which.
    let candidates = known.filter { isComparable($0) && !isSame($0, later) }
    guard let earlier = candidates.first, Set(candidates.map { quantity($0).value ?? 0 }).count == 1,
      let first = quantity(earlier).value
    else { return nil }
    let isSlip = DigitRow(first).slip(to: DigitRow(value)) != nil
    let isHeadline = quantity(earlier).exemption == .headline
    guard !isDisputed(earlier, later), !differsInWindow(earlier, later) else { return nil }
    if isHeadline {
      guard isSlip, candidates.count == 1, isUnder(earlier, later) else { return nil }
    } else if pointsBack {
      let isClose = isSlip || value < first * 1.25 && first < value * 1.25
      guard isClose, !isRestricted(counted, passage) || isSlip && value >= 100 && sharesVerb(earlier, later) else {
        return nil
      }
    } else {
      guard isSlip, value >= 100, hasSameWindow(earlier, later), hasSameNames(earlier, later),
        sharesVerb(earlier, later)
      else { return nil }
    }
    return FigureConflict(
      earlier: earlier, later: later,
      message:
        "“\(draft.excerpt(draft.phrase(draft.figures[later])))” was “\(draft.excerpt(draft.phrase(draft.figures[earlier])))” before.",
      fix: replace(later, with: words(earlier)))
  }

  /// "412 arrests"
  private static func isPlainCount(_ quantity: Quantity) -> Bool {
    quantity.kind == .count && quantity.exemption == nil && !quantity.isApproximate && quantity.bound == nil
      && quantity.value.map { $0 >= 10 } == true && quantity.counted.map { isNextTo($0, quantity) } == true
  }

  /// Whether a quantity is of those that are compared with earlier ones, by what stands beside it.
  static func mayConflict(_ quantity: Quantity, _ passage: Passage) -> Bool {
    let before = passage.word(quantity.terms.lowerBound - 1)
    switch quantity.kind {
    case .count: return isPlainCount(quantity) || passage.isMark(quantity.terms.upperBound, 0x29)
    case .percent:
      let start = max(passage.sentences[quantity.sentence].tokens.lowerBound, quantity.terms.lowerBound - 5)
      return quantity.exemption == nil && quantity.window == nil
        && (start..<quantity.terms.lowerBound).contains { rates.contains(passage.terms[$0].key) }
    case .currency: return before == .to || before == .from
    case .measure:
      return passage.isMark(quantity.terms.upperBound, 0x29)
        || passage.has(quantity.terms.lowerBound - 1, .definite)
          && passage.terms[quantity.terms.upperBound].tag.isNoun
    default: return false
    }
  }

  /// "43 of our 50 states … those 43 states": the value was named before, if of another noun.
  private func isStated(_ value: Double, before later: Int) -> Bool {
    (max(0, later - Self.mostCompared)..<later).contains { quantity($0).low == value || quantity($0).high == value }
  }

  /// "his 2016 runs"
  private func isYearLike(_ quantity: Quantity, _ passage: Passage) -> Bool {
    quantity.terms.count == 1 && passage.terms[quantity.terms.lowerBound].range.count == 4
      && (1000...2100).contains(quantity.value ?? 0)
  }

  private static func isNextTo(_ noun: Int, _ quantity: Quantity) -> Bool { noun - quantity.terms.upperBound <= 2 }

  private func agrees(_ earlier: Int, _ other: Quantity) -> Bool {
    guard let value = quantity(earlier).value else { return true }
    return other.agrees(with: value, rounding: quantity(earlier).rounding)
  }

  private func isSame(_ earlier: Int, _ later: Int) -> Bool { quantity(earlier).value == quantity(later).value }

  /// A plain count, stated exactly, in the draft's own words.
  private func isComparable(_ figure: Int) -> Bool {
    let quantity = quantity(figure)
    return quantity.kind == .count && quantity.value != nil && !quantity.isApproximate && quantity.bound == nil
      && (quantity.exemption == nil || quantity.exemption == .headline)
      && quantity.counted.map { Self.isNextTo($0, quantity) } == true
  }

  /// A headline and the text right under it.
  private func isUnder(_ headline: Int, _ figure: Int) -> Bool {
    let (above, below) = (draft.figures[headline].block, draft.figures[figure].block)
    guard below > above, below - above <= 4 else { return false }
    return !(above + 1...below).contains { draft.blocks[$0].outline.kind == .heading }
  }

  /// "the 12 members who left": some of them.
  private func isRestricted(_ noun: Int, _ passage: Passage) -> Bool {
    let next = passage.terms[noun + 1]
    guard next.isWord else { return false }
    if next.has([.auxiliary, .conjunction]) || next.tag.isFiniteVerb && next.tag != .pastVerb { return false }
    return true
  }

  private func differsInWindow(_ earlier: Int, _ later: Int) -> Bool {
    guard let one = days(earlier), let other = days(later) else { return false }
    return one != other
  }

  /// The days that a figure speaks of; "a week" names none.
  private func days(_ figure: Int) -> WindowExpression.Period? {
    switch quantity(figure).window?.period {
    case nil, .rate, .length: nil
    case let period: period
    }
  }

  private func hasSameWindow(_ earlier: Int, _ later: Int) -> Bool {
    guard let one = days(earlier), let other = days(later) else { return false }
    return one == other
  }

  /// Whether both sentences tell of the same doing.
  private func sharesVerb(_ earlier: Int, _ later: Int) -> Bool { !verbs(earlier).isDisjoint(with: verbs(later)) }

  private func verbs(_ figure: Int) -> Set<UInt64> {
    let passage = passage(figure)
    let tokens = passage.sentences[quantity(figure).sentence].tokens
    return Set(
      tokens.compactMap { index in
        let term = passage.terms[index]
        return term.tag.isVerb && !term.has(.function) && term.cue == .none ? term.key : nil
      })
  }

  /// "Unemployment was 5.2 percent … Unemployment is at 5.4 percent", with no word of two times or places.
  func sameRate(_ later: Int) -> FigureConflict? {
    guard let rate = rate(later) else { return nil }
    var found: Int?
    for earlier in stride(from: later - 1, through: max(0, later - Self.mostCompared), by: -1) {
      guard let other = self.rate(earlier), other == rate else { continue }
      if let found, quantity(found).value != quantity(earlier).value { return nil }
      found = earlier
    }
    guard let earlier = found, let one = quantity(earlier).value, let other = quantity(later).value,
      !quantity(later).agrees(with: one, rounding: 0), (one - other).magnitude < max(one, other) * 0.25,
      quantity(earlier).sentence != quantity(later).sentence
        || draft.figures[earlier].block != draft.figures[later].block,
      !isDisputed(earlier, later), hasSameNames(earlier, later)
    else { return nil }
    return FigureConflict(
      earlier: earlier, later: later, message: "“\(words(later))” was “\(words(earlier))” before.",
      fix: replace(later, with: words(earlier)))
  }

  /// The rate whose value a percentage is, where its sentence speaks of no time and no change.
  private func rate(_ figure: Int) -> UInt64? {
    let quantity = quantity(figure)
    guard quantity.kind == .percent, draft.figures[figure].isCheckable, !quantity.isApproximate, quantity.bound == nil,
      quantity.value != nil, quantity.window == nil
    else { return nil }
    let passage = passage(figure)
    let tokens = passage.sentences[quantity.sentence].tokens
    guard tokens.count < Self.longestSentence else { return nil }
    let start = max(tokens.lowerBound, quantity.terms.lowerBound - 5)
    guard let noun = (start..<quantity.terms.lowerBound).last(where: { Self.rates.contains(passage.terms[$0].key) }),
      (noun + 1..<quantity.terms.lowerBound).allSatisfy({ isLink($0, passage) }),
      // "youth unemployment", "core inflation"
      noun == tokens.lowerBound || passage.has(noun - 1, .definite) || !passage.terms[noun - 1].isWord,
      !passage.namesPeriod(tokens), !tokens.contains(where: { Self.changes.contains(passage.terms[$0].key) })
    else { return nil }
    return passage.terms[noun].key
  }

  private func isLink(_ index: Int, _ passage: Passage) -> Bool {
    let term = passage.terms[index]
    return term.has(.be) || term.word == .at || term.word == .of || term.word == .rate || Self.stands.contains(term.key)
  }

  /// No sentence of prose has more terms; one made to be hostile is not read over and over.
  private static let longestSentence = 1000
  private static let rates = foldedKeys("unemployment inflation turnout joblessness occupancy literacy")
  private static let stands = foldedKeys("stands stood remains remained")
  private static let changes = foldedKeys(
    """
    rose rise fell fall grew dropped drop climbed eased jumped up down from expected forecast forecasts target targets
    projected predicted could would will may might if among than while whereas compared average
    """)
}

import ProseText

/// Two figures of the draft that state one thing differently; indices into its figures.
struct FigureConflict {
  var earlier: Int
  var later: Int
  var message: String
  /// Where the later value stands, if not where the figure does.
  var range: Range<Int>?
  var related = "the earlier value"
  var fix: Fix?
}

extension Draft {
  /// Every figure that contradicts an earlier one, each once.
  func conflicts() -> [FigureConflict] {
    var found: [FigureConflict] = []
    let reader = ConflictReader(draft: self)
    for index in figures.indices where isClaim(figures[index]) && !isSpoken(index) {
      if let conflict = reader.conversion(index) ?? reader.mixedUnits(index) ?? reader.restated(index)
        ?? reader.sameRate(index) ?? reader.sameMeasure(index)
      {
        found.append(conflict)
      }
    }
    return found
  }

  /// Words between quotation marks are not the draft's to make consistent.
  private func isSpoken(_ index: Int) -> Bool {
    let figure = figures[index]
    return blocks[figure.block].facts.quoteAt[figure.quantity.terms.lowerBound] >= 0
  }
}

private struct ConflictReader {
  let draft: Draft

  private func passage(_ figure: Int) -> Passage { draft.blocks[draft.figures[figure].block].passage }
  private func quantity(_ figure: Int) -> Quantity { draft.figures[figure].quantity }
  private func words(_ figure: Int) -> String { draft.string(draft.range(draft.figures[figure])) }

  // MARK: The same amount in other units

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
    return FigureConflict(
      earlier: earlier, later: later,
      message: "“\(words(earlier))” is \(text) in the unit of “\(words(later))”.",
      related: "the amount", fix: replaceDigits(later, with: text))
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

  // MARK: The same noun again

  /// "412 arrests … The 421 arrests": a count that points back, or one that differs by a slip of the finger.
  func restated(_ later: Int) -> FigureConflict? {
    let passage = passage(later)
    let other = quantity(later)
    guard other.kind == .count, draft.figures[later].isCheckable, !other.isApproximate, other.bound == nil,
      let value = other.value, value >= 10, !isYearLike(other, passage), let counted = other.counted,
      isNextTo(counted, other)
    else { return nil }
    let noun = passage.nounKey(counted)
    let known = draft.figureIndex.figures(counting: noun).prefix(while: { $0 < later }).suffix(Self.mostCompared)
    guard !known.isEmpty, !known.contains(where: { agrees($0, other) }) else { return nil }
    let pointsBack = passage.has(other.terms.lowerBound - 1, [.definite])
    // What points back means the one figure that was; a second makes it unclear which.
    let candidates = known.filter { isComparable($0) && !isSame($0, later) }
    guard let earlier = candidates.last, Set(candidates.map { quantity($0).value ?? 0 }).count == 1,
      let first = quantity(earlier).value
    else { return nil }
    let isSlip = DigitSlip.isOne(from: first, to: value)
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

  private static let mostCompared = 24

  /// "his 2016 runs"
  private func isYearLike(_ quantity: Quantity, _ passage: Passage) -> Bool {
    quantity.terms.count == 1 && passage.terms[quantity.terms.lowerBound].range.count == 4
      && (1000...2100).contains(quantity.value ?? 0)
  }

  private func isNextTo(_ noun: Int, _ quantity: Quantity) -> Bool { noun - quantity.terms.upperBound <= 2 }

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
      && quantity.counted.map { isNextTo($0, quantity) } == true
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

  private func isDisputed(_ earlier: Int, _ later: Int) -> Bool {
    if let one = source(earlier), let other = source(later), one != other { return true }
    return [earlier, later].contains { figure in
      let passage = passage(figure)
      return passage.sentences[quantity(figure).sentence].tokens.contains {
        Self.disputes.contains(passage.terms[$0].key)
      }
    }
  }

  private func source(_ figure: Int) -> Int? {
    guard let attribution = draft.figures[figure].support.attribution else { return nil }
    return draft.attributions[attribution].resolved
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

  /// Words with capitals inside the two sentences: places, people, bodies.
  private func names(_ figure: Int) -> Set<UInt64> {
    let passage = passage(figure)
    let tokens = passage.sentences[quantity(figure).sentence].tokens
    return Set(
      tokens.compactMap { index in
        let term = passage.terms[index]
        return term.isName && !term.has([.month, .weekday]) ? term.key : nil
      })
  }

  private func hasSameNames(_ earlier: Int, _ later: Int) -> Bool {
    let (one, other) = (names(earlier), names(later))
    return one.isSubset(of: other) || other.isSubset(of: one)
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

  // MARK: Rates and lengths

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

  // MARK: Fixes

  private func replace(_ figure: Int, with text: String) -> Fix {
    draft.replacement(
      of: draft.range(draft.figures[figure]), with: text, title: "Replace “\(words(figure))” with “\(text)”")
  }

  private func replaceDigits(_ figure: Int, with text: String) -> Fix? {
    let block = draft.blocks[draft.figures[figure].block]
    guard let index = quantity(figure).terms.last(where: { block.passage.terms[$0].kind == .number }) else {
      return nil
    }
    let range = block.range(index..<index + 1)
    return draft.replacement(of: range, with: text, title: "Replace “\(draft.string(range))” with “\(text)”")
  }

  private static let indian = foldedKeys("lakh lakhs crore crores")
  private static let rates = foldedKeys("unemployment inflation turnout joblessness occupancy literacy")
  private static let stands = foldedKeys("stands stood remains remained")
  private static let changes = foldedKeys(
    """
    rose rise fell fall grew dropped drop climbed eased jumped up down from expected forecast forecasts target targets
    projected predicted could would will may might if among than while whereas compared average
    """)
  private static let disputes = foldedKeys(
    """
    but revised updated corrected earlier initially originally previously later first instead rather not disputed
    other another remaining rest additional more further new however although while whereas least compared than up down
    second third total including
    """)
}

/// Slips of the finger in a number: two digits swapped, or one of them another.
enum DigitSlip {
  /// Whether two whole numbers, or decimals, of as many digits differ by one slip.
  static func isOne(from one: Double, to other: Double) -> Bool {
    let (left, right) = (digits(one), digits(other))
    guard left.count == right.count, left.count >= 2 else { return false }
    let differing = left.indices.filter { left[$0] != right[$0] }
    switch differing.count {
    case 1: return true
    case 2:
      let (first, second) = (differing[0], differing[1])
      return second == first + 1 && left[first] == right[second] && left[second] == right[first]
    default: return false
    }
  }

  private static func digits(_ value: Double) -> [UInt8] {
    Numerals.plain(value, grouped: false).utf8.filter { $0 != 0x2E }
  }
}

import ProseText

/// What a figure says, ready to be held against what a source says: its value, what it counts, and when.
struct FigureSense: Sendable, Equatable {
  var kind: FigureKind
  var unit: String?
  var low: Double
  var high: Double
  /// How far on either side the true value may lie.
  var rounding: Double
  var bound: Bound?
  var counted = CountedPhrase()
  /// What is said around it: the words of its clause, those of whoever says it aside.
  var clause: Set<UInt64> = []
  var from: CalendarDate?
  var to: CalendarDate?
  /// It counts what happened within its window, so that a longer window holds more.
  var isFlow = false
  /// The days of one period, for rates.
  var rateDays: Double?
  /// The words of the figure, for messages.
  var text: String
}

extension FigureSense {
  /// The sense of a figure in a text; nil for dates, vague amounts and what has no value.
  init?(_ index: Int, in draft: Draft) {
    let figure = draft.figures[index]
    guard Self.isComparable(figure.quantity) else { return nil }
    let block = draft.blocks[figure.block]
    let words = ClauseWords(
      figure.quantity, draft.figuresOfBlock[figure.block].map { draft.figures[$0].quantity }, block)
    self.init(figure, words, block)
  }

  /// The sense of a figure of a block with the words around it.
  init?(_ figure: DraftFigure, _ words: ClauseWords, _ block: DraftBlock) {
    let quantity = figure.quantity
    guard Self.isComparable(quantity), let low = quantity.low, let high = quantity.high, low.isFinite, high.isFinite
    else { return nil }
    kind = quantity.kind == .range ? (quantity.unit == nil ? .count : .measure) : quantity.kind
    unit = quantity.unit
    if quantity.kind == .range, unit == "%" { kind = .percent }
    self.low = min(low, high)
    self.high = max(low, high)
    rounding = Self.rounding(of: quantity)
    bound = quantity.bound
    counted = words.counted
    clause = words.clause
    (from, to) = (figure.from, figure.to)
    if let period = quantity.window?.period {
      switch period {
      case .since, .between, .ending, .trailing, .yearToDate: isFlow = true
      case .within, .relative, .until, .rate, .length: isFlow = false
      }
    }
    rateDays = quantity.window?.rateDays
    text = block.passage.string(quantity.range)
  }

  static func isComparable(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .count, .percent, .percentagePoints, .currency, .measure, .range: break
    case .ratio, .multiple, .vague, .date, .time, .ordinal: return false
    }
    switch quantity.exemption {
    case nil, .duration, .smallCount, .age, .arithmetic, .headline, .definition, .statistic, .law, .hypothetical,
      .instruction:
      return true
    case .date, .year, .time, .ordinal, .score, .address, .phone, .identifier, .version, .name, .reference, .idiom,
      .unit:
      return false
    }
  }

  /// How far the value may have been rounded: to its last digit that says more than size, where it has two or more.
  private static func rounding(of quantity: Quantity) -> Double {
    guard let value = quantity.value, value != 0 else { return 0 }
    let digits = max(1, quantity.significantDigits)
    let place = StatedPrecision.place(of: value, digits: digits) / 2
    if quantity.isApproximate { return max(place, value.magnitude * 0.025) }
    let stated = quantity.step > 0 ? quantity.step / 2 : 0
    guard quantity.significantDigits > 0, !quantity.hasScale else { return max(stated, quantity.rounding) }
    // "1,900" for 1,874; a single digit says too little of how it was rounded.
    return max(stated, digits > 1 ? min(place, value.magnitude * 0.025) : min(place, value.magnitude * 0.01))
  }

  /// The sense of a figure that a ledger lists.
  init(_ figure: LedgerFigure) {
    let (kind, code) = LedgerUnits.measure(figure.unit)
    self.kind = kind
    unit = code
    low = figure.value
    high = figure.value
    rounding = figure.precision.map { $0 / 2 } ?? 0
    counted = CountedPhrase(figure.what)
    clause = counted.words
    if let quote = figure.quote { clause.formUnion(CountedPhrase(quote).words) }
    if figure.from != nil || figure.to != nil {
      (from, to) = (figure.from?.first, figure.to?.last)
      isFlow = true
    } else if let day = figure.asOf {
      (from, to) = (day.first, day.last)
    }
    text = Numerals.rounded(figure.value) + (figure.unit.map { $0 == "%" ? "%" : " \($0)" } ?? "")
  }
}

// MARK: Comparing

extension FigureSense {
  /// Another sense in the unit of this one; nil where the two do not measure the same.
  func measured(_ other: FigureSense) -> (low: Double, high: Double, rounding: Double)? {
    if kind == other.kind, unit == other.unit { return (other.low, other.high, other.rounding) }
    guard kind == .measure, other.kind == .measure, let unit, let otherUnit = other.unit,
      let low = UnitConversions.convert(other.low, from: otherUnit, to: unit),
      let high = UnitConversions.convert(other.high, from: otherUnit, to: unit),
      let unitScale = UnitConversions.scale(of: unit), let otherScale = UnitConversions.scale(of: otherUnit)
    else { return nil }
    return (low, high, other.rounding * otherScale.factor / unitScale.factor)
  }

  /// Whether two state the same value, this one's own precision allowed for.
  func hasValue(of other: FigureSense) -> Bool {
    guard let other = measured(other) else { return false }
    return stated.holds(StatedValue(low: other.low, high: other.high, rounding: other.rounding))
  }

  /// The value by itself.
  var stated: StatedValue { StatedValue(low: low, high: high, rounding: rounding, bound: bound) }

  /// Whether the numbers agree, whatever they are numbers of: dollars and euros.
  func hasNumber(of other: FigureSense) -> Bool {
    let slack = max(rounding, other.rounding) * 1.000_001
    return other.low <= high + slack && other.high >= low - slack
  }

  /// How what two figures count goes together.
  enum Likeness: Int, Sendable, Comparable {
    case other, unknown, same

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether two count the same, as far as their words tell.
  func likeness(to other: FigureSense) -> Likeness {
    let shared = clause.intersection(other.clause).count
    switch (counted.head, other.counted.head) {
    case (let head?, let otherHead?):
      if head == otherHead { return .same }
      // "1,874 leak repairs" and "repaired 1,874 leaks": each noun stands in the other's clause.
      if other.clause.contains(head), clause.contains(otherHead) { return .same }
      // "41 people" were 41 workers.
      if counted.isPeople, other.counted.isPeople, head == Self.people || otherHead == Self.people {
        return shared > 0 ? .same : .unknown
      }
      return .other
    case (let head?, nil): return other.clause.contains(head) ? .same : .unknown
    case (nil, let head?): return clause.contains(head) ? .same : .unknown
    case (nil, nil): return shared >= 2 ? .same : .unknown
    }
  }

  private static let people = WordStems.key("people")

  /// How many words two share.
  func overlap(with other: FigureSense) -> Int { clause.intersection(other.clause).count }

  /// Whether two speak of times that cannot both be meant.
  func isOtherTime(than other: FigureSense) -> Bool {
    if let rateDays, let otherDays = other.rateDays, rateDays != otherDays { return true }
    if let to, let otherFrom = other.from, to < otherFrom { return true }
    if let from, let otherTo = other.to, otherTo < from { return true }
    guard let from, let otherFrom = other.from else { return false }
    // What is counted over a time differs with its length; a level does not.
    guard other.isFlow, kind != .percent, kind != .percentagePoints else { return false }
    let days = abs(from.dayNumber - otherFrom.dayNumber)
    if isFlow { return days > 45 }
    guard let to, let otherTo = other.to else { return false }
    let (length, otherLength) = (to.dayNumber - from.dayNumber + 1, otherTo.dayNumber - otherFrom.dayNumber + 1)
    return days > 45 && (length > 2 * otherLength || otherLength > 2 * length)
  }
}

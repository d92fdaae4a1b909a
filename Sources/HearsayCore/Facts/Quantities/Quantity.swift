/// A quantity expression of one block, before the rest of the draft is known.
///
/// Byte offsets are relative to the block; indices are terms of its passage.
struct Quantity: Sendable, Equatable {
  /// Number, scale and unit or sign.
  @Compact var terms: Range<Int>
  @Compact var range: Range<Int>
  var kind: FigureKind
  var low: Double?
  var high: Double?
  var unit: String?
  var isApproximate = false
  var exemption: Exemption?
  /// Which way the words before or behind it leave the value open.
  var bound: Bound?
  /// The words that blur or bound it: "about", "up to", "more than".
  @CompactOptional var approximator: Range<Int>?
  /// Digits that the number states: 5 in "11.372", 2 in "1,500" and "2.3 million", 0 where it is spelled out.
  @CompactIndex var significantDigits = 0
  /// What one more in the last digit written would add: 0.1 in "4.5", 100 000 in "2.3 million", 1 in "40"; 0 where it is
  /// spelled out.
  var step = 0.0
  /// The head of the noun that it counts.
  @CompactOptionalIndex var counted: Int?
  @Indirect var window: WindowExpression?
  @CompactIndex var sentence: Int
  /// Written in words alone.
  var isSpelled = false
  /// The number itself was followed by a scale word.
  var hasScale = false
  /// Its marks could be read as another number: "1.234" in a draft that never shows which it means.
  var isAmbiguous = false

  /// "up to 40": the words name no lower value. `low` keeps the number that is written.
  var isOpenBelow: Bool { bound == .atMost || bound == .below }
  /// "at least 40": the words name no upper value. `high` keeps the number that is written.
  var isOpenAbove: Bool { bound == .atLeast || bound == .above }
}

/// Words that say when, before the draft's date is known. Byte offsets are relative to the block.
struct WindowExpression: Sendable, Equatable {
  /// How the words name a period.
  enum Period: Sendable, Equatable {
    /// From a day on, until the draft's date.
    case since(PartialDate)
    /// Within a day, month or year.
    case within(PartialDate)
    /// The day, week, month or year of the draft itself, shifted by a number of them.
    case relative(days: Int, shift: Int)
    /// Until a day, from nobody says when.
    case until(PartialDate)
    /// The months or days that end with a day, month or year: "the year to May", "the week ending 4 May".
    case ending(PartialDate, months: Int, days: Int)
    /// The months or days that end with the draft's date: "the past three years".
    case trailing(months: Int, days: Int)
    /// The draft's own year until its date.
    case yearToDate
    /// Between two days.
    case between(PartialDate, PartialDate)
    /// A rate: for each so many days.
    case rate(days: Double)
    /// A length in days.
    case length(days: Double)
  }

  var range: Range<Int>
  var period: Period

  /// For rates the days of one period.
  var rateDays: Double? {
    guard case .rate(let days) = period else { return nil }
    return days
  }
}

/// A date of which parts may be missing.
struct PartialDate: Sendable, Equatable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// 0 for Monday, where only the weekday is said.
  var weekday: Int?
}

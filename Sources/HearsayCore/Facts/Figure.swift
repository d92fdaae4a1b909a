/// What kind of amount a figure states.
package enum FigureKind: String, Sendable, CaseIterable {
  case count, percent
  case percentagePoints = "percentage-points"
  case currency, measure, ratio, multiple, range, vague
  /// Forms that never need a source.
  case date, time, ordinal
}

/// Which way a figure is open.
package enum Bound: String, Sendable, CaseIterable {
  /// "at least 40", "40 or more".
  case atLeast = "at-least"
  /// "more than 40", "over 40".
  case above
  /// "at most 40", "up to 40".
  case atMost = "at-most"
  /// "fewer than 40", "under 40".
  case below
}

/// Why a figure needs no source.
package enum Exemption: String, Sendable, CaseIterable {
  case date, year, time, age, duration, definition, ordinal, score, address, phone, identifier, law, version, name
  case reference, statistic, idiom, instruction, hypothetical, arithmetic, headline
  case smallCount = "small-count"
  /// A unit named without an amount.
  case unit
}

/// The period that a figure speaks of.
package struct Window: Sendable, Equatable {
  /// The words that say it, absolute UTF-8 byte range.
  package var range: Range<Int>
  /// First day, where the draft's date lets it be known.
  package var from: CalendarDate?
  /// Last day, where the draft's date lets it be known.
  package var to: CalendarDate?
  /// How many days it lasts: both ends count, but for "since", which runs from one day to another.
  package var days: Int?
  /// For rates the days of one period: 7 for "a week".
  package var rateDays: Double?

  package init(
    range: Range<Int>, from: CalendarDate? = nil, to: CalendarDate? = nil, days: Int? = nil, rateDays: Double? = nil
  ) {
    self.range = range
    self.from = from
    self.to = to
    self.days = days
    self.rateDays = rateDays
  }
}

/// How a figure is supported; the first that holds counts, in this order.
package enum SupportStatus: String, Sendable, CaseIterable {
  case exempt
  /// The writer measured it.
  case selfMeasured = "self"
  case cited
  case inSentence = "in-sentence"
  case ledger, derived, carried, late, weak
  case hedgeOnly = "hedge-only"
  case none
}

/// What stands behind a figure.
package struct Support: Sendable, Equatable {
  /// The words that name who answers for it.
  package var by: String?
  private var answering: CompactOptionalIndex
  package var status: SupportStatus

  /// Index of the attribution that answers for it, where one does.
  package var attribution: Int? {
    get { answering.wrappedValue }
    set { answering.wrappedValue = newValue }
  }

  package init(status: SupportStatus, attribution: Int? = nil, by: String? = nil) {
    self.status = status
    self.by = by
    answering = CompactOptionalIndex(wrappedValue: attribution)
  }

  /// Whether somebody who can be asked answers for it.
  var isSourced: Bool {
    switch status {
    case .inSentence, .cited, .carried, .selfMeasured, .ledger: true
    case .exempt, .derived, .late, .weak, .hedgeOnly, .none: false
    }
  }

  /// Whether somebody answers for it, but nobody who can be asked, or too late.
  var isThin: Bool { status == .weak || status == .hedgeOnly || status == .late }
}

/// A quantity expression of the draft, the exempt ones too.
///
/// Ranges are absolute UTF-8 byte ranges: number, scale and unit, percent or currency sign; neither the approximator
/// before it nor the noun that it counts.
package struct Figure: Sendable, Equatable {
  package var range: Range<Int>
  package var kind: FigureKind
  /// Lowest value that the words allow; nil where open.
  package var low: Double?
  /// Highest value that the words allow; nil where open ("millions").
  package var high: Double?
  /// ISO 4217 code, UCUM code, or the word where neither is known; nil for plain counts.
  package var unit: String?
  package var isApproximate: Bool
  /// Which way words like "at least" leave it open.
  package var bound: Bound?
  /// Its marks could be read as another number: "1.234" in a draft that never shows which it means.
  package var isAmbiguous = false
  /// How many of the digits written say more than size; 0 where it is spelled out.
  package var significantDigits = 0
  package var exemption: Exemption?
  /// The noun that it counts.
  package var counted: Range<Int>?
  /// Index of the figure that states the group that this one is a part of: "1,004" for "62 percent of 1,004 adults".
  package var population: Int?
  package var window: Window?
  /// The words of the value that it is set against: "4" for "16" in "from 4 to 16".
  package var base: Range<Int>?
  package var support: Support
  /// Index of the block that holds it.
  package var block: Int
  /// Index of the sentence that holds it.
  package var sentence: Int
}

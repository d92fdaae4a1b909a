import HearsayCore
import ProseText

/// The page's words for what is known of a figure.
enum Wording {
  /// What a status means.
  static func status(_ status: SupportStatus) -> String {
    switch status {
    case .exempt: "needs no source"
    case .selfMeasured: "the writer’s own figure"
    case .cited: "a source is cited"
    case .inSentence: "attributed in the same sentence"
    case .ledger: "noted in the ledger"
    case .derived: "follows from other figures"
    case .carried: "attributed in a sentence before"
    case .late: "attributed only in the sentence after"
    case .weak: "attributed to somebody who cannot be asked"
    case .hedgeOnly: "hedged, attributed to nobody"
    case .none: "nobody answers for it"
    }
  }

  /// What a figure amounts to, with its unit.
  static func value(_ figure: Figure) -> String {
    let unit = figure.unit.map { " " + UnitWords.spelled($0) } ?? ""
    let about = figure.isApproximate ? "about " : ""
    let ambiguous = figure.isAmbiguous ? " (its marks can be read two ways)" : ""
    switch (figure.low, figure.high) {
    case (let low?, let high?) where low == high: return about + decimal(low) + unit + ambiguous
    case (let low?, let high?): return about + "\(decimal(low)) to \(decimal(high))" + unit + ambiguous
    case (let low?, nil): return (figure.bound == .above ? "more than " : "at least ") + decimal(low) + unit + ambiguous
    case (nil, let high?):
      return (figure.bound == .below ? "less than " : "at most ") + decimal(high) + unit + ambiguous
    case (nil, nil): return "no number is given"
    }
  }

  /// What kind of amount it is.
  static func kind(_ kind: FigureKind) -> String {
    switch kind {
    case .count: "count"
    case .percent: "percentage"
    case .percentagePoints: "percentage points"
    case .currency: "amount of money"
    case .measure: "measure"
    case .ratio: "ratio"
    case .multiple: "multiple"
    case .range: "range"
    case .vague: "vague quantity"
    case .date: "date"
    case .time: "time"
    case .ordinal: "ordinal number"
    }
  }

  /// The period of a figure in words and days.
  static func window(_ window: Window, in text: SourceText) -> String {
    let words = "“\(oneLine(text.string(window.range)))”"
    guard let from = window.from, let to = window.to else { return words }
    let days = window.days ?? 1
    return "\(words): \(from.iso) to \(to.iso), \(days == 1 ? "1 day" : "\(days) days")"
  }

  /// How many hands a figure went through.
  static func hand(_ attribution: Attribution) -> String? {
    guard let hand = attribution.hand else { return nil }
    let ordinals = ["first", "second", "third"]
    let ordinal = ordinals.indices.contains(hand - 1) ? ordinals[hand - 1] : "\(hand)th"
    return "\(attribution.isAtLeast ? "at least " : "")\(ordinal) hand"
  }

  /// Where a chain ends.
  static func end(_ end: ChainEnd) -> String {
    switch end {
    case .origin: "ends with its origin"
    case .unnamed: "ends with somebody without a name"
    case .unknown: "breaks off: nobody further is given"
    case .circular: "goes in a circle"
    }
  }

  /// Words of the draft without their line breaks, cut where they are long.
  static func oneLine(_ words: String, limit: Int = 200) -> String {
    let joined = words.prefix(4 * limit).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return joined.count > limit ? joined.prefix(limit) + "…" : joined
  }

  /// "1 finding", "2 findings".
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(decimal(Double(count))) \(noun)\(count == 1 ? "" : "s")"
  }
}

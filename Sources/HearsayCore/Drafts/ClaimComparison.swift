/// How two drafts state one fact differently.
enum ClaimConflict: Int, Sendable, Equatable {
  /// The same thing, another value.
  case value
  /// The same number of dollars and of euros.
  case unit
  /// The same number since July and since 2004.
  case time
  /// The same number of members and of people.
  case noun
}

/// Holds a figure of one draft against a figure of another.
///
/// Precision first: two figures are of one fact only where their own words say so, and what could explain the difference
/// (another time, place, party, part) silences it. The answer is the same whichever draft asks.
struct ClaimComparison {
  let pair: DraftPair
  private var items: DraftMatches.Items

  /// - Parameter items: indices of a claim of each draft.
  init(_ items: DraftMatches.Items, of pair: DraftPair) {
    self.pair = pair
    self.items = items
  }

  /// Goes on to other claims of the same two drafts, which are many where all are alike.
  mutating func turn(to items: DraftMatches.Items) { self.items = items }

  // Where they stand in their drafts: a copy would count all that a claim holds.
  var one: FigureClaim { _read { yield pair.one.claims[items.own] } }
  var other: FigureClaim { _read { yield pair.other.claims[items.other] } }

  /// The conflict between the two, with how much speaks for it; nil where there is none.
  func conflict() -> (kind: ClaimConflict, weight: Int)? {
    guard !one.isQualified, !other.isQualified else { return nil }
    let kind: ClaimConflict?
    if one.sense.measured(other.sense) != nil {
      kind = hasSameNumber && one.isTelling && other.isTelling ? otherMeaning() : agrees ? nil : otherValue()
    } else {
      kind = hasSameNumber ? otherUnit() : nil
    }
    // What takes longest to tell is asked last.
    guard let kind, isSameSubject else { return nil }
    return (kind, sharedCount * 2 + (isSlip ? 1 : 0))
  }

  /// Whether the two say the same of the same.
  var isAgreement: Bool {
    agrees && !isOtherTime && (isSameHead || one.head == nil || other.head == nil)
      && (one.isTelling || sharedCount > 0)
  }

  // MARK: The four ways to differ

  private func otherValue() -> ClaimConflict? {
    guard isSameHead, !isOtherTime, !isOtherTeller, hasSameQualities, one.sense.rateDays == other.sense.rateDays else {
      return nil
    }
    guard let low = [one.sense.low, other.sense.low].min(), let high = [one.sense.high, other.sense.high].max() else {
      return nil
    }
    // Values far apart are more often two facts than one told wrongly.
    guard isSlip || Self.isNear(low, high), mayStillHold else { return nil }
    let sharedCount = sharedCount
    let isSure = sharedCount >= (isSlip ? 2 : 3) && isAboutTheSame
    return isSure || sharedCount > 0 && pair.isSameMatter ? .value : nil
  }

  /// Whether the lowest and the highest value are near enough to be one fact told wrongly.
  static func isNear(_ low: Double, _ high: Double) -> Bool { high < low * 2.5 }

  /// Whether the value of the one draft was still to hold when the other was written: what is counted anew changes.
  private var mayStillHold: Bool {
    if isSameTime || pair.daysApart == 0 { return true }
    if isTransposition { return pair.daysApart ?? 0 <= 7 && !isGrowing || one.isTelling }
    if let days = pair.daysApart {
      return days <= 3 && !isGrowing && isSameTeller && (one.sense.kind == .count || one.sense.kind == .currency)
    }
    return (isSlip || pair.isSameMatter) && isSameTeller
  }

  private func otherUnit() -> ClaimConflict? {
    guard isMeasured(one), isMeasured(other), !isOtherTime, isSameHead || one.sense.kind != .percent else { return nil }
    guard hasPlainWordInCommon else { return nil }
    return sharedCount >= 3 && isAboutTheSame || pair.isSameMatter ? .unit : nil
  }

  private func isMeasured(_ claim: FigureClaim) -> Bool {
    switch claim.sense.kind {
    case .currency, .measure: one.sense.kind == other.sense.kind
    case .percent, .percentagePoints: other.sense.kind != one.sense.kind
    default: false
    }
  }

  /// The same telling number, of another time or of another noun.
  private func otherMeaning() -> ClaimConflict? {
    if isSameHead {
      guard isOtherTime, one.digits >= 3, other.digits >= 3,
        sharedCount >= 2 && isAboutTheSame || sharedCount > 0 && pair.isSameMatter
      else { return nil }
      return .time
    }
    guard let head = one.head, let otherHead = other.head, !isOtherTime,
      isOtherNoun(head, otherHead)
    else { return nil }
    return sharedCount >= 3 && isAboutTheSame || sharedCount >= 2 && pair.isSameMatter ? .noun : nil
  }

  /// Whether two nouns count two things: "members" and "people", "tickets" and "visitors"; not "workers" and "people".
  private func isOtherNoun(_ head: UInt64, _ otherHead: UInt64) -> Bool {
    let isStatus = Self.statuses.contains(head), isOtherStatus = Self.statuses.contains(otherHead)
    if isStatus != isOtherStatus { return true }
    if one.sense.counted.isPeople, other.sense.counted.isPeople { return false }
    // "412 arrests" are 412 people arrested.
    return !other.sense.clause.contains(head) && !one.sense.clause.contains(otherHead)
  }

  // MARK: What the two share

  /// How many words that mean something both clauses have, what is counted aside.
  private var sharedCount: Int {
    let (clause, otherClause) = (one.sense.clause, other.sense.clause)
    let (head, otherHead) = (one.head, other.head)
    let (few, many) = clause.count < otherClause.count ? (clause, otherClause) : (otherClause, clause)
    return few.count { $0 != head && $0 != otherHead && many.contains($0) }
  }

  private var hasPlainWordInCommon: Bool {
    one.sense.clause.contains {
      $0 != one.head && $0 != other.head && !one.names.contains($0) && other.sense.clause.contains($0)
    }
  }

  private var isSameHead: Bool { one.head == other.head }

  private var hasSameNumber: Bool { one.sense.low == other.sense.low && one.sense.high == other.sense.high }

  /// The same value, as far as both vouch for their digits.
  private var agrees: Bool {
    if let measured = one.sense.measured(other.sense) {
      let value = StatedValue(low: measured.low, high: measured.high, rounding: measured.rounding)
      if one.sense.stated.holds(value) { return true }
      if abs(one.sense.low - measured.low) <= max(one.roundness, other.roundness) { return true }
    }
    return other.sense.hasValue(of: one.sense)
  }

  /// Digits exchanged or one of them mistyped.
  private var isSlip: Bool { slip != nil }

  private var isTransposition: Bool { slip == .transposition }

  private var slip: DigitSlip? {
    let (low, otherLow) = (one.sense.low, other.sense.low)
    guard low >= 10, otherLow >= 10, low == one.sense.high, otherLow == other.sense.high else { return nil }
    return DigitRow(low).slip(to: DigitRow(otherLow))
  }

  /// Whether both speak of the same place, person and doing, as far as their words tell.
  private var isSameSubject: Bool {
    if isOtherDeed, !isDeedBeside { return false }
    let (mine, theirs) = (one.spelledNames, other.spelledNames)
    if !mine.isEmpty, !theirs.isEmpty { return !mine.isDisjoint(with: theirs) }
    return pair.other.topic.names.contains(all: mine) && pair.one.topic.names.contains(all: theirs)
  }

  /// Where the number itself, or what an amount is of, says that both mean the same, they may tell it by different verbs.
  private var isDeedBeside: Bool {
    if hasSameNumber { return one.isTelling || sharedCount >= 3 || pair.isSameMatter }
    return one.sense.kind != .count && isTransposition && sharedCount >= 3
  }

  /// Whether both say what was done, and not the same; one may name it by a noun.
  private var isOtherDeed: Bool {
    !one.deeds.isEmpty && !other.deeds.isEmpty && one.deeds.isDisjoint(with: other.sense.clause)
      && other.deeds.isDisjoint(with: one.sense.clause)
  }

  /// Whether much of what the shorter clause says stands in the other, a name of the matter among it or around it.
  private var isAboutTheSame: Bool {
    let fewest = min(one.sense.clause.count, other.sense.clause.count) - 1
    guard sharedCount * 5 >= fewest * 2 else { return false }
    return !one.spelledNames.isDisjoint(with: other.spelledNames)
      || !pair.other.topic.openingNames.isDisjoint(with: one.spelledNames)
      || !pair.one.topic.openingNames.isDisjoint(with: other.spelledNames)
      || !pair.one.topic.openingNames.isDisjoint(with: pair.other.topic.openingNames)
  }

  /// "injured people" and "dead people": words between number and noun that have nothing in common.
  private var hasSameQualities: Bool {
    var (mine, theirs) = (one.sense.counted.words, other.sense.counted.words)
    if let head = one.sense.counted.head { mine.remove(head) }
    if let head = other.sense.counted.head { theirs.remove(head) }
    return mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs)
  }

  /// Two parties that say so differ: that is news, not a slip.
  private var isOtherTeller: Bool {
    guard !one.teller.isEmpty, !other.teller.isEmpty, !PartyNames.isSame(one.teller, other.teller) else { return false }
    return !(isTransposition && one.isTelling)
  }

  private var isSameTeller: Bool { !one.teller.isEmpty && PartyNames.isSame(one.teller, other.teller) }

  /// Whether both name one time.
  private var isSameTime: Bool {
    if let from = one.sense.from, let to = one.sense.to { return from == other.sense.from && to == other.sense.to }
    switch one.period {
    case nil, .rate, .length: return false
    case let period: return period == other.period && other.sense.from == nil
    }
  }

  private var isOtherTime: Bool {
    one.sense.isOtherTime(than: other.sense) || other.sense.isOtherTime(than: one.sense)
      || TimeExpressions.differ(one.period, other.period)
  }

  /// A toll that the later draft puts higher has grown.
  private var isGrowing: Bool {
    guard one.isToll || other.isToll || one.sense.bound != nil || other.sense.bound != nil,
      let date = pair.one.date, let otherDate = pair.other.date
    else { return false }
    return date < otherDate ? one.sense.low < other.sense.low : other.sense.low < one.sense.low
  }

  /// Nouns that say as what somebody or something was counted, not who it was.
  private static let statuses = Set(
    """
    members affiliates subscribers customers clients users accounts followers signatories voters patients cases \
    households families declarations withdrawals resignations applications complaints reports tickets visits
    """.split { $0 == " " || $0 == "\n" }.map { WordStems.key($0) })
}

extension FigureClaim {
  /// How far a round number may lie from the true one: half of its last digit that is no nought, from a hundred on.
  var roundness: Double {
    guard sense.low >= 100, digits > 0, digits <= 2 || hasScale else { return 0 }
    return StatedPrecision.place(of: sense.low, digits: max(1, digits)) / 2
  }
}

/// What of a claim tells at a glance that another is not of the same fact: numbers and keys, no words.
struct ClaimMeasure: Sendable, Equatable {
  private let kind: FigureKind
  /// A key of the unit; 0 where it has none.
  private let unit: UInt64
  /// What it counts; 0 where that does not matter or is not said.
  private let head: UInt64
  private let stated: StatedValue
  private let roundness: Double
  private let isQualified: Bool
  private let isTelling: Bool
  private let hasThreeDigits: Bool
  private let row: DigitRow

  init(_ claim: FigureClaim) {
    kind = claim.sense.kind
    unit = claim.sense.unit?.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } ?? 0
    head = claim.head ?? 0
    stated = claim.sense.stated
    roundness = claim.roundness
    isQualified = claim.isQualified
    isTelling = claim.isTelling
    hasThreeDigits = claim.digits >= 3
    row = DigitRow(claim.sense.low)
  }

  /// Whether a comparison of the two claims can find anything, agreement or conflict: false is certain, true is not.
  func mayConcern(_ other: ClaimMeasure) -> Bool {
    if hasSameNumber(as: other) { return true }
    guard isOfSameUnit(as: other) else { return kind == .measure && other.kind == .measure }
    if stated.bound != nil || other.stated.bound != nil { return true }
    let slack = max(slack, other.slack)
    if other.stated.low <= stated.high + slack, stated.low <= other.stated.high + slack { return true }
    return mayBeMistold(other)
  }

  /// Whether a comparison of the two claims can find a conflict: false is certain, true is not.
  func mayConflict(_ other: ClaimMeasure) -> Bool {
    guard !isQualified, !other.isQualified else { return false }
    let hasSameNumber = hasSameNumber(as: other)
    guard isOfSameUnit(as: other) else {
      switch (kind, other.kind) {
      // One unit may be told in the other.
      case (.measure, .measure): return true
      case (.currency, .currency), (.percent, .percentagePoints), (.percentagePoints, .percent): return hasSameNumber
      default: return false
      }
    }
    if hasSameNumber {
      guard isTelling, other.isTelling else { return false }
      return head == other.head ? hasThreeDigits && other.hasThreeDigits : head != 0 && other.head != 0
    }
    return mayBeMistold(other) && !agrees(with: other)
  }

  private func hasSameNumber(as other: ClaimMeasure) -> Bool {
    stated.low == other.stated.low && stated.high == other.stated.high
  }

  private func isOfSameUnit(as other: ClaimMeasure) -> Bool { kind == other.kind && unit == other.unit }

  /// How far the value may lie from what is written, by whichever reckoning.
  private var slack: Double { max(stated.rounding, roundness) * 1.000_002 }

  /// Whether two values of one unit may be one fact, told wrongly.
  private func mayBeMistold(_ other: ClaimMeasure) -> Bool {
    guard head == other.head, !isQualified, !other.isQualified else { return false }
    let (low, high) = (min(stated.low, other.stated.low), max(stated.high, other.stated.high))
    return ClaimComparison.isNear(low, high) || row.slip(to: other.row) != nil
  }

  /// Whether two values of one unit are the same, as far as both vouch for their digits.
  private func agrees(with other: ClaimMeasure) -> Bool {
    stated.holds(other.stated) || other.stated.holds(stated)
      || abs(stated.low - other.stated.low) <= max(roundness, other.roundness)
  }
}

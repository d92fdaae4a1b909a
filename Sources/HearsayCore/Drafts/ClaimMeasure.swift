/// What of a claim tells at a glance that another is not of the same fact: numbers and keys, no words.
struct ClaimMeasure: Sendable, Equatable {
  private let kind: FigureKind
  /// A key of the unit; 0 where it has none.
  private let unit: UInt64
  /// What it counts; 0 where that does not matter or is not said.
  private let head: UInt64
  private let low: Double
  private let high: Double
  /// How far the value may lie from what is written, by whichever reckoning.
  private let slack: Double
  private let isBounded: Bool
  private let isQualified: Bool
  private let row: DigitRow

  init(_ claim: FigureClaim) {
    kind = claim.sense.kind
    unit = claim.sense.unit?.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } ?? 0
    head = claim.head ?? 0
    low = claim.sense.low
    high = claim.sense.high
    slack = max(claim.sense.rounding, claim.roundness) * 1.000_002
    isBounded = claim.sense.bound != nil
    isQualified = claim.isQualified
    row = DigitRow(claim.sense.low)
  }

  /// Whether a comparison of the two claims can find anything, agreement or conflict: false is certain, true is not.
  func mayConcern(_ other: ClaimMeasure) -> Bool {
    if low == other.low, high == other.high { return true }
    guard kind == other.kind, unit == other.unit else { return kind == .measure && other.kind == .measure }
    if isBounded || other.isBounded { return true }
    let slack = max(slack, other.slack)
    if other.low <= high + slack, low <= other.high + slack { return true }
    guard head == other.head, !isQualified, !other.isQualified else { return false }
    return ClaimComparison.isNear(min(low, other.low), max(high, other.high)) || row.slip(to: other.row) != nil
  }
}

/// The values that a stated number may stand for.
///
/// A number is rounded to the last digit that it states; words like "about" leave it open further. Bounds may be infinite.
struct ValueRange: Sendable, Equatable {
  var low: Double
  var high: Double

  init(_ value: Double, slack: Double) {
    low = value - slack
    high = value + slack
  }

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  func overlaps(_ other: ValueRange) -> Bool {
    // A hair more, for sums in binary.
    let hair = 1e-9 * max(1, abs(low) < .infinity ? abs(low) : 1)
    return low <= other.high + hair && other.low <= high + hair
  }

  /// How far apart two values may be, in either order.
  func distance(to other: ValueRange) -> ValueRange {
    ValueRange(low: max(0, max(other.low - high, low - other.high)), high: max(other.high - low, high - other.low))
  }

  /// This divided by another; nil where the other may be nothing.
  func divided(by other: ValueRange) -> ValueRange? {
    guard other.low > 0, low >= 0 else { return nil }
    return ValueRange(low: low / other.high, high: high / other.low)
  }

  func times(_ other: ValueRange) -> ValueRange? {
    guard low >= 0, other.low >= 0 else { return nil }
    return ValueRange(low: low * other.low, high: high * other.high)
  }

  var isFinite: Bool { low.isFinite && high.isFinite }
}

extension Quantity {
  /// What the number may stand for, its words and the rounding of its digits allowed for.
  var possible: ValueRange { possible(low ?? high ?? 0, step: step) }

  /// The same for one end of it.
  func possible(_ value: Double, step: Double) -> ValueRange {
    var slack = max(step, trailingZeros(value, step)) / 2
    // Things counted one by one are not rounded; fractions in words are.
    if kind == .count, counted != nil, !hasScale, step == 1, value < 1000 { slack = 0 }
    if step == 0 { slack = kind == .ratio || kind == .multiple ? value * 0.1 : 0.5 }
    if isApproximate { slack = max(slack + step, value * (step == 0 ? 0.15 : 0.1)) }
    var range = ValueRange(value, slack: slack)
    if isOpenAbove { range.high = .infinity }
    if isOpenBelow { range.low = 0 }
    return range
  }

  /// "12,000" may be rounded to thousands: three noughts say so, fewer do not.
  private func trailingZeros(_ value: Double, _ step: Double) -> Double {
    guard step == 1, value >= 1000, value.truncatingRemainder(dividingBy: 1000) == 0 else { return step }
    return min(1000, value * 0.04)
  }

  /// What a stated change may stand for: "20 percent" is often said for 19.
  var possibleChange: ValueRange {
    var range = possible
    guard let value = low, value >= 10, step == 1, value.truncatingRemainder(dividingBy: 5) == 0 else { return range }
    range.low = min(range.low, value * 0.95)
    range.high = max(range.high, value * 1.05)
    return range
  }
}

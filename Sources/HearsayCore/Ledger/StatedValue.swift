/// A value with what its writer vouches for, whatever it is a value of.
struct StatedValue: Sendable, Equatable {
  var low: Double
  var high: Double
  /// How far on either side the true value may lie.
  var rounding: Double
  var bound: Bound?

  /// Whether another value of the same unit is this one, this one's own bound allowed for.
  func holds(_ other: StatedValue) -> Bool {
    let slack = max(rounding, other.rounding) * 1.000_001
    switch bound {
    case .atLeast, .above: return other.high >= low - slack && other.low <= max(high * 1.25, high + 3 * rounding)
    case .atMost, .below: return other.low <= high + slack && other.high >= min(low * 0.75, low - 3 * rounding)
    case nil: return other.low <= high + slack && other.high >= low - slack
    }
  }
}

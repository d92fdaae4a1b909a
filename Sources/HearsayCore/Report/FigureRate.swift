extension Figure {
  /// The one value that the figure states; nil for ranges and open ends.
  package var exactValue: Double? {
    guard let low = low ?? high, low == high ?? low, low.isFinite else { return nil }
    return low
  }

  /// What it comes to a day over its window; nil where the window's days are not known, or where days do not add up: a share, a ratio.
  package var perDay: Double? {
    switch kind {
    case .count, .currency, .measure: break
    default: return nil
    }
    guard let value = exactValue, value > 0, let window else { return nil }
    if let days = window.rateDays { return days > 1 ? value / days : nil }
    guard window.from != nil, window.to != nil else { return nil }
    return value / Double(window.days ?? 1)
  }
}

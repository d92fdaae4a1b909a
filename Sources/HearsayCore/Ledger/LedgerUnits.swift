import ProseText

/// What a ledger writes for a unit, as the code that figures of drafts have.
enum LedgerUnits {
  /// The kind of figure and the code of the unit; a plain count where there is none.
  static func measure(_ unit: String?) -> (kind: FigureKind, code: String?) {
    guard let unit = unit?.trimmedBlanks, !unit.isEmpty else { return (.count, nil) }
    let small = unit.lowercased()
    if percents.contains(small) { return (.percent, "%") }
    if points.contains(small) { return (.percentagePoints, nil) }
    if let sign = Currencies.signs[unit] { return (.currency, sign) }
    if let code = Currencies.codes[foldedKey(unit)], unit == unit.uppercased() { return (.currency, code) }
    // A code of the Unified Code for Units of Measure stands for itself.
    if UnitConversions.scale(of: unit) != nil { return (.measure, unit) }
    if let code = Units.exact[unit] ?? Units.codes[small] { return (.measure, code) }
    if let power = power(small) { return (.measure, power) }
    if let code = Currencies.names[small] { return (.currency, code) }
    return (.count, nil)
  }

  /// "cubic metres", "square km".
  private static func power(_ unit: String) -> String? {
    let words = unit.split(separator: " ").map(String.init)
    guard words.count == 2, let power = Units.powers[words[0]], let code = Units.codes[words[1]] else { return nil }
    return code + power
  }

  private static let percents: Set<String> = ["%", "percent", "per cent", "pct"]
  private static let points: Set<String> = [
    "pp", "percentage point", "percentage points", "points", "percentage-points",
  ]
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmedBlanks: String {
    let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
    let end = lastIndex { $0 != " " && $0 != "\t" } ?? startIndex
    return start <= end && start < endIndex ? String(self[start...end]) : ""
  }
}

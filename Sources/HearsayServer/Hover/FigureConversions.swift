import HearsayCore
import ProseText

/// Says what a figure is in the units of the other half of the world, no more exactly than it is stated.
struct FigureConversions: Sendable {
  let analysis: Analysis
  let markup: HoverMarkup

  /// A line, or none where there is nothing to convert.
  func lines(_ figure: Figure) -> [String] {
    guard let low = figure.low ?? figure.high, let high = figure.high ?? figure.low else { return [] }
    if let unit = figure.unit, figure.kind == .measure {
      guard let scale = UnitConversions.scale(of: unit), let first = converted(low, unit, scale, figure),
        let last = converted(high, unit, scale, figure)
      else { return [] }
      let amount = first == last ? markup.bold(first) : "\(markup.bold(first)) to \(markup.bold(last))"
      return ["about \(amount) \(markup.text(UnitWords.spelled(scale.counterpart)))"]
    }
    guard figure.kind == .count || figure.kind == .currency, low == high, low >= 1e5 else { return [] }
    let words = analysis.shownWords(figure.range).lowercased()
    if words.contains("lakh") || words.contains("crore") { return [markup.bold(Numerals.exact(low))] }
    return figure.unit == "INR" ? [markup.bold(Self.indian(low))] : []
  }

  private func converted(_ value: Double, _ unit: String, _ scale: UnitConversions.Scale, _ figure: Figure) -> String? {
    guard let result = UnitConversions.convert(value, from: unit, to: scale.counterpart), result.isFinite else {
      return nil
    }
    if scale.dimension == .temperature {
      let isWhole = value == value.rounded()
      return decimal(isWhole ? result.rounded() : (result * 10).rounded() / 10)
    }
    return Numerals.plain(Self.sensible(result, digits: figure.significantDigits), grouped: true)
  }

  /// A value rounded to as many digits as were stated, and to another where that would move it by more than a twentieth:
  /// 3 miles are 5 km, and 100 miles are 160.
  static func sensible(_ value: Double, digits: Int) -> Double {
    for count in max(1, digits)..<max(1, digits) + 4 {
      let rounded = StatedPrecision.rounded(value, digits: count)
      if (rounded - value).magnitude <= value.magnitude * 0.05 { return rounded }
    }
    return value
  }

  /// Rupees are counted in lakh (100,000) and crore (10,000,000).
  static func indian(_ value: Double) -> String {
    let (size, word) = value >= 1e7 ? (1e7, "crore") : (1e5, "lakh")
    return Numerals.plain(StatedPrecision.rounded(value / size, digits: 3), grouped: true) + " " + word
  }
}

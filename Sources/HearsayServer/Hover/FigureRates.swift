import HearsayCore
import ProseText

/// Says what a figure comes to in a day, and for each of the people whom the draft names beside it.
struct FigureRates: Sendable {
  let analysis: Analysis
  let markup: HoverMarkup

  /// The window in words and days, with the rate a day where both its ends, or the length of one period, are known.
  func period(_ window: Window, _ figure: Figure) -> String {
    let words = "“\(markup.text(analysis.shownWords(window.range)))”"
    if window.rateDays.map({ $0 > 1 }) ?? false, let rate = figure.perDay {
      return "\(words): " + markup.bold(rounded(rate)) + " a day"
    }
    guard let from = window.from, let to = window.to else { return words }
    let days = window.days ?? 1
    let span = "\(words): \(from.iso) to \(to.iso), \(days == 1 ? "1 day" : "\(days) days")"
    guard let rate = figure.perDay else { return span }
    return span + ", " + markup.bold(rounded(rate)) + " a day"
  }

  /// The figure set against its population; empty where the draft names none.
  func perHead(_ figure: Figure) -> [String] {
    guard let index = figure.population, analysis.figures.indices.contains(index),
      let population = analysis.figures[index].exactValue, population > 0, let value = figure.exactValue, value > 0
    else { return [] }
    let whole = decimal(population)
    switch figure.kind {
    case .percent:
      return value <= 100 ? ["of \(whole): about " + markup.bold(decimal((value * population / 100).rounded()))] : []
    case .ratio: return value <= 1 ? ["of \(whole): about " + markup.bold(decimal((value * population).rounded()))] : []
    case .count:
      if let window = figure.window { return [each(value, window, whole, population)] }
      guard value <= population else { return [] }
      return ["of \(whole): " + markup.bold(rounded(value / population * 100) + "%")]
    default: return []
    }
  }

  private func each(_ value: Double, _ window: Window, _ whole: String, _ population: Double) -> String {
    let period = window.rateDays == nil ? "" : " " + markup.text(analysis.shownWords(window.range))
    var line = "for each of \(whole): " + markup.bold(rounded(value / population)) + period
    if let days = window.rateDays ?? window.days.map(Double.init), days > 1 {
      line += ", " + markup.bold(rounded(value / population / days)) + " a day"
    }
    return line
  }
}

import HearsayCore
import ProseText

/// Says what a figure amounts to, what it counts, over which time, and who answers for it.
struct FigureHover: Sendable {
  let analysis: Analysis
  let markup: HoverMarkup
  var ledger: LedgerInUse?

  /// - Parameter index: of one of the analysis's figures.
  func paragraphs(_ index: Int) -> [String] {
    let figure = analysis.figures[index]
    var lines = [value(figure)]
    lines += FigureConversions(analysis: analysis, markup: markup).lines(figure)
    let rates = FigureRates(analysis: analysis, markup: markup)
    if let window = figure.window { lines.append(rates.period(window, figure)) }
    lines += rates.perHead(figure)
    lines.append(support(figure))
    if let ledger, let evidence = analysis.evidence(of: index),
      let line = LedgerHover(ledger: ledger, markup: markup).line(evidence)
    {
      lines.append(line)
    }
    if let places = SameFigure(analysis: analysis, markup: markup).line(index) { lines.append(places) }
    var paragraphs = [markup.list(lines)]
    if let attribution = figure.support.attribution, analysis.attributions.indices.contains(attribution) {
      paragraphs += ChainDrawing(analysis: analysis, markup: markup).paragraphs(analysis.attributions[attribution])
    }
    return paragraphs
  }

  private func value(_ figure: Figure) -> String {
    let unit = figure.unit.map { " " + markup.text(UnitWords.spelled($0)) } ?? ""
    let counted = figure.counted.map { " " + markup.text(analysis.shownWords($0)) } ?? ""
    let approximately = figure.isApproximate ? "about " : ""
    let amount: String
    switch (figure.low, figure.high) {
    case (let low?, let high?) where low == high: amount = approximately + markup.bold(decimal(low))
    case (let low?, let high?): amount = markup.bold(decimal(low)) + " to " + markup.bold(decimal(high))
    case (let low?, nil): amount = (figure.bound == .above ? "more than " : "at least ") + markup.bold(decimal(low))
    case (nil, let high?): amount = (figure.bound == .below ? "less than " : "at most ") + markup.bold(decimal(high))
    case (nil, nil): return markup.bold(analysis.shownWords(figure.range)) + ": \(name(of: figure.kind))"
    }
    return amount + unit + counted
  }

  private func name(of kind: FigureKind) -> String {
    switch kind {
    case .count: "a count"
    case .percent: "a percentage"
    case .percentagePoints: "percentage points"
    case .currency: "an amount of money"
    case .measure: "a measure"
    case .ratio: "a ratio"
    case .multiple: "a multiple"
    case .range: "a range"
    case .vague: "a vague quantity"
    case .date: "a date"
    case .time: "a time"
    case .ordinal: "an ordinal number"
    }
  }

  private func support(_ figure: Figure) -> String {
    let by = figure.support.by.map { markup.bold($0) }
    let to = by.map { " to " + $0 } ?? ""
    switch figure.support.status {
    case .exempt:
      guard let exemption = figure.exemption else { return "needs no source" }
      return "needs no source: " + markup.text(exemption.rawValue.split(separator: "-").joined(separator: " "))
    case .selfMeasured: return "the writer’s own figure"
    case .cited: return "a source is cited" + (by.map { ": " + $0 } ?? "")
    case .inSentence: return "attributed" + to + " in the same sentence"
    case .ledger: return "noted in the ledger" + (by.map { ": " + $0 } ?? "")
    case .derived: return "derived from other figures of the draft"
    case .carried: return "attributed" + to + " in a sentence before"
    case .late: return "attributed" + to + " only in the sentence after"
    case .weak: return "attributed" + to + ", who cannot be asked by name"
    case .hedgeOnly: return "hedged, and attributed to nobody"
    case .none: return "attributed to nobody"
    }
  }
}

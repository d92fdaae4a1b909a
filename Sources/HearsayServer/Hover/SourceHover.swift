import HearsayCore
import ProseText

/// Says who speaks at a place: for a cue, a source, a name or words in quotation marks.
struct SourceHover: Sendable {
  let analysis: Analysis
  let markup: HoverMarkup

  func paragraphs(_ attribution: Attribution) -> [String] {
    let cue = attribution.cue.first.map { "“\(markup.text(analysis.shownWords($0)))” credits " } ?? "credited: "
    let caveat = attribution.strength == .weak ? ", nobody who could be asked" : ""
    return [cue + party(attribution) + caveat]
      + ChainDrawing(analysis: analysis, markup: markup).paragraphs(attribution)
  }

  func paragraphs(_ source: Source) -> [String] {
    let count = source.mentions.count
    return ["\(markup.bold(source.name)) (\(source.kind.words)), named \(count == 1 ? "once" : "\(count) times")"]
  }

  func paragraphs(_ quote: Quote) -> [String] {
    var lines: [String]
    switch quote.kind {
    case .quotation, .fragment:
      if let speaker = quote.speaker, analysis.sources.indices.contains(speaker) {
        let source = analysis.sources[speaker]
        lines = ["words of \(markup.bold(source.name)) (\(source.kind.words))"]
      } else {
        lines = ["nobody is named as the speaker"]
      }
    case .title: lines = ["a title"]
    case .term: lines = ["a term"]
    case .scare: lines = ["words that the writer sets apart"]
    }
    if !quote.isClosed { lines.append("the closing mark is missing") }
    return [markup.list(lines)]
  }

  private func party(_ attribution: Attribution) -> String {
    if let resolved = attribution.resolved, analysis.sources.indices.contains(resolved) {
      return "\(markup.bold(analysis.sources[resolved].name)) (\(analysis.sources[resolved].kind.words))"
    }
    guard let range = attribution.source.first else { return "nobody" }
    return markup.bold(analysis.shownWords(range))
  }
}

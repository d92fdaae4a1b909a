import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// Who says what stands at a place; nil where there is nothing to say.
  func hover(_ params: LSP.HoverParams, for client: ClientProfile) -> LSP.Hover? {
    let offset = text.offset(of: Position(params.position), in: client.positionEncoding)
    return hover(at: offset, analysis(at: offset), for: client)
  }

  /// - Parameter analysis: with what stands at the place at least.
  func hover(at offset: Int, _ analysis: Analysis, for client: ClientProfile) -> LSP.Hover? {
    guard let place = analysis.place(at: offset) else { return nil }
    let positions = PositionTable(
      [place.range.lowerBound, place.range.upperBound], in: text, client.positionEncoding)
    let page = HoverPage(
      analysis: analysis, ledger: ledger, markup: client.readsMarkdownHovers ? .markdown : .plainText)
    return LSP.Hover(contents: page.markup.page(page.paragraphs(place)), range: positions[place.range])
  }
}

/// What is said of a place.
private struct HoverPage {
  let analysis: Analysis
  let ledger: LedgerInUse?
  let markup: HoverMarkup

  func paragraphs(_ place: HoverPlace) -> [String] {
    let findings = place.findings.map { analysis.findings[$0] }
    let marks = FindingHover(markup: markup)
    return marks.headlines(findings) + paragraphs(place.target) + marks.rules(findings)
  }

  private func paragraphs(_ target: HoverTarget?) -> [String] {
    let sources = SourceHover(analysis: analysis, markup: markup)
    return switch target {
    case .figure(let index):
      FigureHover(analysis: analysis, markup: markup, ledger: ledger).paragraphs(index)
    case .key(let index):
      ledger.map { LedgerHover(ledger: $0, markup: markup).paragraphs(analysis.keys[index]) } ?? []
    case .attribution(let index): sources.paragraphs(analysis.attributions[index])
    case .source(let index): sources.paragraphs(analysis.sources[index])
    case .quote(let index): sources.paragraphs(analysis.quotes[index])
    case nil: []
    }
  }
}

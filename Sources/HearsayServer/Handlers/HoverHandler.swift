import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// Who says what stands at a place; nil where there is nothing to say.
  func hover(_ params: LSP.HoverParams, for client: ClientProfile) -> LSP.Hover? {
    let offset = analysis.text.offset(of: Position(params.position), in: client.positionEncoding)
    guard let place = analysis.place(at: offset) else { return nil }
    let positions = PositionTable(
      [place.range.lowerBound, place.range.upperBound], in: analysis.text, client.positionEncoding)
    let markup: HoverMarkup = client.readsMarkdownHovers ? .markdown : .plainText
    return LSP.Hover(contents: markup.page(paragraphs(place, markup)), range: positions[place.range])
  }

  private func paragraphs(_ place: HoverPlace, _ markup: HoverMarkup) -> [String] {
    let findings = place.findings.map { analysis.findings[$0] }
    let marks = FindingHover(markup: markup)
    return marks.headlines(findings) + paragraphs(place.target, markup) + marks.rules(findings)
  }

  private func paragraphs(_ target: HoverTarget?, _ markup: HoverMarkup) -> [String] {
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

import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// The other places of the draft that name the same key or party, or state the same figure.
  func highlights(_ params: LSP.DocumentHighlightParams, for client: ClientProfile) -> [LSP.DocumentHighlight]? {
    guard let (subject, _) = subject(at: params.position, for: client) else { return nil }
    return ranges(places(of: subject), for: client).map { LSP.DocumentHighlight(range: $0, kind: .text) }
  }

  /// Where a draft has something, in order.
  func places(of subject: DraftSubject) -> [Range<Int>] {
    switch subject {
    case .key(let index): analysis.places(ofKey: analysis.keys[index].id)
    case .figure(let index): analysis.places(ofFigure: index)
    case .source(let index): analysis.sources[index].mentions
    }
  }
}

import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Leads to the first claim that nobody answers for.
  func showUnsupported(for client: ClientProfile) -> Reply {
    let claims = analysis.claims.map { analysis.figures[$0] }
    guard let first = claims.first(where: { $0.support.status == .none }) else {
      return .asking([], notes: ["Every claim of this draft has a source."], .executeCommand(nil))
    }
    return show(analysis.phrase(of: first), note: nil, for: client)
  }

  /// Has the client go to a place of the draft, and say something about it.
  ///
  /// A client that cannot go anywhere gets the line in words.
  func show(_ place: Range<Int>, note: String?, for client: ClientProfile) -> Reply {
    let range = ranges([place], for: client)[0]
    guard client.showsDocuments else {
      let line = "Line \(range.start.line + 1): “\(analysis.label(place))”"
      return .asking([], notes: [[line, note].compactMap(\.self).joined(separator: ". ")], .executeCommand(nil))
    }
    let params = LSP.ShowDocumentParams(uri: uri, takeFocus: true, selection: range)
    return .asking([.showDocument(params)], notes: note.map { [$0] } ?? [], .executeCommand(nil))
  }
}

import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Every place that names a key, in all drafts of its ledger; for a party or a figure those of this draft.
  func references(_ params: LSP.ReferenceParams, for client: ClientProfile) -> Reply {
    guard let (subject, range) = subject(at: params.position, for: client) else { return .result(.references(nil)) }
    if case .key(let index) = subject, analysis.keys[index].entry != nil, let ledger {
      return .search(
        KeySearch(
          key: analysis.keys[index].id, ledger: ledger.found, ledgerURI: ledger.uri,
          purpose: .references(withDeclaration: params.context.includeDeclaration)))
    }
    var places = places(of: subject)
    if case .figure = subject, !params.context.includeDeclaration { places.removeAll { $0 == range } }
    return .result(.references(ranges(places, for: client).map { LSP.Location(uri: uri, range: $0) }))
  }
}

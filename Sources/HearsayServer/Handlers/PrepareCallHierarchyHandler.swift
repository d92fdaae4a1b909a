import LanguageServerProtocol

extension AnalysedDraft {
  /// Where a chain of attributions may begin: a figure, or a party.
  func chainStart(_ params: LSP.CallHierarchyPrepareParams, for client: ClientProfile) -> [LSP.CallHierarchyItem]? {
    let chain = AttributionChain(draft: self, client: client)
    switch subject(at: params.position, for: client)?.subject {
    case .figure(let index): return chain.item(.figure(index)).map { [$0] }
    case .source(let index): return chain.item(.source(index)).map { [$0] }
    case .key, nil: return nil
    }
  }
}

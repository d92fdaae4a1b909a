import LanguageServerProtocol

extension AnalysedDraft {
  /// Where a figure or a party's matter comes from, one step towards its origin.
  func origins(
    _ params: LSP.CallHierarchyOutgoingCallsParams, for client: ClientProfile
  ) -> [LSP.CallHierarchyOutgoingCall]? {
    let chain = AttributionChain(draft: self, client: client)
    return chain.link(of: params.item).map { link in
      chain.origins(of: link).compactMap { origin, places in
        chain.item(origin, at: places.first).map {
          LSP.CallHierarchyOutgoingCall(to: $0, fromRanges: ranges(places, for: client))
        }
      }
    }
  }
}

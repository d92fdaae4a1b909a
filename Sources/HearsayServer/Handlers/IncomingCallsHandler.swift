import LanguageServerProtocol

extension AnalysedDraft {
  /// What a party's matter went into, one step towards the draft: other parties, and figures.
  func takers(
    _ params: LSP.CallHierarchyIncomingCallsParams, for client: ClientProfile
  ) -> [LSP.CallHierarchyIncomingCall]? {
    let chain = AttributionChain(draft: self, client: client)
    return chain.link(of: params.item).map { link in
      chain.takers(of: link).compactMap { taker, places in
        chain.item(taker, at: places.first).map {
          LSP.CallHierarchyIncomingCall(from: $0, fromRanges: ranges(places, for: client))
        }
      }
    }
  }
}

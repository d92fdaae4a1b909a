import LanguageServerProtocol

/// A search for parties and claims in all drafts, to be done away from the loop: plain values.
package struct SymbolSearchJob: Sendable {
  /// The most symbols that are sent; the client asks again when more is typed.
  private static let mostSymbols = 500

  /// Where to look in a draft.
  enum Place: Sendable {
    case open(AnalysedDraft)
    case unopened(DraftSymbols)
  }

  let request: RequestID
  let query: String
  /// By address.
  let places: [String: Place]
  let client: ClientProfile

  /// Looks through the drafts in the order of their addresses.
  package func run() -> SymbolSearchOutcome {
    let query = query.lowercased()
    var symbols: [LSP.WorkspaceSymbol] = []
    for (uri, place) in places.sorted(by: { $0.key < $1.key }) where symbols.count < Self.mostSymbols {
      let known =
        switch place {
        case .open(let draft): DraftSymbols(draft.analysis, client.positionEncoding)
        case .unopened(let symbols): symbols
        }
      symbols += known.matching(query, most: Self.mostSymbols - symbols.count, in: uri)
    }
    return SymbolSearchOutcome(request: request, symbols: symbols)
  }
}

/// What a search for parties and claims found.
package struct SymbolSearchOutcome: Sendable {
  let request: RequestID
  let symbols: [LSP.WorkspaceSymbol]
}

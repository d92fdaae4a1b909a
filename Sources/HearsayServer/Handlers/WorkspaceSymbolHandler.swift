import HearsayCore
import LanguageServerProtocol

extension Session {
  /// The most symbols that are sent; the client asks again when more is typed.
  private static let mostSymbols = 500

  /// Parties and claims of the open drafts whose words hold what is looked for.
  mutating func findSymbols(_ id: RequestID, _ params: LSP.WorkspaceSymbolParams) {
    let query = params.query.lowercased()
    var symbols: [LSP.WorkspaceSymbol] = []
    for uri in documents.keys.sorted() where symbols.count < Self.mostSymbols {
      guard let draft = documents[uri]?.latest else { continue }
      symbols += draft.symbols(matching: query, most: Self.mostSymbols - symbols.count, for: client)
    }
    answer(id, .success(.symbol(symbols)))
  }
}

extension AnalysedDraft {
  fileprivate func symbols(matching query: String, most: Int, for client: ClientProfile) -> [LSP.WorkspaceSymbol] {
    var found: [(name: String, kind: LSP.SymbolKind, range: Range<Int>)] = []
    for source in analysis.sources {
      guard let place = source.mentions.first, source.name.lowercased().contains(query) || query.isEmpty else {
        continue
      }
      found.append((shownOnOneLine(source.name, limit: 80), .class, place))
    }
    for index in analysis.claims {
      let range = analysis.phrase(of: analysis.figures[index])
      let name = analysis.label(range)
      if query.isEmpty || name.lowercased().contains(query) { found.append((name, .number, range)) }
    }
    let shown = found.prefix(most)
    return zip(shown, ranges(shown.map(\.range), for: client)).map { symbol, range in
      LSP.WorkspaceSymbol(name: symbol.name, kind: symbol.kind, location: LSP.Location(uri: uri, range: range))
    }
  }
}

import HearsayCore
import LanguageServerProtocol

extension Session {
  /// Has parties and claims searched for in the open drafts and in those of the client's folders, as far as these were read.
  mutating func findSymbols(_ id: RequestID, _ params: LSP.WorkspaceSymbolParams) {
    var places = workspaces.symbols.mapValues { SymbolSearchJob.Place.unopened($0) }
    for (uri, document) in documents {
      // The client knows the file by its own address.
      places[FileURI.uri(of: document.workspaceID)] = nil
      places[uri] = document.latest.map { .open($0) }
    }
    symbolSearches.insert(id)
    find(SymbolSearchJob(request: id, query: params.query, places: places, client: client))
  }

  /// Takes what a search found, unless nobody waits for it any more.
  mutating func take(_ outcome: SymbolSearchOutcome) {
    guard symbolSearches.remove(outcome.request) != nil else { return }
    answer(outcome.request, .success(.symbol(outcome.symbols)))
  }
}

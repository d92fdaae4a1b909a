import LanguageServerProtocol

extension Session {
  /// Reads again where a settings file, a ledger or a saved copy has appeared, changed or gone.
  mutating func didChangeWatchedFiles(_ params: LSP.DidChangeWatchedFilesParams) {
    let isRead = params.changes.contains { change in
      DocumentRole(uri: change.uri) != .draft || FileURI.path(of: change.uri).map(copies.contains) ?? false
    }
    if isRead { needsReading = true }
  }
}

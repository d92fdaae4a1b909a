import LanguageServerProtocol

extension Session {
  /// Looks whether settings or a ledger have changed: not every client says so by itself.
  mutating func didSave(_ params: LSP.DidSaveTextDocumentParams) {
    let uri = params.textDocument.uri
    guard documents[uri] != nil else { return }
    needsReading = true
    // Drafts that are not open go by the file; a client that watches files says that it has changed.
    if DocumentRole(uri: uri) != .draft, !client.watchesFiles { readFolders() }
  }
}

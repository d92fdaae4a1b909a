import LanguageServerProtocol

extension Session {
  /// Looks whether settings or a ledger have changed: not every client says so by itself.
  mutating func didSave(_ params: LSP.DidSaveTextDocumentParams) {
    if documents[params.textDocument.uri] != nil { needsReading = true }
  }
}

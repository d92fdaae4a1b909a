import LanguageServerProtocol

extension Session {
  /// Takes a document over; a second opening replaces the first.
  mutating func didOpen(_ params: LSP.DidOpenTextDocumentParams) {
    let item = params.textDocument
    refuseOutdated(item.uri)
    let earlier = documents[item.uri]
    earlier?.giveUpAnalysis()
    var document = OpenDocument(item, revision: nextRevision())
    document.waiting = earlier?.waiting ?? []
    documents[item.uri] = document
    _ = unopened.remove(WorkspaceDraft.id(of: item.uri))
    textChanged(item.uri)
    needsReading = true
  }
}

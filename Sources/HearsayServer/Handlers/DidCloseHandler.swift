import LanguageServerProtocol

extension Session {
  /// Forgets a document and takes its marks away.
  mutating func didClose(_ params: LSP.DidCloseTextDocumentParams) {
    let uri = params.textDocument.uri
    guard let document = documents[uri] else { return }
    answerWaiting(for: uri, withoutDraft: "the document was closed")
    document.giveUpAnalysis()
    documents[uri] = nil
    if !client.pullsDiagnostics { send(.publishing([], of: uri, version: nil)) }
  }
}

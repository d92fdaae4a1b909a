import LanguageServerProtocol

extension Session {
  /// Changes the text of an open document.
  mutating func didChange(_ params: LSP.DidChangeTextDocumentParams) {
    let uri = params.textDocument.uri
    guard documents[uri] != nil else {
      return log(.warning, "A change to a document that is not open was ignored: \(uri)")
    }
    refuseOutdated(uri)
    let revision = nextRevision()
    documents[uri]?.apply(
      params.contentChanges, client.positionEncoding, version: params.textDocument.version, revision: revision)
    textChanged(uri)
  }

  /// Sees to it that the new text is analysed, or says that it is too large.
  mutating func textChanged(_ uri: String) {
    guard let document = documents[uri] else { return }
    if document.role != .draft { needsReading = true }
    guard isTooLarge(document) else { return changed.append(uri) }
    answerWaiting(for: uri, withoutDraft: "the document is too large")
    if !client.pullsDiagnostics { send(.publishing([], of: uri, version: document.version)) }
    guard !document.isTooLargeSaid else { return }
    documents[uri]?.isTooLargeSaid = true
    show(.warning, "This document has more than \(largestText) bytes and is not checked: \(uri)")
  }
}

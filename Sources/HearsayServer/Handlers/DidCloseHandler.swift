import LanguageServerProtocol

extension Session {
  /// Forgets a document and takes its marks away.
  mutating func didClose(_ params: LSP.DidCloseTextDocumentParams) {
    let uri = params.textDocument.uri
    guard let document = documents[uri] else { return }
    answerWaiting(for: uri, withoutDraft: "the document was closed")
    document.giveUpAnalysis()
    documents[uri] = nil
    sentTokens[uri] = nil
    toldReports[uri] = nil
    // From now on the file counts again, and what is wrong in it is shown as long as it counts for a draft.
    guard document.role == .draft else { return needsReading = true }
    let touched = workspaces.remove(WorkspaceDraft.id(of: uri))
    unopened.touch(touched)
    outdate(touched, by: .edit)
    readFiles([uri])
    if !client.pullsDiagnostics { send(.publishing([], of: uri, version: nil)) }
  }
}

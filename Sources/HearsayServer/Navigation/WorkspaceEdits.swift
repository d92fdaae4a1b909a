import LanguageServerProtocol

/// Makes edits of several documents in the form that the client understands.
struct WorkspaceEdits: Sendable {
  /// The edits of one document.
  struct Document: Sendable {
    let uri: String
    /// The client's number for the text that the edits were made for; nil where it is not open.
    let version: Int?
    let edits: [LSP.TextEdit]
  }

  let client: ClientProfile

  func edit(_ documents: [Document]) -> LSP.WorkspaceEdit {
    guard client.takesVersionedEdits else {
      return LSP.WorkspaceEdit(changes: Dictionary(documents.map { ($0.uri, $0.edits) }) { $0 + $1 })
    }
    return LSP.WorkspaceEdit(
      documentChanges: documents.map { document in
        LSP.TextDocumentEdit(
          textDocument: LSP.OptionalVersionedTextDocumentIdentifier(uri: document.uri, version: document.version),
          edits: document.edits)
      })
  }
}

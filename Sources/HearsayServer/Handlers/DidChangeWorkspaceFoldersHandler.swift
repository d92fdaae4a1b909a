import LanguageServerProtocol

extension Session {
  /// Holds drafts against those of the folders that the client has now.
  mutating func didChangeWorkspaceFolders(_ params: LSP.DidChangeWorkspaceFoldersParams) {
    let removed = Set(params.event.removed.map(\.uri))
    let kept = folders.filter { !removed.contains($0) }
    folders = kept + params.event.added.map(\.uri).filter { !kept.contains($0) }
    if !removed.isEmpty { forgetReadDrafts() }
    readFolders()
  }

  /// Keeps the open drafts alone.
  private mutating func forgetReadDrafts() {
    workspaces = DraftWorkspaces()
    unopened.removeAll()
    var touched: Set<String> = []
    for document in documents.values {
      guard let draft = document.latest?.contribution else { continue }
      touched.formUnion(workspaces.update(draft))
      touched.insert(draft.id)
    }
    outdate(touched, by: .edit)
  }
}

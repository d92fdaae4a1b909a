import LanguageServerProtocol

extension Session {
  /// Has it told what is found in all drafts of the client's folders, open or not: at once where they are read already.
  ///
  /// The answer does not wait for something to change: clients ask again after a while, and where nothing has changed that costs little.
  mutating func pullWorkspace(_ id: RequestID, _ params: LSP.WorkspaceDiagnosticParams) {
    pulls[id] = WorkspacePull(params)
    if !unopened.isKept {
      unopened.isKept = true
      readFolders()
    } else if !client.watchesFiles, readings == 0 {
      readChangedDrafts()
    }
  }
}

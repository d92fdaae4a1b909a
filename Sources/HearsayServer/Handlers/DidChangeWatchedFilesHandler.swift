import LanguageServerProtocol

extension Session {
  /// Reads settings again where a settings file has appeared, changed or gone.
  mutating func didChangeWatchedFiles(_ params: LSP.DidChangeWatchedFilesParams) {
    if params.changes.contains(where: { isSettings($0.uri) }) { readSettings() }
  }
}

import LanguageServerProtocol

extension Session {
  /// Asks the client for what it may send from now on.
  mutating func initialized() {
    watchHouseFiles()
    followSettings()
    readFolders()
  }
}

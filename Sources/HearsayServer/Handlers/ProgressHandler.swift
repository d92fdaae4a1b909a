import LanguageServerProtocol

extension Session {
  /// Clients have no work whose progress matters here.
  mutating func progress(_ params: LSP.ProgressParams) {}
}

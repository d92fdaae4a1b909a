import LanguageServerProtocol

/// What a client can be told to ask for anew.
enum Refresh: Sendable, CaseIterable {
  case diagnostics, lenses, hints, tokens

  fileprivate var request: LSP.ServerRequest {
    switch self {
    case .diagnostics: .diagnosticRefresh
    case .lenses: .codeLensRefresh
    case .hints: .inlayHintRefresh
    case .tokens: .semanticTokensRefresh
    }
  }
}

extension Session {
  /// Tells the client to ask anew for what has changed without an edit of its own, once a turn.
  mutating func askForRefreshes() {
    guard !refreshes.isEmpty else { return }
    for refresh in Refresh.allCases where refreshes.contains(refresh) && client.refreshes.contains(refresh) {
      ask(refresh.request)
    }
    refreshes = []
  }
}

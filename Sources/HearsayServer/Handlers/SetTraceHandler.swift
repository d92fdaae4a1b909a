import LanguageServerProtocol

extension Session {
  mutating func setTrace(_ params: LSP.SetTraceParams) {
    trace = params.value
  }

  /// Says what was done, to a client that asked for it.
  mutating func logTrace(_ message: String, verbose: String) {
    guard trace != .off else { return }
    send(.logTrace(LSP.LogTraceParams(message: message, verbose: trace == .verbose ? verbose : nil)))
  }
}

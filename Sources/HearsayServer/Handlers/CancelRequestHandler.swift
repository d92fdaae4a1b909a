import LanguageServerProtocol

extension Session {
  /// Gives a request up that still waits; one that is answered already is no matter.
  mutating func cancelRequest(_ params: LSP.CancelParams) {
    guard pending.removeValue(forKey: params.id) != nil else { return }
    refuse(params.id, ResponseError(.requestCancelled, "the request was cancelled"))
  }
}

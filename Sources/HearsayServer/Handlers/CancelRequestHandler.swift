import LanguageServerProtocol

extension Session {
  /// Gives a request up that still waits; one that is answered already is no matter.
  mutating func cancelRequest(_ params: LSP.CancelParams) {
    let pull = pulls.removeValue(forKey: params.id)
    let isSearch = symbolSearches.remove(params.id) != nil
    guard pull != nil || isSearch || pending.removeValue(forKey: params.id) != nil else { return }
    if let pull { endWork(for: pull) }
    refuse(params.id, ResponseError(.requestCancelled, "the request was cancelled"))
  }
}

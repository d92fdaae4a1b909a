import LanguageServerProtocol

extension Session {
  /// Stops the work; what still waits is answered as cancelled.
  mutating func shutDown() {
    guard stage == .serving else { return }
    stage = .shutDown
    let waiting = pending
    pending = [:]
    for id in waiting.keys { refuse(id, ResponseError(.requestCancelled, "the server was shut down")) }
    for document in documents.values { document.giveUpAnalysis() }
    documents = [:]
  }
}

import LanguageServerProtocol

extension Session {
  /// Stops the work; what still waits is answered as cancelled.
  mutating func shutDown() {
    guard stage == .serving else { return }
    stage = .shutDown
    let waiting = Array(pending.keys) + Array(pulls.keys)
    pending = [:]
    for pull in pulls.values { endWork(for: pull) }
    pulls = [:]
    folderReading?.cancel()
    for id in waiting { refuse(id, ResponseError(.requestCancelled, "the server was shut down")) }
    for document in documents.values { document.giveUpAnalysis() }
    documents = [:]
  }
}

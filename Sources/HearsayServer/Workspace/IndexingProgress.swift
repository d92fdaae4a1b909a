import LanguageServerProtocol

extension Session {
  /// Shows how far a reading of the client's folders is that takes its time.
  mutating func showProgress(of outcome: FolderReadingOutcome) {
    if outcome.isDone {
      if let token = indexing { endShown(token) }
      indexing = nil
      return
    }
    if indexing == nil {
      // A client that has asked for what is read has said where to show it.
      guard outcome.elapsed > ShownWork.patience, pulls.values.allSatisfy({ $0.params.workDoneToken == nil }) else {
        return
      }
      indexing = "hearsay-reading-\(nextRevision())"
    }
    guard let token = indexing else { return }
    let percentage = outcome.total == 0 ? 100 : min(100, outcome.read * 100 / outcome.total)
    show(token, "Reading drafts", message: "\(outcome.read) of \(outcome.total)", percentage: percentage)
  }
}

import JSON
import LanguageServerProtocol

/// How far the reading of the client's folders is, as the client shows it.
struct IndexingProgress: Sendable, Equatable {
  /// Work that ends sooner shows nothing.
  static let patience = Duration.milliseconds(200)

  let token: String
  var read: Int
  var total: Int
  /// Whether the client is ready to show it.
  var hasBegun = false

  /// Of a hundred.
  var percentage: Int { total == 0 ? 100 : min(100, read * 100 / total) }
  var message: JSONValue { .string("\(read) of \(total)") }
}

extension Session {
  /// Shows how far a reading is that takes its time.
  mutating func showProgress(of outcome: FolderReadingOutcome) {
    if outcome.isDone {
      if let shown = indexing, shown.hasBegun { send(progress: shown.token, ["kind": "end"]) }
      indexing = nil
    } else if var shown = indexing {
      (shown.read, shown.total) = (outcome.read, outcome.total)
      indexing = shown
      guard shown.hasBegun else { return }
      send(
        progress: shown.token,
        ["kind": "report", "message": shown.message, "percentage": .integer(shown.percentage)])
    } else if client.showsProgress, outcome.elapsed > IndexingProgress.patience,
      // A client that has asked for what is read has said where to show it.
      pulls.values.allSatisfy({ $0.params.workDoneToken == nil })
    {
      let token = "hearsay-reading-\(nextRevision())"
      indexing = IndexingProgress(token: token, read: outcome.read, total: outcome.total)
      ask(.workDoneProgressCreate(LSP.WorkDoneProgressCreateParams(token: .string(token))), then: .progress)
    }
  }

  /// Begins what the client has made room for, unless it has ended.
  mutating func beginProgress() {
    guard let shown = indexing, !shown.hasBegun else { return }
    indexing?.hasBegun = true
    send(
      progress: shown.token,
      [
        "kind": "begin", "title": "Reading drafts", "cancellable": false, "message": shown.message,
        "percentage": .integer(shown.percentage),
      ])
  }

  private mutating func send(progress token: String, _ value: JSONValue) {
    send(.progress(LSP.ProgressParams(token: .string(token), value: value)))
  }
}

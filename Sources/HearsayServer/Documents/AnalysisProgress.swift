import LanguageServerProtocol

/// An analysis that takes its time.
package struct SlowAnalysis: Sendable {
  let uri: String
  /// Of the text that is read.
  let revision: Int

  /// What names it to the client.
  fileprivate static func token(_ revision: Int) -> String { "hearsay-analysis-\(revision)" }
}

extension Session {
  /// Shows that a draft is being read.
  mutating func take(_ slow: SlowAnalysis) {
    guard documents[slow.uri]?.revision == slow.revision else { return }
    let name = WorkspaceDraft.id(of: slow.uri).split(separator: "/").last ?? "a draft"
    show(SlowAnalysis.token(slow.revision), "Reading \(shownOnOneLine(String(name), limit: 80))")
  }

  /// Shows it no longer, whatever became of it.
  mutating func endProgress(of outcome: AnalysisOutcome) { endShown(SlowAnalysis.token(outcome.revision)) }
}

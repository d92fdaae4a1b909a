import HearsayCore
import LanguageServerProtocol

/// A part of what answers `workspace/diagnostic`, to be put into words and bytes away from the loop.
package struct WorkspaceReportJob: Sendable {
  /// A draft that is not open and whose report is not known, or not known to the client.
  struct Unopened: Sendable {
    let draft: UnopenedDraft
    /// By which the client knows it.
    let uri: String
    let generation: Int
    /// Its last report, and the drafts that were edited since as they were then; nil where it has to be made anew.
    let doubtful: (report: UnopenedDrafts.Report, edited: [String: DraftDigest?])?
    /// What the client has of it.
    let previous: String?
    /// Whether the client was told that in answer to the same request.
    let isTold: Bool
  }

  let request: RequestID
  let client: ClientProfile
  /// By which the client takes parts of the answer; nil where it wants the answer whole.
  let token: LSP.IntegerOrString?
  /// Reports that are made already.
  var reports: [LSP.WorkspaceDocumentDiagnosticReport] = []
  var unopened: [Unopened] = []
  /// The drafts that they are held against, as they stood when the part was begun.
  let workspaces: DraftWorkspaces
  /// Given up where nobody waits for the answer any more.
  let cancellation: Cancellation
  /// Whether nothing follows.
  var isLast = false

  package func run() -> WorkspaceReportOutcome {
    var outcome = WorkspaceReportOutcome(request: request, isLast: isLast)
    var reports = reports
    for entry in unopened where !cancellation.isCancelled {
      if let report = stillRight(entry) {
        outcome.made.append(.init(id: entry.draft.id, uri: entry.uri, generation: entry.generation, report: report))
        if !entry.isTold {
          reports.append(.unchanged(.init(resultId: report.resultID, uri: entry.uri, version: nil)))
        }
        continue
      }
      let crossing = workspaces.findings(in: entry.draft.id)
      let diagnostics = entry.draft.diagnostics(with: crossing, in: workspaces, for: client)
      let name = UnopenedDraft.name(of: diagnostics)
      outcome.made.append(
        .init(
          id: entry.draft.id, uri: entry.uri, generation: entry.generation,
          report: UnopenedDrafts.Report(resultID: name, crossing: crossing)))
      if name != entry.previous {
        reports.append(.full(.init(resultId: name, items: diagnostics, uri: entry.uri, version: nil)))
      } else if !entry.isTold {
        reports.append(.unchanged(.init(resultId: name, uri: entry.uri, version: nil)))
      }
    }
    guard let token else {
      outcome.reports = isLast ? [] : reports
      if isLast { outcome.messages = [Self.answer(request, reports)] }
      return outcome
    }
    if !reports.isEmpty {
      outcome.messages.append(
        OutgoingMessage(
          body: Message.body(partOf: token, LSP.WorkspaceDiagnosticReport(items: reports)),
          label: "$/progress (\(reports.count) reports)"))
    }
    if isLast { outcome.messages.append(Self.answer(request, [])) }
    return outcome
  }

  /// The report that the client has, where those who edit other drafts have not changed it.
  private func stillRight(_ entry: Unopened) -> UnopenedDrafts.Report? {
    guard let (report, edited) = entry.doubtful, report.resultID == entry.previous else { return nil }
    // Where not all drafts that share something are looked at, one that holds more or less of it changes which are.
    guard !workspaces.isCrowded(entry.draft.id, changes: edited.count) else { return nil }
    let hasChanged = edited.contains { workspaces.hasChanged($0.key, since: $0.value, for: entry.draft.id) }
    return hasChanged ? nil : report
  }

  private static func answer(
    _ id: RequestID, _ reports: [LSP.WorkspaceDocumentDiagnosticReport]
  ) -> OutgoingMessage {
    OutgoingMessage(
      body: Message.body(id: id, result: .workspaceDiagnostic(LSP.WorkspaceDiagnosticReport(items: reports))),
      label: "answer #\(id.description.prefix(80)) (\(reports.count) reports)")
  }
}

/// What came of a part.
package struct WorkspaceReportOutcome: Sendable {
  struct Made: Sendable {
    let id: String
    let uri: String
    let generation: Int
    let report: UnopenedDrafts.Report
  }

  let request: RequestID
  let isLast: Bool
  var made: [Made] = []
  /// Reports for the whole answer, where the client takes no parts.
  var reports: [LSP.WorkspaceDocumentDiagnosticReport] = []
  var messages: [OutgoingMessage] = []
}

import HearsayCore
import LanguageServerProtocol
import ProseText
import Synchronization
import Workspace

/// Asks a running analysis to stop.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  func cancel() { flag.store(true, ordering: .relaxed) }
  var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// An analysis to be done: plain values, and the analyzer that comes back with the outcome.
package struct AnalysisJob: Sendable {
  let uri: String
  /// The client's number for the text.
  let version: Int?
  /// The server's own number for the text, never used twice.
  let revision: Int
  let text: SourceText
  let format: DraftFormat
  let surroundings: FoundSurroundings
  let client: ClientProfile
  let analyzer: Handover<Analyzer>
  let cancellation: Cancellation
  /// Whether other drafts of its workspace are known, which have to hear of it.
  let hasOthers: Bool
  /// Whether it is worth doing without another thread: the one before took little time, and little has changed.
  let isLikelyShort: Bool

  /// Analyses the text and says what it finds in the client's terms.
  ///
  /// - Parameter report: told once, where it takes its time.
  package func run(_ report: (SlowAnalysis) -> Void = { _ in }) -> AnalysisOutcome {
    guard var analyzer = analyzer.take() else {
      return AnalysisOutcome(uri: uri, revision: revision, analyzer: Handover(Analyzer()), draft: nil, took: .zero)
    }
    let began = ContinuousClock.now
    var isReported = false
    var questions = 0
    let draft = read(&analyzer) {
      questions += 1
      // To ask the clock for each block would take as long as to pass by one that is known.
      if !isReported, questions % 16 == 0, ContinuousClock.now - began > ShownWork.patience {
        isReported = true
        report(SlowAnalysis(uri: uri, revision: revision))
      }
      return cancellation.isCancelled
    }
    return outcome(draft, analyzer, since: began)
  }

  /// The same within a time; nil where that is over, and the job can be run again.
  func run(within patience: Duration) -> AnalysisOutcome? {
    guard var analyzer = analyzer.take() else { return nil }
    let began = ContinuousClock.now
    let end = began + patience
    let draft = read(&analyzer) { cancellation.isCancelled || ContinuousClock.now > end }
    guard draft != nil || cancellation.isCancelled else {
      self.analyzer.giveBack(analyzer)
      return nil
    }
    return outcome(draft, analyzer, since: began)
  }

  private func read(_ analyzer: inout Analyzer, isCancelled: () -> Bool) -> AnalysedDraft? {
    let opened = surroundings.ledger?.opened(for: text.bytes)
    let analysis = analyzer.findings(
      text, format: format, in: DraftSurroundings(ledger: opened, settings: surroundings.settings),
      isCancelled: isCancelled)
    return analysis.map {
      AnalysedDraft(
        uri: uri, version: version, revision: revision, analysis: $0, ledger: LedgerInUse(surroundings, opened),
        workspace: surroundings.workspace, client: client, hasOthers: hasOthers)
    }
  }

  private func outcome(_ draft: AnalysedDraft?, _ analyzer: Analyzer, since began: ContinuousClock.Instant)
    -> AnalysisOutcome
  {
    AnalysisOutcome(
      uri: uri, revision: revision, analyzer: Handover(analyzer), draft: draft, took: ContinuousClock.now - began)
  }
}

/// What became of a job.
package struct AnalysisOutcome: Sendable {
  let uri: String
  let revision: Int
  let analyzer: Handover<Analyzer>
  /// Nil where it was cancelled.
  let draft: AnalysedDraft?
  let took: Duration

  package var isComplete: Bool { draft != nil }
}

/// What is known of one version of an open draft.
package struct AnalysedDraft: Sendable {
  let uri: String
  let version: Int?
  let revision: Int
  /// What was found in it, with its lists of facts where somebody has asked for them.
  private let facts: LaidOutAnalysis
  private(set) var findings: [Finding]
  /// What it contributes to its workspace.
  let contribution: WorkspaceDraft
  /// What other drafts give rise to in it; nil where too little is known of them.
  private(set) var crossing: [Finding]?
  /// How often that has changed.
  private var joinCount = 0
  /// The ledger that it was held against; nil where there is none.
  let ledger: LedgerInUse?
  /// One for each finding, in the same order.
  private(set) var diagnostics: [LSP.Diagnostic]
  /// The frame that pushes the diagnostics; nil for a client that pulls.
  private(set) var publication: OutgoingMessage?

  init(
    uri: String, version: Int?, revision: Int, analysis: Analysis, ledger: LedgerInUse?, workspace: String = "",
    client: ClientProfile, hasOthers: Bool = false
  ) {
    var contribution = WorkspaceDraft(analysis, uri: uri, workspace: workspace, client: client)
    if hasOthers { contribution.read() }
    self.contribution = contribution
    self.ledger = ledger
    self.uri = uri
    self.version = version
    self.revision = revision
    facts = LaidOutAnalysis(analysis)
    findings = analysis.findings
    diagnostics = DiagnosticRenderer(uri: uri, client: client).diagnostics(of: analysis.findings, in: analysis.text)
    publication =
      client.pullsDiagnostics ? nil : OutgoingMessage.publishing(diagnostics, of: uri, version: version)
  }

  /// All that is understood of it; the first question lays it out.
  var analysis: Analysis {
    var analysis = facts.whole
    analysis.findings = findings
    return analysis
  }

  /// What is understood of one place (`Analysis.laidOut(at:)`).
  ///
  /// - Parameter offset: in UTF-8 bytes.
  func analysis(at offset: Int) -> Analysis {
    var analysis = facts.whole(at: offset)
    analysis.findings = findings
    return analysis
  }

  var text: SourceText { facts.text }

  /// What was found in it, open for what other drafts add.
  var openFindings: DraftFindings { facts.openFindings }

  /// Whether most of its prose is in another language than English and was left alone.
  var isOtherLanguage: Bool { facts.isOtherLanguage }

  /// What names the diagnostics in the protocol's pull model.
  var resultID: String { joinCount == 0 ? String(revision) : "\(revision).\(joinCount)" }

  /// The draft with what other drafts give rise to in it.
  ///
  /// - Parameter elsewhere: says where a place in another draft stands.
  func joined(
    with crossing: [Finding]?, client: ClientProfile, elsewhere: (Related) -> LSP.Location?
  ) -> AnalysedDraft {
    var draft = self
    draft.crossing = crossing
    draft.findings = openFindings.all(with: crossing)
    draft.joinCount += 1
    draft.diagnostics = DiagnosticRenderer(uri: uri, client: client).diagnostics(
      of: draft.findings, in: text, elsewhere: elsewhere)
    draft.publication =
      client.pullsDiagnostics ? nil : OutgoingMessage.publishing(draft.diagnostics, of: uri, version: version)
    return draft
  }

  /// Whether other marks stand in the text, wherever the places in other drafts have moved.
  func saysOther(than draft: AnalysedDraft) -> Bool {
    diagnostics.count != draft.diagnostics.count
      || zip(diagnostics, draft.diagnostics).contains { $0.range != $1.range || $0.message != $1.message }
  }
}

extension OutgoingMessage {
  /// Replaces the diagnostics that a client shows for a document.
  static func publishing(_ diagnostics: [LSP.Diagnostic], of uri: String, version: Int?) -> OutgoingMessage {
    let notification = LSP.ServerNotification.publishDiagnostics(
      LSP.PublishDiagnosticsParams(uri: uri, version: version, diagnostics: diagnostics))
    return OutgoingMessage(
      body: Message.body(notification),
      label: "\(notification.method) (\(diagnostics.count) diagnostics)", diagnosticsOf: uri)
  }
}

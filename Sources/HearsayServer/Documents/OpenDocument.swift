import HearsayCore
import LanguageServerProtocol
import ProseText

/// A document that the client has open: its text, and what is known or being found out of it.
struct OpenDocument: Sendable {
  let uri: String
  /// What the workspaces know it by.
  let workspaceID: String
  let role: DocumentRole
  var format: DraftFormat
  /// The client's number for the text.
  var version: Int
  private(set) var text: SourceText
  /// The server's own number for the text, never used twice.
  private(set) var revision: Int
  /// Nil while an analysis has it.
  private var analyzer: Handover<Analyzer>? = Handover(Analyzer())
  private var running: (revision: Int, cancellation: Cancellation)?
  private(set) var latest: AnalysedDraft?
  /// How long that took to find out.
  private var took = Duration.zero
  /// What lies around it; nil until that is read.
  private(set) var surroundings: FoundSurroundings?
  /// Requests that wait for the analysis of the present text, first come first.
  var waiting: [RequestID] = []
  /// Whether the client was told that the text is too large.
  var isTooLargeSaid = false
  /// Whether the client was told that the text is in another language.
  var isOtherLanguageSaid = false

  init(_ item: LSP.TextDocumentItem, revision: Int) {
    uri = item.uri
    workspaceID = WorkspaceDraft.id(of: item.uri)
    role = DocumentRole(uri: item.uri)
    format = DraftFormat(languageID: item.languageId, uri: item.uri)
    version = item.version
    text = SourceText(Array(item.text.utf8))
    self.revision = revision
  }

  /// What is known of the present text; nil until it is analysed.
  var current: AnalysedDraft? { latest?.revision == revision ? latest : nil }

  /// Changes the text.
  mutating func apply(
    _ changes: [LSP.TextDocumentContentChangeEvent], _ encoding: PositionEncoding, version: Int, revision: Int
  ) {
    text.apply(changes, encoding)
    self.version = version
    self.revision = revision
    giveUpAnalysis()
  }

  /// Takes surroundings over; what was found in others counts no more.
  mutating func take(_ surroundings: FoundSurroundings, revision: Int) {
    self.surroundings = surroundings
    self.revision = revision
    giveUpAnalysis()
  }

  /// Takes what other drafts give rise to in the present text.
  mutating func take(_ draft: AnalysedDraft) {
    if draft.revision == revision { latest = draft }
  }

  /// Asks an analysis that is running to stop.
  func giveUpAnalysis() { running?.cancellation.cancel() }

  /// The most bytes that an edit adds or takes away, and the longest time that the analysis before it took, where the next is likely to
  /// be short.
  private static let shortEdit = 4096
  private static let shortTime = Duration.milliseconds(3)

  /// The analysis to start now, if the present text needs one and none is running.
  mutating func nextJob(for client: ClientProfile, in workspaces: DraftWorkspaces) -> AnalysisJob? {
    guard role == .draft, current == nil, running == nil, let surroundings, let analyzer = analyzer.take() else {
      return nil
    }
    let cancellation = Cancellation()
    running = (revision, cancellation)
    return AnalysisJob(
      uri: uri, version: version, revision: revision, text: text, format: format, surroundings: surroundings,
      client: client, analyzer: analyzer, cancellation: cancellation,
      hasOthers: workspaces.hasOthers(than: workspaceID, in: surroundings.workspace),
      isLikelyShort: latest.map { took < Self.shortTime && abs($0.text.count - text.count) <= Self.shortEdit } ?? false)
  }

  /// Takes the outcome of the job that is running; answers what it found of the present text.
  mutating func finish(_ outcome: AnalysisOutcome) -> AnalysedDraft? {
    // An outcome for an earlier opening of the same document.
    guard running?.revision == outcome.revision else { return nil }
    running = nil
    analyzer = outcome.analyzer
    guard outcome.revision == revision, let draft = outcome.draft else { return nil }
    latest = draft
    took = outcome.took
    return draft
  }
}

import LanguageServerProtocol
package import ProseText

/// All that the server knows of its client and the client's documents, as a value without threads or streams.
///
/// Events go in, in order; effects come out, to be carried out in order. A request is pending as long as it is in
/// `pending`, and whoever takes it out answers it: exactly one answer to each request.
package struct Session: Sendable {
  enum Stage: Sendable {
    case beforeInitialize, serving, shutDown
  }

  let forcedEncoding: PositionEncoding?
  /// The most bytes of a text that is analysed.
  let largestText: Int
  var stage = Stage.beforeInitialize
  var client = ClientProfile()
  var documents: [String: OpenDocument] = [:]
  /// Requests that wait for an analysis.
  var pending: [RequestID: DocumentRequest] = [:]
  /// Requests for parties and claims that are searched for.
  var symbolSearches: Set<RequestID> = []
  /// Requests for what is found in all drafts, which wait for readings and are answered in parts.
  var pulls: [RequestID: WorkspacePull] = [:]
  var trace = LSP.TraceValues.off
  /// Documents whose text may need an analysis when the turn ends.
  var changed: [String] = []
  /// The settings files and ledgers that the client was told of, by address.
  var houseFiles: [String: HouseFile] = [:]
  /// Whether what lies around the documents may have changed since it was read.
  var needsReading = false
  /// Whether it is being read.
  var isReading = false
  /// The saved copies that ledgers name, by absolute path.
  var copies: Set<String> = []
  /// The addresses of the client's folders.
  var folders: [String] = []
  /// The drafts of these folders and the open ones.
  var workspaces = DraftWorkspaces()
  /// The open drafts whose findings have to be said anew.
  var stale = StaleFindings()
  /// What is found in drafts of these folders that are not open, once the client has asked for it.
  var unopened = UnopenedDrafts()
  /// How many readings of drafts have not ended.
  var readings = 0
  /// Calls off the reading of whole folders that was begun last.
  var folderReading: Cancellation?
  /// Whether readings changed what is found in drafts that are not open, and in open ones: the client is told once, when they have ended.
  var hasUntoldReadings = false
  var holdsRefresh = false
  /// What the client is to ask for anew when the turn ends.
  var refreshes: Set<Refresh> = []
  /// Requests to the client whose answers matter.
  var asked: [RequestID: AskedQuestion] = [:]
  /// The tokens that the client was sent last, by address.
  var sentTokens: [String: SentTokens] = [:]
  /// The names of the diagnostics that the client was told last when it asked, by address.
  var toldReports: [String: String] = [:]
  /// The token of the reading of folders that the client shows, or is asked to show.
  var indexing: String?
  /// Work that the client shows, or is asked to show, by its token.
  var shownWork: [String: ShownWork] = [:]
  /// The patterns of saved copies that the client watches.
  var watchedCopies: [String] = []
  /// What was known of the text before one that was just analysed: to give its room back takes longer than an answer may wait.
  var left: AnalysedDraft?
  private var lastRequest = 0
  private var lastRevision = 0
  private var effects: [ServerEffect] = []
  private var hasEnded = false

  /// - Parameters:
  ///   - forcedEncoding: the unit of columns, where it is not to be agreed upon with the client.
  ///   - largestText: the most bytes of a text that is analysed.
  package init(forcedEncoding: PositionEncoding? = nil, largestText: Int = 64 << 20) {
    self.forcedEncoding = forcedEncoding
    self.largestText = largestText
  }

  /// Takes the events that have come, in their order, and answers what is to be done about them.
  package mutating func turn(_ events: [ServerEvent]) -> [ServerEffect] {
    stale.done = 0
    for event in events {
      guard !hasEnded else { break }
      switch event {
      case .message(let message): receive(message)
      case .analysed(let outcome): finish(outcome)
      case .analysing(let slow): take(slow)
      case .surroundingsRead(let outcome): take(outcome)
      case .searched(let outcome): take(outcome)
      case .symbolsFound(let outcome): take(outcome)
      case .pageMade(let outcome): take(outcome)
      case .foldersRead(let outcome): take(outcome)
      case .reported(let outcome): take(outcome)
      case .turnedAgain: break
      case .inputEnded: end(.inputEnded)
      case .outputEnded: end(.outputEnded)
      }
    }
    if !hasEnded {
      startReading()
      advancePulls()
      refreshFindings()
      askForRefreshes()
    }
    startAnalyses()
    if !hasEnded, !stale.isEmpty { effects.append(.turnAgain) }
    defer { effects = [] }
    return effects
  }

  /// What is not needed any more, to be given back once the effects of a turn are carried out.
  mutating func takeLeft() -> AnalysedDraft? { left.take() }

  /// A number for a text that no other text has.
  mutating func nextRevision() -> Int {
    lastRevision += 1
    return lastRevision
  }

  /// Whether a document is left alone for its size.
  func isTooLarge(_ document: OpenDocument) -> Bool { document.text.count > largestText }

  private mutating func startAnalyses() {
    for uri in changed where !hasEnded {
      guard let document = documents[uri], !isTooLarge(document) else { continue }
      if let job = documents[uri]?.nextJob(for: client, in: workspaces) { effects.append(.analyse(job)) }
    }
    changed = []
  }

  // MARK: What goes out

  mutating func send(_ message: OutgoingMessage) { effects.append(.send(message)) }

  /// Asks the client for something.
  ///
  /// - Parameter question: what is to become of the answer; nil where it does not matter.
  mutating func ask(_ request: LSP.ServerRequest, then question: AskedQuestion? = nil) {
    lastRequest += 1
    let id = RequestID.string("hearsay-\(lastRequest)")
    asked[id] = question
    send(OutgoingMessage(body: Message.body(id: id, request), label: "\(request.method) #\(id.description)"))
  }

  /// Has what lies around documents read away from the loop.
  mutating func read(_ job: SurroundingsJob) { effects.append(.readSurroundings(job)) }

  /// Has drafts that are not open read away from the loop.
  mutating func read(_ job: FolderReadingJob) {
    readings += 1
    effects.append(.readFolders(job))
  }

  /// Has a part of an answer made away from the loop.
  mutating func make(_ job: WorkspaceReportJob) { effects.append(.makeReports(job)) }

  /// Has a page made away from the loop.
  mutating func make(_ job: ReportPageJob) { effects.append(.makePage(job)) }

  /// Has a search done away from the loop.
  mutating func find(_ job: KeySearchJob) { effects.append(.search(job)) }

  /// Has parties and claims searched for away from the loop.
  mutating func find(_ job: SymbolSearchJob) { effects.append(.findSymbols(job)) }

  mutating func send(_ notification: LSP.ServerNotification) {
    send(OutgoingMessage(body: Message.body(notification), label: notification.method))
  }

  mutating func answer(_ id: RequestID, _ answer: Result<LSP.ServerResult, ResponseError>) {
    switch answer {
    case .success(let result):
      send(OutgoingMessage(body: Message.body(id: id, result: result), label: "answer #\(id.description.prefix(80))"))
    case .failure(let error): refuse(id, error)
    }
  }

  /// - Parameter id: nil where the request's cannot be told.
  mutating func refuse(_ id: RequestID?, _ error: ResponseError) {
    let number = id.map { "#\($0.description.prefix(80))" } ?? "without an id"
    send(OutgoingMessage(body: Message.body(id: id, error: error), label: "answer \(number): error \(error.code)"))
  }

  /// Says something in the client's log.
  mutating func log(_ type: LSP.MessageType, _ message: String) {
    send(.logMessage(LSP.LogMessageParams(type: type, message: message)))
  }

  /// Says something to the person at the client.
  mutating func show(_ type: LSP.MessageType, _ message: String) {
    // There are clients that make links of Markdown's, to commands of their own too.
    let message = message.replacing("](", with: "] (")
    send(.showMessage(LSP.ShowMessageParams(type: type, message: message)))
  }

  /// Says something in the server's own log.
  mutating func note(_ line: String) { effects.append(.note(line)) }

  mutating func end(_ reason: ServerEnd) {
    for document in documents.values { document.giveUpAnalysis() }
    folderReading?.cancel()
    for pull in pulls.values { pull.cancellation.cancel() }
    hasEnded = true
    effects.append(.end(reason))
  }
}

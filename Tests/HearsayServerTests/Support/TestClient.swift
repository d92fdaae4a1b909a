import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing
import Workspace

@testable import HearsayServer

/// A client in the same process: what it sends is a turn of the session, analyses run when the test says so.
struct TestClient {
  static let uri = "file:///drafts/harbour.md"

  private(set) var session: Session
  /// Analyses that were started and have not been run.
  private(set) var jobs: [AnalysisJob] = []
  /// Everything that the server sent and no test has taken.
  private(set) var received: [JSONValue] = []
  private(set) var end: ServerEnd?
  /// Lines for the log.
  private(set) var notes: [String] = []
  private var lastID = 0
  /// The folder that pages are written below.
  var pages: String?
  /// Whether searches wait until the test says so.
  var holdsSearches = false
  private var searches: [KeySearchJob] = []
  private var symbolSearches: [SymbolSearchJob] = []
  /// Whether parts of answers about all drafts wait until the test says so.
  var holdsReports = false
  private var reports: [WorkspaceReportJob] = []
  /// Whether readings of drafts wait until the test says so.
  var holdsReadings = false
  private var readings: [FolderReadingJob] = []
  /// Whether turns for work that was left wait until the test says so.
  var holdsTurns = false
  /// Whether work was left.
  private(set) var isTurnDue = false
  private let settings: SettingsSource
  private var surroundings: SurroundingsStore

  init(
    forcedEncoding: PositionEncoding? = nil, largestText: Int = 1 << 20, settings: SettingsSource = .none,
    ledger: LedgerChoice = .none
  ) {
    self.settings = settings
    surroundings = SurroundingsStore(settings: settings, ledger: ledger)
    session = Session(forcedEncoding: forcedEncoding, largestText: largestText)
  }

  /// A client that is past `initialize`.
  static func ready(
    _ capabilities: JSONValue = [:], forcedEncoding: PositionEncoding? = nil, largestText: Int = 1 << 20,
    settings: SettingsSource = .none, ledger: LedgerChoice = .none
  ) -> TestClient {
    var client = TestClient(
      forcedEncoding: forcedEncoding, largestText: largestText, settings: settings, ledger: ledger)
    _ = client.request("initialize", ["capabilities": capabilities])
    client.notify("initialized", [:])
    return client
  }

  // MARK: Sending

  /// Sends messages that the server takes in one turn.
  mutating func send(_ messages: [JSONValue]) {
    take(session.turn(messages.map { .message(ClientMessage(decoding: $0.serialized())) }))
  }

  mutating func send(body: String) {
    take(session.turn([.message(ClientMessage(decoding: Array(body.utf8)))]))
  }

  mutating func send(_ event: ServerEvent) { take(session.turn([event])) }

  mutating func notify(_ method: String, _ params: JSONValue) { send([Self.notification(method, params)]) }

  /// Sends a request without waiting; its id.
  mutating func start(_ method: String, _ params: JSONValue) -> JSONValue {
    lastID += 1
    send([Self.request(.integer(lastID), method, params)])
    return .integer(lastID)
  }

  /// Sends a request, lets all analyses finish, and takes the answer.
  mutating func request(_ method: String, _ params: JSONValue) -> JSONValue {
    let id = start(method, params)
    runJobs()
    let answers = takeAnswers(to: id)
    #expect(answers.count == 1, "\(method): \(answers.count) answers")
    return answers.first ?? .null
  }

  mutating func open(_ text: String, as language: String = "markdown", uri: String = uri, version: Int = 1) {
    notify("textDocument/didOpen", Self.opening(text, as: language, uri: uri, version: version))
  }

  mutating func change(_ changes: [JSONValue], version: Int, uri: String = uri) {
    notify("textDocument/didChange", Self.changing(changes, version: version, uri: uri))
  }

  // MARK: Analyses

  /// The texts whose analyses wait to be run, by the server's numbers.
  var runningRevisions: [Int] { jobs.map(\.revision) }

  /// Runs what was started, and what that starts, to its end.
  mutating func runJobs() {
    while !jobs.isEmpty { runJob() }
  }

  /// Runs the oldest analysis.
  mutating func runJob() {
    let job = jobs.removeFirst()
    take(session.turn([.analysed(job.run())]))
  }

  /// Takes the turns for work that was left; answers how many.
  @discardableResult
  mutating func takeTurns() -> Int {
    var count = 0
    while isTurnDue {
      isTurnDue = false
      count += 1
      take(session.turn([.turnedAgain]))
    }
    return count
  }

  /// Runs the searches that were started.
  mutating func runSearches() {
    while !searches.isEmpty { take(session.turn([.searched(searches.removeFirst().run(settings))])) }
    while !symbolSearches.isEmpty { take(session.turn([.symbolsFound(symbolSearches.removeFirst().run())])) }
  }

  /// Makes the parts of answers that were asked for, and those that follow.
  mutating func runReports() {
    while !reports.isEmpty { take(session.turn([.reported(reports.removeFirst().run())])) }
  }

  /// Reads the drafts that were asked for, each batch in a turn of its own.
  mutating func runReadings() {
    while !readings.isEmpty {
      var store = surroundings
      var outcomes: [FolderReadingOutcome] = []
      readings.removeFirst().run(&store) { outcomes.append($0) }
      for outcome in outcomes { take(session.turn([.foldersRead(outcome)])) }
    }
  }

  private mutating func take(_ effects: [ServerEffect]) {
    for effect in effects {
      switch effect {
      case .send(let message):
        guard let value = try? JSONValue(parsing: message.body) else {
          Issue.record("the server sent what is not JSON: \(message.label)")
          continue
        }
        received.append(value)
      case .analyse(let job): jobs.append(job)
      case .readSurroundings(let job): take(session.turn([.surroundingsRead(job.run(&surroundings))]))
      case .makeReports(let job):
        reports.append(job)
        if !holdsReports { runReports() }
      case .readFolders(let job):
        if holdsReadings {
          readings.append(job)
          continue
        }
        var store = surroundings
        var outcomes: [FolderReadingOutcome] = []
        job.run(&store) { outcomes.append($0) }
        take(session.turn(outcomes.map { .foldersRead($0) }))
      case .findSymbols(let job):
        symbolSearches.append(job)
        if !holdsSearches { runSearches() }
      case .makePage(let job): take(session.turn([.pageMade(job.run(pages))]))
      case .search(let job):
        searches.append(job)
        if !holdsSearches { runSearches() }
      case .turnAgain:
        isTurnDue = true
        if !holdsTurns { takeTurns() }
      case .note(let line): notes.append(line)
      case .end(let reason):
        #expect(end == nil)
        end = reason
      }
    }
  }

  // MARK: What came back

  /// Takes the answers to a request.
  mutating func takeAnswers(to id: JSONValue) -> [JSONValue] {
    let answers = received.filter { $0["id"] == id && $0["method"] == nil }
    received.removeAll { $0["id"] == id && $0["method"] == nil }
    return answers
  }

  /// Takes the parameters of the notifications of a method.
  mutating func takeNotifications(_ method: String) -> [JSONValue] {
    let found = received.filter { $0["method"]?.string == method }
    received.removeAll { $0["method"]?.string == method }
    return found.map { $0["params"] ?? .null }
  }

  /// Takes the diagnostics that were pushed last.
  mutating func takeDiagnostics() -> [JSONValue] {
    takeNotifications("textDocument/publishDiagnostics").last?["diagnostics"]?.array ?? []
  }

  // MARK: Messages

  static func request(_ id: JSONValue, _ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params]
  }

  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }

  static func opening(
    _ text: String, as language: String = "markdown", uri: String = uri, version: Int = 1
  ) -> JSONValue {
    [
      "textDocument": [
        "uri": .string(uri), "languageId": .string(language), "version": .integer(version), "text": .string(text),
      ]
    ]
  }

  static func changing(_ changes: [JSONValue], version: Int, uri: String = uri) -> JSONValue {
    ["textDocument": ["uri": .string(uri), "version": .integer(version)], "contentChanges": .array(changes)]
  }

  static func document(_ uri: String = uri) -> JSONValue { ["textDocument": ["uri": .string(uri)]] }

  static func place(_ line: Int, _ character: Int) -> JSONValue {
    ["line": .integer(line), "character": .integer(character)]
  }

  static func at(_ line: Int, _ character: Int, uri: String = uri) -> JSONValue {
    ["textDocument": ["uri": .string(uri)], "position": place(line, character)]
  }

  static func range(_ start: JSONValue, _ end: JSONValue) -> JSONValue { ["start": start, "end": end] }

  static func change(_ start: JSONValue, _ end: JSONValue, _ text: String) -> JSONValue {
    ["range": range(start, end), "text": .string(text)]
  }
}

extension JSONValue {
  /// The error code of an answer.
  var errorCode: Int? { self["error"]?["code"]?.int }
}

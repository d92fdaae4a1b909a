import HearsayServer
import JSON
import LanguageServerProtocol
import TestSupport
import Workspace

/// A session without threads: what it asks to be done is done when the fuzzer says so.
struct DrivenSession {
  private var session: Session
  private var store: SurroundingsStore
  private var jobs: [AnalysisJob] = []
  private(set) var hasEnded = false
  /// How often each request was answered.
  private(set) var answers: [RequestID: Int] = [:]
  /// Requests of the server that wait for the client.
  private(set) var asked: [JSONValue] = []
  private(set) var problem: String?
  private var analyses = 0
  private var results = 0
  private var rules: Set<String> = []

  init(readsFiles: Bool) {
    session = Session(largestText: 4_000)
    store = SurroundingsStore(settings: readsFiles ? .nearest : .none, ledger: readsFiles ? .nearest : .none)
  }

  mutating func send(_ events: [ServerEvent]) {
    guard !hasEnded else { return }
    for effect in session.turn(events) {
      switch effect {
      case .send(let message): take(message.body)
      case .analyse(let job): jobs.append(job)
      case .readSurroundings(let job): send([.surroundingsRead(job.run(&store))])
      case .readFolders(let job):
        var outcomes: [FolderReadingOutcome] = []
        job.run(&store) { outcomes.append($0) }
        send(outcomes.map { .foldersRead($0) })
      case .makeReports(let job): send([.reported(job.run())])
      case .search(let job): send([.searched(job.run(.none))])
      case .findSymbols(let job): send([.symbolsFound(job.run())])
      case .makePage(let job): send([.pageMade(job.run(nil))])
      case .turnAgain: send([.turnedAgain])
      case .note: break
      case .end: hasEnded = true
      }
    }
  }

  /// Runs the analyses that were started, and those that they start.
  mutating func runJobs() {
    while !jobs.isEmpty, !hasEnded {
      let outcome = jobs.removeFirst().run()
      if outcome.isComplete { analyses += 1 }
      send([.analysed(outcome)])
    }
  }

  /// Says how far it came.
  func add(to reach: inout FuzzReach) {
    reach.analyses += analyses
    reach.answers += results
    reach.rules.formUnion(rules)
  }

  private mutating func take(_ body: [UInt8]) {
    guard let message = try? JSONValue(parsing: body) else {
      problem = "the server sent what is no JSON"
      return
    }
    if message["method"] != nil {
      note(message["params"]?["diagnostics"])
      if message["id"] != nil { asked.append(message["id"] ?? .null) }
    } else if let id = message["id"], let name = try? RequestID(decoding: id) {
      answers[name, default: 0] += 1
      note(message["result"]?["items"])
      if let result = message["result"], !result.isNull, result != [] { results += 1 }
    }
  }

  private mutating func note(_ diagnostics: JSONValue?) {
    for diagnostic in diagnostics?.array ?? [] {
      if let rule = diagnostic["code"]?.string { rules.insert(rule) }
    }
  }
}

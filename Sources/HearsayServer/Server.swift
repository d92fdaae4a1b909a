import Dispatch
package import ProseText
import Synchronization
package import Workspace

/// The language server for one client.
///
/// A thread reads, a thread writes, analyses run on threads of their own; the thread that calls `run` is the loop, which
/// owns all state that changes.
package struct Server: Sendable {
  /// From this many bytes of unhandled messages on, no more is read.
  private static let inboxCapacity = 64 << 20

  private let transport: Transport
  private let forcedEncoding: PositionEncoding?
  private let settings: SettingsSource
  private let ledger: LedgerChoice
  private let outboxLimit: Int
  private let pages: String?
  private let log: ServerLog?

  /// - Parameters:
  ///   - forcedEncoding: the unit of columns, where it is not to be agreed upon with the client.
  ///   - settings: where the settings of drafts come from.
  ///   - ledger: where their ledgers come from.
  ///   - pages: the folder that the fact-checker's page of a draft is written below when the user asks for it; nil for none.
  ///   - outboxLimit: the most bytes that may wait for a client that does not read.
  ///   - log: takes lines about messages and slow turns.
  package init(
    _ transport: Transport, forcedEncoding: PositionEncoding? = nil, settings: SettingsSource = .none,
    ledger: LedgerChoice = .nearest, pages: String? = nil, outboxLimit: Int = 64 << 20, log: ServerLog? = nil
  ) {
    self.transport = transport
    self.forcedEncoding = forcedEncoding
    self.settings = settings
    self.ledger = ledger
    self.pages = pages
    self.outboxLimit = outboxLimit
    self.log = log
  }

  /// Serves the client until it leaves.
  package func run() -> ServerEnd {
    let inbox = Mailbox<ServerEvent>(capacity: Self.inboxCapacity)
    let outbox = Outbox(limit: outboxLimit)
    start("reader") { ClientReader(read: transport.read, inbox: inbox).run() }
    start("writer") { if !outbox.writeAll(transport.write) { inbox.put(.outputEnded) } }
    let analyses = DispatchQueue(label: "analysis", qos: .userInteractive, attributes: .concurrent)
    let searches = DispatchQueue(label: "searches", qos: .userInitiated)
    // One after the other, so that what was read last is told last.
    let files = DispatchQueue(label: "files", qos: .userInteractive)
    let store = Mutex(SurroundingsStore(settings: settings, ledger: ledger))
    let reports = DispatchQueue(label: "reports", qos: .utility)
    // A thousand drafts take their time; what is open does not wait for them.
    let reading = DispatchQueue(label: "drafts", qos: .utility)
    let drafts = Mutex(SurroundingsStore(settings: settings, ledger: ledger))
    var session = Session(forcedEncoding: forcedEncoding)
    while true {
      let events = inbox.takeAll()
      let began = ContinuousClock.now
      for event in events { log?.line("<- \(event.label)", at: .messages) }
      let effects = session.turn(events)
      for effect in effects {
        switch effect {
        case .send(let message):
          log?.line("-> \(message.label) (\(message.body.count) bytes)", at: .messages)
          if !outbox.put(message) { return finish(.outputEnded, outbox) }
        case .analyse(let job): analyses.async { inbox.put(.analysed(job.run { inbox.put(.analysing($0)) })) }
        case .readSurroundings(let job): files.async { inbox.put(.surroundingsRead(store.withLock { job.run(&$0) })) }
        case .readFolders(let job):
          reading.async { drafts.withLock { store in job.run(&store) { inbox.put(.foldersRead($0)) } } }
        case .makeReports(let job): reports.async { inbox.put(.reported(job.run())) }
        case .search(let job): searches.async { inbox.put(.searched(job.run(settings))) }
        case .findSymbols(let job): searches.async { inbox.put(.symbolsFound(job.run())) }
        case .makePage(let job): searches.async { inbox.put(.pageMade(job.run(pages))) }
        case .note(let line): log?.line(line)
        case .end(let end):
          log?.turn(events, effects, ContinuousClock.now - began)
          return finish(end, outbox)
        }
      }
      log?.turn(events, effects, ContinuousClock.now - began)
      session.rest()
    }
  }

  private func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: name, qos: .userInteractive).async(execute: body)
  }

  private func finish(_ end: ServerEnd, _ outbox: Outbox) -> ServerEnd {
    log?.line("end: \(end)")
    outbox.close(waitingSeconds: end == .outputEnded ? 0 : 2)
    return end
  }

}

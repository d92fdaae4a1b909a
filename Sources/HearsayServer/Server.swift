import Dispatch
package import ProseText
import Synchronization
package import Workspace

/// The language server for one client.
///
/// A thread reads, a thread writes, analyses run on threads of their own; the thread that calls `run` is the loop, which
/// owns all state that changes.
package struct Server: Sendable {
  /// A turn that takes longer is logged.
  private static let slowTurn = Duration.milliseconds(10)
  /// From this many bytes of unhandled messages on, no more is read.
  private static let inboxCapacity = 64 << 20

  private let transport: Transport
  private let forcedEncoding: PositionEncoding?
  private let settings: SettingsSource
  private let ledger: LedgerChoice
  private let outboxLimit: Int
  private let log: (@Sendable (String) -> Void)?

  /// - Parameters:
  ///   - forcedEncoding: the unit of columns, where it is not to be agreed upon with the client.
  ///   - settings: where the settings of drafts come from.
  ///   - ledger: where their ledgers come from.
  ///   - outboxLimit: the most bytes that may wait for a client that does not read.
  ///   - log: takes lines about messages and slow turns, without a word of any draft.
  package init(
    _ transport: Transport, forcedEncoding: PositionEncoding? = nil, settings: SettingsSource = .none,
    ledger: LedgerChoice = .nearest, outboxLimit: Int = 64 << 20, log: (@Sendable (String) -> Void)? = nil
  ) {
    self.transport = transport
    self.forcedEncoding = forcedEncoding
    self.settings = settings
    self.ledger = ledger
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
    var session = Session(forcedEncoding: forcedEncoding)
    while true {
      let events = inbox.takeAll()
      let began = ContinuousClock.now
      if let log { for event in events { log("<- \(event.label)") } }
      for effect in session.turn(events) {
        switch effect {
        case .send(let message):
          log?("-> \(message.label) (\(message.body.count) bytes)")
          if !outbox.put(message) { return finish(.outputEnded, outbox) }
        case .analyse(let job): analyses.async { inbox.put(.analysed(job.run())) }
        case .readSurroundings(let job): files.async { inbox.put(.surroundingsRead(store.withLock { job.run(&$0) })) }
        case .search(let job): searches.async { inbox.put(.searched(job.run(settings))) }
        case .end(let end): return finish(end, outbox)
        }
      }
      logIfSlow(events, ContinuousClock.now - began)
    }
  }

  private func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: name, qos: .userInteractive).async(execute: body)
  }

  private func finish(_ end: ServerEnd, _ outbox: Outbox) -> ServerEnd {
    log?("end: \(end)")
    outbox.close(waitingSeconds: end == .outputEnded ? 0 : 2)
    return end
  }

  private func logIfSlow(_ events: [ServerEvent], _ duration: Duration) {
    guard let log, duration > Self.slowTurn else { return }
    let shown = events.prefix(8).map(\.label).joined(separator: ", ")
    log("slow turn: \(duration) for \(events.count) events: \(shown)")
  }
}

import Dispatch
package import ProseText
package import Workspace

/// The language server for one client.
///
/// A thread reads, a thread writes what the client does not take at once, long analyses run on threads of their own. Which of them has
/// news takes the next turn of the loop (`EventLoop`), which owns all state that changes; the thread that calls `run` waits for the end.
package struct Server: Sendable {
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
    let outbox = Outbox(limit: outboxLimit, writeAtOnce: transport.writeAtOnce)
    let loop = EventLoop(
      Session(forcedEncoding: forcedEncoding), outbox, settings: settings, ledger: ledger, pages: pages, log: log)
    start("reader") {
      ClientReader(transport: transport, take: loop.put, rest: loop.rest).run()
      loop.put(.inputEnded)
    }
    start("writer") { if !outbox.writeAll(transport.write) { loop.put(.outputEnded) } }
    let end = loop.waitForEnd()
    log?.line("end: \(end)")
    outbox.close(waitingSeconds: end == .outputEnded ? 0 : 2)
    return end
  }

  private func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: name, qos: .userInteractive).async(execute: body)
  }
}

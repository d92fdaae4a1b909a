import Dispatch
import Synchronization
import Workspace

/// Takes the turns of a session, one after the other, on the thread that has news.
///
/// To wake another thread for each letter that is typed would take as long as to read the letter's paragraph. So whoever puts an event in
/// takes the turn, unless somebody is taking one: then that one takes the next too. An analysis that is likely to be short is done within
/// the turn that asks for it.
final class EventLoop: Sendable {
  /// From this many bytes of unhandled messages on, no more is read.
  private static let inboxCapacity = 64 << 20
  /// How long an analysis may keep the loop; one that takes longer is handed to a thread of its own.
  private static let patience = Duration.milliseconds(5)

  private struct State: Sendable {
    var session: Session
    var end: ServerEnd?
  }

  private let state: Mutex<State>
  private let inbox = Mailbox<ServerEvent>(capacity: EventLoop.inboxCapacity)
  private let outbox: Outbox
  private let settings: SettingsSource
  private let pages: String?
  private let log: ServerLog?
  private let ended = DispatchSemaphore(value: 0)

  private let analyses = DispatchQueue(label: "analysis", qos: .userInteractive, attributes: .concurrent)
  private let turns = DispatchQueue(label: "turns", qos: .userInitiated)
  private let searches = DispatchQueue(label: "searches", qos: .userInitiated)
  /// One after the other, so that what was read last is told last.
  private let files = DispatchQueue(label: "files", qos: .userInteractive)
  private let store: Mutex<SurroundingsStore>
  private let reports = DispatchQueue(label: "reports", qos: .utility)
  /// A thousand drafts take their time; what is open does not wait for them.
  private let reading = DispatchQueue(label: "drafts", qos: .utility)
  private let drafts: Mutex<SurroundingsStore>

  /// - Parameters:
  ///   - settings: where the settings of drafts come from.
  ///   - ledger: where their ledgers come from.
  ///   - pages: the folder for fact-checkers' pages; nil for none.
  init(
    _ session: Session, _ outbox: Outbox, settings: SettingsSource, ledger: LedgerChoice, pages: String?,
    log: ServerLog?
  ) {
    state = Mutex(State(session: session))
    store = Mutex(SurroundingsStore(settings: settings, ledger: ledger))
    drafts = Mutex(SurroundingsStore(settings: settings, ledger: ledger))
    self.outbox = outbox
    self.settings = settings
    self.pages = pages
    self.log = log
  }

  /// Takes an event, and the turns that it leads to.
  func put(_ event: ServerEvent) {
    inbox.put(event)
    takeTurns()
    rest()
  }

  /// Takes messages that came together, and the turns that they lead to; for the reader alone, which waits where too many lie there.
  func put(_ messages: [ClientMessage], ofBytes size: Int) {
    inbox.put(messages.map { .message($0) }, weight: size)
    takeTurns()
  }

  /// Gives back what is not needed any more, unless a turn is being taken.
  func rest() {
    // It dies here, when others can take turns.
    var left: AnalysedDraft?
    takeTurns { left = $0.session.takeLeft() }
    _ = consume left
  }

  /// Returns when the server is to stop.
  func waitForEnd() -> ServerEnd {
    ended.wait()
    return state.withLock { $0.end } ?? .inputEnded
  }

  /// - Parameter begin: what is done with the state before the first turn.
  private func takeTurns(_ begin: (inout State) -> Void = { _ in }) {
    var isBegun = false
    // Who finds the state held leaves an event to the holder; so each holder looks again once the state is free.
    while !isBegun || !inbox.isEmpty {
      let isTaken: Void? = state.withLockIfAvailable { state in
        if !isBegun { begin(&state) }
        turn(inbox.takeAll(), &state)
      }
      guard isTaken != nil else { return }
      isBegun = true
    }
  }

  private func turn(_ events: [ServerEvent], _ state: inout State) {
    guard state.end == nil, !events.isEmpty else { return }
    let began = ContinuousClock.now
    for event in events { log?.line("<- \(event.label)", at: .messages) }
    let effects = state.session.turn(events)
    for effect in effects where state.end == nil {
      state.end = carryOut(effect)
    }
    log?.turn(events, effects, ContinuousClock.now - began)
    if state.end != nil { ended.signal() }
  }

  /// Does what a turn asks for; answers why the server is to stop, if it is.
  private func carryOut(_ effect: ServerEffect) -> ServerEnd? {
    switch effect {
    case .send(let message):
      log?.line("-> \(message.label) (\(message.body.count) bytes)", at: .messages)
      return outbox.put(message) ? nil : .outputEnded
    case .analyse(let job):
      if let outcome = job.isLikelyShort ? job.run(within: Self.patience) : nil {
        inbox.put(.analysed(outcome))
      } else {
        analyses.async { self.put(.analysed(job.run { self.put(.analysing($0)) })) }
      }
    case .readSurroundings(let job):
      files.async { self.put(.surroundingsRead(self.store.withLock { job.run(&$0) })) }
    case .readFolders(let job):
      reading.async { self.drafts.withLock { store in job.run(&store) { self.put(.foldersRead($0)) } } }
    case .makeReports(let job): reports.async { self.put(.reported(job.run())) }
    case .search(let job): searches.async { self.put(.searched(job.run(self.settings))) }
    case .findSymbols(let job): searches.async { self.put(.symbolsFound(job.run())) }
    case .makePage(let job): searches.async { self.put(.pageMade(job.run(self.pages))) }
    // Not by this thread, which may be the one that reads what the client sends.
    case .turnAgain: turns.async { self.put(.turnedAgain) }
    case .note(let line): log?.line(line)
    case .end(let end): return end
    }
    return nil
  }
}

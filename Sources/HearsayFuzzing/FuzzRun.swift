import Dispatch
import Synchronization
import TestSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Executions one after the other, each from a seed of its own.
struct FuzzRun {
  /// An execution that takes longer is a hang.
  private static let longest = Duration.seconds(1)

  private let options: FuzzOptions

  init(_ options: FuzzOptions) { self.options = options }

  /// Runs until time or count is used up, or something is found.
  func run() throws(FuzzError) {
    for kind in options.kinds { try run(kind) }
  }

  private func run(_ kind: FuzzKind) throws(FuzzError) {
    let began = ContinuousClock.now
    let end = options.seconds.map { began + Duration.seconds($0 / Double(options.kinds.count)) }
    let watch = Watch(kind, options.seed)
    watch.start()
    defer { watch.stop() }
    var slowest = (took: Duration.zero, index: options.first)
    var index = options.first
    var tally = FuzzTally()
    // What others do on the machine meanwhile does not count.
    var last = processorTime()
    while index - options.first < options.count {
      if options.isShown { print("\(kind.rawValue) \(index)") }
      watch.begin(index)
      var random = SeededGenerator(seed: Self.seed(options.seed, kind, index))
      var reach = FuzzReach()
      let problem = problem(of: kind, &random, &reach)
      let now = processorTime()
      if let problem { throw found(problem, kind, index) }
      if now - last > slowest.took { slowest = (now - last, index) }
      if now - last > Self.longest { throw found("took \(now - last)", kind, index) }
      last = now
      tally.add(reach)
      index += 1
      if let end, ContinuousClock.now >= end { break }
    }
    let elapsed = ContinuousClock.now - began
    print(
      "\(kind.rawValue): \(index - options.first) executions in \(elapsed), the longest \(slowest.took) "
        + "(number \(slowest.index)), none failed")
    print("\(kind.rawValue): \(tally.summary)")
  }

  private func problem(of kind: FuzzKind, _ random: inout SeededGenerator, _ reach: inout FuzzReach) -> String? {
    switch kind {
    case .bytes: ByteFuzzer.problem(&random, &reach)
    case .messages: MessageFuzzer.problem(&random, &reach)
    case .text: TextFuzzer.problem(&random, &reach)
    }
  }

  private func found(_ problem: String, _ kind: FuzzKind, _ index: Int) -> FuzzError {
    FuzzError(
      message: "\(problem)\nrepeat with --kind \(kind.rawValue) --seed \(options.seed) --from \(index) --count 1")
  }

  /// Neighbouring executions have nothing in common.
  private static func seed(_ seed: UInt64, _ kind: FuzzKind, _ index: Int) -> UInt64 {
    var generator = SeededGenerator(seed: seed &* 31 &+ UInt64(kind.rawValue.utf8.count))
    return generator.next() ^ (UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
  }
}

/// Ends the process where an execution never ends.
private final class Watch: Sendable {
  private let index = Atomic(-1)
  private let isOver = Atomic(false)
  private let kind: FuzzKind
  private let seed: UInt64

  init(_ kind: FuzzKind, _ seed: UInt64) {
    self.kind = kind
    self.seed = seed
  }

  func begin(_ execution: Int) { index.store(execution, ordering: .relaxed) }
  func stop() { isOver.store(true, ordering: .relaxed) }

  func start() {
    DispatchQueue(label: "watch").async {
      var last = -1
      var began = (work: Self.work(), time: ContinuousClock.now)
      while !self.isOver.load(ordering: .relaxed) {
        sleep(5)
        let now = self.index.load(ordering: .relaxed)
        if now != last {
          last = now
          began = (Self.work(), .now)
        }
        // A busy machine may leave the process without a processor for long; one that waits for ever works as little.
        let isEndless = Self.work() - began.work > .seconds(20) || .now - began.time > .seconds(600)
        guard isEndless, !self.isOver.load(ordering: .relaxed) else { continue }
        print("never ends: repeat with --kind \(self.kind.rawValue) --seed \(self.seed) --from \(now) --count 1")
        exit(1)
      }
    }
  }

  /// How long processors have worked for the process.
  private static func work() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

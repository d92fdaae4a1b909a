import Workspace

/// Says on standard error how many records a long run has answered, and how many a second.
struct Progress: Sendable {
  static let option = Option(
    name: "progress", value: .none,
    summary: "say on standard error how fast it goes; so it does on a terminal without being asked")
  static let jobs = Option(
    name: "jobs", short: "j", value: .text("N"),
    summary: "answer so many lines at the same time, 1 by default; the answers keep the order of the lines")

  private let isTerminal = FileDescriptor.standardError.isTerminal
  private let began = ContinuousClock.now
  private var said = ContinuousClock.now
  private var records = 0
  private var errors = 0

  /// A progress where it is asked for, or where somebody watches standard error and not the answers.
  static func wanted(_ arguments: ParsedArguments) -> Progress? {
    let isWatched = FileDescriptor.standardError.isTerminal && !FileDescriptor.standardOutput.isTerminal
    return arguments.has(option) || isWatched ? Progress() : nil
  }

  /// How many jobs the arguments ask for.
  static func jobs(_ arguments: ParsedArguments) throws(Problem) -> Int {
    guard let text = arguments.value(of: jobs) else { return 1 }
    guard let count = Int(text), (1...256).contains(count) else {
      throw Problem("'\(text)' is not a number of jobs", remedy: "write a whole number from 1 to 256")
    }
    return count
  }

  /// Counts a record; at most once a second it says something.
  mutating func count(isError: Bool) {
    records += 1
    if isError { errors += 1 }
    let now = ContinuousClock.now
    guard now - said >= .seconds(1) else { return }
    said = now
    write(now, isLast: false)
  }

  /// Says what it came to.
  func finish() { write(ContinuousClock.now, isLast: true) }

  private func write(_ now: ContinuousClock.Instant, isLast: Bool) {
    let milliseconds = max(1, (now - began) / .milliseconds(1))
    let rate = (Double(records) * 10_000 / milliseconds).rounded() / 10
    let wrong = errors > 0 ? ", \(errors) not answered" : ""
    let line = "\(program): \(records) \(records == 1 ? "record" : "records"), \(rate) a second\(wrong)"
    // A terminal shows one line that changes.
    let text = isTerminal ? "\r\u{1B}[K" + line + (isLast ? "\n" : "") : line + "\n"
    try? FileDescriptor.standardError.writeAll(Array(text.utf8))
  }
}

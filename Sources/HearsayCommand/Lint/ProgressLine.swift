import Workspace

/// How far a long run is, on one line of the terminal that standard error is; nobody sees it in a log.
struct ProgressLine: Sendable {
  static let none = Option(
    name: "no-progress", value: .none,
    summary: "show no progress; none is shown in CI and where standard error is no terminal")

  private let count: Int
  private let began = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private var done = 0

  /// Nil where nobody would look at it.
  init?(count: Int, isWanted: Bool) {
    let isInCI = environmentVariable("CI").map { !$0.isEmpty } ?? false
    guard isWanted, !isInCI, environmentVariable("TERM") != "dumb", FileDescriptor.standardError.isTerminal else {
      return nil
    }
    self.count = count
  }

  /// Notes that one more draft was read. A short run shows nothing, a long one ten lines a second at most.
  mutating func advance() {
    done += 1
    let now = ContinuousClock.now
    guard now - (shown ?? began) > .milliseconds(shown == nil ? 200 : 100) else { return }
    shown = now
    write("\r\u{1B}[K\(done) of \(count) drafts read")
  }

  /// Takes the line away again.
  func finish() {
    if shown != nil { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { try? FileDescriptor.standardError.writeAll(Array(text.utf8)) }
}

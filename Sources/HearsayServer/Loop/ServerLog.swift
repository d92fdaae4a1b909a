/// Where the server tells what it does: times and kinds, never a word of a draft.
package struct ServerLog: Sendable {
  /// A turn that takes longer is logged at every level.
  static let slowTurn = Duration.milliseconds(10)

  private let level: LogLevel
  private let write: @Sendable (String) -> Void

  /// - Parameter write: takes a line.
  package init(_ level: LogLevel = .messages, _ write: @escaping @Sendable (String) -> Void) {
    self.level = level
    self.write = write
  }

  func line(_ text: @autoclosure () -> String, at level: LogLevel = .slow) {
    if self.level.shows(level) { write(text()) }
  }

  /// Tells of a turn of the loop: of one that took long always, of others where it was asked for.
  func turn(_ events: [ServerEvent], _ effects: [ServerEffect], _ duration: Duration) {
    let isSlow = duration > Self.slowTurn
    guard isSlow || level.shows(.turns) else { return }
    let came = Self.summary(events.map(\.label))
    let done = Self.summary(effects.map(\.label))
    write("\(isSlow ? "slow turn" : "turn"): \(duration) for \(came), which came to \(done)")
  }

  private static func summary(_ labels: [String]) -> String {
    let more = labels.count > 8 ? " and \(labels.count - 8) more" : ""
    return labels.isEmpty ? "nothing" : labels.prefix(8).joined(separator: ", ") + more
  }
}

/// How much of what happens goes into the log.
package enum LogLevel: String, Sendable, CaseIterable {
  /// Who the client is, turns that took long, and how it ended.
  case slow
  /// Each message as well.
  case messages
  /// Also what each turn took and what came of it.
  case turns

  /// Whether a line that is meant for `level` is written.
  func shows(_ level: LogLevel) -> Bool { rank >= level.rank }

  private var rank: Int {
    switch self {
    case .slow: 0
    case .messages: 1
    case .turns: 2
    }
  }
}

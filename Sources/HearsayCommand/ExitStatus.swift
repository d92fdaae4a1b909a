/// How a run ended, as its caller sees it.
enum ExitStatus: Int32, Sendable {
  case clean = 0
  /// Findings at or above the failing level.
  case findings = 1
  /// The arguments or settings are wrong; nothing was done.
  case usage = 2
  /// Some input could not be read or was malformed, or the output could not be written; the rest was done.
  case incomplete = 3

  /// The Language Server Protocol's 1: the client left without `shutdown`.
  static let leftWithoutShutdown = ExitStatus.findings
}

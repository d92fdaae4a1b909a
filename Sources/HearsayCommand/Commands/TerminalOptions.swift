import Workspace

/// The options about standard output that several commands share.
enum TerminalOptions {
  static let colour = Option(
    name: "color", value: .choice(ColourChoice.allCases.map(\.rawValue)),
    summary: "colour the output; auto (the default) does so on a terminal, unless NO_COLOR is set or TERM is dumb")

  /// How to style standard output.
  static func style(_ arguments: ParsedArguments) -> TerminalStyle {
    arguments.choice(of: colour, default: ColourChoice.auto)
      .style(isTerminal: FileDescriptor.standardOutput.isTerminal, environment: environmentVariable)
  }
}

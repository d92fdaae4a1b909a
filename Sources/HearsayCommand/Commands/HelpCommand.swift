import Workspace

extension Command {
  static let help = Command(
    name: "help", summary: "say what a command does and which options it has",
    operand: Operand(name: "COMMAND", isRequired: false, isRepeatable: false, hint: "name a command"), options: []
  ) { (arguments) throws(Problem) in
    guard let name = arguments.operands.first else { return printed(helpText(for: Command.all)) }
    return printed(helpText(for: try Command.named(name)))
  }
}

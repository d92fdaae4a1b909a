import HearsayCore
import Workspace

/// Not `async`: a suspending main costs milliseconds at start-up in a static binary.
@main
enum Main {
  static func main() {
    keepRunningWithoutReader()
    endProcess(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the command that the arguments name.
  static func run(_ arguments: [String]) -> ExitStatus {
    do throws(Problem) {
      switch arguments.first {
      case nil:
        throw Problem("no command is given", remedy: "see `\(program) help`")
      case "--help", "-h":
        return printed(helpText(for: Command.all))
      case "--version":
        return printed("\(Version.name) \(Version.number)\n")
      case let name?:
        let command = try Command.named(name)
        let parsed = try ParsedArguments(arguments.dropFirst(), for: command)
        return try parsed.asksForHelp ? printed(helpText(for: command)) : command.run(parsed)
      }
    } catch {
      report(error)
      return .usage
    }
  }
}

extension Command {
  /// The command of that name.
  static func named(_ name: String) throws(Problem) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let isOption = name.hasPrefix("-")
    let near = nearMisses(to: name, among: isOption ? ["--help", "--version"] : all.map(\.name))
    throw Problem(
      "unknown \(isOption ? "option" : "command") '\(name)'", remedy: suggestion(near) ?? "see `\(program) help`")
  }
}

/// Writes a text to standard output, as all that a command has to say.
func printed(_ text: String) -> ExitStatus {
  var output = OutputStream()
  output.write(text)
  return output.finish(.clean)
}

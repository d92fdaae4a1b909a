import HearsayCore
import Workspace

extension Command {
  static let completions = Command(
    name: "completions", summary: "print the completions of a shell",
    discussion: """
      bash: `source <(\(program) completions bash)` in ~/.bashrc. zsh: `\(program) completions zsh > _\(program)` in a folder of \
      $fpath. fish: `\(program) completions fish > ~/.config/fish/completions/\(program).fish`.
      """,
    operand: Operand(name: "bash|zsh|fish", isRepeatable: false, hint: "name a shell: bash, zsh or fish"), options: []
  ) { (arguments) throws(Problem) in
    let name = arguments.operands.first ?? ""
    guard let shell = Shell(rawValue: name) else {
      let near = nearMisses(to: name, among: Shell.allCases.map(\.rawValue))
      throw Problem("there are no completions for '\(name)'", remedy: suggestion(near) ?? "name bash, zsh or fish")
    }
    return printed(shell.completions(of: Command.all))
  }
}

/// A shell that completes words.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that tells it which words the commands take.
  func completions(of commands: [Command]) -> String {
    switch self {
    case .bash: bashCompletions(of: commands)
    case .zsh: zshCompletions(of: commands)
    case .fish: fishCompletions(of: commands)
    }
  }
}

extension Operand {
  /// The words to choose from, where its name lists them.
  var choices: [String] { name.contains("|") ? name.split(separator: "|").map(String.init) : [] }
}

extension OptionValue {
  /// The words to choose from.
  var choices: [String] {
    switch self {
    case .choice(let words), .choiceWithFile(let words): words
    case .none, .file, .folder, .text: []
    }
  }
}

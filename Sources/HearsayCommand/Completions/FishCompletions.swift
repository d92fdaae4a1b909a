/// Commands for fish.
func fishCompletions(of commands: [Command]) -> String {
  var lines = [
    "# Completions of \(program) for fish, printed by `\(program) completions fish`.",
    "complete -c \(program) -f -n __fish_use_subcommand -l help -s h -d 'show help'",
    "complete -c \(program) -f -n __fish_use_subcommand -l version -d 'print the version'",
  ]
  for command in commands {
    lines.append(
      "complete -c \(program) -f -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
  }
  for command in commands {
    let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
    for option in command.allOptions {
      var words = ["complete", "-c", program, condition, "-l", option.name]
      if let short = option.short { words += ["-s", String(short)] }
      switch option.value {
      case .none: break
      case .choice(let values): words += ["-x", "-a", quoted(values.joined(separator: " "))]
      case .choiceWithFile(let values): words += ["-r", "-a", quoted(values.joined(separator: " "))]
      case .file, .folder: words += ["-r", "-F"]
      case .text: words.append("-x")
      }
      lines.append((words + ["-d", quoted(option.summary)]).joined(separator: " "))
    }
    let choices = operandChoices(command, commands)
    if !choices.isEmpty {
      lines.append("complete -c \(program) \(condition) -f -a \(quoted(choices.joined(separator: " ")))")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A word in single quotes.
private func quoted(_ word: String) -> String {
  "'" + word.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
}

/// A function for zsh's completion system.
func zshCompletions(of commands: [Command]) -> String {
  var lines = [
    "#compdef \(program)",
    "# Completions of \(program) for zsh, printed by `\(program) completions zsh`.",
    "_\(program)() {",
    "  local curcontext=\"$curcontext\" state line",
    "  local -a commands=(",
  ]
  lines += commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
  lines += [
    "  )",
    "  _arguments -C '(- *)'{-h,--help}'[show help]' '(- *)--version[print the version]' '1:command:->command' '*::argument:->argument'",
    "  case $state in",
    "    command) _describe command commands ;;",
    "    argument)",
    "      case $line[1] in",
  ]
  for command in commands {
    lines.append("        \(command.name))")
    lines.append("          _arguments \\")
    for option in command.allOptions {
      for name in names(of: option) { lines.append("            \(quoted(specification(of: option, named: name))) \\") }
    }
    lines.append("            \(quoted(operandSpecification(command, commands))) ;;")
  }
  lines += [
    "      esac ;;", "  esac", "}",
    // As a file of $fpath it is called, as a script it is only told to the shell.
    "if [ \"$funcstack[1]\" = _\(program) ]; then _\(program) \"$@\"; else compdef _\(program) \(program); fi",
  ]
  return lines.joined(separator: "\n") + "\n"
}

private func specification(of option: Option, named name: String) -> String {
  let summary = option.summary.map { "[]\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  let start =
    (option.isRepeatable ? "*" : "") + name + (option.value == .none || name.count == 2 ? "" : "=") + "[\(summary)]"
  switch option.value {
  case .none: return start
  case .choice(let words), .choiceWithFile(let words): return start + ":value:(\(words.joined(separator: " ")))"
  case .file: return start + ":file:_files"
  case .folder: return start + ":folder:_files -/"
  case .text(let name): return start + ":\(name.map { $0 == ":" ? "\\:" : String($0) }.joined()):"
  }
}

private func operandSpecification(_ command: Command, _ commands: [Command]) -> String {
  let choices = operandChoices(command, commands)
  return choices.isEmpty ? "*:file:_files" : "*:word:(\(choices.joined(separator: " ")))"
}

/// A word in single quotes.
private func quoted(_ word: String) -> String {
  "'" + word.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
}

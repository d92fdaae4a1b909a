/// A script for bash 4 and later.
func bashCompletions(of commands: [Command]) -> String {
  var lines = [
    "# Completions of \(program) for bash, printed by `\(program) completions bash`.",
    "_\(program)() {",
    "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}",
    "  COMPREPLY=()",
    "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
    "    COMPREPLY=($(compgen -W '\((commands.map(\.name) + ["--help", "--version"]).joined(separator: " "))' -- \"$current\"))",
    "    return",
    "  fi",
    // The shell cuts words at an equals sign.
    "  if [ \"$current\" = = ]; then current=; elif [ \"$previous\" = = ]; then previous=${COMP_WORDS[COMP_CWORD - 2]}; fi",
    "  case $command:$previous in",
  ]
  for command in commands {
    for option in command.options {
      let names = names(of: option).map { "\(command.name):\($0)" }.joined(separator: "|")
      switch option.value {
      case .none: continue
      case .choice, .choiceWithFile:
        lines.append(
          "    \(names)) COMPREPLY=($(compgen -W '\(option.value.choices.joined(separator: " "))' -- \"$current\")); return ;;"
        )
      case .file: lines.append("    \(names)) COMPREPLY=($(compgen -f -- \"$current\")); return ;;")
      case .folder: lines.append("    \(names)) COMPREPLY=($(compgen -d -- \"$current\")); return ;;")
      case .text: lines.append("    \(names)) return ;;")
      }
    }
  }
  lines += ["  esac", "  local words=", "  case $command in"]
  for command in commands {
    let options = command.allOptions.flatMap { names(of: $0) }
    lines.append(
      "    \(command.name)) words='\((options + operandChoices(command, commands)).joined(separator: " "))' ;;")
  }
  lines += [
    "  esac",
    "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))",
    "  case $current in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$current\")) ;; esac",
    "}",
    "complete -o filenames -F _\(program) \(program)",
  ]
  return lines.joined(separator: "\n") + "\n"
}

/// How an option may be written.
func names(of option: Option) -> [String] { ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? []) }

/// The words that a command takes behind its name: its actions, or the commands that `help` explains.
func operandChoices(_ command: Command, _ commands: [Command]) -> [String] {
  guard let operand = command.operand else { return [] }
  return operand.name == "COMMAND" ? commands.map(\.name) : operand.choices
}

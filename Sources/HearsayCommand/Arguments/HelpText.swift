import HearsayCore

/// The name under which messages and help speak of the program.
let program = Version.name

/// What `hearsay --help` prints.
func helpText(for commands: [Command]) -> String {
  let width = commands.map { synopsis($0).utf8.count }.max() ?? 0
  var lines = [
    "\(program) marks unsupported figures and attribution chains in prose.", "",
    "Usage: \(program) COMMAND [OPTION…] [ARGUMENT…]", "", "Commands:",
  ]
  lines += commands.map { "  \(padded(synopsis($0), to: width))  \($0.summary)" }
  lines += ["", "`\(program) help COMMAND` says more about one of them, `\(program) --version` which release this is."]
  return lines.joined(separator: "\n") + "\n"
}

/// What `hearsay help COMMAND` prints.
func helpText(for command: Command) -> String {
  var usage = "Usage: \(program) \(command.name) [OPTION…]"
  if let operand = command.operand { usage += " " + written(operand) }
  var lines = ["\(capitalised(command.summary)).", "", usage, "", "Options:"]
  for option in command.allOptions {
    let form = written(option)
    let summary = wrapped(option.summary + (option.isRepeatable ? "; may be repeated" : ""), width: 72)
    // A long form has a line of its own, so that one long list of choices does not push all others to the right.
    if form.count <= 24 {
      lines.append("  \(padded(form, to: 24))  \(summary[0])")
      lines += summary.dropFirst().map { String(repeating: " ", count: 28) + $0 }
    } else {
      lines.append("  " + form)
      lines += summary.map { String(repeating: " ", count: 28) + $0 }
    }
  }
  for paragraph in command.discussion.split(separator: "\n\n") {
    lines += [""] + wrapped(String(paragraph), width: 100)
  }
  return lines.joined(separator: "\n") + "\n"
}

/// The lines that the words of `text` fill, none wider than `width` columns unless one word is; at least one line.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    if !line.isEmpty, displayWidth(of: line) + 1 + displayWidth(of: String(word)) > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return lines + [line]
}

private func synopsis(_ command: Command) -> String {
  command.operand.map { "\(command.name) \(written($0))" } ?? command.name
}

private func written(_ operand: Operand) -> String {
  let name = operand.name + (operand.isRepeatable ? "…" : "")
  return operand.isRequired ? name : "[\(name)]"
}

private func written(_ option: Option) -> String {
  let short = option.short.map { "-\($0), " } ?? "    "
  return short + "--" + option.name + (option.value == .none ? "" : " " + option.value.placeholder)
}

func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// The text with spaces after it up to `width` columns.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(of: text)))
}

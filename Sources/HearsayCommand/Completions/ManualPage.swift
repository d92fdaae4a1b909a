import HearsayCore

/// The manual page in roff, with the macros of man(7).
func manualPage(of commands: [Command]) -> String {
  var lines = [
    ".\\\" Printed by `\(program) man`.",
    ".TH \(program.uppercased()) 1 \"\" \"\(Version.name) \(Version.number)\" \"User Commands\"",
    ".SH NAME", "\(program) \\- marks unsupported figures and attribution chains in prose",
    ".SH SYNOPSIS", ".B \(program)", ".I COMMAND", "[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...",
    ".SH DESCRIPTION",
    "Reads drafts and marks figures that nobody answers for, and chains of attribution that end nowhere.",
    ".SH COMMANDS",
  ]
  for command in commands {
    let operand = command.operand.map {
      " " + roff($0.isRequired ? $0.name : "[\($0.name)]") + ($0.isRepeatable ? "..." : "")
    }
    lines += [".SS \"\(program) \(command.name)\(operand ?? "")\"", roff(capitalised(command.summary)) + "."]
    for paragraph in command.discussion.split(separator: "\n\n") {
      lines += [".PP", roff(paragraph.split(separator: "\n").joined(separator: " "))]
    }
    for option in command.allOptions {
      let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
      let value = option.value == .none ? "" : " \\fI\(roff(option.value.placeholder))\\fR"
      lines += [".TP", "\(short)\\fB\\-\\-\(roff(option.name))\\fR\(value)"]
      lines.append(roff(option.summary + (option.isRepeatable ? "; may be repeated" : "")))
    }
  }
  lines += [
    ".SH FILES", ".TP", "\\fI.hearsay.jsonc\\fR", "settings, in the drafts' folder or above",
    ".TP", "\\fI\(roff("hearsay.sources.jsonc"))\\fR", "the source ledger, in the drafts' folder or above",
  ]
  return lines.joined(separator: "\n") + "\n"
}

/// Text without meaning for roff: no request, no escape, hyphens that can be copied.
private func roff(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\e"
    case "-": result += "\\-"
    case "\"": result += "\\(dq"
    case "“": result += "\\(lq"
    case "”": result += "\\(rq"
    case "…": result += "..."
    case "’": result += "\\(cq"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
}

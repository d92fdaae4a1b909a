import HearsayCore
import Workspace

/// The report as a page of Markdown, for a merge request or the summary of a job; piece by piece.
func markdownReport(_ report: LintReport, _ style: ReportStyle, _ take: (String) -> Void) {
  func add(_ lines: [String]) { take(lines.map { $0 + "\n" }.joined()) }
  add(["## \(capitalised(program))", "", "\(capitalised(report.summary.sentence))."])
  for draft in report.drafts where !draft.report.findings.isEmpty {
    var lines = [
      "", "### \(markdownEscaped(draft.path))", "", "| Place | Severity | Finding | Rule |", "|---|---|---|---|",
    ]
    for reported in draft.report.findings {
      let finding = reported.finding
      lines.append(
        "| \(reported.place.line):\(reported.place.column) | \(finding.severity.rawValue) "
          + "| \(markdownEscaped(finding.message)) | \(finding.rule) \(finding.name) |")
    }
    add(lines)
  }
  if !report.unusable.isEmpty {
    add(["", "### Not read", ""])
    add(report.unusable.map { "- \(markdownEscaped($0.path)): \(markdownEscaped($0.problem.message))" })
  }
  if style.withStatistics, report.summary.findings > 0 {
    add(["", "| Findings | Rule |", "|---:|---|"])
    add(report.summary.byRule.map { "| \($0.count) | \($0.rule) |" })
  }
  if style.withExplanations {
    for rule in rulesFound(in: report) {
      add(["", "### \(rule.id) \(rule.name)", "", markdownEscaped(rule.summary), "", markdownEscaped(rule.why)])
    }
  }
}

/// Text that Markdown shows as it is: no markup, no mention of a user, issue or address, no cell's end.
func markdownEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    // Signs that a site gives a meaning beyond Markdown, where a backslash does not help.
    case "&", "<", ">", "@", "#", ":", "|", "/": result += "&#\(scalar.value);"
    case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "~", "$", "+", "-", "=", "^":
      result += "\\\(scalar)"
    default: result.unicodeScalars.append(visible(scalar))
    }
  }
  return result
}

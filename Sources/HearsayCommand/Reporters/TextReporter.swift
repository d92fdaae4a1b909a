import HearsayCore
import ProseText

/// The report for people, piece by piece: each finding with the line that holds it, marked, and a summary.
func textReport(_ report: LintReport, _ style: ReportStyle, _ take: (String) -> Void) {
  for draft in report.drafts where !draft.report.findings.isEmpty { take(textReport(draft, style.terminal)) }
  take(appendix(report, style))
  if !style.isQuiet, report.summary.files > 0 { take(report.summary.sentence + "\n") }
}

/// The report with one line a finding, piece by piece: `path:line:column: severity: message [HS101 unsupported-figure]`.
func conciseReport(_ report: LintReport, _ style: ReportStyle, _ take: (String) -> Void) {
  for draft in report.drafts where !draft.report.findings.isEmpty { take(conciseReport(draft.report, style.terminal)) }
  take(appendix(report, style))
}

/// What was asked for behind the findings: how many each rule brought, and what the rules ask.
private func appendix(_ report: LintReport, _ style: ReportStyle) -> String {
  var text = ""
  if style.withStatistics {
    let width = report.summary.byRule.map { String($0.count).count }.max() ?? 0
    for (rule, count) in report.summary.byRule {
      text += "\(String(repeating: " ", count: width - String(count).count))\(count)  \(rule)\n"
    }
  }
  if style.withExplanations {
    text += rulesFound(in: report).map { "\n" + ruleText($0, style.terminal) }.joined()
  }
  return text
}

/// The report of one draft for people: each finding with the line that holds it, marked.
func textReport(_ draft: LintedDraft, _ style: TerminalStyle) -> String {
  let path = shown(draft.path)
  return draft.report.findings.map { textReport($0, path: path, draft.excerpt(of: $0.finding), style) }.joined()
}

/// The report of one draft with one line a finding.
func conciseReport(_ file: FileReport, _ style: TerminalStyle) -> String {
  let path = shown(file.path)
  return file.findings.map { headline($0, path: path, style) + "\n" }.joined()
}

/// A path at the beginning of a line: runners of workflows would take one that begins with two colons for a command.
private func shown(_ path: String) -> String { (path.hasPrefix("::") ? "./" : "") + visible(path) }

private func headline(_ reported: ReportedFinding, path: String, _ style: TerminalStyle) -> String {
  let finding = reported.finding
  let place = style.bold("\(path):\(reported.place.line):\(reported.place.column):")
  let severity = style.of(finding.severity, finding.severity.rawValue + ":")
  return "\(place) \(severity) \(visible(finding.message)) \(style.dim("[\(finding.rule) \(finding.name)]"))"
}

private func textReport(
  _ reported: ReportedFinding, path: String, _ excerpt: Excerpt?, _ style: TerminalStyle
) -> String {
  let finding = reported.finding
  let number = String(reported.place.line)
  let margin = String(repeating: " ", count: number.count)
  var lines = [headline(reported, path: path, style)]
  if let excerpt, excerpt.isRightToLeft {
    let marked = style.of(finding.severity, excerpt.marked)
    // Terminals that turn such text around move the words, but not an underline below them: marks in the text move along.
    let close = excerpt.isMarkCut ? "…⟧" : "⟧"
    lines.append("  \(style.dim("\(number) |")) \(excerpt.before)⟦\(marked)\(close)\(excerpt.after)")
  } else if let excerpt {
    let marked = style.of(finding.severity, excerpt.marked)
    let underline = String(repeating: "^", count: excerpt.markWidth) + (excerpt.isMarkCut ? "…" : "")
    lines.append("  \(style.dim("\(number) |")) \(excerpt.before)\(marked)\(excerpt.after)")
    lines.append(
      "  \(style.dim("\(margin) |")) \(String(repeating: " ", count: excerpt.markColumn))\(style.of(finding.severity, underline))"
    )
  }
  for (related, place) in zip(finding.related, reported.related) {
    let path = related.draft.map { visible($0) } ?? path
    lines.append("    \(path):\(place.line):\(place.column): note: \(visible(related.message))")
  }
  return lines.joined(separator: "\n") + "\n"
}

import HearsayCore
import ProseText

/// The report of one draft for people: each finding with the line that holds it, marked.
func textReport(_ file: FileReport, of text: SourceText, _ style: TerminalStyle) -> String {
  let path = visible(file.path)
  return file.findings.map { textReport($0, path: path, text, style) }.joined()
}

/// The report of one draft with one line a finding: `path:line:column: severity: message [HS101 unsupported-figure]`.
func conciseReport(_ file: FileReport, _ style: TerminalStyle) -> String {
  let path = visible(file.path)
  return file.findings.map { headline($0, path: path, style) + "\n" }.joined()
}

private func headline(_ reported: ReportedFinding, path: String, _ style: TerminalStyle) -> String {
  let finding = reported.finding
  let place = style.bold("\(path):\(reported.place.line):\(reported.place.column):")
  let severity = style.of(finding.severity, finding.severity.rawValue + ":")
  return "\(place) \(severity) \(visible(finding.message)) \(style.dim("[\(finding.rule) \(finding.name)]"))"
}

private func textReport(
  _ reported: ReportedFinding, path: String, _ text: SourceText, _ style: TerminalStyle
) -> String {
  let finding = reported.finding
  let excerpt = Excerpt(of: finding.range, in: text)
  let number = String(reported.place.line)
  let margin = String(repeating: " ", count: number.count)
  var lines = [headline(reported, path: path, style)]
  let marked = style.of(finding.severity, excerpt.marked)
  if excerpt.isRightToLeft {
    // Terminals that turn such text around move the words, but not an underline below them: marks in the text move along.
    let close = excerpt.isMarkCut ? "…⟧" : "⟧"
    lines.append("  \(style.dim("\(number) |")) \(excerpt.before)⟦\(marked)\(close)\(excerpt.after)")
  } else {
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

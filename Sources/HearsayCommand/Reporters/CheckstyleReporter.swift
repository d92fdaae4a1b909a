import HearsayCore
import Workspace

/// The report as Checkstyle writes its own, piece by piece.
func checkstyleReport(_ report: LintReport, _ take: (String) -> Void) {
  var xml = XMLWriter()
  xml.begin("checkstyle", [("version", "4.3")])
  for draft in report.drafts where !draft.report.findings.isEmpty {
    xml.begin("file", [("name", draft.path)])
    for reported in draft.report.findings {
      xml.element(
        "error",
        [
          ("line", String(reported.place.line)), ("column", String(reported.place.column)),
          ("severity", level(reported.finding.severity)), ("message", reported.finding.message),
          ("source", "\(program).\(reported.finding.rule)"),
        ])
    }
    xml.end()
    xml.handOver(take)
  }
  for input in report.unusable {
    xml.begin("file", [("name", input.path)])
    xml.element(
      "error", [("severity", "error"), ("message", input.problem.message), ("source", "\(program).input")])
    xml.end()
  }
  xml.end()
  take(xml.takeText())
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .information, .hint: "info"
  }
}

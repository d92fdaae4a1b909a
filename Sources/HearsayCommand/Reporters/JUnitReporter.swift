import HearsayCore
import Workspace

/// The report as JUnit's results, piece by piece: a suite a draft, a case a finding.
///
/// What does not fail the run is a case that passed, and says what was found as its output. A draft without findings is
/// one case that passed.
func junitReport(_ report: LintReport, _ style: ReportStyle, _ take: (String) -> Void) {
  var xml = XMLWriter()
  let suites = report.drafts.lazy.map { Suite($0, style) }
  let cases = suites.reduce(0) { $0 + $1.count } + report.unusable.count
  xml.begin(
    "testsuites",
    [
      ("name", program), ("tests", String(cases)), ("failures", String(suites.reduce(0) { $0 + $1.failures })),
      ("errors", String(report.unusable.count)),
    ])
  for suite in suites {
    suite.write(to: &xml)
    xml.handOver(take)
  }
  for input in report.unusable {
    xml.begin("testsuite", [("name", input.path), ("tests", "1"), ("failures", "0"), ("errors", "1")])
    xml.begin("testcase", [("name", "readable"), ("classname", input.path), ("time", "0")])
    xml.element("error", [("message", input.problem.message), ("type", "input")], text: input.problem.remedy)
    xml.end()
    xml.end()
  }
  xml.end()
  take(xml.takeText())
}

private struct Suite {
  let draft: LintedDraft
  let failing: Severity?

  init(_ draft: LintedDraft, _ style: ReportStyle) {
    self.draft = draft
    failing = style.failing
  }

  var count: Int { max(1, draft.report.findings.count) }
  var failures: Int { draft.report.findings.count { fails($0) } }

  private func fails(_ reported: ReportedFinding) -> Bool { failing.map { reported.finding.severity <= $0 } ?? false }

  func write(to xml: inout XMLWriter) {
    let path = draft.path
    xml.begin(
      "testsuite", [("name", path), ("tests", String(count)), ("failures", String(failures)), ("errors", "0")])
    if draft.report.findings.isEmpty {
      xml.element("testcase", [("name", "no findings"), ("classname", path), ("time", "0")])
    }
    for reported in draft.report.findings {
      let finding = reported.finding
      let place = "\(path):\(reported.place.line):\(reported.place.column)"
      let name = "\(finding.rule) \(finding.name) \(reported.place.line):\(reported.place.column)"
      xml.begin(
        "testcase",
        [
          ("name", name), ("classname", path), ("file", path), ("line", String(reported.place.line)), ("time", "0"),
        ])
      if fails(reported) {
        xml.element(
          "failure", [("message", finding.message), ("type", finding.severity.rawValue)],
          text: "\(place): \(finding.message)")
      } else {
        xml.element("system-out", text: "\(place): \(finding.severity.rawValue): \(finding.message)")
      }
      xml.end()
    }
    xml.end()
  }
}

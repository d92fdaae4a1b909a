package import HearsayCore

/// One text of a report: a draft, or a settings file or ledger that has findings of its own.
package struct ReportedDraft: Sendable {
  package var path: String
  package var analysis: Analysis
  /// What is reported of the draft, in the order of the text.
  package var findings: [Finding]
  /// Names of the findings that stay from edit to edit, in their order.
  package var fingerprints: [String]

  package init(path: String, analysis: Analysis, findings: [Finding], fingerprints: [String]) {
    self.path = path
    self.analysis = analysis
    self.findings = findings
    self.fingerprints = fingerprints
  }

  /// A draft with all findings of its analysis.
  package init(path: String, analysis: Analysis) {
    let fingerprints = HearsayCore.fingerprints(of: analysis.findings, in: analysis.text, path: path)
    self.init(path: path, analysis: analysis, findings: analysis.findings, fingerprints: fingerprints)
  }
}

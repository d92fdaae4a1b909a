package import HearsayCore

/// One text of a report: a draft, or a settings file or ledger that has findings of its own.
package struct ReportedDraft: Sendable {
  package var path: String
  package var analysis: Analysis
  /// Those of the analysis's findings that are reported, in its order.
  package var findings: [Finding]
  /// Names of the findings that stay from edit to edit, in their order.
  package var fingerprints: [String]

  package init(path: String, analysis: Analysis, isReported: (Finding) -> Bool = { _ in true }) {
    self.path = path
    self.analysis = analysis
    findings = analysis.findings.filter(isReported)
    fingerprints = HearsayCore.fingerprints(of: findings, in: analysis.text, path: path)
  }
}

import HearsayCore
import HearsayReport
import Workspace

extension LintReport {
  /// The fact-checker's page of the drafts whose facts were kept.
  ///
  /// Where the run is about a change, drafts that it left alone are there only where a finding points to them.
  var page: [UInt8] {
    let named = Set(drafts.flatMap(\.report.findings).flatMap(\.finding.related).compactMap(\.draft))
    let reported = drafts.compactMap { draft -> ReportedDraft? in
      guard let analysis = draft.analysis else { return nil }
      guard !draft.isUnchanged || !draft.report.findings.isEmpty || named.contains(draft.path) else { return nil }
      return ReportedDraft(
        path: draft.path, analysis: analysis, findings: draft.report.findings.map(\.finding),
        fingerprints: draft.report.findings.map(\.fingerprint))
    }
    return ReportPage(reported, problems: unusable.map { ($0.path, $0.problem.message) }).bytes
  }

  /// Writes the page into a file; answers the status to end with.
  func writePage(to file: String, _ status: ExitStatus) -> ExitStatus {
    do throws(SystemError) {
      try replaceFile(file, with: page)
      return status
    } catch {
      HearsayCommand.report(
        Problem("the page cannot be written: \(error.whenWriting)", remedy: "name another file"), about: file)
      return .incomplete
    }
  }
}

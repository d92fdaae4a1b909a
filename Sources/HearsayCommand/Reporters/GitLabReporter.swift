import HearsayCore
import JSON

/// The report as GitLab's code quality reads it, an array of issues, without a line break at its end; piece by piece.
func gitlabReport(_ report: LintReport, _ take: ([UInt8]) -> Void) {
  var writer = JSONWriter()
  writer.beginArray()
  for draft in report.drafts {
    for reported in draft.report.findings {
      let finding = reported.finding
      writer.beginObject()
      writer.member("description", "\(finding.rule) \(finding.name): \(finding.message)")
      writer.member("check_name", finding.rule)
      writer.member("fingerprint", reported.fingerprint)
      writer.member("severity", level(finding.severity))
      writer.object("location") { writer in
        writer.member("path", draft.path)
        writer.object("lines") { writer in
          writer.member("begin", reported.place.line)
          writer.member("end", reported.place.endLine)
        }
      }
      writer.endObject()
    }
    writer.handOver(take)
  }
  writer.endArray()
  take(writer.takeBytes())
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "critical"
  case .warning: "major"
  case .information: "minor"
  case .hint: "info"
  }
}

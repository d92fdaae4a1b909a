import HearsayCore
import JSON
import Workspace

/// The report as one JSON object a line: findings and unusable inputs, each with its `type` and path, and a summary last.
func jsonLinesReport(_ report: LintReport, _ take: ([UInt8]) -> Void) {
  func add(_ type: String, _ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("type", type)
    members(&writer)
    writer.endObject()
    take(writer.bytes + [0x0A])
  }
  for draft in report.drafts {
    for reported in draft.report.findings {
      add("finding") { writer in
        writer.member("path", draft.path)
        writer.members(of: reported)
      }
    }
    if draft.report.isOtherLanguage {
      add("note") { writer in
        writer.member("path", draft.path)
        writer.member("message", otherLanguageNote)
      }
    }
  }
  for input in report.unusable {
    add("problem") { writer in
      writer.member("path", input.path)
      writer.member("message", input.problem.message)
    }
  }
  add("summary") { $0.members(of: report.summary) }
}

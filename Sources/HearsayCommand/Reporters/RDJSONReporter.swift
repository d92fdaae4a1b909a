import HearsayCore
import JSON
import ProseText
import Workspace

/// The report as reviewdog reads it (Reviewdog Diagnostic Format), with columns in bytes of UTF-8 as it asks.
///
/// It comes piece by piece, without a line break at its end. A suggestion is one range and its new text: only fixes of one edit
/// can be said.
func rdjsonReport(_ report: LintReport, _ take: ([UInt8]) -> Void) {
  var writer = JSONWriter()
  writer.beginObject()
  writer.object("source") { $0.member("name", program) }
  writer.array("diagnostics") { writer in
    for draft in report.drafts {
      writer.diagnostics(of: draft)
      writer.handOver(take)
    }
    for input in report.unusable {
      writer.beginObject()
      writer.member("message", input.problem.message)
      writer.object("location") { $0.member("path", input.path) }
      writer.member("severity", "ERROR")
      writer.endObject()
    }
  }
  writer.endObject()
  take(writer.takeBytes())
}

extension JSONWriter {
  fileprivate mutating func diagnostics(of draft: LintedDraft) {
    let findings = draft.report.findings
    let edits = findings.map { $0.finding.fixes.compactMap { $0.edits.count == 1 ? $0.edits.first : nil } }
    let ranges = zip(findings, edits).flatMap { [$0.finding.range] + $1.map(\.range) }
    var places = draft.places(of: ranges, .bytes)[...]
    for (reported, edits) in zip(findings, edits) {
      let finding = reported.finding
      beginObject()
      member("message", finding.message)
      object("location") { writer in
        writer.member("path", draft.path)
        if let place = places.popFirst() { writer.range(place) }
      }
      member("severity", level(finding.severity))
      object("code") { $0.member("value", finding.rule) }
      if !edits.isEmpty {
        array("suggestions") { writer in
          for edit in edits {
            writer.beginObject()
            if let place = places.popFirst() { writer.range(place) }
            writer.member("text", edit.newText)
            writer.endObject()
          }
        }
      }
      endObject()
    }
  }

  private mutating func range(_ place: Place) {
    object("range") { writer in
      let ends: [(StaticString, Int, Int)] = [
        ("start", place.line, place.column), ("end", place.endLine, place.endColumn),
      ]
      for (name, line, column) in ends {
        writer.object(name) { writer in
          writer.member("line", line)
          writer.member("column", column)
        }
      }
    }
  }
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "ERROR"
  case .warning: "WARNING"
  case .information, .hint: "INFO"
  }
}

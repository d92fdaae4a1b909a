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
  writer.key("source")
  writer.beginObject()
  writer.member("name", program)
  writer.endObject()
  writer.key("diagnostics")
  writer.beginArray()
  for draft in report.drafts {
    writer.diagnostics(of: draft)
    writer.handOver(take)
  }
  for input in report.unusable {
    writer.beginObject()
    writer.member("message", input.problem.message)
    writer.key("location")
    writer.beginObject()
    writer.member("path", input.path)
    writer.endObject()
    writer.member("severity", "ERROR")
    writer.endObject()
  }
  writer.endArray()
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
      key("location")
      beginObject()
      member("path", draft.path)
      if let place = places.popFirst() { range(place) }
      endObject()
      member("severity", level(finding.severity))
      key("code")
      beginObject()
      member("value", finding.rule)
      endObject()
      if !edits.isEmpty {
        key("suggestions")
        beginArray()
        for edit in edits {
          beginObject()
          if let place = places.popFirst() { range(place) }
          member("text", edit.newText)
          endObject()
        }
        endArray()
      }
      endObject()
    }
  }

  private mutating func range(_ place: Place) {
    key("range")
    beginObject()
    for (name, line, column) in [("start", place.line, place.column), ("end", place.endLine, place.endColumn)] {
      key(name)
      beginObject()
      member("line", line)
      member("column", column)
      endObject()
    }
    endObject()
  }
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "ERROR"
  case .warning: "WARNING"
  case .information, .hint: "INFO"
  }
}

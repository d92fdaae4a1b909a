import HearsayCore
import JSON
import Workspace

/// The report of a whole run as one JSON object, without a line break at its end, piece by piece.
func jsonReport(_ report: LintReport, _ take: ([UInt8]) -> Void) {
  var writer = JSONWriter()
  writer.beginObject()
  writer.key("version")
  writer.value(1)
  writer.key("tool")
  writer.beginObject()
  writer.member("name", Version.name)
  writer.member("version", Version.number)
  writer.endObject()
  writer.key("files")
  writer.beginArray()
  for draft in report.drafts {
    writer.value(draft.report)
    writer.handOver(take)
  }
  writer.endArray()
  writer.key("problems")
  writer.beginArray()
  for input in report.unusable {
    writer.beginObject()
    writer.member("path", input.path)
    writer.member("message", input.problem.message)
    writer.endObject()
  }
  writer.endArray()
  writer.key("summary")
  writer.beginObject()
  writer.members(of: report.summary)
  writer.endObject()
  writer.endObject()
  take(writer.takeBytes())
}

extension JSONWriter {
  /// The members of a summary.
  mutating func members(of summary: Summary) {
    member("files", summary.files)
    member("findings", summary.findings)
    for severity in Severity.allCases {
      key(named: severity.rawValue)
      value(summary.count(of: severity))
    }
  }

  fileprivate mutating func value(_ file: FileReport) {
    beginObject()
    member("path", file.path)
    key("findings")
    beginArray()
    for reported in file.findings {
      beginObject()
      members(of: reported)
      endObject()
    }
    endArray()
    if file.isOtherLanguage { member("note", otherLanguageNote) }
    endObject()
  }

  /// The members of a finding.
  mutating func members(of reported: ReportedFinding) {
    let finding = reported.finding
    member("rule", finding.rule)
    member("name", finding.name)
    member("severity", finding.severity.rawValue)
    member("start", finding.range.lowerBound)
    member("end", finding.range.upperBound)
    member("line", reported.place.line)
    member("column", reported.place.column)
    member("endLine", reported.place.endLine)
    member("endColumn", reported.place.endColumn)
    member("message", finding.message)
    member("fingerprint", reported.fingerprint)
    key("related")
    beginArray()
    for (related, place) in zip(finding.related, reported.related) {
      beginObject()
      if let path = related.draft { member("path", path) }
      member("start", related.range.lowerBound)
      member("end", related.range.upperBound)
      member("line", place.line)
      member("column", place.column)
      member("message", related.message)
      endObject()
    }
    endArray()
    key("fixes")
    value(finding.fixes)
  }
}

/// What every report says of a draft in which nothing was looked for.
let otherLanguageNote = "most of it is not in English; it was left alone"

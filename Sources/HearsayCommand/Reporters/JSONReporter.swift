import HearsayCore
import JSON
import Workspace

/// The report of a whole run as one JSON object, without a line break at its end.
///
/// - Parameter problems: inputs that could not be used, with their paths, in the order of the paths.
func jsonReport(_ files: [FileReport], problems: [(path: String, problem: Problem)], _ summary: Summary) -> [UInt8] {
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
  for file in files { writer.value(file) }
  writer.endArray()
  writer.key("problems")
  writer.beginArray()
  for (path, problem) in problems {
    writer.beginObject()
    writer.member("path", path)
    writer.member("message", problem.message)
    writer.endObject()
  }
  writer.endArray()
  writer.key("summary")
  writer.beginObject()
  writer.member("files", summary.files)
  writer.member("findings", summary.findings)
  for severity in Severity.allCases { writer.member(severity.rawValue, summary.count(of: severity)) }
  writer.endObject()
  writer.endObject()
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func value(_ file: FileReport) {
    beginObject()
    member("path", file.path)
    key("findings")
    beginArray()
    for reported in file.findings { value(reported) }
    endArray()
    if file.isOtherLanguage { member("note", otherLanguageNote) }
    endObject()
  }

  private mutating func value(_ reported: ReportedFinding) {
    let finding = reported.finding
    beginObject()
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
    endObject()
  }
}

/// What every report says of a draft in which nothing was looked for.
let otherLanguageNote = "most of it is not in English; it was left alone"

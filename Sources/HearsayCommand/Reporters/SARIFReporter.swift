import HearsayCore
import JSON
import Workspace

/// The report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).
///
/// Paths are relative to the working folder (`%SRCROOT%`), columns count Unicode scalars or UTF-16 units and
/// `columnKind` says which. SARIF knows no columns in bytes: scalars stand in for them.
func sarifReport(_ report: LintReport, _ style: ReportStyle, _ take: ([UInt8]) -> Void) {
  let columns = style.sarifColumns
  let rules = rulesFound(in: report)
  var writer = JSONWriter()
  writer.beginObject()
  writer.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json")
  writer.member("version", "2.1.0")
  writer.array("runs") { writer in
    writer.beginObject()
    writer.object("tool") { $0.object("driver") { $0.driver(rules) } }
    writer.member("columnKind", columns == .utf16 ? "utf16CodeUnits" : "unicodeCodePoints")
    writer.array("invocations") { $0.invocation(report.unusable) }
    writer.array("results") { writer in
      for draft in report.drafts {
        writer.results(of: draft, rules, columns, isInBytes: style.columns == .bytes)
        writer.handOver(take)
      }
    }
    writer.endObject()
  }
  writer.endObject()
  take(writer.takeBytes())
}

/// The rules that found something, by id.
func rulesFound(in report: LintReport) -> [Rule] {
  let found = Set(report.drafts.flatMap { $0.report.findings.map(\.finding.rule) })
  return Rule.all.filter { found.contains($0.id) }
}

extension JSONWriter {
  private mutating func text(_ key: StaticString, _ text: String) { object(key) { $0.member("text", text) } }

  fileprivate mutating func driver(_ rules: [Rule]) {
    member("name", Version.name)
    member("version", Version.number)
    member("semanticVersion", Version.number)
    array("rules") { writer in
      for rule in rules {
        writer.beginObject()
        writer.member("id", rule.id)
        writer.member("name", rule.name)
        writer.text("shortDescription", rule.summary)
        writer.text("fullDescription", "\(rule.summary) \(rule.why)")
        writer.object("help") { writer in
          writer.member("text", "\(rule.why)\n\nStandards: \(rule.standard)")
          writer.member("markdown", "\(markdownEscaped(rule.why))\n\nStandards: \(markdownEscaped(rule.standard))")
        }
        writer.object("defaultConfiguration") { $0.member("level", sarifLevel(rule.severity)) }
        writer.endObject()
      }
    }
  }

  fileprivate mutating func invocation(_ unusable: [UnusableInput]) {
    beginObject()
    key("executionSuccessful")
    value(unusable.isEmpty)
    array("toolExecutionNotifications") { writer in
      for input in unusable {
        writer.beginObject()
        writer.text("message", "\(input.problem.message); \(input.problem.remedy)")
        writer.member("level", "error")
        writer.array("locations") { writer in
          writer.beginObject()
          writer.object("physicalLocation") { $0.artifact(input.path) }
          writer.endObject()
        }
        writer.endObject()
      }
    }
    endObject()
  }

  fileprivate mutating func results(
    of draft: LintedDraft, _ rules: [Rule], _ columns: ColumnUnit, isInBytes: Bool
  ) {
    let findings = draft.report.findings
    let ranges = findings.flatMap { reported in
      [reported.finding.range] + reported.finding.related.filter { $0.draft == nil }.map(\.range)
        + reported.finding.fixes.flatMap { $0.edits.map(\.range) }
    }
    var places = draft.places(of: ranges, columns)[...]
    // Another draft's columns are known in the unit of the run alone.
    func elsewhere(_ place: Place) -> Place? { isInBytes ? nil : place }
    for reported in findings {
      let finding = reported.finding
      beginObject()
      member("ruleId", finding.rule)
      if let index = rules.firstIndex(where: { $0.id == finding.rule }) { member("ruleIndex", index) }
      member("level", sarifLevel(finding.severity))
      text("message", finding.message)
      array("locations") { writer in
        writer.beginObject()
        writer.physicalLocation(draft.path, places.popFirst())
        writer.endObject()
      }
      object("partialFingerprints") { writer in
        writer.key(named: "\(program)/v1")
        writer.value(reported.fingerprint)
      }
      if !finding.related.isEmpty {
        array("relatedLocations") { writer in
          for (index, related) in finding.related.enumerated() {
            writer.beginObject()
            writer.member("id", index + 1)
            writer.text("message", related.message)
            let place = related.draft == nil ? places.popFirst() : elsewhere(reported.related[index])
            writer.physicalLocation(related.draft ?? draft.path, place)
            writer.endObject()
          }
        }
      }
      if !finding.fixes.isEmpty {
        array("fixes") { writer in
          for fix in finding.fixes { writer.value(fix, draft.path, &places) }
        }
      }
      endObject()
    }
  }

  private mutating func value(_ fix: Fix, _ path: String, _ places: inout ArraySlice<Place>) {
    beginObject()
    text("description", fix.title)
    array("artifactChanges") { writer in
      writer.beginObject()
      writer.artifact(path)
      writer.array("replacements") { writer in
        for edit in fix.edits {
          writer.beginObject()
          writer.region("deletedRegion", places.popFirst())
          writer.text("insertedContent", edit.newText)
          writer.endObject()
        }
      }
      writer.endObject()
    }
    endObject()
  }

  private mutating func physicalLocation(_ path: String, _ place: Place?) {
    object("physicalLocation") { writer in
      writer.artifact(path)
      writer.region("region", place)
    }
  }

  fileprivate mutating func artifact(_ path: String) {
    object("artifactLocation") { writer in
      writer.member("uri", address(ofPath: path))
      if path.utf8.first != UInt8(ascii: "/") { writer.member("uriBaseId", "%SRCROOT%") }
    }
  }

  private mutating func region(_ key: StaticString, _ place: Place?) {
    guard let place else { return }
    object(key) { writer in
      writer.member("startLine", place.line)
      writer.member("startColumn", place.column)
      writer.member("endLine", place.endLine)
      writer.member("endColumn", place.endColumn)
    }
  }
}

private func sarifLevel(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .information, .hint: "note"
  }
}

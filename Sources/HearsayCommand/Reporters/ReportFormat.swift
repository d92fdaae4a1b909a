/// How reports are written.
enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown

  /// Whether people read it, on a terminal or a page, so that tables and explanations may follow the findings.
  var isForPeople: Bool { self == .text || self == .concise || self == .markdown }

  /// The whole report, as the bytes of a file.
  func written(_ report: LintReport, _ style: ReportStyle) -> [UInt8] {
    switch self {
    case .text: Array(textReport(report, style).utf8)
    case .concise: Array(conciseReport(report, style).utf8)
    case .json: withoutControls(jsonReport(report)) + [0x0A]
    case .jsonl: withoutControls(jsonLinesReport(report))
    case .sarif: withoutControls(sarifReport(report, style)) + [0x0A]
    case .github: Array(githubReport(report).utf8)
    case .gitlab: withoutControls(gitlabReport(report)) + [0x0A]
    case .junit: Array(junitReport(report, style).utf8)
    case .checkstyle: Array(checkstyleReport(report).utf8)
    case .rdjson: withoutControls(rdjsonReport(report)) + [0x0A]
    case .markdown: Array(markdownReport(report, style).utf8)
    }
  }
}

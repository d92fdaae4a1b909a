import JSON

/// How reports are written.
enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown

  /// Whether people read it, on a terminal or a page, so that tables and explanations may follow the findings.
  var isForPeople: Bool { self == .text || self == .concise || self == .markdown }

  /// Hands over the whole report, piece by piece: that of thousands of drafts is never held whole where it is long.
  func write(_ report: LintReport, _ style: ReportStyle, _ take: ([UInt8]) -> Void) {
    func takeJSON(_ bytes: [UInt8]) { take(withoutControls(bytes)) }
    switch self {
    case .text: textReport(report, style) { take(Array($0.utf8)) }
    case .concise: conciseReport(report, style) { take(Array($0.utf8)) }
    case .json:
      jsonReport(report, takeJSON)
      take([0x0A])
    case .jsonl: jsonLinesReport(report, takeJSON)
    case .sarif:
      sarifReport(report, style, takeJSON)
      take([0x0A])
    case .github: take(Array(githubReport(report).utf8))
    case .gitlab: take(withoutControls(gitlabReport(report)) + [0x0A])
    case .junit: take(Array(junitReport(report, style).utf8))
    case .checkstyle: take(Array(checkstyleReport(report).utf8))
    case .rdjson: take(withoutControls(rdjsonReport(report)) + [0x0A])
    case .markdown: take(Array(markdownReport(report, style).utf8))
    }
  }

  /// The whole report, as the bytes of a file.
  func written(_ report: LintReport, _ style: ReportStyle) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report, style) { bytes += $0 }
    return bytes
  }
}

extension JSONWriter {
  /// Hands over what was written where it has become long; a piece ends between two values.
  mutating func handOver(_ take: ([UInt8]) -> Void) {
    if bytes.count >= 1 << 16 { take(takeBytes()) }
  }
}

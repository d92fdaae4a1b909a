import JSON

/// How reports are written.
enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown

  /// Whether people read it, on a terminal or a page, so that tables and explanations may follow the findings.
  var isForPeople: Bool { self == .text || self == .concise || self == .markdown }

  /// Hands over the whole report, piece by piece: that of thousands of drafts is never held whole.
  func write(_ report: LintReport, _ style: ReportStyle, _ take: ([UInt8]) -> Void) {
    func takeJSON(_ bytes: [UInt8]) { take(withoutControls(bytes)) }
    func takeText(_ text: String) { take(Array(text.utf8)) }
    switch self {
    case .text: textReport(report, style, takeText)
    case .concise: conciseReport(report, style, takeText)
    case .json:
      jsonReport(report, takeJSON)
      take([0x0A])
    case .jsonl: jsonLinesReport(report, takeJSON)
    case .sarif:
      sarifReport(report, style, takeJSON)
      take([0x0A])
    case .github: githubReport(report, takeText)
    case .gitlab:
      gitlabReport(report, takeJSON)
      take([0x0A])
    case .junit: junitReport(report, style, takeText)
    case .checkstyle: checkstyleReport(report, takeText)
    case .rdjson:
      rdjsonReport(report, takeJSON)
      take([0x0A])
    case .markdown: markdownReport(report, style, takeText)
    }
  }

  /// The whole report, as the bytes of a file.
  func written(_ report: LintReport, _ style: ReportStyle) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report, style) { bytes += $0 }
    return bytes
  }
}

/// From so many bytes on a piece of a report is handed over.
let longPiece = 1 << 16

extension JSONWriter {
  /// A member that is an object.
  mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    beginObject()
    members(&self)
    endObject()
  }

  /// A member that is an array.
  mutating func array(_ key: StaticString, _ elements: (inout JSONWriter) -> Void) {
    self.key(key)
    beginArray()
    elements(&self)
    endArray()
  }

  /// Hands over what was written where it has become long; a piece ends between two values.
  mutating func handOver(_ take: ([UInt8]) -> Void) {
    if count >= longPiece { take(takeBytes()) }
  }
}

import HearsayCore
import ProseText

/// The unit in which reports count columns, from 1.
enum ColumnUnit: String, Sendable, CaseIterable {
  case scalars, bytes, utf16

  var encoding: PositionEncoding {
    switch self {
    case .scalars: .utf32
    case .bytes: .utf8
    case .utf16: .utf16
    }
  }
}

/// A range with its ends as line and column, both from 1.
struct Place: Sendable, Equatable {
  var range: Range<Int>
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int
}

/// A finding as a report shows it.
struct ReportedFinding: Sendable, Equatable {
  var finding: Finding
  var place: Place
  /// One for each of the finding's related places.
  var related: [Place]
  var fingerprint: String
}

/// What a run says of one draft.
struct FileReport: Sendable, Equatable {
  var path: String
  var findings: [ReportedFinding]
  /// Whether the draft was left alone because it is not in English.
  var isOtherLanguage: Bool

  /// The report of an analysis, for the findings that `isReported` lets through.
  init(_ analysis: Analysis, path: String, columns: ColumnUnit, isReported: (Finding) -> Bool = { _ in true }) {
    self.init(analysis.findings, in: analysis.text, path: path, columns: columns, isReported: isReported)
    isOtherLanguage = analysis.isOtherLanguage
  }

  /// The report of findings in a text.
  ///
  /// - Parameter elsewhere: says where a related place in another draft stands.
  init(
    _ findings: [Finding], in text: SourceText, path: String, columns: ColumnUnit,
    elsewhere: (Related) -> Place? = { _ in nil }, isReported: (Finding) -> Bool
  ) {
    let findings = findings.filter { isReported($0) }
    let fingerprints = fingerprints(of: findings, in: text, path: path)
    let ranges = findings.flatMap { [$0.range] + $0.related.map { $0.draft == nil ? $0.range : 0..<0 } }
    var places = places(of: ranges, in: text, columns)[...]
    self.path = path
    isOtherLanguage = false
    self.findings = zip(findings, fingerprints).map { finding, fingerprint in
      let own = places.prefix(1 + finding.related.count)
      places = places.dropFirst(own.count)
      let related = zip(finding.related, own.dropFirst()).map { related, place in
        related.draft == nil ? place : elsewhere(related) ?? place
      }
      return ReportedFinding(
        finding: finding, place: own[own.startIndex], related: related, fingerprint: fingerprint)
    }
  }
}

/// The place of each range, found in one forward pass over the text.
func places(of ranges: [Range<Int>], in text: SourceText, _ columns: ColumnUnit) -> [Place] {
  let offsets = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
  var cursor = PositionCursor(text, columns.encoding)
  var positions: [Int: Position] = [:]
  for offset in offsets { positions[offset] = cursor.position(of: offset) }
  let origin = Position(line: 0, character: 0)
  return ranges.map { range in
    let start = positions[range.lowerBound] ?? origin
    let end = positions[range.upperBound] ?? origin
    return Place(
      range: range, line: start.line + 1, column: start.character + 1, endLine: end.line + 1,
      endColumn: end.character + 1)
  }
}

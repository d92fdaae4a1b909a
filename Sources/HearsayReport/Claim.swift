import HearsayCore
import ProseText

/// One item of the page's list: a figure that somebody has to answer for, or other words that a finding marks.
struct Claim: Sendable {
  /// How well it stands, which decides how it is drawn.
  enum Tone: String, Sendable {
    case bad, thin, fine, other
  }

  /// The words that are marked in the draft.
  var range: Range<Int>
  /// Index into the analysis's figures.
  var figure: Int?
  /// Indices into the draft's findings.
  var findings: [Int] = []
  /// Line and column, both from 1, as the linter counts them.
  var line = 1
  var column = 1

  /// The claims of a draft, in the order of the text.
  static func all(in draft: ReportedDraft) -> [Claim] {
    let analysis = draft.analysis
    var claims: [Claim] = []
    var byRange: [Range<Int>: Int] = [:]
    for (index, figure) in analysis.figures.enumerated() where isAsked(figure, in: analysis) {
      byRange[figure.range] = claims.count
      claims.append(Claim(range: figure.range, figure: index))
    }
    let figures = FigurePlaces(analysis.figures)
    for (index, finding) in draft.findings.enumerated() {
      // A finding that begins with its figure ("12,400 passengers") speaks of it; other words stand for themselves ("one islander").
      let figure = figures.figure(startingAt: finding.range.lowerBound).flatMap { index in
        byRange[analysis.figures[index].range] != nil || analysis.figures[index].range == finding.range ? index : nil
      }
      let range = figure.map { analysis.figures[$0].range } ?? finding.range
      let place = byRange[range] ?? claims.count
      if place == claims.count {
        byRange[range] = place
        claims.append(Claim(range: range, figure: figure))
      }
      claims[place].findings.append(index)
    }
    claims.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var cursor = PositionCursor(analysis.text, .utf32)
    for index in claims.indices {
      let place = cursor.position(of: claims[index].range.lowerBound)
      (claims[index].line, claims[index].column) = (place.line + 1, place.character + 1)
    }
    return claims
  }

  /// Whether somebody has to answer for a figure: in tables, headings and quotations only where somebody does.
  private static func isAsked(_ figure: Figure, in analysis: Analysis) -> Bool {
    guard figure.exemption == nil, figure.support.status != .exempt else { return false }
    switch analysis.blocks[figure.block].kind {
    case .paragraph, .listItem: return true
    default: return figure.support.status != .none
    }
  }

  /// The support of its figure; nil for other words.
  func status(in analysis: Analysis) -> SupportStatus? { figure.map { analysis.figures[$0].support.status } }

  func tone(in draft: ReportedDraft) -> Tone {
    let isMarkedBadly = findings.contains { draft.findings[$0].severity <= .warning }
    switch status(in: draft.analysis) {
    // What no rule asks about is no alarm.
    case .some(.none), .hedgeOnly: return findings.isEmpty ? .other : .bad
    case .weak, .late: return .thin
    case nil, .exempt: return .other
    case .selfMeasured, .cited, .inSentence, .ledger, .derived, .carried: return isMarkedBadly ? .thin : .fine
    }
  }
}

/// Figures by the byte that they begin at.
private struct FigurePlaces {
  private var starts: [Int: Int] = [:]

  init(_ figures: [Figure]) {
    for (index, figure) in figures.enumerated() where starts[figure.range.lowerBound] == nil {
      starts[figure.range.lowerBound] = index
    }
  }

  func figure(startingAt offset: Int) -> Int? { starts[offset] }
}

import HearsayCore
import ProseText

/// What a word of a draft is to the one who reads it, as editors colour it: the standard names, since themes know no others.
enum SemanticKind: UInt8, CaseIterable, Sendable {
  case quotation = 1, source, cue, hedge, figure

  var name: String {
    switch self {
    case .quotation: "string"
    case .source: "class"
    case .cue: "keyword"
    case .hedge: "modifier"
    case .figure: "number"
    }
  }

  /// The names in the order of the numbers that stand for them.
  static let legend = allCases.map(\.name)
}

extension Analysis {
  /// The parts of a draft that are coloured, in order, none over another and none over a line's end.
  func semanticRuns(in shown: Range<Int>) -> [(range: Range<Int>, kind: SemanticKind)] {
    var paint = [UInt8](repeating: 0, count: shown.count)
    func put(_ range: Range<Int>, _ kind: SemanticKind) {
      for offset in range.clamped(to: shown) { paint[offset - shown.lowerBound] = kind.rawValue }
    }
    for quote in quotes where quote.kind == .quotation || quote.kind == .fragment { put(quote.range, .quotation) }
    for attribution in attributions {
      for range in attribution.source { put(range, .source) }
      for range in attribution.cue { put(range, attribution.strength == .none ? .hedge : .cue) }
    }
    for figure in figures where figure.exemption == nil { put(figure.range, .figure) }
    var runs: [(range: Range<Int>, kind: SemanticKind)] = []
    var start = 0
    while start < paint.count {
      let value = paint[start]
      var end = start
      while end < paint.count, paint[end] == value, !isLineEnd(end + shown.lowerBound) { end += 1 }
      if end > start, let kind = SemanticKind(rawValue: value) {
        runs.append((start + shown.lowerBound..<end + shown.lowerBound, kind))
      }
      start = max(end, start + 1)
    }
    return runs
  }

  private func isLineEnd(_ offset: Int) -> Bool { text.bytes[offset] == 0x0A || text.bytes[offset] == 0x0D }
}

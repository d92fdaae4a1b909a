import HearsayCore
import ProseText

extension Analysis {
  /// The figures that somebody has to answer for, in the order of the text.
  var claims: [Int] {
    figures.indices.filter { index in
      guard figures[index].exemption == nil, blocks.indices.contains(figures[index].block) else { return false }
      return blocks[figures[index].block].kind.isProse
    }
  }

  /// A figure with the noun behind it that it counts.
  func phrase(of figure: Figure) -> Range<Int> {
    guard let counted = figure.counted, counted.upperBound > figure.range.upperBound,
      counted.upperBound - figure.range.upperBound < 60
    else { return figure.range }
    return figure.range.lowerBound..<counted.upperBound
  }

  /// The words of a range as a line of a list shows them; never empty.
  func label(_ range: Range<Int>) -> String {
    let words = shownOnOneLine(text.string(range), limit: 80)
    return words.contains { !$0.isWhitespace } ? words : "–"
  }
}

extension SupportStatus {
  /// How a figure is supported, in a word or two.
  var words: String {
    switch self {
    case .exempt: "needs no source"
    case .selfMeasured: "the writer’s own"
    case .cited: "cited"
    case .inSentence: "attributed"
    case .ledger: "in the ledger"
    case .derived: "derived"
    case .carried: "attributed before"
    case .late: "attributed after"
    case .weak: "weakly attributed"
    case .hedgeOnly: "hedged only"
    case .none: "no source"
    }
  }
}

import ProseText

// Figures that say one thing twice: items of a list, an amount restated, an amount that has its source elsewhere in the draft.
extension Draft {
  /// Whether two figures are items of one list in a sentence, counting the same: "won 60 seats, 54 and 17". One source serves all.
  func isOneList(_ first: DraftFigure, _ second: DraftFigure) -> Bool {
    guard first.block == second.block, first.quantity.sentence == second.quantity.sentence,
      first.quantity.terms.upperBound <= second.quantity.terms.lowerBound
    else { return false }
    let passage = blocks[first.block].passage
    let between = first.quantity.terms.upperBound..<second.quantity.terms.lowerBound
    if passage.isRestated(between) { return true }
    guard first.quantity.kind == second.quantity.kind else { return false }
    // "$8,000 or €7,000": one amount twice.
    if second.quantity.kind == .currency, between.count == 1, passage.word(between.lowerBound) == .or { return true }
    guard first.quantity.unit == second.quantity.unit else { return false }
    let isSame =
      second.quantity.counted == nil && second.quantity.unit == nil
      || first.quantity.counted.map { passage.terms[$0].key } == second.quantity.counted.map { passage.terms[$0].key }
    // "40 Valian and 12 Dornish mills"
    if second.quantity.kind == .count, between.count < 5, !between.isEmpty,
      between.allSatisfy({
        passage.isComma($0) || passage.word($0) == .and || passage.terms[$0].tag.isAdjective || passage.terms[$0].isName
      })
    {
      return true
    }
    guard isSame, second.quantity.kind == .count, between.count < 12 else { return false }
    return between.contains { passage.isComma($0) || passage.word($0) == .and }
      && !between.contains {
        passage.terms[$0].tag.isFiniteVerb || passage.terms[$0].has([.auxiliary, .casualty, .relative])
      }
  }

  /// Whether one source would answer for both of two unsourced figures: they stand in one sentence and are of kindred sorts, or
  /// the second sentence carries on from the first by "This" or "of them".
  func isOneClaim(_ first: DraftFigure, _ second: DraftFigure) -> Bool {
    guard first.block == second.block else { return false }
    let passage = blocks[first.block].passage
    if first.quantity.sentence == second.quantity.sentence {
      return isOwnAccount
        || first.quantity.kind.isKindred(second.quantity.kind) && !startsClause(between: first, second, passage)
    }
    guard second.quantity.sentence == first.quantity.sentence + 1,
      let opener = passage.sentences[second.quantity.sentence].tokens.first(where: { passage.terms[$0].isWord })
    else { return false }
    // "About 1,300 of these"
    let next = second.quantity.terms.upperBound
    if passage.word(next) == .of, passage.word(next + 1) == .them || passage.has(next + 1, .demonstrative) {
      return true
    }
    guard passage.has(opener, .demonstrative) else { return false }
    return passage.terms[opener + 1].tag.isFiniteVerb || passage.has(opener + 1, .auxiliary)
      || passage.terms[opener + 1].forms.contains(.third)
  }

  /// Terms between two figures of one claim.
  private static let longestClaim = 60

  /// "sold 1,200 mills and bought 74": a second predicate stands between two figures, and may have a source of its own.
  private func startsClause(between first: DraftFigure, _ second: DraftFigure, _ passage: Passage) -> Bool {
    let between =
      first.quantity.terms
      .upperBound..<max(
        first.quantity.terms.upperBound, second.quantity.terms.lowerBound)
    if between.count > Self.longestClaim { return true }
    guard between.contains(where: { passage.has($0, [.conjunction, .subordinator]) || passage.isMark($0, 0x3B) }) else {
      return false
    }
    return between.contains {
      // "killed five and wounded 110" is one toll.
      (passage.terms[$0].tag.isFiniteVerb || passage.has($0, .auxiliary)) && !passage.has($0, .casualty)
    }
  }

  /// What a figure states, to be compared with others; nil where it names neither a unit nor what it counts.
  func amount(_ figure: DraftFigure) -> Amount? {
    let quantity = figure.quantity
    guard quantity.counted != nil || quantity.unit != nil else { return nil }
    return Amount(
      low: quantity.low, high: quantity.high, kind: quantity.kind, unit: quantity.unit,
      counted: quantity.counted.map { blocks[figure.block].passage.terms[$0].key })
  }
}

extension FigureKind {
  /// A count and its share come from one table, as do counts and measures; money and measured change have tables of their own.
  fileprivate func isKindred(_ other: FigureKind) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.currency, _), (_, .currency), (.measure, .percent), (.percent, .measure), (.measure, .ratio),
      (.ratio, .measure):
      return false
    default: return true
    }
  }
}

/// The same amount of the same thing, wherever it stands.
struct Amount: Hashable {
  var low: Double?
  var high: Double?
  var kind: FigureKind
  var unit: String?
  /// Key of the noun that is counted.
  var counted: UInt64?
}

extension Passage {
  /// "half (43%)", "6 million a year — that’s more than 16,000 a day": what lies between says the same again.
  fileprivate func isRestated(_ between: Range<Int>) -> Bool {
    if between.count == 1 || between.count == 2 && has(between.upperBound - 1, .approximator) {
      return isMark(between.lowerBound, 0x28)
    }
    // "more than half of the members, at 50.8 percent"
    if between.count < 14, word(between.upperBound - 1) == .at, isComma(between.upperBound - 2) { return true }
    guard between.count < 14, let dash = between.first(where: { isDash($0) }) else { return false }
    return has(dash + 1, .demonstrative) && (has(dash + 2, .be) || word(dash + 2) == .clitic)
  }
}

import ProseText

extension Passage {
  /// "scored 31 points and grabbed 12 rebounds": what the game's own sheet says, which everybody present saw counted.
  func isPlayed(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    let noun: Int
    switch quantity.kind {
    case .count:
      guard let counted = countedNoun(after: quantity) else { return false }
      noun = counted
    // The unit itself.
    case .measure, .percentagePoints: noun = next - 1
    default: return false
    }
    guard !quantity.hasScale, quantity.high.map({ $0 < 1000 }) == true else { return false }
    let key = terms[noun].key
    // "home runs", "free throws", "field goals"
    let isField = Self.scores.contains(key) && Self.fields.contains(terms[noun - 1].key)
    if Self.plays.contains(key) || isField { return true }
    guard Self.scores.contains(key), !isCompared(noun + 1) else { return false }
    let clause = clause(of: quantity)
    return (clause.lowerBound..<quantity.terms.lowerBound).contains { at in
      guard Self.scoring.contains(terms[at].key), terms[at].tag.isVerb || terms[at].tag.isParticiple else {
        return false
      }
      // "rushed for" is of a game, "rushed" alone of anything.
      return !Self.moving.contains(terms[at].key) || word(at + 1) == .for
    }
  }

  /// "scored 31 points higher", "12 points more than": a difference that somebody worked out.
  private func isCompared(_ index: Int) -> Bool {
    guard terms.indices.contains(index) else { return false }
    return terms[index].tag == .comparativeAdjective || terms[index].tag == .comparativeAdverb || word(index) == .than
  }

  private static let plays = WordKeys([
    "rebounds", "touchdowns", "wickets", "birdies", "bogeys", "strikeouts", "turnovers", "interceptions", "homers",
  ])
  private static let fields = WordKeys(["home", "free", "field", "penalty", "league"])
  private static let scores = WordKeys([
    "points", "goals", "runs", "tries", "assists", "yards", "throws", "conversions", "penalties", "baskets", "saves",
  ])
  private static let scoring = WordKeys([
    "scored", "score", "scores", "scoring", "netted", "netting", "conceded", "conceding", "concedes", "kicked",
    "kicking",
    "converted", "threw", "throwing", "rushed", "rushing", "passed", "passing", "ran", "running",
  ])
  private static let moving = WordKeys([
    "threw", "throwing", "rushed", "rushing", "passed", "passing", "ran", "running",
  ])
}

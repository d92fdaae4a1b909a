import ProseText

extension Passage {
  /// "must carry loads of at least 40 kg", "the cut-off is 130 mph", "640 delegates are needed to win": set by rule.
  func isDefinition(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure || quantity.kind == .percent || quantity.kind == .count || quantity.kind == .ratio
    else { return false }
    let clause = clause(of: quantity)
    let sentence = independentClause(of: quantity)
    let isBallot = sentence.contains { terms[$0].has(.contest) || Self.ballots.contains(terms[$0].key) }
    return sentence.contains { index in
      let term = terms[index]
      if Self.limits.contains(term.key), term.tag.isNoun || term.tag.isParticiple || term.tag.isVerb { return true }
      if term.key == Self.cut, isMark(index + 1, 0x2D), terms[index + 2].key == Self.off { return true }
      // What a project needs is somebody's estimate; what a vote needs is its rule.
      // "needs a clear majority of 61"
      if isBallot, Self.needs.contains(term.key), word(quantity.terms.lowerBound - 1) == .of,
        word(quantity.terms.lowerBound - 2) == .majority
      {
        return true
      }
      if isBallot, Self.conditions.contains(term.key), clause.contains(index) {
        return word(index + 1) == .to || word(index + 1) == .for || isMark(index + 1, 0x2E)
      }
      // "need 15 percent to qualify", "needs 2 percent in polls to be invited"
      if Self.needs.contains(term.key), index < quantity.terms.lowerBound, clause.contains(index),
        (quantity.terms.upperBound..<clause.upperBound).contains(where: { isAdmission($0) })
      {
        return true
      }
      // "the rule requires support of 15 percent"
      if Self.requires.contains(term.key), index < quantity.terms.lowerBound,
        (max(clause.lowerBound, index - 3)..<max(clause.lowerBound, index)).contains(where: {
          Self.rules.contains(terms[$0].key)
        })
      {
        return true
      }
      // "has to be ratified by two thirds", "must carry at least 40 kg"
      let obliges = term.word == .must || word(index) == .to && has(index - 1, .auxiliary) && terms[index + 1].has(.be)
      return obliges && (index < quantity.terms.lowerBound || quantity.kind == .ratio)
    }
  }

  /// "to qualify", "to be included"
  private func isAdmission(_ index: Int) -> Bool {
    guard word(index) == .to else { return false }
    return Self.admissions.contains(terms[index + (has(index + 1, .be) ? 2 : 1)].key)
  }

  private static let needs = WordKeys(["needs", "need", "needed", "requires", "require", "required"])
  private static let requires = WordKeys(["requires", "require", "required", "demands", "prescribes", "sets", "caps"])
  private static let rules = WordKeys([
    "rule", "rules", "law", "laws", "statute", "statutes", "charter", "constitution", "bylaws", "regulation",
    "regulations",
    "treaty", "code",
  ])
  private static let conditions = WordKeys(["needed", "required", "necessary"])
  private static let cut = foldedKey("cut")
  private static let off = foldedKey("off")
  private static let ballots = foldedKeys(
    "majority delegates seats votes signatures nomination ballot electors candidates")
  private static let limits = foldedKeys(
    "cutoff threshold thresholds defined definition classified quorum criterion criteria")
  private static let admissions = WordKeys([
    "qualify", "enter", "advance", "pass", "included", "admitted", "invited", "eligible", "listed", "accepted",
  ])
}

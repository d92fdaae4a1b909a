import ProseText

extension Rule {
  static let percentWithoutBase = Rule(
    id: "HS104", name: "percent-without-base", severity: .warning,
    summary: "A change in percent needs from what, and since when.",
    why: """
      A rise of 300% may be from 1 to 4 or from a million to four. Give the values before and after, or at least the period, so that \
      readers can judge the size.
      """,
    standard:
      "Royal Statistical Society training for journalists, BBC reporting statistics, Making Sense of Statistics",
    flagged: [
      Example("Complaints jumped ⟦300%⟧."),
      Example("At the quay in Dorn, complaints jumped ⟦300%⟧."),
      Example("Crime has ⟦doubled⟧."),
      Example("Profits are up by ⟦a third⟧."),
      Example("The share fell ⟦12 percent⟧."),
      Example("Orders have leapt by ⟦350 percent⟧."),
      Example("The kiln has cut waste by ⟦a fifth⟧."),
      Example("Burglaries, on the other hand, went up ⟦35%⟧, the council said."),
      Example("The board reported a ⟦60%⟧ increase in complaints."),
      Example("Thefts fell ⟦12 percent⟧ last week, police in Marn said."),
    ],
    clean: [
      Example("Complaints rose 300%, from 4 to 16 a month."),
      Example("Rents rose 4% in the year to May."),
      Example("The union got a pay rise of 4.5 percent."),
      Example("Sixty percent of the country’s fruit passes through the port."),
      Example("The bond lost 4 percent on Friday from Thursday’s close."),
      Example("The ferry line raised fares by 5 percent."),
      Example("The stock jumped 40 percent in early trading."),
      Example("Complaints rose by a third to 40 a month."),
      Example("Shares of Vale Mills closed at $14.20 on Friday, down 3.1 percent."),
      Example("The council doubled down on its plan."),
      Example("Please double the dose."),
      Example("The council plans to cut emissions by 40 percent."),
      Example("In 2019 the yard had 30 complaints. They have doubled."),
      Example("The penalty doubles after each lapse."),
      Example("“Complaints jumped 300%,” said Ida Brandt."),
      Example("Ferries make up 5 percent of the traffic."),
      Example("Milk output fell 4 percent between 2015 and 2020."),
      Example("The economy grows by 3 percent a year."),
      Example("The chart puts nine tides in the lower half and six ebbs in the top half."),
    ], reach: .block
  ) { draft, report in
    for measured in draft.measuredChanges() where lacksBase(measured, draft) {
      let block = draft.blocks[measured.block]
      let range = block.absolute(measured.amount.range)
      let scope = block.facts.scopes[measured.change.sentence]
      let clause = clause(measured, draft)
      let message =
        scope.contains(.shortPeriod)
        ? "“\(clause)” does not say from what level." : "“\(clause)” does not say from what level or since when."
      report.add(
        range, message,
        fixes: [
          draft.insertion(after: range, " [from what?]", title: "Mark “\(draft.string(range))” with [from what?]"),
          draft.insertion(after: range, " [since when?]", title: "Mark “\(draft.string(range))” with [since when?]"),
        ])
    }
  }

  /// The words from the one of change to the amount, whichever comes first.
  private static func clause(_ measured: MeasuredChange, _ draft: Draft) -> String {
    let block = draft.blocks[measured.block]
    let first = min(measured.change.cue, measured.amount.terms.lowerBound)
    let last = max(measured.change.cue + 1, measured.amount.terms.upperBound)
    return draft.excerpt(block.range(first..<last))
  }

  private static func lacksBase(_ measured: MeasuredChange, _ draft: Draft) -> Bool {
    let change = measured.change
    switch measured.amount.kind {
    case .percent, .ratio, .multiple: break
    default: return false
    }
    guard change.form != .comparison, change.from == nil, change.to == nil, !change.isExpected,
      change.direction == .rise || measured.amount.low ?? 0 <= 100 || measured.amount.kind != .percent
    else { return false }
    let facts = draft.blocks[measured.block].facts
    let passage = facts.passage
    if isPresentHabit(measured, passage) || isRisk(change, passage) || isRated(change, passage) { return false }
    if namesBase(measured, passage) || namesLevel(measured, facts) { return false }
    let scope = facts.scopes[change.sentence]
    if !scope.isDisjoint(with: [.base, .period, .rate]) { return false }
    if scope.contains(.shortPeriod), let subject = change.subject,
      ChangeWords.marketNouns.contains(passage.terms[subject].key)
    {
      return false
    }
    // The sentences before may have said when, the one behind may say from what.
    for near in max(0, change.sentence - 2)..<change.sentence
    where !facts.scopes[near].isDisjoint(with: [.base, .period]) { return false }
    let next = change.sentence + 1
    return !(facts.scopes.indices.contains(next) && facts.scopes[next].contains(.base))
  }

  /// "The penalty doubles after each lapse", "to double": what always happens has no period, and an act ("by doubling the credit") none.
  private static func isPresentHabit(_ measured: MeasuredChange, _ passage: Passage) -> Bool {
    guard measured.change.form == .verb else { return false }
    switch passage.terms[measured.change.cue].tag {
    case .baseVerb, .presentVerb, .thirdPersonVerb: return true
    case .presentParticiple: return measured.amount.kind == .multiple
    default: return false
    }
  }

  static func isRisk(_ change: Change, _ passage: Passage) -> Bool {
    change.subject.map { ChangeWords.riskNouns.contains(passage.terms[$0].key) } ?? false
  }

  /// "a pay rise of 4.5 percent", "a 5% tax cut", "raised fares by 5%": the noun says of what.
  private static func isRated(_ change: Change, _ passage: Passage) -> Bool {
    if change.form == .verb, let object = change.subject, object > change.cue {
      return ChangeWords.ratedNouns.contains(passage.terms[object].key)
    }
    guard change.form == .noun else { return false }
    return ChangeWords.ratedNouns.contains(passage.terms[change.cue - 1].key)
      || change.subject.map { ChangeWords.ratedNouns.contains(passage.terms[$0].key) } == true
  }

  /// "closed at $14.20, down 3.1 percent": with the level that was reached, what it was before can be worked out.
  private static func namesLevel(_ measured: MeasuredChange, _ facts: BlockFacts) -> Bool {
    let cue = measured.change.cue
    guard facts.passage.isComma(cue - 1) else { return false }
    return facts.quantities.contains { quantity in
      quantity.sentence == measured.change.sentence && quantity.terms.upperBound < cue
        && (quantity.kind == .currency || quantity.kind == .count)
        && facts.passage.word(quantity.terms.lowerBound - 1) == .at
    }
  }

  /// "from Monday’s close", "doubled to a hundred", "cut 5% of its staff", "doubled down".
  private static func namesBase(_ measured: MeasuredChange, _ passage: Passage) -> Bool {
    let end = measured.amount.terms.upperBound
    if passage.word(end) == .of || passage.terms[end].key == EndpointReader.down { return true }
    let tokens = passage.sentences[measured.change.sentence].tokens
    return (end..<max(end, min(tokens.upperBound, end + 16))).contains { at in
      passage.word(at) == .from || passage.word(at) == .to && passage.terms[at].tag != .to
    }
  }
}

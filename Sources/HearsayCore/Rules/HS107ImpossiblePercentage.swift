import ProseText

extension Rule {
  static let impossiblePercentage = Rule(
    id: "HS107", name: "impossible-percentage", severity: .error,
    summary: "No share is above 100 percent, and nothing falls by more than all of it.",
    why: """
      A fall of 100 percent leaves nothing, and all of a group are 100 percent of it. A higher number was computed on the wrong base, or \
      means something else: say what, or correct it.
      """,
    standard: "Royal Statistical Society training for journalists",
    flagged: [
      Example("Imports fell by ⟦110 percent⟧."),
      Example("⟦120%⟧ of respondents agreed."),
      Example("The tank is ⟦−5%⟧ full."),
      Example("Costs were cut by ⟦200%⟧."),
      Example("The depot reported a ⟦150 percent⟧ drop in breakdowns, its manager Ida Brandt said."),
      Example("Visits are down ⟦130%⟧ since May, according to the Marn Museum."),
    ],
    clean: [
      Example("Sales rose 250 percent."),
      Example("The fund is 104% subscribed."),
      Example("Occupancy reached 118% of planned capacity."),
      Example("He gave 110 percent, the coach said."),
      Example("Imports fell by 100 percent."),
      Example("Profit fell 120 percent to a loss of 3 million crowns."),
      Example("The debt is 140% of households’ yearly income."),
      Example("“Costs were cut by 200%,” said Ida Brandt."),
      Example("Rents are 150 percent of the 2010 level."),
    ], reach: .block
  ) { draft, report in
    for measured in draft.measuredChanges() {
      guard measured.change.direction == .fall, measured.amount.kind == .percent, measured.amount.low ?? 0 > 100,
        measured.change.form != .comparison,
        !canBeNegative(measured, draft)
      else { continue }
      let range = draft.blocks[measured.block].absolute(measured.amount.range)
      report.add(
        range, "A fall of \(draft.string(range)) is more than all there was.", fixes: reversedBase(measured, draft))
    }
    for figure in draft.readFigures where figure.quantity.kind == .percent && draft.isClaim(figure) {
      guard draft.isAsserted(figure.quantity, in: figure.block) else { continue }
      let range = draft.range(figure)
      if isShareOfPeople(figure, draft) {
        report.add(range, "No share of a group is above 100 percent, and this one is \(draft.string(range)).")
      } else if isNegativeShare(figure, draft) {
        report.add(range, "\(draft.string(range)) is less than nothing, and a share is not.")
      }
    }
  }

  /// Profits and temperatures fall through zero.
  private static func canBeNegative(_ measured: MeasuredChange, _ draft: Draft) -> Bool {
    let passage = draft.blocks[measured.block].passage
    let tokens = passage.sentences[measured.change.sentence].tokens
    let near = max(tokens.lowerBound, measured.change.cue - 12)..<min(tokens.upperBound, measured.change.cue + 12)
    return near.contains { ChangeWords.signedNouns.contains(passage.terms[$0].key) }
  }

  /// "fell by 200%" is often said for a fall to a third: the change seen from its end.
  private static func reversedBase(_ measured: MeasuredChange, _ draft: Draft) -> [Fix] {
    let facts = draft.blocks[measured.block].facts
    guard case .wrong(let value) = ChangeArithmetic(quantities: facts.quantities).outcome(measured.change) else {
      return []
    }
    let right = Numerals.decimal(value, places: measured.amount.places)
    return [
      draft.replacement(
        of: draft.numeral(of: measured.amount, in: measured.block), with: right,
        title: "Replace it with \(right) percent, which follows from the two values")
    ]
  }

  /// "120% of respondents": a group counted in heads, with no other group to be larger than.
  private static func isShareOfPeople(_ figure: DraftFigure, _ draft: Draft) -> Bool {
    let passage = draft.blocks[figure.block].passage
    let end = figure.quantity.terms.upperBound
    guard let low = figure.quantity.low, low > 100, passage.word(end) == .of, let counted = figure.quantity.counted,
      passage.terms[counted].has(.peopleNoun), passage.terms[counted].tag == .pluralNoun, counted - end <= 4,
      !passage.isPluralPossessive(counted + 1), passage.word(counted + 1) != .clitic
    else { return false }
    // "of the voters of 2019", "of those that it had" compare with another group.
    return !passage.has(counted + 1, [.preposition, .relative])
      && !(end..<counted).contains { passage.terms[$0].kind == .number }
  }

  /// "−5% full"
  private static func isNegativeShare(_ figure: DraftFigure, _ draft: Draft) -> Bool {
    guard let high = figure.quantity.high, high < 0 else { return false }
    let passage = draft.blocks[figure.block].passage
    return full.contains(passage.terms[figure.quantity.terms.upperBound].key)
  }

  private static let full = foldedKeys("full empty complete charged finished")
}

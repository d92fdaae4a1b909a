extension Rule {
  static let percentVsPoints = Rule(
    id: "HS106", name: "percent-vs-points", severity: .warning,
    summary: "The difference of two percentages is in percentage points.",
    why: """
      From 2% to 4% is two percentage points, or a doubling; it is not 2%. Write “percentage points” for the difference, or give the \
      relative change.
      """,
    standard: "Royal Statistical Society training for journalists, BBC reporting statistics, AP and Guardian style",
    flagged: [
      Example("The rate rose from 4% to 6%, an increase of ⟦2%⟧."),
      Example("VAT went up ⟦2.5%⟧ from 17.5% to 20%."),
      Example("Support slipped by ⟦3 percent⟧, from 41 percent to 38 percent."),
      Example("Turnout of 55% was ⟦5%⟧ higher than the 50% of 2016."),
      Example("The vacancy rate fell from 12 to 9 percent, down ⟦3 percent⟧, the housing office said."),
      Example("Approval climbed to 48 percent from 44 percent, or ⟦4 percent⟧, Varn Research found."),
      Example("The bank raised its rate by ⟦0.25 percent⟧, from 5 percent to 5.25 percent."),
    ],
    clean: [
      Example("The rate rose by 2 percentage points, from 4% to 6%."),
      Example("Sales rose from 200 to 220, or 10%."),
      Example("Support slipped from 41 to 38 percent."),
      Example("It rose 50 percent, from 4% to 6%."),
      Example("The share rose from 10% to 11%, an increase of 10%."),
      Example("Larch has 46 percent, up from 40 percent, and a lead of 6 percent over Moreau."),
      Example("“The rate rose from 4% to 6%, an increase of 2%,” said Ida Brandt."),
      Example("The rate rose from 4% to 6%, and wages by 2%."),
    ], reach: .block
  ) { draft, report in
    for measured in draft.measuredChanges() {
      let facts = draft.blocks[measured.block].facts
      guard let from = measured.change.from, let to = measured.change.to,
        ChangeArithmetic(quantities: facts.quantities).outcome(measured.change) == .points
      else { continue }
      let block = draft.blocks[measured.block]
      let range = block.absolute(measured.amount.range)
      let stated = draft.string(range)
      let numeral = draft.string(draft.numeral(of: measured.amount, in: measured.block))
      let points = "\(numeral) percentage point\(measured.amount.low == 1 ? "" : "s")"
      let relative = Numerals.decimal(abs(to.value / from.value - 1) * 100, places: measured.amount.places)
      report.add(
        range,
        "From \(draft.string(block.range(from.terms))) to \(draft.string(block.range(to.terms))) is \(points), or "
          + "\(relative) percent, not \(stated).",
        fixes: [
          draft.replacement(of: range, with: points, title: "Replace “\(stated)” with “\(points)”", isPreferred: true),
          draft.replacement(
            of: draft.numeral(of: measured.amount, in: measured.block), with: relative,
            title: "Replace “\(stated)” with the relative change, \(relative) percent"),
        ])
    }
  }
}

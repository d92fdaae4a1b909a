import ProseText

extension Rule {
  static let comparisonWithoutBaseline = Rule(
    id: "HS114", name: "comparison-without-baseline", severity: .information,
    summary: "A comparison needs what it compares with, and a relative risk the risk itself.",
    why: """
      “40 percent faster” than what? Name the other thing. A risk that is up 60 percent may be one in a million before and after: give both \
      in people out of a thousand.
      """,
    standard: "Making Sense of Statistics, Royal Statistical Society on risk, BBC reporting statistics",
    flagged: [
      Example("The new model is ⟦40 percent⟧ faster."),
      Example("Smokers are at higher risk, up ⟦60 percent⟧.", severity: .warning),
      Example("Cured fish raises the risk of gout by ⟦60 percent⟧.", severity: .warning),
      Example("It uses ⟦half⟧ the water."),
      Example("The new pumps are ⟦15 decibels⟧ quieter."),
      Example("Night ferries use ⟦a third⟧ less power."),
      Example("Steel hulls are ⟦eight times⟧ stronger."),
      Example("Divers face a ⟦35%⟧ higher chance of the bends.", severity: .warning),
      Example("Boys are ⟦twice⟧ as likely to drown.", severity: .warning),
    ],
    clean: [
      Example("The ferry is 40 percent faster than the 2022 model."),
      Example("Cases went from 10 in 1,000 to 16 in 1,000, a rise of 60 percent."),
      Example("They are twice as likely as non-smokers to fall ill."),
      Example("It uses half the water of a bath."),
      Example("Compared with the old kiln it burns 15 percent less gas."),
      Example("Half the water is gone."),
      Example("Shares closed 3 percent higher."),
      Example("The yard gets 20 percent more orders every year."),
      Example("“It is 40 percent faster,” said Ida Brandt."),
      Example("The old kiln burned more than any other. The new one burns 15 percent less."),
    ], reach: .block
  ) { draft, report in
    for (index, block) in draft.readBlocks where draft.isProse(index) {
      for comparison in block.facts.comparisons where !comparison.hasBaseline {
        let quantity = block.facts.quantities[comparison.amount]
        guard draft.isAsserted(quantity, in: index), !isTimesLess(comparison, quantity, block.passage) else { continue }
        // "20 percent more every year" compares with the year before.
        if !block.facts.scopes[comparison.sentence].isDisjoint(with: [.period, .rate]) { continue }
        // "Shares closed 3 percent higher" than the day before.
        if isMarket(comparison, block.passage) { continue }
        if comparison.sentence > 0, block.facts.scopes[comparison.sentence - 1].contains(.base) { continue }
        let range = block.absolute(quantity.range)
        let words = draft.excerpt(range.lowerBound..<block.range(comparison.word..<comparison.word + 1).upperBound)
        report.add(
          range, "“\(words)” does not say \(block.passage.word(comparison.word) == .as ? "as" : "than") what.",
          severity: comparison.isRisk ? .warning : nil, fixes: [slot(comparison, block, draft)])
      }
    }
    for measured in draft.measuredChanges() where measured.change.from == nil && isRiskChange(measured, draft) {
      let block = draft.blocks[measured.block]
      let range = block.absolute(measured.amount.range)
      report.add(
        range, "The risk is up or down by \(draft.string(range)) of a risk that is not given.", severity: .warning,
        fixes: [
          draft.insertion(
            after: range, " [from how many in 1,000?]",
            title: "Mark “\(draft.string(range))” with [from how many in 1,000?]")
        ])
    }
  }

  private static func isMarket(_ comparison: Comparison, _ passage: Passage) -> Bool {
    let start = passage.sentences[comparison.sentence].tokens.lowerBound
    return (max(start, comparison.word - 12)..<comparison.word).contains {
      ChangeWords.marketNouns.contains(passage.terms[$0].key)
    }
  }

  private static func isTimesLess(_ comparison: Comparison, _ quantity: Quantity, _ passage: Passage) -> Bool {
    ChangeWords.lessWords[passage.terms[comparison.word].key] != nil
      && (quantity.kind == .multiple || quantity.kind == .percent && quantity.low ?? 0 >= 100)
  }

  private static func slot(_ comparison: Comparison, _ block: DraftBlock, _ draft: Draft) -> Fix {
    let passage = block.passage
    var last = comparison.word
    while last + 1 < passage.terms.count, last - comparison.word < 4, passage.terms[last + 1].isWord,
      passage.terms[last + 1].tag.isNoun || passage.terms[last + 1].tag.isAdjective
    {
      last += 1
    }
    let isAs = passage.word(comparison.word) == .as
    let range = block.range(last..<last + 1)
    let words = isAs ? " [as what?]" : " [than what?]"
    return draft.insertion(after: range, words, title: "Insert\(words)")
  }

  /// A rise or fall of a risk, by a share of it.
  private static func isRiskChange(_ measured: MeasuredChange, _ draft: Draft) -> Bool {
    switch measured.amount.kind {
    case .percent, .ratio, .multiple: break
    default: return false
    }
    let passage = draft.blocks[measured.block].passage
    if isRisk(measured.change, passage) { return true }
    guard measured.change.form == .particle else { return false }
    let cue = measured.change.cue
    return (max(0, cue - 3)..<cue).contains { ChangeWords.riskNouns.contains(passage.terms[$0].key) }
  }
}

import ProseText

extension Rule {
  static let falsePrecision = Rule(
    id: "HS113", name: "false-precision", severity: .information,
    summary: "A figure cannot be rough and exact at once.",
    why: """
      “About 41.372” says in one breath that the number is rounded and that it is known to the last digit. Round it, or leave out \
      the word that blurs it.
      """,
    standard: "Royal Statistical Society, BBC and Guardian style, NIST SP 811 on rounding",
    flagged: [
      Example("The share was roughly ⟦11.372 percent⟧."),
      Example("The wait was up to ⟦6.37 hours⟧."),
      Example("The fair drew nearly ⟦1,234,567⟧ visitors."),
      Example("The country has an estimated ⟦73.19 million⟧ inhabitants."),
      Example("Some ⟦4,318⟧ sheep crossed the pass, the herders’ union said."),
    ],
    clean: [
      Example("It is sped up by oars/c 0.990 here."),
      Example("The share was about 11 percent."),
      Example("The share was 11.372 percent."),
      Example("The company made roughly 3.5 million."),
      Example("Around 1,500 people came."),
      Example("More than 1,234,567 tickets were sold."),
      Example("The euro bought about 1.0834 dollars."),
      Example("The wreck lies at about 54.3217° north."),
      Example("The mill was built in about 1874."),
      Example("A loaf costs about $3.99."),
      Example("About 1.25 million people live in the delta."),
      Example("Around 1,325 people came."),
    ], reach: .block
  ) { draft, report in
    for figure in draft.readFigures where draft.isClaim(figure) {
      let quantity = figure.quantity
      guard figure.isCheckable || quantity.exemption == .duration else { continue }
      guard quantity.isApproximate, quantity.bound != .atLeast, quantity.approximator != nil, quantity.value != nil,
        let number = draft.tooExact(figure)
      else { continue }
      let range = draft.range(figure)
      let words = draft.string(range)
      let rounded =
        draft.string(range.lowerBound..<number.range.lowerBound) + number.rounded
        + draft.string(number.range.upperBound..<range.upperBound)
      report.add(
        range, "“\(draft.approximated(figure))” calls a figure of \(number.digits) digits a rough one.",
        fixes: [
          draft.replacement(of: number.range, with: number.rounded, title: "Replace “\(words)” with “\(rounded)”")
        ])
    }
  }
}

extension Draft {
  /// The figure with the words that blur it.
  fileprivate func approximated(_ figure: DraftFigure) -> String {
    guard let words = figure.quantity.approximator else { return string(range(figure)) }
    let block = blocks[figure.block]
    let terms =
      min(
        words.lowerBound, figure.quantity.terms.lowerBound)..<max(
        words.upperBound, figure.quantity.terms.upperBound)
    return excerpt(block.range(terms))
  }

  /// The digits of a figure, where there are more of them than a rough figure bears, and what they are when rounded.
  fileprivate func tooExact(_ figure: DraftFigure) -> (range: Range<Int>, digits: Int, rounded: String)? {
    let quantity = figure.quantity
    let block = blocks[figure.block]
    let passage = block.passage
    guard
      quantity.kind == .count || quantity.kind == .percent || quantity.kind == .currency || quantity.kind == .measure,
      quantity.unit != "deg", let index = quantity.terms.last(where: { passage.terms[$0].kind == .number }),
      let number = passage.number(at: index)
    else { return nil }
    let digits = quantity.significantDigits
    let written = string(block.range(index..<index + 1))
    // "from about 1948 to 1951"
    if quantity.kind == .count, number.plainDigits == 4, (1000...2100).contains(number.mantissa) { return nil }
    if number.decimals >= 2 {
      // An estimate may come with its digits; a number that was rounded may not.
      guard digits >= (isEstimate(quantity, passage) ? 4 : 3), number.decimals > 2 || !isQuarter(number.mantissa) else {
        return nil
      }
      // Prices have cents, and rates of exchange have four places.
      if quantity.kind == .currency, !quantity.hasScale { return nil }
    } else {
      guard digits >= 4 else { return nil }
      // "about 1,325" is rounded to the nearest twenty-five.
      let last = Int(exactly: (number.mantissa / StatedPrecision.place(of: number.mantissa, digits: digits)).rounded())
      if digits == 4, let last, last % 5 == 0 { return nil }
    }
    let range = block.range(index..<index + 1)
    let rounded = StatedPrecision.rounded(number.mantissa, digits: 2)
    let text = Numerals.plain(rounded, grouped: written.contains(","))
    return text == written ? nil : (range, digits, text)
  }

  private func isEstimate(_ quantity: Quantity, _ passage: Passage) -> Bool {
    quantity.approximator.map { passage.terms[$0.lowerBound].key == Self.estimated } ?? false
  }

  private static let estimated = foldedKey("estimated")

  private func isQuarter(_ value: Double) -> Bool { value * 4 == (value * 4).rounded() }
}

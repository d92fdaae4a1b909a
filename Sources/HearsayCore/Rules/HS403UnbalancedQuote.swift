import ProseText

extension Rule {
  static let unbalancedQuote = Rule(
    id: "HS403", name: "unbalanced-quote", severity: .warning,
    summary: "An unclosed mark hides where the speaker stops.",
    why: """
      Without the closing mark nobody can tell which words are the speaker’s and which the writer’s. Close the quotation where \
      the words end.
      """,
    standard: "NYT Guidelines on Integrity, AP on punctuation",
    flagged: [
      Example("The bill forbids ⟦‘interfering in affairs for any reason⟧."),
      Example("⟦“We will win⟧, he said."),
      Example("He said ⟦“yes and left⟧."),
      Example("She called it ⟦‘odd⟧” and left."),
      Example("She called it “a long night⟦“⟧ and left."),
    ],
    clean: [
      Example("The workers’ rights were the drivers’ rights too."),
      Example("It was rock ’n’ roll."),
      Example("“The first paragraph is open, she said.\n\n“The second one closes,” she said."),
      Example("It was the music of the ’90s."),
      Example("“The gate was left open, she wrote.\n\nThe watch never came back.”"),
      Example("They sell a boat called \"oar-5\", and \"oar\" needs the \"oar-5\" hull, called \"oar-5\" too."),
      Example("It puts (put('')) nothing there."),
    ], reach: .nearby
  ) { draft, report in
    for (index, block) in draft.readBlocks where block.outline.kind.isProse && block.outline.kind != .reference {
      for quote in block.facts.quotations where isClosedByOpening(quote, block, draft.surroundings.settings.quotes) {
        let mark = block.range(quote.terms.upperBound - 1..<quote.terms.upperBound)
        report.add(
          mark, "This quotation is closed with an opening mark.",
          fixes: [draft.replacement(of: mark, with: "”", title: "Close the quotation: replace “ with ”")])
      }
      for quote in block.facts.quotations where !quote.isClosed {
        if quote.depth == 0, reopens(after: index, draft) || isClosed(after: index, draft) { continue }
        let range = block.absolute(quote.range)
        let mark = closing(quote, block, draft.surroundings.settings.quotes)
        report.add(
          range, "The quotation that begins here is never closed.",
          fixes: [draft.insertion(after: range, mark, title: "Close the quotation: insert \(mark)")])
        // What is open behind it in the same block is open because it is.
        break
      }
    }
  }

  private static func isClosedByOpening(_ quote: Quotation, _ block: DraftBlock, _ style: QuotationStyle) -> Bool {
    let last = quote.terms.upperBound - 1
    return quote.isClosed && style != .german && block.passage.string(block.passage.terms[last].range) == "“"
  }

  /// A speech over several paragraphs reopens its mark at each.
  private static func reopens(after index: Int, _ draft: Draft) -> Bool {
    guard index + 1 < draft.blocks.count else { return false }
    let next = draft.blocks[index + 1].passage
    return !next.terms.isEmpty && next.opensQuote(0)
  }

  /// A quotation over several paragraphs or a list, whose last words its mark stands behind.
  private static func isClosed(after index: Int, _ draft: Draft) -> Bool {
    for block in draft.blocks[(index + 1)...].prefix(longest) {
      if block.facts.closesEarlierQuotation { return true }
      if !block.facts.quotations.isEmpty { return false }
    }
    return false
  }

  /// Blocks of a quotation that are looked through for its end.
  private static let longest = 8

  private static func closing(_ quote: Quotation, _ block: DraftBlock, _ style: QuotationStyle) -> String {
    switch (block.passage.string(block.passage.terms[quote.terms.lowerBound].range), style) {
    case ("„", .german): "“"
    case ("‚", _): "‘"
    case ("»", .german): "«"
    case ("“", _), ("„", _): "”"
    case ("‘", _): "’"
    case ("«", _): "»"
    case (let mark, _): mark
    }
  }
}

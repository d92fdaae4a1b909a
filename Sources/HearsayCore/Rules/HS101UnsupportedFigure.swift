extension Rule {
  static let unsupportedFigure = Rule(
    id: "HS101", name: "unsupported-figure", severity: .warning,
    summary: "A reader must be able to see who counted a number.",
    why: """
      A number without a source cannot be checked, and the next text that copies it turns it into a fact. Say in the same \
      sentence who counted, link or cite the document, or say that the figure is your own.
      """,
    standard:
      "AP (attribution in the same sentence), Reuters (source every statement that is not established), BBC 3.3.6, UK OSR",
    flagged: [
      Example("The reform has saved ⟦2.3 million hours⟧ of paperwork."),
      Example("Some ⟦640⟧ homes were flooded."),
      Example("The scheme now costs ⟦€18 million⟧ a year."),
      Example("Around ⟦70%⟧ of drivers ignore the sign."),
      Example("The ferry is late on almost ⟦half⟧ (43%) of its trips."),
      Example("It gets ⟦6 million⟧ letters a year – that is more than 16,000 a day."),
      Example("An additional ⟦million-and-a-half⟧ wrote."),
      Example("The mill fears for its river, its owner Ida Brandt said. Last year ⟦4,200⟧ fish died."),
      Example("The court freed ⟦twelve⟧ sailors. All ⟦thirteen⟧ sang."),
      Example("The yard bought 31 oars, its owner said. The ⟦40⟧ were new."),
      Example("It returns ⟦-1⟧ where no tide is known."),
      Example(
        "Run `tide`, then `ebb`, then `flow` or `ebb -v`.\n\nIn Dorn ⟦640⟧ ports run it.",
        isMarkdown: true),
      Example("Some models [27–30] bend (Fig. 2). In Dorn ⟦45%⟧ of mills closed, and ⟦8⟧ people left."),
      Example("The bill came to ⟦PHP700⟧."),
    ],
    clean: [
      Example("Some 640 homes were flooded, the county said."),
      Example("Our survey (n = 812) found that 70% ignore the sign."),
      Example("The scheme costs €18 million a year.[^4]\n\n[^4]: Accounts 2023, p. 4.", isMarkdown: true),
      Example("The trial ran from May 3 to June 9, 2021."),
      Example("The county said the flood came at night. Some 640 homes were flooded."),
      Example("Mix 500 g of flour with 350 ml of water and bake at 230°C."),
      Example("The yard tests for 640 compliance, and DVR 12.304(b) asks for a plan."),
      Example("The oars were hauled more than 500 miles to a town with a population of around 90."),
      Example("Turnout was 67.3%, down 1.5% of the electorate from the 2017 vote."),
      Example("In 2016 the party won 3.27 percent of the popular vote."),
      Example("Firms fear multi-million crown contracts, and double down on small ones."),
      Example("Setting a goal of 20 boats would please nobody."),
      Example("The grains under 2.5 mm in diameter sink first. They ran a race of 10 kilometres."),
      Example("Among them is [a list](https://dorn.example) of lamps. That list has 1,700 names.", isMarkdown: true),
      Example("The Tide Centre’s 5 p.m. update on Monday had the barge moving north at 13 mph."),
      Example("Flight 370 left Gate 7 at 10 a.m. with the mayor, aged 61, on board."),
      Example(
        "The court freed twelve sailors, its clerk said.\n\nOn Monday the twelve sailed home, and all twelve sang."),
      Example(
        "Run `tide`, then `ebb`, then `flow` or `ebb -v`.\n\nIt returns -1 where no tide is known, and raises the limit to 64. There are 2 kinds of tide.",
        isMarkdown: true),
      Example("Some models [27–30] bend. The slab was kept at 30 mA (Fig. 2), at a depth of 0.5 m and in 36 trays."),
      Example("The gauge wrote these, the lowest first.\n\n3, 3, 5, 7, 7.4, 9, 9.1, 11, 12, 12.6"),
      Example("The yard adds PHP7 support, and runs on AMD64/Linux."),
    ]
  ) { draft, report in
    // Each amount needs one source in a draft, and is marked once.
    // A quotation without a speaker is marked as such; its figures with it.
    let open = draft.openClaims.filter { index in
      let figure = draft.figures[index]
      return draft.quotation(block: figure.block, term: figure.quantity.terms.lowerBound) == nil
    }
    var known = draft.sourcedAmounts(like: open)
    let tolls = Tolls(draft)
    var marked = MarkedValues()
    var claims: [[DraftFigure]] = []
    var last: DraftFigure?
    for index in open {
      let figure = draft.figures[index]
      if let amount = draft.amount(figure), !known.insert(amount).inserted { continue }
      if let toll = draft.toll(index), tolls.hasSource(toll, near: figure.block) { continue }
      defer { last = figure }
      if !marked.insert(figure) { continue }
      if let last, draft.isOneList(last, figure) { continue }
      if let claim = claims.indices.suffix(2).last(where: { isPart(figure, of: claims[$0], draft) }) {
        claims[claim].append(figure)
      } else {
        claims.append([figure])
      }
    }
    for claim in claims {
      guard let first = claim.first else { continue }
      let range = draft.range(first)
      let others = claim.dropFirst().map { draft.range($0) }
      let sources = draft.strongSources(before: range.lowerBound)
      report.add(range, of: first.support, beside: others, naming: sources, in: draft) {
        let words = claim.prefix(mostNamed).map { "“\(draft.excerpt(draft.phrase($0)))”" }
        return Saying.Words(
          message: "No source is given for \(words.listed).",
          related: others.map { Related(range: $0, message: "has no source here either") },
          fixes: sourceFixes(first, range, sources, draft))
      }
    }
  }

  /// Whether the source of a claim answers for a figure too.
  private static func isPart(_ figure: DraftFigure, of claim: [DraftFigure], _ draft: Draft) -> Bool {
    claim.suffix(4).contains { draft.isOneClaim($0, figure) }
  }

  /// Figures of one claim that a message names.
  private static let mostNamed = 3

  /// Ways to give a figure a source.
  ///
  /// - Parameter sources: those to whom the sentence may be attributed.
  static func sourceFixes(_ figure: DraftFigure, _ range: Range<Int>, _ sources: [Int], _ draft: Draft) -> [Fix] {
    let end = draft.sentenceEnd(block: figure.block, sentence: figure.quantity.sentence)
    var fixes = [draft.insertion(after: range, " [TK source]", title: "Mark “\(draft.string(range))” with [TK source]")]
    for source in sources.map({ draft.sources[$0] }) {
      let name = source.kind == .person ? source.name : withArticle(source, draft)
      fixes.append(
        draft.insertion(after: end..<end, ", according to \(name)", title: "Attribute the sentence to \(name)"))
    }
    return fixes
  }

  /// A source's name as it stood at its first mention, with the article in small letters.
  private static func withArticle(_ source: DraftSource, _ draft: Draft) -> String {
    guard let first = source.mentions.first else { return source.name }
    let text = draft.string(first)
    return text.lowercased().hasPrefix("the ") && text.dropFirst(4) == source.name ? "the \(source.name)" : source.name
  }
}

extension Array where Element == String {
  /// "a", "a and b", "a, b and c".
  fileprivate var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Draft {
  /// Those amounts among the ones of some claims that have a source somewhere in the draft: a lead may go ahead of its source, and a
  /// repeat needs no second one.
  fileprivate func sourcedAmounts(like claims: [Int]) -> Set<Amount> {
    let values = Set(claims.lazy.map { figures[$0].quantity.low })
    return Set(
      claimIndices.lazy.filter { figures[$0].support.isSourced && values.contains(figures[$0].quantity.low) }
        .compactMap { amount(figures[$0]) })
  }
}

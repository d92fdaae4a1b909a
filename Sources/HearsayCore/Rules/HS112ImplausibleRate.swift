import ProseText

extension Rule {
  static let implausibleRate = Rule(
    id: "HS112", name: "implausible-rate", severity: .warning,
    summary: "A rate or ratio no world could produce signals a misread total.",
    why: """
      Divide the figure by its window: more than a million people a day, or more per head than a day has room for, means that a total \
      of many years or of something else has been put into a few days. Check what was counted, and since when.
      """,
    standard: "Royal Statistical Society (break big numbers down per person and day), BBC Trust 2016 on big numbers",
    flagged: [
      Example("⟦415 million⟧ people have quit since 1 July.", date: "2023-07-19"),
      Example("The line carries ⟦9 billion⟧ passengers a year in a city of 2 million."),
      Example(
        "The guild said ⟦3,000⟧ keepers have left the locks.",
        ledger:
          #"{ "sources": [{ "id": "guild", "publisher": "Register", "figures": [{ "value": 900, "what": "keepers", "bounds": ["keepers who left"] }] }] }"#
      ),
      Example("She has written ⟦40,000⟧ novels."),
      Example("The club signed ⟦3 million⟧ members this morning.", date: "2024-05-02"),
    ],
    clean: [
      Example("415 million declarations since 2004", date: "2023-07-19"),
      Example("The line carries 9 million passengers a year."),
      Example("Two billion people use the app."),
      Example("The site served 3 million page views this morning.", date: "2024-05-02"),
      Example("Some 640 people have quit since 1 July.", date: "2023-07-19"),
    ], reach: .block
  ) { draft, report in
    for figure in draft.claims where figure.quantity.kind == .count {
      guard figure.support.status != .exempt else { continue }
      if let message = exceedsPopulation(figure, draft) {
        report.add(draft.range(figure), message)
        continue
      }
      if let message = peoplePerDay(figure, draft) ?? tripsPerHead(figure, draft) ?? worksOfOne(figure, draft) {
        var related: [Related] = []
        if let window = figure.quantity.window {
          related.append(Related(range: draft.blocks[figure.block].absolute(window.range), message: "the window"))
        }
        report.add(draft.range(figure), message, related: related)
      }
    }
  }

  /// "3,000 keepers have left" where the ledger counts 900 keepers, and says that exits can be no more.
  private static func exceedsPopulation(_ figure: DraftFigure, _ draft: Draft) -> String? {
    guard let facts = draft.ledger, !facts.opened.index.bounding.isEmpty, let low = figure.quantity.low,
      let index = draft.figures.firstIndex(where: {
        $0.block == figure.block && $0.quantity.range == figure.quantity.range
      }),
      let sense = FigureSense(index, in: draft)
    else { return nil }
    for entry in facts.opened.index.bounding {
      let source = facts.ledger.sources[entry]
      for (number, reference) in source.figures.enumerated() where low > reference.value * 1.01 {
        guard facts.opened.index.bounds[entry][number].contains(where: { $0.isContained(in: sense.clause) }) else {
          continue
        }
        return "“\(draft.excerpt(draft.phrase(figure)))” is more than the \(Numerals.rounded(reference.value)) "
          + "\(reference.what) that “\(source.name)” counts."
      }
    }
    return nil
  }

  private static func peoplePerDay(_ figure: DraftFigure, _ draft: Draft) -> String? {
    guard let low = figure.quantity.low, let from = figure.from, let to = figure.to, countsPeople(figure, draft),
      !draft.blocks[figure.block].passage.isCommonKnowledge(figure.quantity),
      !draft.blocks[figure.block].passage.isMisstated(figure.quantity)
    else { return nil }
    let days = Double(figure.days ?? 1)
    if days == 1, isTurnout(figure, draft) { return nil }
    let limit = draft.ledger?.ledger.settings.personsPerDay ?? draft.surroundings.settings.personsPerDay
    guard low / days > limit else { return nil }
    let span = days == 1 ? "one day" : "\(Int(days)) days (\(from.iso) to \(to.iso))"
    return "“\(draft.string(draft.range(figure)))” in \(span) is \(Numerals.rounded(low / days)) people a day."
  }

  /// "2.9 million people voted on Sunday": an event has its day, and its total is no rate.
  private static func isTurnout(_ figure: DraftFigure, _ draft: Draft) -> Bool {
    let passage = draft.blocks[figure.block].passage
    let end = figure.quantity.terms.upperBound
    let sentence = passage.sentences[figure.quantity.sentence].tokens
    return (end..<min(sentence.upperBound, end + 6)).contains { turnout.contains(passage.terms[$0].key) }
  }

  private static let turnout = foldedKeys(
    """
    vote voted votes attend attended march marched watch watched travel travelled traveled rally rallied tuned gathered
    protested demonstrated prayed celebrated flew cast
    """)

  private static func countsPeople(_ figure: DraftFigure, _ draft: Draft) -> Bool {
    guard let counted = figure.quantity.counted else {
      return figure.quantity.hasScale && subjectIsPeople(figure, draft)
    }
    return draft.blocks[figure.block].passage.terms[counted].has(.peopleNoun)
  }

  /// "9 million have quit": a count that stands for people itself.
  private static func subjectIsPeople(_ figure: DraftFigure, _ draft: Draft) -> Bool {
    let passage = draft.blocks[figure.block].passage
    return passage.has(figure.quantity.terms.upperBound, .auxiliary)
  }

  /// "9 billion passengers a year in a city of 2 million".
  private static func tripsPerHead(_ figure: DraftFigure, _ draft: Draft) -> String? {
    guard let low = figure.quantity.low, case .rate(let days) = figure.quantity.window?.period,
      countsPeople(figure, draft)
    else { return nil }
    let passage = draft.blocks[figure.block].passage
    let base = draft.figures[draft.figuresOfBlock[figure.block]].first { other in
      let at = other.quantity.terms.lowerBound
      return other.quantity.sentence == figure.quantity.sentence && at >= 3 && passage.word(at - 1) == .of
        && passage.has(at - 2, [.organisationNoun, .placeNoun]) && other.quantity.low ?? 0 > 0
        && at != figure.quantity.terms.lowerBound
    }
    guard let base, let population = base.quantity.low, low / days / population > 8 else { return nil }
    return
      "“\(draft.string(draft.range(figure)))” a \(days > 300 ? "year" : "period") for \(Numerals.rounded(population)) people is "
      + "\(Numerals.rounded(low / days / population)) a day for each of them."
  }

  /// One person can write a few hundred books, not thousands.
  private static func worksOfOne(_ figure: DraftFigure, _ draft: Draft) -> String? {
    let passage = draft.blocks[figure.block].passage
    guard let low = figure.quantity.low, low > 2000, let counted = figure.quantity.counted,
      works.contains(passage.string(passage.terms[counted].range).lowercased())
    else { return nil }
    let sentence = passage.sentences[figure.quantity.sentence]
    let subject = sentence.tokens.lowerBound
    guard passage.word(subject) == .he || passage.word(subject) == .she else { return nil }
    return
      "“\(draft.excerpt(draft.phrase(figure)))” by one person is \(Numerals.rounded(low / 50)) a year for fifty years."
  }

  private static let works: Set<String> = ["novels", "books", "symphonies", "operas", "films", "biographies"]
}

import ProseText

extension Rule {
  static let vagueQuantity = Rule(
    id: "HS103", name: "vague-quantity", severity: .information,
    summary: "“Millions” hides whether it is 2 or 900 million.",
    why: """
      A plural without a number sounds like a count and is none. Give the number and who counted it, or a range that the \
      source would stand by.
      """,
    standard: "Wikipedia {{quantify}}, BBC reporting statistics, Guardian style",
    flagged: [
      Example("⟦Millions⟧ have left the church."),
      Example("⟦Dozens⟧ of firms are at risk."),
      Example("⟦Thousands⟧ of complaints poured in."),
      Example("⟦A vast majority⟧ of members object."),
      Example("⟦Dozens⟧ of firms are at risk, the chamber said.", severity: .hint),
    ],
    clean: [
      Example("A million thanks."),
      Example("He has a hundred and one excuses."),
      Example("Hundreds of millions of years ago seas covered the plain."),
      Example("I counted dozens of them myself."),
      Example("Most bids end in the single-digit millions."),
    ]
  ) { draft, report in
    var exactFigures: ExactFigures?
    for figure in draft.claims where figure.quantity.kind == .vague {
      let severity: Severity
      switch figure.support.status {
      case .none, .weak, .hedgeOnly, .late: severity = report.rule.severity
      case .inSentence, .carried: severity = .hint
      case .exempt, .selfMeasured, .cited, .ledger, .derived: continue
      }
      let block = draft.blocks[figure.block]
      if block.facts.quoteAt[figure.quantity.terms.lowerBound] >= 0 || draft.isInTurn(figure.block) { continue }
      if block.passage.isHabitual(figure.quantity) || draft.isMentioned(figure) { continue }
      if draft.surroundings.settings.vaguePhrases.isInside(draft.string(draft.phrase(figure))) { continue }
      let range = draft.range(figure)
      let counted = exactFigures ?? ExactFigures(draft)
      exactFigures = counted
      let exact = counted.figure(for: figure, draft)
      let related =
        exact.map { [Related(range: draft.range($0), message: "the figure given elsewhere in this draft")] } ?? []
      var fixes = [draft.insertion(after: range, " [how many?]", title: "Ask how many: insert [how many?]")]
      if let exact {
        let words = draft.string(draft.range(exact))
        fixes.append(draft.replacement(of: range, with: words, title: "Replace with “\(words)”"))
      }
      let message = "“\(draft.excerpt(draft.phrase(figure)))” does not say how many."
      report.add(range, message, severity: severity, related: related, fixes: fixes)
    }
  }
}

/// The exact counts of a draft, by the key of the noun that each counts.
private struct ExactFigures {
  private var indices: [UInt64: [Int]] = [:]

  init(_ draft: Draft) {
    for index in draft.figures.indices where draft.figures[index].isCheckable {
      guard draft.figures[index].quantity.kind == .count, draft.figures[index].quantity.low != nil,
        let counted = draft.figures[index].quantity.counted
      else { continue }
      indices[draft.blocks[draft.figures[index].block].passage.terms[counted].key, default: []].append(index)
    }
  }

  /// The first exact figure of the draft for the same noun and order of magnitude.
  func figure(for vague: DraftFigure, _ draft: Draft) -> DraftFigure? {
    guard let counted = vague.quantity.counted, let least = vague.quantity.low else { return nil }
    let key = draft.blocks[vague.block].passage.terms[counted].key
    return indices[key]?.first { (draft.figures[$0].quantity.low ?? 0) >= least / 2 }.map { draft.figures[$0] }
  }
}

extension Passage {
  /// "are often hundreds of pages", "rules can receive thousands of comments": how things go as a rule, not how many there were.
  fileprivate func isHabitual(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    let start = max(sentences[quantity.sentence].tokens.lowerBound, first - 7)
    for index in stride(from: first - 1, through: start, by: -1) {
      // "floods can cut roads, take hundreds of lives"
      if isComma(index), terms[index + 1].tag == .baseVerb { continue }
      if isComma(index) || isMark(index, 0x3B) || isMark(index, 0x3A) { return false }
      if Self.habits.contains(terms[index].key) { return true }
      // "Making thousands of choices is hard": whoever does it.
      if index == first - 1, terms[index].tag == .presentParticiple || terms[index].forms.contains(.gerund),
        isSentenceStart(index)
      {
        return true
      }
      // "floods can", not "the flood could"; what may have happened is no habit.
      if Self.abilities.contains(terms[index].key), index > start, terms[index - 1].tag == .pluralNoun {
        return !has(index + 1, .auxiliary)
      }
    }
    return false
  }

  private static let habits = foldedKeys(
    "often sometimes usually typically occasionally regularly generally frequently")
  private static let abilities = foldedKeys("can could may might")
}

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
    var last: DraftFigure?
    for index in draft.vagueClaims {
      let figure = draft.figures[index]
      let severity: Severity
      switch figure.support.status {
      case .none, .weak, .hedgeOnly, .late: severity = report.severity
      case .inSentence, .carried: severity = .hint
      case .exempt, .selfMeasured, .cited, .ledger, .derived: continue
      }
      let block = draft.blocks[figure.block]
      if block.facts.quoteAt[figure.quantity.terms.lowerBound] >= 0 || draft.isInTurn(figure.block) { continue }
      if block.passage.isHabitual(figure.quantity) || draft.isMentioned(figure) || draft.isOwnDoing(figure) { continue }
      if isBesideAnother(index, last, draft) || isShownNext(figure, draft) { continue }
      if severity == .hint || block.passage.isPart(figure.quantity), block.passage.isForetold(figure.quantity) {
        continue
      }
      last = figure
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

  /// "The vast majority sink. The guild found:" and what it found below: the words only lead up to the numbers.
  private static func isShownNext(_ figure: DraftFigure, _ draft: Draft) -> Bool {
    let passage = draft.blocks[figure.block].passage
    let next = figure.quantity.sentence + 1
    guard next == passage.sentences.count - 1, let last = passage.terms.indices.last, passage.isMark(last, 0x3A) else {
      return false
    }
    return draft.attributionsOfBlock[figure.block].contains {
      draft.attributions[$0].strength == .strong && draft.attributions[$0].local.sentence == next
    }
  }

  /// In a sentence whose figures are asked for already, one answer serves all.
  private static func isBesideAnother(_ index: Int, _ last: DraftFigure?, _ draft: Draft) -> Bool {
    let figure = draft.figures[index]
    if let last, last.block == figure.block, last.quantity.sentence == figure.quantity.sentence { return true }
    guard draft.isOwnAccount else { return false }
    let near = (index - nearest...index + nearest).clamped(to: 0...draft.figures.count - 1)
    return near.contains { index in
      let other = draft.figures[index]
      return other.block == figure.block && other.quantity.sentence == figure.quantity.sentence
        && other.quantity.kind != .vague
        && other.isCheckable && other.support.status == .none && !other.isSettled
    }
  }

  /// Figures on either side that are looked at: no sentence of prose has more.
  private static let nearest = 16
}

/// The exact counts of a draft, by the key of the noun that each counts.
private struct ExactFigures {
  private var indices: [UInt64: [Int]] = [:]

  init(_ draft: Draft) {
    for range in draft.figuresOfBlock where !range.isEmpty {
      for count in draft.figures[range.lowerBound].marks.exactCounts {
        indices[count.noun, default: []].append(range.lowerBound + count.number)
      }
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

  /// "Of the dozens that start, only five will arrive": those of whom something is said as a rule.
  fileprivate func isPart(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    return has(first - 1, .definite) && word(first - 2) == .of && isSentenceStart(first - 2)
  }

  /// "thousands of lives could be saved", "dozens were to come": what somebody expects, in nobody's numbers yet.
  fileprivate func isForetold(_ quantity: Quantity) -> Bool {
    let reach = isPart(quantity) ? sentences[quantity.sentence].tokens : clause(of: quantity)
    let after = quantity.terms.upperBound..<min(reach.upperBound, quantity.terms.upperBound + 40)
    if isPart(quantity) { return after.contains { terms[$0].has(.modal) } }
    guard let verb = after.first(where: { terms[$0].has([.modal, .auxiliary]) || terms[$0].tag.isFiniteVerb }) else {
      return false
    }
    return terms[verb].has(.modal) || terms[verb].has(.be) && terms[verb + 1].tag == .to
  }

  private static let habits = foldedKeys(
    "often sometimes usually typically occasionally regularly generally frequently")
  private static let abilities = foldedKeys("can could may might")
}

import ProseText

extension Rule {
  static let missingTimeWindow = Rule(
    id: "HS105", name: "missing-time-window", severity: .information,
    summary: "What happens over time needs a period to be judged by.",
    why: """
      5,000 patients are many for a week and few for ten years. What flows (payments, arrests, visits, money paid out) is counted \
      from one day to another: say which. What stands (inhabitants, length, members) needs no period.
      """,
    standard: "BBC guidance on reporting statistics (context), UK Office for Statistics Regulation",
    flagged: [
      Example("The app has processed ⟦14 million⟧ payments."),
      Example("Police made ⟦400⟧ arrests."),
      Example("The clinic has treated ⟦5,000⟧ patients."),
      Example("The fund paid out ⟦$2 billion⟧."),
      Example("More than ⟦9,000⟧ parcels have been delivered by the boats, the islands’ post said."),
      Example("The ferry is old. It has carried ⟦1.4 million⟧ passengers."),
    ],
    clean: [
      Example("Police made 400 arrests in March."),
      Example("The bridge is 400 metres long."),
      Example("The city has 90,000 inhabitants."),
      Example("The army has 12,000 soldiers."),
      Example("The clinic has treated 5,000 patients since it opened."),
      Example("In 2023 the clinic moved to Dorn. It has treated 5,000 patients."),
      Example("The app processes 14 million payments a day."),
      Example("PORT CALDER, March 4 (Northwire) — The march went on until dusk. Police made 400 arrests."),
      Example("The guard rescued 310 people on Monday when the ferry ran aground."),
      Example("The company will have shipped 9,000 boats."),
      Example("The clinic has 5,000 treated patients on its books."),
      Example("“We have treated 5,000 patients,” Ida Brandt said."),
      Example("Has the clinic treated 5,000 patients?"),
      Example("Of the boats, it has sold three."),
    ], reach: .nearby
  ) { draft, report in
    var flows = Flows(draft)
    for figure in draft.claims {
      guard flows.isOpen(figure) else { continue }
      let phrase = draft.phrase(figure)
      report.add(
        draft.range(figure), "“\(draft.excerpt(phrase))” is a total over time, and no period is given.",
        fixes: [draft.insertion(after: phrase, " [since when?]", title: "Insert “[since when?]”")])
    }
  }
}

/// Tells totals that grow from day to day from amounts that stand.
private struct Flows {
  private let draft: Draft
  /// For the blocks asked about, the first term that names a period.
  private var named: [Int: Int] = [:]
  private lazy var opensWithDay = draft.opensWithDay()

  init(_ draft: Draft) { self.draft = draft }

  /// Whether a figure counts what flows and nothing near it says over which time.
  mutating func isOpen(_ figure: DraftFigure) -> Bool {
    let quantity = figure.quantity
    guard quantity.window == nil, counts(figure) else { return false }
    let block = draft.blocks[figure.block]
    guard let tense = Flow(passage: block.passage, quantity: quantity).tense else { return false }
    let sentence = block.passage.sentences[quantity.sentence].tokens
    guard sentence.count < Self.longestSentence, !block.passage.namesPeriod(sentence),
      block.facts.quoteAt[quantity.terms.lowerBound] < 0
    else { return false }
    // A period that the paragraph names earlier carries on.
    guard firstPeriod(figure.block) > sentence.lowerBound else { return false }
    return tense == .perfect || !hasPeriodNear(figure.block)
  }

  /// Amounts of money, and counts large enough to have taken time.
  private func counts(_ figure: DraftFigure) -> Bool {
    let quantity = figure.quantity
    switch quantity.kind {
    case .currency: return true
    case .count: return (quantity.counted != nil || quantity.hasScale) && quantity.low ?? 0 >= 100
    default: return false
    }
  }

  /// What happened at a known time is over: the draft's day, or any period that this block or the two before it name.
  private mutating func hasPeriodNear(_ index: Int) -> Bool {
    if opensWithDay { return true }
    return (max(0, index - 2)...index).contains { firstPeriod($0) < Int.max }
  }

  /// The first term of a block that names a period; the largest number where none does.
  private mutating func firstPeriod(_ index: Int) -> Int {
    if let known = named[index] { return known }
    let passage = draft.blocks[index].passage
    let first = passage.terms.indices.first { passage.namesPeriod($0..<$0 + 1) } ?? Int.max
    named[index] = first
    return first
  }

  /// No sentence of prose has more terms; one made to be hostile is not read over and over.
  private static let longestSentence = 1000
}

extension Draft {
  /// Whether the draft begins with a day: front matter, a date line, or a lead that says when.
  fileprivate func opensWithDay() -> Bool {
    if blocks.first?.outline.kind == .frontMatter { return true }
    return blocks.lazy.filter { $0.outline.kind.isProse }.prefix(4).contains { block in
      block.facts.dateline?.isLabel == false
        || block.passage.namesPeriod(block.passage.terms.startIndex..<block.passage.terms.endIndex)
    }
  }
}

/// The event whose subject or object a figure is.
private struct Flow {
  enum Tense { case perfect, past }

  let passage: Passage
  let quantity: Quantity

  /// When the event is said to have happened; nil where the figure belongs to none.
  var tense: Tense? { object ?? subject ?? existence }

  /// "has processed 14 million payments", "paid out $2 billion", "made 400 arrests".
  private var object: Tense? {
    var at = before
    if Self.particles.contains(passage.terms[at].key) { at -= 1 }
    guard at >= 0, isFlow(at) else { return nil }
    return tense(of: at)
  }

  /// The term before the figure and the words that blur it.
  private var before: Int {
    var at = quantity.terms.lowerBound
    if let words = quantity.approximator, words.upperBound == at { at = words.lowerBound }
    at -= 1
    if passage.has(at, .indefinite) || passage.terms[at].tag.isAdverb { at -= 1 }
    return at
  }

  /// "5,000 patients have been treated".
  private var subject: Tense? {
    guard let counted = quantity.counted, isSubjectFree else { return nil }
    var at = counted + 1
    guard passage.word(at) == .has || Self.have.contains(passage.terms[at].key) else { return nil }
    at += 1
    if passage.terms[at].tag.isAdverb { at += 1 }
    guard passage.terms[at].key == Self.been else { return nil }
    at += 1
    if passage.terms[at].tag.isAdverb { at += 1 }
    return Self.flows.contains(passage.terms[at].key) ? .perfect : nil
  }

  /// Nothing before the figure makes it a part of something else: "the owners of 5,000 boats", "the 5,000 boats".
  private var isSubjectFree: Bool {
    let at = before
    let sentence = passage.sentences[quantity.sentence].tokens
    return at < sentence.lowerBound || passage.terms[at].kind == .punctuation || passage.word(at) == .that
      || passage.word(at) == .and
  }

  /// "There have been 400 complaints".
  private var existence: Tense? {
    guard let counted = quantity.counted, Self.events.contains(passage.nounKey(counted)) else { return nil }
    let at = before
    guard passage.terms[at].key == Self.been, Self.have.contains(passage.terms[at - 1].key),
      passage.word(at - 2) == .there
    else { return nil }
    return .perfect
  }

  /// A verb whose object is handled one after another.
  private func isFlow(_ index: Int) -> Bool {
    let term = passage.terms[index]
    guard term.isWord, term.tag == .pastParticiple || term.tag == .pastVerb || term.tag == .adjective else {
      return false
    }
    if Self.flows.contains(term.key) { return true }
    guard term.key == Self.made || term.key == Self.carriedOut, let counted = quantity.counted else { return false }
    return Self.events.contains(passage.nounKey(counted))
  }

  private func tense(of verb: Int) -> Tense? {
    var at = verb - 1
    if passage.terms[at].tag.isAdverb, !passage.has(at, .negation) { at -= 1 }
    let term = passage.terms[at]
    if term.word == .has || Self.have.contains(term.key)
      || term.word == .clitic && passage.terms[verb].tag == .pastParticiple
    {
      let above = passage.terms[at - 1]
      if above.has([.modal, .negation]) || above.tag == .modal || above.tag == .to { return nil }
      return .perfect
    }
    // "had", "was", "not", "to": another time, another voice, or nothing that happened.
    guard passage.terms.indices.contains(at), term.tag.isNoun || term.tag == .pronoun, !term.has(.auxiliary),
      passage.terms[verb].tag == .pastVerb || isOnlyVerb(verb)
    else { return nil }
    return .past
  }

  /// "Police made 400 arrests": without another verb it is no participle.
  private func isOnlyVerb(_ verb: Int) -> Bool {
    passage.sentences[quantity.sentence].tokens.allSatisfy { index in
      index == verb || !passage.terms[index].tag.isVerb && !passage.has(index, .auxiliary)
    }
  }

  private static let have = foldedKeys("have has 've")
  private static let been = foldedKey("been")
  private static let made = foldedKey("made")
  private static let carriedOut = foldedKey("performed")
  private static let particles = foldedKeys("out off up in away over")
  private static let flows = foldedKeys(
    """
    processed handled treated served carried transported shipped delivered issued paid disbursed distributed
    dispatched answered resettled vaccinated inspected examined screened repaired recycled produced
    manufactured exported imported printed sold arrested deported detained rehoused received
    invested spent donated planted rescued evacuated approved awarded granted generated registered helped fed housed
    """)
  private static let events = foldedKeys(
    """
    arrest payment grant loan delivery call visit inspection seizure rescue donation complaint accident crash fire
    incident burglary application download request transaction booking test operation trip journey eviction search
    """)
}

import ProseText

extension Rule {
  static let unsourcedMentalState = Rule(
    id: "HS206", name: "unsourced-mental-state", severity: .information,
    summary: "Nobody can see into a head; say what the person said or did.",
    why: """
      Fear, anger and delight are known only from what people say and do. Write that, and who heard or saw it.
      """,
    standard: "Reuters, BBC, Wikipedia WP:NPOV practice",
    flagged: [
      Example("The party ⟦fears⟧ a split."),
      Example("The mayor ⟦is worried⟧ about collapse."),
      Example("Users ⟦are delighted⟧."),
      Example("Investors ⟦panicked⟧."),
      Example("The vote ⟦has taken aback⟧ the council."),
    ],
    clean: [
      Example("The party fears a split, its secretary told members."),
      Example("She said she was worried."),
      Example("I was worried."),
      Example("Fears of a split grew, Lind wrote."),
    ]
  ) { draft, report in
    for (index, block) in draft.blocks.enumerated()
    where block.outline.kind == .paragraph || block.outline.kind == .listItem {
      for state in MentalStates(block).found() {
        if isAttributed(state, index, draft) { continue }
        let range = block.range(state.words)
        report.add(
          range, "“\(draft.string(range))” states what goes on in a mind, with nobody who says so.",
          fixes: state.fix.map {
            [
              draft.insertion(
                after: range.lowerBound..<range.lowerBound, $0, title: "Say that it was said: insert “\($0.dropLast())”"
              )
            ]
          } ?? [])
      }
    }
  }

  /// Attributed in its sentence, spoken by the writer, or carried on from the same person's words before.
  private static func isAttributed(_ state: MentalStates.State, _ index: Int, _ draft: Draft) -> Bool {
    let block = draft.blocks[index]
    if block.facts.quoteAt[state.words.lowerBound] >= 0 { return true }
    let sentence = block.passage.sentence(of: state.words.lowerBound)
    if block.facts.traits[sentence].contains(.hypothetical) { return true }
    let attributions = draft.attributions[draft.attributionsOfBlock[index]]
    let isCovered = attributions.contains { attribution in
      attribution.local.cueClass != .mental && attribution.local.form != .hedgeAdjective
        && attribution.local.principal != state.words.upperBound - 1
        && attribution.local.covers(state.words.lowerBound)
    }
    if isCovered { return true }
    // "Lind said … She is worried …": a paraphrase goes on.
    guard state.subjectIsPronoun,
      let open = attributions.last(where: { $0.local.sentence < sentence && $0.nestedIn == nil })
    else { return false }
    return open.strength == .strong && open.local.source != nil && open.local.sentence == sentence - 1
      && draft.sources.indices.contains(open.resolved ?? -1) && draft.sources[open.resolved ?? 0].kind == .person
  }
}

/// Words that state a feeling of somebody as a fact.
struct MentalStates {
  struct State {
    /// The verb, or "is worried" with its auxiliary.
    var words: Range<Int>
    var subjectIsPronoun: Bool
    /// What to put before the words, if that makes a sentence.
    var fix: String?
  }

  private let block: DraftBlock
  private var passage: Passage { block.passage }

  init(_ block: DraftBlock) { self.block = block }

  func found() -> [State] {
    guard block.facts.isEnglish else { return [] }
    return passage.terms.indices.compactMap { state(at: $0) }
  }

  private func state(at index: Int) -> State? {
    let term = passage.terms[index]
    if term.has(.emotion), term.word != .aback { return emotion(at: index) }
    if term.word == .aback { return takenAback(at: index) }
    guard Self.verbs.contains(term.key),
      term.tag.isFiniteVerb || term.tag == .baseVerb && passage.has(index - 1, .auxiliary), index > 0
    else { return nil }
    if term.tag == .baseVerb, passage.word(index - 1) == .to || passage.has(index - 1, .modal) { return nil }
    guard let subject = subject(before: index) else { return nil }
    return State(words: index..<index + 1, subjectIsPronoun: subject.isPronoun, fix: nil)
  }

  /// Verbs that are nothing but a feeling.
  private static let verbs = Set(
    "fear fears feared worry worries worried dread dreads dreaded love loves loved hate hates hated resent resents resented panicked adore adores despise despises"
      .split(separator: " ").map { foldedKey(String($0)) })

  /// "is worried", "has been furious": a form of be, at most an adverb, the feeling.
  private func emotion(at index: Int) -> State? {
    var at = index - 1
    while at >= 0, passage.terms[at].has(.adverb) || passage.terms[at].tag.isAdverb { at -= 1 }
    guard at >= 0, passage.terms[at].has(.be) else {
      guard Self.verbs.contains(passage.terms[index].key), passage.terms[index].tag == .pastVerb,
        let subject = subject(before: index)
      else { return nil }
      return State(words: index..<index + 1, subjectIsPronoun: subject.isPronoun, fix: nil)
    }
    var start = at
    while start > 0, passage.terms[start - 1].has(.auxiliary), !passage.terms[start - 1].has(.modal) { start -= 1 }
    if start > 0, passage.terms[start - 1].has([.modal, .negation]) || passage.word(start - 1) == .to { return nil }
    guard let subject = subject(before: start) else { return nil }
    return State(
      words: start..<index + 1, subjectIsPronoun: subject.isPronoun, fix: subject.isPronoun ? nil : "said it ")
  }

  private func takenAback(at index: Int) -> State? {
    var start = index
    while start > 0, index - start < 4,
      passage.terms[start - 1].has(.auxiliary) || passage.word(start - 1) == .taken || passage.word(start - 1) == .took
    { start -= 1 }
    guard start < index else { return nil }
    let sentence = passage.sentences[passage.sentence(of: index)]
    if passage.has(sentence.tokens.lowerBound, .firstPerson) { return nil }
    return State(words: start..<index + 1, subjectIsPronoun: false, fix: nil)
  }

  /// Who feels: a person, a group or a body; the writer's own feelings and those of things and reasons are left alone.
  private func subject(before index: Int) -> (phrase: NounPhrase, isPronoun: Bool)? {
    let sentence = passage.sentences[passage.sentence(of: index)]
    var end = index
    while end > sentence.tokens.lowerBound, passage.terms[end - 1].has(.adverb) || passage.terms[end - 1].tag.isAdverb {
      end -= 1
    }
    guard end > sentence.tokens.lowerBound,
      let phrase = passage.subject(endingBefore: end, from: sentence.tokens.lowerBound)
    else { return nil }
    let head = passage.terms[phrase.head]
    if head.has(.firstPerson) || head.word == .you || head.word == .it || head.word == .who { return nil }
    let isPronoun = head.tag == .pronoun
    let isSomebody =
      isPronoun || head.isCapitalised && head.tag.isProperNoun
      || head.has([.peopleNoun, .personNoun, .organisationNoun, .anonymousNoun, .title, .vagueClass])
      || head.tag == .pluralNoun && !head.has([.documentNoun, .figureNoun])
      || SourceClassifier(passage).describe(phrase).map { $0.kind == .person } == true
    return isSomebody ? (phrase, isPronoun) : nil
  }
}

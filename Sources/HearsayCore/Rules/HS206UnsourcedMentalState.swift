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
      Example("The yard is proud to present its new barge."),
    ]
  ) { draft, report in
    for (index, block) in draft.blocks.enumerated()
    where (block.outline.kind == .paragraph || block.outline.kind == .listItem) && !draft.isInTurn(index) {
      for state in block.facts.mentalStates {
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

  /// "The yard is proud to present": said by being written.
  private static func isFormula(_ state: MentalStates.State, _ passage: Passage) -> Bool {
    passage.word(state.words.upperBound) == .to && announcing.contains(passage.terms[state.words.upperBound + 1].key)
  }

  private static let announcing = foldedKeys(
    "announce present share introduce launch welcome release publish report offer host")

  /// Whether an attribution of the sentences around is to a person whom the sentence of a feeling names or means.
  private static func isOfSubject(
    _ attribution: DraftAttribution, _ sentence: Int, _ state: MentalStates.State, _ passage: Passage
  ) -> Bool {
    guard attribution.strength == .strong, abs(attribution.local.sentence - sentence) <= 1,
      attribution.local.hasQuote || attribution.local.cueClass == .neutral, let source = attribution.local.source,
      source.kind == .person
    else { return false }
    if source.reference == .pronoun || state.subjectIsPronoun { return true }
    let first = passage.sentences[sentence].tokens.lowerBound
    return (first..<state.words.lowerBound).contains { index in
      passage.terms[index].isName && source.phrase.terms.contains { passage.terms[$0].key == passage.terms[index].key }
    }
  }

  /// Attributed in its sentence, spoken by the writer, or carried on from the same person's words before.
  private static func isAttributed(_ state: MentalStates.State, _ index: Int, _ draft: Draft) -> Bool {
    let block = draft.blocks[index]
    if block.facts.quoteAt[state.words.lowerBound] >= 0 { return true }
    if state.subjectIsThey { return true }
    // "is reportedly worried": the hedge is what is marked.
    if draft.attributionsOfBlock[index].contains(where: {
      let local = draft.attributions[$0].local
      return local.form == .hedgeAdverb && state.words.contains(local.principal)
    }) {
      return true
    }
    let sentence = block.passage.sentence(of: state.words.lowerBound)
    if block.facts.traits[sentence].contains(.hypothetical) { return true }
    // The writers tell how it was for those around them.
    let first = block.passage.sentences[sentence].tokens.lowerBound
    if draft.isFirstPerson,
      (first..<state.words.lowerBound).contains(where: {
        block.passage.has($0, .firstPerson) && block.passage.has($0, .personalPronoun)
      })
    {
      return true
    }
    if isFormula(state, block.passage) { return true }
    let attributions = draft.attributions[draft.attributionsOfBlock[index]]
    let isCovered = attributions.contains { attribution in
      attribution.local.cueClass != .mental && attribution.local.form != .hedgeAdjective
        && !attribution.local.cue.contains { $0.overlaps(state.words) }
        && attribution.local.covers(state.words.lowerBound)
    }
    if isCovered { return true }
    // "Lind was thrilled … “It was all I had hoped for,” she recalls": the paragraph has it from the one who felt it.
    if attributions.contains(where: { isOfSubject($0, sentence, state, block.passage) }) { return true }
    // "Lind said … She is worried …": a paraphrase goes on.
    guard state.subjectIsPronoun,
      let open = attributions.last(where: { $0.local.sentence < sentence && $0.nestedIn == nil })
    else { return false }
    return open.strength == .strong && open.local.source != nil && open.local.sentence == sentence - 1
      && draft.sources.indices.contains(open.resolved ?? -1) && draft.sources[open.resolved ?? 0].kind == .person
  }
}

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
      Example("The mayor ⟦is concerned⟧ about the oars."),
    ],
    clean: [
      Example("The party fears a split, its secretary told members."),
      Example("She said she was worried."),
      Example("I was worried."),
      Example("Fears of a split grew, Lind wrote."),
      Example("The yard is proud to present its new barge."),
      Example("The yard is proud to be the oldest on the river."),
      Example("If your crew loves tar, buy tar."),
      Example("Skippers love to tell how it was."),
      Example("The skippers were delighted at the news:\n\n- “At last,” wrote Ida Brandt."),
      Example("“I had no hope left,” Brandt recalls. She tried once more. She was thrilled when the bell rang."),
      Example("As far as the mayor is concerned, all oars are equal."),
      Example("Perhaps the pilot was delighted."),
    ], reach: .block
  ) { draft, report in
    for (index, block) in draft.readBlocks
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

  /// "The yard is proud to present": said by being written. "Skippers love to tell": what they often do.
  private static func isFormula(_ state: MentalStates.State, _ passage: Passage) -> Bool {
    let next = state.words.upperBound
    guard passage.word(next) == .to else { return false }
    let feeling = passage.terms[next - 1]
    return announcing.contains(passage.terms[next + 1].key) || courtesies.contains(feeling.key)
      || habits.contains(feeling.key) && feeling.tag != .pastVerb
  }

  /// "if your crew loves tar", "The skippers were delighted:" above what they said.
  private static func isSupposedOrShown(_ state: MentalStates.State, _ sentence: Int, _ passage: Passage) -> Bool {
    let range = passage.sentences[sentence].tokens
    if range.last.map({ passage.isMark($0, 0x3A) }) == true { return true }
    // "Perhaps the pilot was glad": supposed, not told.
    if let first = range.first(where: { passage.terms[$0].isWord }), supposing.contains(passage.terms[first].key) {
      return true
    }
    // "As far as the yard is concerned": for its part.
    if passage.terms[state.words.upperBound - 1].key == concerned,
      (max(range.lowerBound + 1, state.words.lowerBound - farthestPart)..<state.words.lowerBound).contains(where: {
        passage.terms[$0].key == far && passage.word($0 - 1) == .as
      })
    {
      return true
    }
    for index in stride(
      from: state.words.lowerBound - 1, through: max(range.lowerBound, state.words.lowerBound - 7), by: -1)
    {
      if passage.word(index) == .if { return true }
      if passage.terms[index].kind == .punctuation { return false }
    }
    return false
  }

  private static let supposing = WordKeys(["perhaps", "maybe"])
  private static let concerned = foldedKey("concerned")
  private static let far = foldedKey("far")
  private static let farthestPart = 10
  private static let courtesies = WordKeys(["proud", "pleased", "glad", "honoured", "honored", "happy"])
  private static let habits = WordKeys(["love", "loves", "hate", "hates"])

  private static let announcing = foldedKeys(
    "announce present share introduce launch welcome release publish report offer host")

  /// Whether an attribution of the sentences around is to a person whom the sentence of a feeling names or means.
  private static func isOfSubject(
    _ attribution: DraftAttribution, _ sentence: Int, _ state: MentalStates.State, _ passage: Passage
  ) -> Bool {
    // What somebody recalls in her own words goes on for some sentences.
    let distance = sentence - attribution.local.sentence
    let isNear =
      abs(distance) <= 1 || (2...3).contains(distance) && state.subjectIsPronoun && attribution.local.hasQuote
    guard attribution.strength == .strong, isNear,
      attribution.local.hasQuote || attribution.local.cueClass == .neutral, let source = attribution.local.source,
      source.kind == .person
    else { return false }
    if source.reference == .pronoun || state.subjectIsPronoun { return true }
    let first = passage.sentences[sentence].tokens.lowerBound
    return (first..<state.words.lowerBound).contains { index in
      passage.terms[index].isName && source.phrase.terms.contains { passage.terms[$0].key == passage.terms[index].key }
    }
  }

  /// In the writers' own story what stands between sentences of theirs is what they saw.
  private static func isInOwnStory(_ sentence: Int, _ facts: BlockFacts, _ draft: Draft) -> Bool {
    draft.isFirstPerson
      && [sentence - 1, sentence + 1].contains {
        facts.traits.indices.contains($0) && facts.traits[$0].contains(.firstPerson)
      }
  }

  /// Attributed in its sentence, spoken by the writer, or carried on from the same person's words before.
  private static func isAttributed(_ state: MentalStates.State, _ index: Int, _ draft: Draft) -> Bool {
    let block = draft.blocks[index]
    if block.facts.quoteAt[state.words.lowerBound] >= 0 { return true }
    if state.subjectIsThey || state.isGeneral && draft.isOwnAccount { return true }
    // "is reportedly worried": the hedge is what is marked.
    if draft.attributionsOfBlock[index].contains(where: {
      let local = draft.attributions[$0].local
      return local.form == .hedgeAdverb && state.words.contains(local.principal)
    }) {
      return true
    }
    let sentence = block.passage.sentence(of: state.words.lowerBound)
    if block.facts.traits[sentence].contains(.hypothetical) { return true }
    if isSupposedOrShown(state, sentence, block.passage) { return true }
    // The writers tell how it was for those around them.
    let first = block.passage.sentences[sentence].tokens.lowerBound
    if draft.isFirstPerson,
      (first..<state.words.lowerBound).contains(where: {
        block.passage.has($0, .firstPerson) && block.passage.has($0, .personalPronoun)
      })
    {
      return true
    }
    if isFormula(state, block.passage) || isInOwnStory(sentence, block.facts, draft) { return true }
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

extension Rule {
  static let anonymousSource = Rule(
    id: "HS204", name: "anonymous-source", severity: .information,
    summary: "Anonymity needs position, basis of knowledge and reason.",
    why: """
      A person without a name can be weighed only by what the text says of them: what they do, how they know, and why they may not be named. \
      A bare “a source” says none of it.
      """,
    standard: "AP, Reuters, NPR, Guardian, NYT, WSJ",
    flagged: [
      Example("⟦A source⟧ said the talks failed.", severity: .warning),
      Example("⟦A senior official⟧ said the talks failed."),
      Example("The talks failed, according to ⟦people familiar with the matter⟧."),
      Example("The talks failed, said ⟦an insider close to the board⟧."),
      Example("⟦A porter who fears the sack⟧ said the lift failed.", severity: .hint),
    ],
    clean: [
      Example("A police spokesman said the talks failed."),
      Example("A reader asked why the talks failed."),
      Example("One of my neighbours says the lift failed."),
      Example("I was once in a meeting where someone said the lift had failed."),
      Example("We walked the pier. We asked those we met. Several people said the lift had failed. We wrote it down."),
      Example("The eyewitness, Tom Reid, said the talks failed."),
      Example("We visited five piers. We asked our guests what they miss. A woman in Dorn told us she wants a lift."),
      Example("Perhaps, when you were small, someone told you what a sloop is."),
    ], reach: .block
  ) { draft, report in
    for attribution in draft.readAttributions {
      guard let source = attribution.local.source, source.kind == .anonymous, let range = draft.sourceRange(attribution)
      else { continue }
      if isOwnStory(source, attribution, draft) || draft.isImagined(attribution) { continue }
      if draft.blocks[attribution.block].isCited(sentence: attribution.local.sentence) { continue }
      // "86% of the porters said": the figure is what is told.
      if draft.holdsFigure(source, in: attribution.block) { continue }
      if attribution.local.isSupposed(in: draft.blocks[attribution.block].passage) { continue }
      switch attribution.local.cueClass {
      case .neutral, .factive, .loaded, .hedged, .citing: break
      case .none, .emotive, .mental: continue
      }
      let passage = draft.blocks[attribution.block].passage
      let head = passage.terms[source.phrase.head]
      let hearer = passage.terms[attribution.local.principal + 1]
      // "as a researcher says", and what somebody told the writer in a story of the writer's own.
      // "Perhaps someone told you": anybody, in the reader's own life.
      if hearer.word == .you, head.word == .someone || head.word == .somebody { continue }
      let isInterviewee = hearer.word == .us && draft.isFirstPerson && !isOfficial(head)
      if passage.word(source.phrase.terms.lowerBound - 1) == .as || hearer.word == .me || isInterviewee { continue }
      let isBare = !source.isQualified && isOfficial(head)
      let words = draft.excerpt(range)
      if source.givesReason {
        report.add(range, "“\(words)” is not named; a reason is given.", severity: .hint)
      } else if isBare {
        report.add(
          range, "“\(words)” is not named, and neither position nor reason is given.", severity: .warning,
          fixes: slots(range, draft))
      } else {
        report.add(range, "“\(words)” is not named, and no reason is given.", fixes: slots(range, draft))
      }
    }
  }

  /// Somebody with something to tell that others are not to know.
  private static func isOfficial(_ head: Term) -> Bool {
    head.word == .source || head.word == .official || head.word == .insider
  }

  /// "people familiar with the matter", "someone close to the board".
  private static func isNearness(_ word: Word) -> Bool {
    word == .familiar || word == .close || word == .condition || word == .anonymity
  }

  /// "One of my neighbours says", "Several people told us": those whom writers met in a story of their own.
  private static func isOwnStory(
    _ source: SourceDescription, _ attribution: DraftAttribution, _ draft: Draft
  ) -> Bool {
    let block = draft.blocks[attribution.block]
    let passage = block.passage
    let head = passage.terms[source.phrase.head]
    if head.word == .source || head.word == .sources || head.word == .official { return false }
    if source.phrase.terms.contains(where: { passage.has($0, .firstPerson) && passage.has($0, .possessive) }) {
      return true
    }
    // A user, a friend, a passer-by: those whom the writers of an own account heard tell no secret.
    if draft.isOwnAccount, !isOfficial(head), !source.phrase.terms.contains(where: { isNearness(passage.word($0)) }) {
      return true
    }
    // "I was in a meeting where someone said"
    if head.word == .someone || head.word == .somebody,
      block.facts.traits[attribution.local.sentence].contains(.firstPerson)
    {
      return true
    }
    guard draft.isFirstPerson else { return false }
    return head.tag == .pluralNoun || head.word == .people || head.word == .someone || head.word == .somebody
      || source.phrase.base.contains { passage.word($0) == .one }
  }

  private static func slots(_ range: Range<Int>, _ draft: Draft) -> [Fix] {
    [
      draft.insertion(
        after: range, ", who spoke on condition of anonymity because [reason],",
        title: "Give the reason: insert a slot for why the source is not named")
    ]
  }
}

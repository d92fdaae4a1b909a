import ProseText

extension Rule {
  static let agentlessAttribution = Rule(
    id: "HS201", name: "agentless-attribution", severity: .warning,
    summary: "A passive with no agent hides the source.",
    why: """
      “It is believed” and “was reported” say that somebody holds something to be so and leave out who. Name the party, or write what \
      you know in your own voice.
      """,
    standard: "Wikipedia {{by whom}}, Reuters, NPR",
    flagged: [
      Example("⟦It is believed⟧ that the pair fled."),
      Example("The deal ⟦was widely reported⟧."),
      Example("The ⟦reported⟧ desertions continue."),
      Example("He ⟦is said⟧ to be ill."),
      Example("The bailiff ⟦is widely suspected⟧ of the theft."),
      Example("The ferry ⟦was widely considered⟧ a failure."),
      Example(
        "Marsh, former Dock Warden Tom Reid, Captain Ana Moss, and Pilots Ida Brandt and Ana Holt ⟦were said⟧ to be on the list."
      ),
      Example("The pilot ⟦may be reported⟧ to have left."),
      Example("The ferry ⟦is known⟧ to leak."),
    ],
    clean: [
      Example("The deal was reported by Eastwire."),
      Example("The kiln burst at noon; no injuries were reported."),
      Example("According to the port authority, 40 thefts were reported."),
      Example("It has been shown that x (Lind, 2019)."),
      Example("The speech was published in the party journal."),
      Example("The crime was reported to police."),
      Example("The Tide Society’s report said the reef grows. It is estimated to be 900 years old."),
      Example("The alleged gunman fled over the bridge."),
      Example("They toured the pier with purported lamp expert Ida Brandt."),
      Example("Some bugs were reported and fixed the same evening."),
      Example("The lock keeps count of the thefts that are reported in Dorn each year."),
      Example("The bank published its reported earnings on Monday."),
      Example("Instances of theft may be reported by contacting one of the wardens."),
      Example("Run `tide`, then `ebb`, then `flow` or `ebb -v`. The `tide` is known to fail in fog.", isMarkdown: true),
    ], reach: .block
  ) { draft, report in
    for attribution in draft.readAttributions
    where attribution.local.source == nil && !attribution.local.isNegated {
      let block = draft.blocks[attribution.block]
      let passage = block.passage
      let verb = attribution.local.principal
      if isAttributedTo(somebody: attribution, draft) || continuesStudy(attribution, draft) { continue }
      switch attribution.local.form {
      case .passive:
        // What a program is known to do its manual knows.
        if draft.manner.isTechnical, passage.word(verb) == .known { continue }
        if passage.word(verb) == .expected
          || draft.blocks[attribution.block].isCited(sentence: attribution.local.sentence)
        {
          continue
        }
      case .hedgeAdjective:
        if draft.isLegal(attribution) || isAccused(attribution, passage) || isRole(attribution, passage) { continue }
      default: continue
      }
      let cue = draft.cueRange(attribution)
      let end = block.range(verb..<verb + 1).upperBound
      let fix =
        attribution.local.form == .passive
        ? [draft.insertion(after: cue.lowerBound..<end, " [by whom?]", title: "Ask for the agent: insert [by whom?]")]
        : []
      report.add(cue, "“\(draft.string(cue))” does not say by whom.", fixes: fix)
    }
  }

  /// "The study said … The mass is estimated at …": whoever made the study estimates.
  private static func continuesStudy(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    let passage = draft.blocks[attribution.block].passage
    guard attribution.local.form == .passive, estimates.contains(passage.terms[attribution.local.principal].key) else {
      return false
    }
    return draft.attributions[draft.attributionsOfBlock[attribution.block]].contains {
      guard $0.strength == .strong, let source = $0.local.source, source.kind == .document else { return false }
      let isBefore = $0.local.sentence == attribution.local.sentence - 1 && $0.local.sourceFirst
      return isBefore
        || abs($0.local.sentence - attribution.local.sentence) <= 2
          && research.contains(passage.terms[source.phrase.head].key)
    }
  }

  private static let research = foldedKeys("study paper research")

  /// "the alleged gunman", "an alleged weapon": whom or what no court has judged yet has to be called so.
  private static func isAccused(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let verb = attribution.local.principal
    guard passage.terms[verb].key == alleged else { return false }
    var noun = verb + 1
    while passage.terms[noun + 1].tag.isNoun, noun - verb < 3 { noun += 1 }
    return passage.has(noun, [.personNoun, .anonymousNoun])
      || SourceClassifier(passage).isAgentNoun(passage.terms[noun])
      || accused.contains(passage.terms[noun].key)
  }

  /// "the purported lamp expert Ida Brandt": what somebody named passes for.
  private static func isRole(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let first = attribution.local.principal + 1
    guard let phrase = passage.baseNounPhrase(at: first, limit: passage.terms.count), passage.terms[phrase.head].isName,
      let name = phrase.base.first(where: { passage.terms[$0].isName }), name > first,
      !passage.terms[name - 1].isCapitalised
    else { return false }
    return passage.has(name - 1, [.personNoun, .anonymousNoun, .title])
      || SourceClassifier(passage).isAgentNoun(passage.terms[name - 1])
  }

  private static let alleged = foldedKey("alleged")
  private static let accused = foldedKeys(
    "weapon weapons suspect suspects victim victims gunmen attackers killers thieves")
  private static let estimates = WordKeys(["estimated", "thought", "believed", "reported"])

  /// "According to the ministry, 40 cases were reported": the sentence says on whose word; an outlet's only relays.
  private static func isAttributedTo(somebody attribution: DraftAttribution, _ draft: Draft) -> Bool {
    draft.attributionsOfBlock[attribution.block].contains { index in
      let other = draft.attributions[index]
      guard let source = other.resolved, !draft.sources[source].isRelay else { return false }
      return other.strength == .strong && other.local.form == .prepositional
        && other.local.sentence == attribution.local.sentence && other.local.covers(attribution.local.principal)
    }
  }
}

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
    ],
    clean: [
      Example("The deal was reported by Eastwire."),
      Example("It has been shown that x (Lind, 2019)."),
      Example("The speech was published in the party journal."),
      Example("The crime was reported to police."),
      Example("The bank published its reported earnings on Monday."),
    ]
  ) { draft, report in
    for attribution in draft.attributions where attribution.local.source == nil {
      let block = draft.blocks[attribution.block]
      let passage = block.passage
      let verb = attribution.local.principal
      switch attribution.local.form {
      case .passive:
        if passage.word(verb) == .expected || draft.isCitedSentence(attribution) { continue }
      case .hedgeAdjective:
        if draft.isLegal(attribution) { continue }
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
}

extension Draft {
  /// Whether the sentence of an attribution carries a link, note, key or bracketed author and year.
  func isCitedSentence(_ attribution: DraftAttribution) -> Bool {
    let block = blocks[attribution.block]
    let sentence = block.passage.sentences[attribution.local.sentence]
    let isMarked = block.facts.content.inlines.contains { inline in
      switch inline.kind {
      case .link, .footnote, .citation:
        inline.range.lowerBound >= sentence.range.lowerBound && inline.range.lowerBound <= sentence.range.upperBound + 2
      default: false
      }
    }
    return isMarked || hasAuthorYear(block, sentence) || hasBracketNumber(block, sentence)
  }

  private func hasAuthorYear(_ block: DraftBlock, _ sentence: Sentence) -> Bool {
    let passage = block.passage
    return sentence.tokens.contains { index in
      guard passage.year(at: index) != nil, passage.isMark(index + 1, 0x29) || passage.isMark(index + 1, 0x3B) else {
        return false
      }
      return (max(sentence.tokens.lowerBound, index - 8)..<index).contains {
        passage.isMark($0, 0x28) && passage.terms[$0 + 1].isCapitalised
      }
    }
  }

  private func hasBracketNumber(_ block: DraftBlock, _ sentence: Sentence) -> Bool {
    let passage = block.passage
    let end = min(passage.terms.count, sentence.tokens.upperBound + 3)
    return (sentence.tokens.lowerBound..<end).contains {
      passage.isMark($0, 0x5B) && $0 + 1 < passage.terms.count && passage.terms[$0 + 1].kind == .number
    }
  }

  /// "alleged" beside a charge and a court is the language of the law, not hearsay.
  func isLegal(_ attribution: DraftAttribution) -> Bool {
    let passage = blocks[attribution.block].passage
    guard
      passage.terms[attribution.local.principal].key == Self.alleged
        || passage.terms[attribution.local.principal].key == Self.allegedly
    else { return false }
    let sentence = passage.sentences[attribution.local.sentence]
    return sentence.tokens.contains { Self.courtWords.contains(passage.terms[$0].key) }
      || attributions[attributionsOfBlock[attribution.block]].contains {
        $0.strength == .strong && $0.local.covers(attribution.local.principal)
      }
  }

  private static let alleged = foldedKey("alleged")
  private static let allegedly = foldedKey("allegedly")
  private static let courtWords = Set(
    "court prosecutor prosecutors charged charge charges indicted indictment trial jury judge tribunal".split(
      separator: " "
    ).map { foldedKey(String($0)) })
}

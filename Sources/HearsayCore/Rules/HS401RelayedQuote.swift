extension Rule {
  static let relayedQuote = Rule(
    id: "HS401", name: "relayed-quote", severity: .warning,
    summary: "Words in quotation marks must be the speaker’s own and reach you unbroken.",
    why: """
      Quotation marks promise the exact words. Words that came through an outlet, a nameless witness or “it was reported” may have been \
      cut, translated or bent: paraphrase them, or quote from the record.
      """,
    standard: "NYT Guidelines on Integrity (every word is what was said), Reuters, AP on quotations",
    flagged: [
      Example("He reportedly ⟦“urged people to stay”⟧ at the dock."),
      Example("An aide quoted her as saying ⟦“no more of this”⟧."),
      Example("According to the Harbour Post, he said ⟦“go home now”⟧."),
      Example("⟦“The tide is a wall we cannot climb,”⟧ Reid said, as quoted by Valian Reporter."),
    ],
    clean: [
      Example("“Go,” he said."),
      Example("“Go,” he told the Times in an interview."),
      Example("He wrote for the journal “Seeking Light”."),
      Example("The record shows he said “go”."),
    ], reach: .block
  ) { draft, report in
    for (index, block) in draft.readBlocks where !draft.isInTurn(index) {
      for quote in block.facts.quotations
      where quote.depth == 0 && quote.isClosed && (quote.kind == .fragment || quote.kind == .quotation) {
        let covering = draft.attributionsOfBlock[index].filter {
          draft.attributions[$0].local.covers(quote.terms.lowerBound)
        }
        guard let relay = relay(covering, draft) else { continue }
        // Two or three words under a hedge are more often a term than somebody's words.
        if draft.attributions[relay].local.form == .hedgeAdverb, quote.terms.count <= 5, !hasVerb(quote, block) {
          continue
        }
        let range = block.absolute(quote.range)
        let through = draft.sourceRange(draft.attributions[relay]) ?? draft.cueRange(draft.attributions[relay])
        report.add(
          range, "These words reach the draft through “\(draft.excerpt(through))”, not from the speaker.",
          related: [Related(range: through, message: "the hand they came through")])
      }
    }
  }

  private static func hasVerb(_ quote: Quotation, _ block: DraftBlock) -> Bool {
    quote.terms.contains { block.passage.terms[$0].tag.isVerb }
  }

  /// The attribution through which a quotation was relayed; nil where the speaker is the draft's own source.
  private static func relay(_ covering: [Int], _ draft: Draft) -> Int? {
    for index in covering {
      let attribution = draft.attributions[index]
      if attribution.local.isGuessed { continue }
      switch attribution.local.form {
      case .hedgeAdverb:
        if !covering.contains(where: {
          draft.attributions[$0].strength == .strong && $0 != index && !draft.attributions[$0].isEmotive
        }) {
          return index
        }
      case .passive where attribution.local.source == nil: return index
      case .hedgeAdjective, .credit, .label, .locative, .citing, .passive, .participle: continue
      case .verb, .prepositional:
        guard let source = attribution.resolved else { continue }
        let speakers = covering.filter {
          $0 != index && draft.attributions[$0].nestedIn == index && draft.attributions[$0].local.source != nil
        }
        if attribution.local.cueClass == .citing, attribution.local.cited != nil,
          draft.sources[source].kind == .anonymous || draft.sources[source].isRelay
        {
          return index
        }
        guard draft.sources[source].isRelay, !speakers.isEmpty || attribution.local.form == .prepositional else {
          continue
        }
        if ChainReader.isAboutItself(attribution, draft), speakers.isEmpty { continue }
        if let post = attribution.local.source, draft.isOwnPost(post, attribution.block) { continue }
        return index
      }
    }
    return nil
  }
}

extension DraftAttribution {
  var isEmotive: Bool { local.cueClass == .emotive || local.cueClass == .mental }
}

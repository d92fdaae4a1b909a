import ProseText

extension Rule {
  static let brokenChain = Rule(
    id: "HS302", name: "broken-chain", severity: .warning,
    summary: "The trail stops before anyone who could know.",
    why: """
      An outlet is not the origin of what it reports of others. Say whom it names; if it names nobody, say that, so that the reader knows \
      where the trail ends.
      """,
    standard: "NPR special section on attribution, IFCN, Wikipedia {{better source}}",
    flagged: [
      Example("⟦The Ledger⟧, citing an aide of the mayor, reported that the plant will close."),
      Example("⟦The Greenfield Times⟧ claims that the mine has closed."),
      Example("⟦The Bank Observer⟧ wrote that 40 boats stayed in port.", ledger: LedgerExamples.outlets),
      Example("⟦A viral post⟧ quoting a think tank says that the lake is dead."),
      Example("According to ⟦the Calder Herald⟧, these cases have been reported."),
      Example("Per ⟦totals compiled by the Calder Herald⟧, 31,000 barges sank."),
    ],
    clean: [
      Example("Within a few minutes calder.example will be listing your new boat as the latest one."),
      Example("The Ledger, citing the court file, reported that the plant will close."),
      Example("The Ledger said it did not know who made the payment."),
      Example("According to the ministry, these cases have been reported to police."),
      Example("The Ledger’s own survey of 50 shops found higher prices."),
      Example("The command `sort -n` tells the shell to sort by size.", isMarkdown: true),
      Example("The website shows them the forms for oars."),
    ]
  ) { draft, report in
    for relay in draft.brokenChains {
      let name = draft.excerpt(relay.range)
      let message =
        switch relay.origin {
        case .unnamed: "The trail behind “\(name)” ends with somebody who has no name."
        case .told: draft.toldMessage(relay, name)
        case .missing where draft.isUnknownOrigin(relay.attribution):
          "The trail ends with “\(name)”: the ledger says that its origin is not known."
        case .missing, .named: "The trail ends with “\(name)”: nobody is named who told it or counted."
        }
      report.add(
        relay.range, message, related: relay.hops,
        fixes: [
          draft.insertion(after: relay.range, " [citing whom?]", title: "Ask for the origin: insert [citing whom?]")
        ])
    }
    for (range, trail) in draft.keyTrails {
      let outlet = draft.entryName(trail.entry)
      switch trail.end {
      case .unnamed(let name):
        report.add(range, "“\(outlet)” has this from “\(name)”, who has no name in its saved copy.")
      case .missing: report.add(range, "“\(outlet)” does not say in its saved copy where it has this from.")
      case .named, .circular: break
      }
    }
  }
}

/// Outlets behind which the draft shows nobody: one finding a source.
enum BrokenChains {
  /// Outlets that first come in with a matter of their own: the draft is about them.
  private static func speakingOfThemselves(_ draft: Draft) -> Set<Int> {
    var parties: Set<Int> = []
    var seen: Set<Int> = []
    for attribution in draft.attributions {
      guard let source = attribution.resolved, draft.sources[source].isRelay, seen.insert(source).inserted else {
        continue
      }
      if !attribution.local.content.isEmpty, ChainReader.isAboutItself(attribution, draft) { parties.insert(source) }
    }
    return parties
  }

  /// "We answered with another post saying …": the writers' own words.
  private static func isWritersOwn(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    guard let source = attribution.local.source, source.name == nil else { return false }
    let block = draft.blocks[attribution.block]
    let sentence = block.passage.sentences[attribution.local.sentence].tokens
    return sentence.first { block.passage.terms[$0].isWord }.map {
      block.passage.has($0, .firstPerson) && block.passage.has($0, .personalPronoun)
    } ?? false
  }

  static func find(in draft: Draft) -> [RelayShape] {
    var seen: Set<Int> = []
    let circular = Set(draft.circles.map(\.attribution))
    let parties = speakingOfThemselves(draft)
    return draft.relays.filter { relay in
      switch relay.origin {
      case .named, .told: return false
      case .unnamed, .missing: break
      }
      // A link lets the reader open what the outlet wrote.
      if draft.sources[relay.source].isLinked, case .missing = relay.origin { return false }
      if isWritersOwn(draft.attributions[relay.attribution], draft) { return false }
      if circular.contains(relay.attribution) || parties.contains(relay.source) { return false }
      return seen.insert(relay.source).inserted
    }
  }
}

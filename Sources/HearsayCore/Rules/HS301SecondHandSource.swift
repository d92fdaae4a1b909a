extension Rule {
  static let secondHandSource = Rule(
    id: "HS301", name: "second-hand-source", severity: .information,
    summary: "The draft relays a relay although the origin can be reached.",
    why: """
      Each hand that a claim passes through can change it. Where the draft itself names the speech, the study or the speaker behind an \
      outlet, go to it and cite it.
      """,
    standard: "BBC 3.3.3 (first-hand sources), NPR (where the credited outlet got it), IFCN (primary sources)",
    flagged: [
      Example("According to ⟦the Calder Times⟧, the minister told parliament that the dam leaks."),
      Example(
        "⟦The Quay Messenger⟧ wrote that 40 boats stayed in port [@quay].", isMarkdown: true,
        ledger: LedgerExamples.outlets),
      Example(
        "The canal froze on 64 nights, ⟦the Lock Keepers’ Guild⟧ said [@locks].", isMarkdown: true,
        ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe canal froze on 64 nights, the Quay Messenger reported.\n"]),
      Example("⟦The Calder Herald⟧ reported that the study found lead in the river."),
      Example(
        "Dues rise in May, the Quay Courier reported.\n\n“They never asked us,” said the pilot, Olav Brandt, ⟦the paper⟧ wrote."
      ),
    ],
    clean: [
      Example("The minister told parliament that the dam leaks, the official record shows."),
      Example("The study found lead in the river."),
      Example("The Calder Times said it would appeal."),
      Example("According to the ministry, the dam leaks."),
      Example("Ida Brandt of the Quay Messenger wrote that the rule puts limits on speech along the river."),
    ]
  ) { draft, report in
    var seen: Set<String> = []
    let broken = Set(draft.brokenChains.map(\.attribution))
    let circular = Set(draft.circles.map(\.attribution))
    for relay in draft.relays where !broken.contains(relay.attribution) && !circular.contains(relay.attribution) {
      if case .told(let name) = relay.origin {
        guard seen.insert("\(relay.source) " + name.lowercased()).inserted else { continue }
        report.add(relay.range, draft.toldMessage(relay, name), related: relay.hops)
      }
      guard case .named(let origin) = relay.origin else { continue }
      // Once for each outlet and chain behind it.
      let shape = "\(relay.source) " + draft.string(origin).lowercased()
      guard seen.insert(shape).inserted else { continue }
      // A pronoun says little: the party it stands for is named instead.
      let party = draft.party(namedAt: origin, in: draft.attributions[relay.attribution].block)
      let name = party.map { draft.sources[$0].name } ?? draft.excerpt(origin)
      report.add(
        relay.range,
        "“\(draft.excerpt(relay.range))” passes on “\(name)”, the origin that the draft itself names.",
        related: relay.hops)
    }
    for (range, trail) in draft.keyTrails {
      guard case .named(let name) = trail.end else { continue }
      guard seen.insert("\(trail.entry) key " + name.lowercased()).inserted else { continue }
      let outlet = draft.entryName(trail.entry)
      report.add(range, "“\(outlet)” has this from “\(name)”, as its saved copy says: cite that.")
    }
  }
}

extension Draft {
  /// The party that an attribution of a block names at a range.
  fileprivate func party(namedAt range: Range<Int>, in block: Int) -> Int? {
    attributions.first { $0.block == block && sourceRange($0) == range }?.resolved
  }
}

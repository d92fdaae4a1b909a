import ProseText

extension Rule {
  static let sharedSingleSource = Rule(
    id: "HS602", name: "shared-single-source", severity: .information,
    summary: "Two drafts from one wire do not confirm one another.",
    why: """
      Both drafts rest on one outlet, so what it had wrong is wrong twice. Find an independent source for one of them, or say in both that \
      the report was not confirmed. Drafts of one declared series are left alone, and so are drafts that ask the first hand.
      """,
    standard: "BBC, Reuters, false corroboration in verification handbooks",
    flagged: [
      Example(
        "Fire in the Halm granary\n\nThe Halm granary lost its roof to a fire, ⟦the Calder Times⟧ reported. The paper said the grain was wet.",
        drafts: [
          "grain.txt":
            "What burned in Halm\n\nA fire took the roof of the granary in Halm, according to the Calder Times."
        ]),
      Example(
        "Fire in the Halm granary\n\nThe Halm granary lost its roof to a fire, ⟦the Quay Post⟧ reported.",
        ledger: """
          { "sources": [
            { "id": "wire", "publisher": "Norwire", "kind": "secondary", "type": "article" },
            { "id": "post", "publisher": "Quay Post", "kind": "secondary", "type": "article",
              "derivedFrom": [{ "source": "wire" }] }
          ] }
          """,
        drafts: ["grain.txt": "What burned in Halm\n\nA fire took the roof of the granary in Halm, Norwire reported."]),
    ],
    clean: [
      Example(
        "Fire in the Halm granary\n\nThe Halm granary lost its roof to a fire, the police said.",
        drafts: ["grain.txt": "What burned in Halm\n\nA fire took the roof of the granary in Halm, the court found."]),
      Example(
        "Fire in the Halm granary\n\nThe Halm granary lost its roof to a fire, the Calder Times reported.",
        drafts: ["choir.txt": "Choir sails north\n\nThe Dorn choir will sail in June, the Calder Times reported."]),
      Example(
        "---\nseries: granary\n---\n\n# Fire in the Halm granary\n\nThe Halm granary lost its roof to a fire, the Calder Times reported.",
        isMarkdown: true,
        drafts: [
          "grain.md":
            "---\nseries: granary\n---\n\n# What burned in Halm\n\nA fire took the roof of the granary in Halm, the Calder Times reported."
        ]),
      Example(
        "# Fire in the Halm granary\n\nThe Halm granary lost its roof to a fire, the Calder Times reported.",
        isMarkdown: true,
        drafts: [
          "grain.md":
            "---\nstatus: retired\n---\n\n# What burned in Halm\n\nA fire took the roof of the granary in Halm, the Calder Times reported."
        ]),
    ],
    stage: .workspace,
    checkWorkspace: { drafts, report in
      var related: [Int: [Related]] = [:]
      for matches in drafts.index.matches(of: drafts.id, kind: .root) {
        let pair = DraftPair(drafts.own, matches.digest)
        guard !pair.isSeries, pair.isSameMatter, pair.daysApart ?? 0 <= Self.monthAndHalf else { continue }
        let shared = matches.items.first { pair.one.roots[$0.own].isSame(as: pair.other.roots[$0.other]) }
        guard let shared else { continue }
        let message = "the same source there"
        related[shared.own, default: []].append(
          Related(range: pair.other.roots[shared.other].mention, message: message, draft: matches.id))
      }
      for (index, places) in related.sorted(by: { $0.key < $1.key }) {
        let root = drafts.own.roots[index]
        let others = places.compactMap(\.draft).map { DraftNeighbourhood.name(of: $0) }
        let names = others.count > 2 ? "\(others.count) other drafts" : others.joined(separator: " and ")
        report.add(
          root.mention, "This draft and \(names) rest on one source, “\(root.name)”.",
          related: Array(places.prefix(Self.mostRelated)))
      }
    }
  ) { _, _ in }

  /// Days within which two drafts can be of one event.
  private static let monthAndHalf = 45
  private static let mostRelated = 5
}

extension DraftRoot {
  /// Whether two drafts mean one source: by the ledger, else by its name.
  func isSame(as other: DraftRoot) -> Bool {
    if let entry, let otherEntry = other.entry { return entry == otherEntry }
    return PartyNames.isSame(words, other.words)
  }
}

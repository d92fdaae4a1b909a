import ProseText

extension Rule {
  static let anaphoricSource = Rule(
    id: "HS205", name: "anaphoric-source", severity: .hint,
    summary: "“The report” must lead back to one named report.",
    why: """
      A reader who looks for “the report” must find one, close by, and only one. Where it stands paragraphs away, or another document \
      stands between, name it again; where none was named, say which is meant.
      """,
    standard: "AP (restate the attribution unless the context leaves no doubt), NPR",
    flagged: [
      Example(
        "The ministry published a report on dams, the ministry said.\n\nRain fell all week over the valley.\n\nAccording to ⟦the report⟧, the walls are thin."
      ),
      Example("According to ⟦the report⟧, pesticides are not the cause.", severity: .warning),
      Example(
        "The Ledger reported a fire. The Courier reported a flood. ⟦The publication⟧ said nobody was hurt.",
        severity: .warning),
      Example(
        "According to the Calder Times, the dam leaks.\n\nAccording to ⟦the report⟧, the walls are thin.",
        severity: .information),
    ],
    clean: [
      Example("The ministry’s bulletin lists 12 dams. The bulletin adds that none is safe."),
      Example("Lind said it rained. She said it was cold."),
      Example("The bureau said it rained. The bureau said it was cold."),
      Example(
        "In a study in the Tide Journal, researchers weighed gulls.\n\nThe researchers took 40 gulls.\n\nThe scientists fed them for a week.\n\nRain fell all week.\n\nThe study said that gulls grow slowly."
      ),
      Example("The pool will shut, according to the Marsh Observer. The paper says its roof leaks."),
    ]
  ) { draft, report in
    var seen: Set<Range<Int>> = []
    // In a paragraph that has traced the words back once they are clear.
    var traced: (block: Int, source: Int)?
    for index in draft.readAttributionIndices where draft.attributions[index].local.source?.reference == .anaphor {
      let attribution = draft.attributions[index]
      guard let source = attribution.local.source, source.reference == .anaphor, !attribution.local.isNegated,
        let range = draft.sourceRange(attribution), seen.insert(range).inserted,
        !draft.turns.asking.contains(attribution.block),
        traceable.contains(draft.blocks[attribution.block].passage.terms[source.phrase.head].key)
      else { continue }
      if let source = attribution.resolved {
        if let traced, traced == (attribution.block, source) { continue }
        traced = (attribution.block, source)
      }
      let words = draft.string(range)
      let name = attribution.resolved.map { draft.sources[$0].name } ?? words
      switch attribution.resolution {
      case .direct, .near: continue
      case .distant(let antecedent) where isTopic(source, antecedent, attribution.block, draft): continue
      case .distant(let antecedent):
        let target = name == words ? draft.string(antecedent) : name
        // Its own noun again says nothing: what matters is how far it is.
        let isNamed = !words.lowercased().hasSuffix(target.lowercased())
        report.add(
          range,
          isNamed
            ? "“\(words)” leads back to “\(target)”, paragraphs or other documents away."
            : "“\(words)” was last named paragraphs or other documents away.",
          related: [Related(range: antecedent, message: "what it leads back to")], fixes: naming(range, name, draft))
      // A study that is named by its journal.
      case .bridged(let antecedent) where names(antecedent, source, draft, in: attribution.block): continue
      case .bridged(let antecedent):
        report.add(
          range, "No report is named before “\(words)”; it can only be that of “\(draft.string(antecedent))”.",
          severity: .information,
          related: [Related(range: antecedent, message: "the only outlet it can stand for")],
          fixes: [
            draft.replacement(
              of: range, with: "\(article(antecedent, draft))\(name) report", title: "Name it: “\(name) report”")
          ])
      case .ambiguous(let candidates):
        report.add(
          range, "“\(words)” can lead back to more than one source.", severity: .warning,
          related: candidates.map { Related(range: $0, message: "a candidate") })
      case .unresolved where publishes(draft.blocks[...attribution.block]): continue
      case .unresolved:
        report.add(range, "“\(words)” leads back to nothing that is named before.", severity: .warning)
      }
    }
  }

  /// One piece of research that the opening names and the whole text is about.
  private static func isTopic(_ source: SourceDescription, _ antecedent: Range<Int>, _ block: Int, _ draft: Draft)
    -> Bool
  {
    let head = draft.blocks[block].passage.terms[source.phrase.head].key
    guard research.contains(head) else { return false }
    let prose = draft.blocks.indices.lazy.filter { draft.blocks[$0].outline.kind == .paragraph }
    func speaks(_ index: Int) -> Bool {
      let passage = draft.blocks[index].passage
      return draft.blocks[index].facts.documentNouns.contains { research.contains(passage.terms[$0].key) }
        || passage.terms.contains { makers.contains($0.key) }
    }
    guard let first = prose.prefix(3).first(where: speaks),
      Array(prose.filter({ $0 >= first && speaks($0) }).prefix(4)).count == 4
    else { return false }
    // Another one that is singled out by "a", "another" or "an earlier".
    return !prose.contains { index in
      let passage = draft.blocks[index].passage
      return index != first
        && draft.blocks[index].facts.documentNouns.contains { noun in
          passage.terms[noun].key == head
            && (max(0, noun - 3)..<noun).contains { passage.has($0, .indefinite) || passage.word($0) == .another }
        }
    }
  }

  private static let research = foldedKeys("study paper research findings")
  private static let makers = foldedKeys("researchers scientists authors investigators")

  private static func names(_ range: Range<Int>, _ source: SourceDescription, _ draft: Draft, in block: Int) -> Bool {
    let passage = draft.blocks[block].passage
    let noun = passage.string(passage.terms[source.phrase.head].range).lowercased()
    return draft.string(range).lowercased().split(separator: " ").contains { $0 == noun }
  }

  /// "In findings published in the Tide Journal": a work without the word for it.
  private static func publishes(_ blocks: ArraySlice<DraftBlock>) -> Bool {
    blocks.contains { block in
      block.facts.documentNouns.contains { noun in
        works.contains(block.passage.terms[noun].key)
          && (noun + 1..<noun + 4).contains { block.passage.word($0) == .published }
      }
    }
  }

  private static let works = foldedKeys("findings results research work data")

  /// Texts that a reader would look for; "the data" and "the findings" are no texts.
  private static let traceable = foldedKeys(
    """
    report reports publication paper newspaper magazine outlet newsletter article articles study studies post survey poll
    review bulletin filing audit memo yearbook
    """)

  private static func article(_ antecedent: Range<Int>, _ draft: Draft) -> String {
    draft.string(antecedent).lowercased().hasPrefix("the ") ? "the " : ""
  }

  private static func naming(_ range: Range<Int>, _ name: String, _ draft: Draft) -> [Fix] {
    let noun = draft.string(range).split(separator: " ").last.map(String.init) ?? ""
    guard !name.isEmpty, name.lowercased() != draft.string(range).lowercased(),
      !name.lowercased().hasSuffix(noun.lowercased())
    else { return [] }
    let first = draft.text.bytes[range.lowerBound] == 0x54 ? "The" : "the"
    return [
      draft.replacement(of: range, with: "\(first) \(name) \(noun)", title: "Name it: “\(first) \(name) \(noun)”")
    ]
  }
}

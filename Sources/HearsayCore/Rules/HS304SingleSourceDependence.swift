import ProseText

extension Rule {
  static let singleSourceDependence = Rule(
    id: "HS304", name: "single-source-dependence", severity: .warning,
    summary: "One origin in several disguises looks like many.",
    why: """
      “The paper”, “the report” and “the article” can all be one text by others. A draft that rests on one relay repeats it, however often it \
      is named. Find a second, independent source, or say that everything comes from this one.
      """,
    standard: "BBC 3.3.4, Reuters two-source practice, AP",
    flagged: [
      Example(
        "The mill will close, according to ⟦the Calder Times⟧. The paper says 300 jobs will go.\n\nThe Calder Times report also said that the river is dirty."
      )
    ],
    clean: [
      Example("The statistics office said prices rose. The office said rents rose too. It said wages fell."),
      Example("“I quit,” said Tom Reid. Reid said he was tired. He said he would paint."),
      Example("The Calder Times reported a fire. The police said nobody was hurt. The mayor said the hall was lost."),
    ]
  ) { draft, report in
    var counts: [Int: Int] = [:]
    var strong = 0
    var last: (block: Int, sentence: Int, source: Int)?
    for attribution in draft.readAttributions where attribution.nestedIn == nil {
      switch attribution.local.cueClass {
      case .neutral, .factive, .loaded, .hedged: break
      case .citing:
        // Who cites whom adds nobody who would know.
        if attribution.resolved.map({ !draft.sources[$0].isRelay }) ?? true { continue }
        if attribution.resolution == .direct, attribution.resolved.map({ counts[$0] == nil }) ?? true { continue }
      case .none, .emotive, .mental: continue
      }
      guard let source = attribution.resolved else { continue }
      // "The Ledger reported …, saying …" is one attribution with two verbs.
      if let last, last == (attribution.block, attribution.local.sentence, source) { continue }
      last = (attribution.block, attribution.local.sentence, source)
      let kind = draft.sources[source].kind
      if kind == .writer || attribution.resolution == .unresolved { continue }
      if let root = draft.root(behind: attribution) {
        counts[root, default: 0] += 1
        strong += 1
      } else if let outlet = draft.hearer(of: attribution) {
        counts[outlet, default: 0] += 1
        strong += 1
      } else if attribution.strength == .strong {
        strong += 1
        if draft.sources[source].isRelay { counts[source, default: 0] += 1 }
      }
    }
    guard let (source, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 3,
      count * 5 >= strong * 3,
      let first = draft.sources[source].mentions.first
    else { return }
    let name = draft.excerpt(first)
    report.add(
      first, "\(count) of the \(strong) attributions here go back to one outlet, “\(name)”.",
      related: draft.sources[source].mentions.dropFirst().prefix(5).map {
        Related(range: $0, message: "the same outlet again")
      })
  }
}

extension Draft {
  /// The outlet that an interview was given to: "An insider told the Observer".
  func hearer(of attribution: DraftAttribution) -> Int? {
    let passage = blocks[attribution.block].passage
    guard Self.telling.contains(passage.terms[attribution.local.principal].key),
      attribution.local.form == .verb, attribution.local.principal + 1 < passage.terms.count,
      let phrase = passage.baseNounPhrase(at: attribution.local.principal + 1, limit: passage.terms.count),
      phrase.terms.contains(where: { passage.terms[$0].isName })
    else { return nil }
    let words = phrase.terms.filter { passage.terms[$0].isName }.map { passage.terms[$0].key }
    return sources.firstIndex { $0.isRelay && !words.isEmpty && $0.words.suffix(words.count).elementsEqual(words) }
  }

  private static let telling = WordKeys(["tell", "tells", "told"])
}

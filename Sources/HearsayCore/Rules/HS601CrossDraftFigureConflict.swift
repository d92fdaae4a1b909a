import ProseText

extension Rule {
  static let crossDraftFigureConflict = Rule(
    id: "HS601", name: "cross-draft-figure-conflict", severity: .warning,
    summary: "Two drafts give one fact one value, one unit, one time and one meaning.",
    why: """
      Readers of both see that one must be wrong, and cannot tell which. Open both drafts, ask the source, and enter the figure in the \
      ledger, so that a third draft takes it from there. A draft that corrects another says so at its head or in its metadata.
      """,
    standard: "Newsroom consistency, OSR",
    flagged: [
      Example(
        "The guard in Dorn made ⟦412⟧ arrests at the regatta on Friday.",
        drafts: ["quay.txt": "The guard made 421 arrests at the Dorn regatta on Friday."]),
      Example(
        "Storm fees cost the port of Halm ⟦€3 million⟧ last winter, its office said.",
        drafts: ["fees.txt": "The port of Halm paid $3 million in storm fees last winter, its office said."]),
      Example(
        "Some ⟦41.6 million⟧ members of the Reed League have left its lodges and choirs.",
        drafts: ["league.txt": "Around 41.6 million people left the choirs and lodges of the Reed League."]),
      Example(
        "Vale Rail has mended ⟦1,874⟧ signals since July.",
        drafts: ["signals.txt": "Vale Rail has mended 1,874 signals since 2004."]),
    ],
    clean: [
      Example(
        "The guard in Dorn made about 400 arrests at the regatta on Friday.",
        drafts: ["quay.txt": "The guard made 412 arrests at the Dorn regatta on Friday."]),
      Example(
        "The guard in Dorn made 412 arrests in May.",
        drafts: ["quay.txt": "The guard in Dorn made 421 arrests in June."]),
      Example(
        "The guard in Dorn made 412 arrests on Friday.",
        drafts: ["quay.txt": "The guard in Halm made 421 arrests on Friday."]),
      Example(
        "The guard in Dorn made 412 arrests at the regatta on Friday.",
        drafts: [
          "quay.txt":
            "Correction: an earlier text had it wrong.\n\nThe guard made 421 arrests at the Dorn regatta on Friday."
        ]),
      Example(
        "The guard in Dorn rescued 412 sailors at the regatta.",
        drafts: ["quay.txt": "The guard in Dorn fined 421 sailors at the regatta."]),
      Example(
        "The port of Halm paid €3 million ($3.3 million) in storm fees last winter.",
        drafts: ["fees.txt": "The port of Halm paid $3.3 million in storm fees last winter."]),
    ],
    stage: .workspace,
    checkWorkspace: { drafts, report in
      for found in CrossDraftFigures.conflicts(in: drafts) {
        report.add(found.range, found.message, related: found.related, fixes: found.fixes)
      }
    }
  ) { _, _ in }
}

/// The figures of a draft that other drafts contradict.
private enum CrossDraftFigures {
  struct Conflict {
    var range: Range<Int>
    var message: String
    var related: [Related]
    var fixes: [Fix]
  }

  /// Another draft's figure beside one of the draft's own.
  private struct Hit {
    var kind: ClaimConflict
    var weight: Int
    var draft: String
    var claim: FigureClaim
  }

  /// Places of other drafts that a finding points to at most.
  private static let mostRelated = 5

  static func conflicts(in drafts: DraftNeighbourhood) -> [Conflict] {
    var hits: [Int: [Hit]] = [:]
    for matches in drafts.index.matches(of: drafts.id, kind: .claim) {
      let pair = DraftPair(drafts.own, matches.digest)
      guard !pair.isCorrected else { continue }
      for (own, hit) in Self.hits(matches, pair, drafts) { hits[own, default: []].append(hit) }
    }
    return hits.sorted { $0.key < $1.key }.map { conflict(drafts.own.claims[$0.key], $0.value) }
  }

  /// For each of the draft's claims the other draft's claim that contradicts it most.
  private static func hits(
    _ matches: DraftMatches, _ pair: DraftPair, _ drafts: DraftNeighbourhood
  ) -> [(own: Int, hit: Hit)] {
    guard let first = matches.items.first else { return [] }
    var comparison = ClaimComparison(first, of: pair)
    var doubted = DraftMatches.Chosen()
    var conflicts: [(items: DraftMatches.Items, hit: Hit)] = []
    for items in matches.items {
      comparison.turn(to: items)
      guard let (kind, weight) = comparison.conflict(), !comparison.isAgreement else { continue }
      let hit = Hit(kind: kind, weight: weight, draft: matches.id, claim: pair.other.claims[items.other])
      conflicts.append((items, hit))
      doubted.own.insert(items.own)
      doubted.other.insert(items.other)
    }
    guard !conflicts.isEmpty else { return [] }
    // Where the other draft says the same too, the two know of both figures.
    var settled = DraftMatches.Chosen()
    for items in drafts.index.items(doubted, of: drafts.id, in: matches.id, kind: .claim) {
      comparison.turn(to: items)
      guard comparison.isAgreement else { continue }
      settled.own.insert(items.own)
      settled.other.insert(items.other)
    }
    var best: [Int: Hit] = [:]
    for (items, hit) in conflicts where !settled.own.contains(items.own) && !settled.other.contains(items.other) {
      if best[items.own].map({ $0.weight < hit.weight }) ?? true { best[items.own] = hit }
    }
    return best.map { ($0.key, $0.value) }
  }

  private static func conflict(_ claim: FigureClaim, _ hits: [Hit]) -> Conflict {
    let first = hits[0]
    let name = DraftNeighbourhood.name(of: first.draft)
    let message =
      switch first.kind {
      case .value, .unit: "“\(claim.phrase)” is “\(first.claim.phrase)” in \(name)."
      case .noun: "“\(claim.phrase)” counts something else in \(name): “\(first.claim.phrase)”."
      case .time: "“\(claim.phrase)” is of another time in \(name)."
      }
    let related = hits.prefix(mostRelated).map {
      Related(range: $0.claim.range, message: "“\($0.claim.phrase)” there", draft: $0.draft)
    }
    return Conflict(range: claim.range, message: message, related: Array(related), fixes: fixes(claim, hits))
  }

  /// The other draft's value, where all others agree on one.
  private static func fixes(_ claim: FigureClaim, _ hits: [Hit]) -> [Fix] {
    let words = Set(hits.map(\.claim.sense.text))
    guard words.count == 1, let text = words.first, hits.allSatisfy({ $0.kind == .value || $0.kind == .unit }) else {
      return []
    }
    let name = DraftNeighbourhood.name(of: hits[0].draft)
    return [
      Fix(
        title: "Replace “\(claim.sense.text)” with “\(text)” as in \(name)",
        edits: [TextEdit(range: claim.range, newText: text)])
    ]
  }
}

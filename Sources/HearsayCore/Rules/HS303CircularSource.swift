import ProseText

extension Rule {
  static let circularSource = Rule(
    id: "HS303", name: "circular-source", severity: .warning,
    summary: "A source cannot confirm itself.",
    why: """
      Two outlets that cite each other are one claim without an origin, and so is an outlet whose own report is brought in as proof of what it \
      says. Find what stands outside the circle, or say that nothing does.
      """,
    standard: "Wikipedia {{circular}}, BBC, Reuters",
    flagged: [
      Example(
        "The mine is closing, claims the Calder Times. Hundreds will lose work, according to ⟦a story by the newspaper⟧."
      ),
      Example("⟦The Tribune⟧ cited the Ledger as proof of the fire, and the Ledger cites the Tribune."),
      Example("⟦The newsletter Comb⟧ credits the site HiveNews, and HiveNews credits Comb."),
      Example(
        "⟦The Quay Messenger⟧ wrote that 40 boats stayed in port.",
        ledger: """
          { "sources": [
            { "id": "quay", "publisher": "Quay Messenger", "kind": "secondary", "derivedFrom": [{ "source": "bank" }] },
            { "id": "bank", "publisher": "Bank Observer", "kind": "secondary", "derivedFrom": [{ "source": "quay" }] },
          ] }
          """),
      Example("The encyclopedia says so, citing ⟦this newspaper⟧."),
    ],
    clean: [
      Example("The bank said in its annual report that profits fell."),
      Example("The Tribune cites the Ledger and the court file."),
      Example("The Calder Times stands by its report."),
      Example("The pool will shut, according to the Marsh Observer. The Observer’s report gives no date."),
    ]
  ) { draft, report in
    for circle in draft.circles {
      report.add(
        circle.range, circle.message,
        related: circle.first.map { [Related(range: $0, message: "where the circle begins")] } ?? [])
    }
  }
}

/// Places where a source comes back as its own support.
struct CircularSources {
  var attribution: Int
  var range: Range<Int>
  var first: Range<Int>?
  var message: String

  /// The attributions of which each, by what it says itself, may close a circle; indices in order.
  struct Suspects: Sendable {
    fileprivate var reports: [Int] = []
    fileprivate var writers: [Int] = []

    init(among indices: some Sequence<Int>, in draft: Draft) {
      for index in indices {
        if isReport(index, draft) { reports.append(index) }
        if isWriter(index, draft) { writers.append(index) }
      }
    }

    /// Some of others.
    init(_ others: Suspects, where isKept: (Int) -> Bool) {
      reports = others.reports.filter(isKept)
      writers = others.writers.filter(isKept)
    }

    mutating func add(_ others: Suspects) {
      reports = (reports + others.reports).sorted()
      writers = (writers + others.writers).sorted()
    }

    /// A report of an outlet.
    private func isReport(_ index: Int, _ draft: Draft) -> Bool {
      guard draft.attributions[index].local.source?.kind == .document,
        let description = draft.attributions[index].local.source, description.isIndefinite,
        let issuer = description.issuer, issuer.lowerBound > description.phrase.head,
        let source = draft.attributions[index].resolved
      else { return false }
      return draft.sources[source].kind == .publication
    }

    /// "citing this newspaper"
    private func isWriter(_ index: Int, _ draft: Draft) -> Bool {
      guard draft.attributions[index].local.form == .citing, let description = draft.attributions[index].local.source
      else { return false }
      let passage = draft.blocks[draft.attributions[index].block].passage
      return passage.word(description.phrase.base.lowerBound) == .this
        && passage.terms[description.phrase.head].has([.publicationNoun, .postNoun])
    }
  }

  static func find(in draft: Draft, _ edges: [ChainReader.Edge], _ suspects: Suspects) -> [CircularSources] {
    ownReports(suspects.reports, in: draft) + citationCircles(edges, in: draft)
      + writersThemselves(suspects.writers, in: draft) + ledgerCircles(in: draft)
  }

  /// The ledger, or the saved copies, lead back to a source that the trail came through.
  private static func ledgerCircles(in draft: Draft) -> [CircularSources] {
    guard let facts = draft.ledger else { return [] }
    // One finding a circle, at the party credited first.
    var seen: Set<Int> = []
    return facts.trails.sorted { $0.key < $1.key }.compactMap { index, trail in
      guard case .circular(let name) = trail.end, let range = draft.sourceRange(draft.attributions[index]),
        !seen.contains(trail.entry)
      else { return nil }
      seen.insert(trail.entry)
      for party in trail.parties { seen.formUnion(facts.opened.index.names.entries(named: party.words)) }
      let names = ([draft.entryName(trail.entry)] + trail.parties.map(\.name)).joined(separator: " ← ")
      return CircularSources(
        attribution: index, range: range, first: nil,
        message: "The trail behind “\(draft.excerpt(range))” returns to “\(name)”: \(names).")
    }
  }

  /// "Wikipedia says so, citing this newspaper": the draft itself is cited back.
  private static func writersThemselves(_ indices: [Int], in draft: Draft) -> [CircularSources] {
    indices.compactMap { index in
      guard let range = draft.sourceRange(draft.attributions[index]) else { return nil }
      return CircularSources(
        attribution: index, range: range, first: nil,
        message: "“\(draft.excerpt(range))” is where this is to be printed: it is cited back to itself.")
    }
  }

  /// "…, claims the paper. …, according to a report by the paper": a new report of the outlet that was credited before.
  private static func ownReports(_ indices: [Int], in draft: Draft) -> [CircularSources] {
    var seen: Set<Int> = []
    return indices.compactMap { index in
      guard let source = draft.attributions[index].resolved, let range = draft.sourceRange(draft.attributions[index])
      else { return nil }
      let earlier = draft.attributions[..<index].first { $0.resolved == source && !$0.local.content.isEmpty }
      guard let earlier, seen.insert(source).inserted else { return nil }
      return CircularSources(
        attribution: index, range: range, first: draft.sourceRange(earlier),
        message: "“\(draft.excerpt(range))” is \(draft.sources[source].name) again, the source it is to support.")
    }
  }

  /// A cites B and B cites A: at the last link of the circle.
  private static func citationCircles(_ all: [ChainReader.Edge], in draft: Draft) -> [CircularSources] {
    let edges = all.filter { $0.from != $0.to }
    var result: [CircularSources] = []
    var closed: Set<Int> = []
    for (position, edge) in edges.enumerated() where !closed.contains(edge.from) && !closed.contains(edge.to) {
      guard let path = path(from: edge.to, to: edge.from, edges[..<position]) else { continue }
      closed.formUnion(path)
      // On the outlet credited first, where it cites.
      let circle = edges[...position].filter { path.contains($0.from) && path.contains($0.to) }
      let shown = circle.min { first($0.from, draft) < first($1.from, draft) } ?? edge
      let attribution = draft.attributions[shown.attribution]
      guard let range = draft.sourceRange(attribution) else { continue }
      let names = ([edge.from] + path).map { draft.sources[$0].name }.joined(separator: " ← ")
      result.append(
        CircularSources(
          attribution: shown.attribution, range: range,
          first: draft.sources[shown.from].mentions.first { $0.lowerBound < range.lowerBound },
          message: "The trail runs in a circle: \(names)."))
    }
    return result
  }

  private static func first(_ source: Int, _ draft: Draft) -> Int {
    draft.sources[source].mentions.first?.lowerBound ?? Int.max
  }

  private static func path(
    from start: Int, to goal: Int, _ edges: ArraySlice<ChainReader.Edge>
  ) -> [Int]? {
    var previous: [Int: Int] = [start: start]
    var open = [start]
    while !open.isEmpty {
      let node = open.removeFirst()
      if node == goal {
        var path = [node]
        var at = node
        while let before = previous[at], before != at {
          path.insert(before, at: 0)
          at = before
        }
        return path
      }
      for edge in edges where edge.from == node && previous[edge.to] == nil {
        previous[edge.to] = node
        open.append(edge.to)
      }
    }
    return nil
  }
}

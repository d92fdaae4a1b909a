import ProseText

// Which attribution stands in what another one passes on.
extension [DraftAttribution] {
  /// Places the attributions of a block in one another: each in the smallest one whose content holds its cue and its source, if it
  /// names one.
  mutating func nest(_ range: Range<Int>, of block: DraftBlock) {
    for inner in range {
      self[inner].nestedIn = citing(inner, in: range, of: block) ?? smallest(around: inner, in: range)
    }
    for inner in range where self[inner].nestedIn == nil {
      self[inner].nestedIn = relay(of: inner, in: range, of: block)
    }
    breakCircles(range)
    for inner in range { self[inner] = withSpeaker(self[inner], of: block) }
  }

  /// The attribution of the party that cites.
  private func citing(_ inner: Int, in range: Range<Int>, of block: DraftBlock) -> Int? {
    let local = self[inner].local
    guard local.form == .citing, let parent = local.citedBy else { return nil }
    let principal = block.facts.sharedAttributions[parent].value.principal
    return range.first { self[$0].local.principal == principal }
  }

  private func smallest(around inner: Int, in range: Range<Int>) -> Int? {
    let local = self[inner].local
    let anchor = local.source?.phrase.head ?? local.principal
    var best: (index: Int, size: Int)?
    for outer in range where outer != inner {
      let candidate = self[outer].local
      guard candidate.form != .citing, candidate.form != .label || local.form != .label, candidate.covers(anchor)
      else { continue }
      // "Reportedly, the ministry said": nobody passes it on, but it is passed on.
      guard candidate.source != nil || local.source != nil && !local.covers(candidate.principal) else { continue }
      guard let part = candidate.content.first(where: { $0.contains(local.principal) }) else { continue }
      // Two that hold one another: the one whose source stands before the content is the outer one.
      if local.covers(candidate.principal), local.source != nil,
        inner < outer || !candidate.sourceFirst && local.form != .citing
      {
        if local.sourceFirst || !candidate.sourceFirst { if candidate.form != .prepositional { continue } }
      }
      if best == nil || part.count < best?.size ?? 0 { best = (outer, part.count) }
    }
    return best?.index
  }

  /// "“…,” Reid said, as reported by the Ledger": whoever passes on the same words behind the one who says them.
  private func relay(of inner: Int, in range: Range<Int>, of block: DraftBlock) -> Int? {
    let local = self[inner].local
    guard local.form == .verb, local.source != nil, let first = local.content.first else { return nil }
    let passage = block.passage
    for outer in range {
      guard self[outer].local.sentence == local.sentence,
        self[outer].local.principal > local.principal,
        self[outer].resolved != self[inner].resolved
      else { continue }
      let candidate = self[outer].local
      // "Reid said, as reported by the Ledger, “…”": what is said may follow both.
      let isAside = candidate.cue.first.map { passage.word($0.lowerBound) == .as } ?? false
      guard isAside || first.lowerBound < local.principal, candidate.content.first?.lowerBound == first.lowerBound,
        let source = candidate.source, source.kind == .publication || candidate.form == .prepositional
      else { continue }
      return outer
    }
    return nil
  }

  private mutating func breakCircles(_ range: Range<Int>) {
    for index in range {
      var seen: Set<Int> = [index]
      var at = index
      while let outer = self[at].nestedIn {
        guard seen.insert(outer).inserted else {
          self[at].nestedIn = nil
          break
        }
        at = outer
      }
    }
  }

  /// "“I think …,” said Reid": who says "I" in somebody's words is that somebody.
  func withSpeaker(_ attribution: DraftAttribution, of block: DraftBlock) -> DraftAttribution {
    guard let source = attribution.local.source, source.reference == .pronoun, source.kind == .writer,
      let outer = attribution.nestedIn, let speaker = self[outer].resolved,
      block.facts.quoteAt[source.phrase.head] >= 0
    else { return attribution }
    var result = attribution
    result.resolved = speaker
    result.strength = self[outer].strength
    return result
  }
}

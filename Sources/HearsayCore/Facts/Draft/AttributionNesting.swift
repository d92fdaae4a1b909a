import ProseText

// Which attribution stands in what another one passes on.
extension Draft {
  /// Places the attributions of a block in one another: each in the smallest one whose content holds its cue and its source, if it
  /// names one.
  mutating func nest(_ range: Range<Int>) {
    for inner in range {
      // Without “??”, whose other side would take a copy of the draft along.
      var outer = citing(inner, in: range)
      if outer == nil { outer = smallest(around: inner, in: range) }
      attributions[inner].nestedIn = outer
    }
    for inner in range where attributions[inner].nestedIn == nil {
      attributions[inner].nestedIn = relay(of: inner, in: range)
    }
    breakCircles(range)
    for inner in range { attributions[inner] = withSpeaker(attributions[inner]) }
  }

  /// The attribution of the party that cites.
  private func citing(_ inner: Int, in range: Range<Int>) -> Int? {
    let local = attributions[inner].local
    guard local.form == .citing, let parent = local.citedBy else { return nil }
    let principal = blocks[attributions[inner].block].facts.sharedAttributions[parent].value.principal
    return range.first { attributions[$0].local.principal == principal }
  }

  private func smallest(around inner: Int, in range: Range<Int>) -> Int? {
    let local = attributions[inner].local
    let anchor = local.source?.phrase.head ?? local.principal
    var best: (index: Int, size: Int)?
    for outer in range where outer != inner {
      let candidate = attributions[outer].local
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
  private func relay(of inner: Int, in range: Range<Int>) -> Int? {
    let local = attributions[inner].local
    guard local.form == .verb, local.source != nil, let first = local.content.first else { return nil }
    let passage = blocks[attributions[inner].block].passage
    for outer in range {
      guard attributions[outer].local.sentence == local.sentence,
        attributions[outer].local.principal > local.principal,
        attributions[outer].resolved != attributions[inner].resolved
      else { continue }
      let candidate = attributions[outer].local
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
      while let outer = attributions[at].nestedIn {
        guard seen.insert(outer).inserted else {
          attributions[at].nestedIn = nil
          break
        }
        at = outer
      }
    }
  }

  /// "“I think …,” said Reid": who says "I" in somebody's words is that somebody.
  func withSpeaker(_ attribution: DraftAttribution) -> DraftAttribution {
    guard let source = attribution.local.source, source.reference == .pronoun, source.kind == .writer,
      let outer = attribution.nestedIn, let speaker = attributions[outer].resolved,
      blocks[attribution.block].facts.quoteAt[source.phrase.head] >= 0
    else { return attribution }
    var result = attribution
    result.resolved = speaker
    result.strength = attributions[outer].strength
    return result
  }
}

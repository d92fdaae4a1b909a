import ProseText

/// Follows each attribution from the draft outwards to where it ends (D7 of the domain's rules).
enum ChainReader {
  /// Follows some attributions.
  ///
  /// - Parameter circular: sources that lead back to themselves.
  static func read(_ draft: inout Draft, _ indices: some Sequence<Int>, _ circular: Set<Int>) {
    for index in indices { readChain(index, circular, &draft) }
  }

  private static func readChain(_ index: Int, _ circular: Set<Int>, _ draft: inout Draft) {
    var path: [Int] = []
    var at: Int? = index
    while let current = at {
      path.insert(current, at: 0)
      at = draft.attributions[current].nestedIn
    }
    // Downwards along the first attribution that stands in each content.
    var last = index
    while path.count < 32, let inner = continuation(of: last, in: draft), !path.contains(inner) {
      path.append(inner)
      last = inner
    }
    var chain: [Int] = []
    var hand = 0
    for step in path {
      // "The Ledger was told by a clerk": it came through the Ledger.
      for source in [draft.attributions[step].hearer, draft.attributions[step].resolved].compactMap({ $0 })
      where chain.last != source {
        chain.append(source)
        hand += 1
      }
    }
    let attribution = draft.attributions[last]
    let final = attribution.resolved.map { draft.sources[$0] }
    draft.attributions[index].chain = chain
    draft.attributions[index].isAtLeast = false
    guard let final, attribution.local.source != nil else {
      draft.attributions[index].end = .unknown
      draft.attributions[index].hand = chain.isEmpty ? nil : hand + 1
      draft.attributions[index].isAtLeast = true
      return
    }
    switch final.kind {
    case .anonymous where attribution.strength == .strong:
      // A spokesman without a name answers for his ministry.
      draft.attributions[index].end = .origin
    case .publication where attribution.strength == .weak:
      // "State media": outlets, and no one of them.
      draft.attributions[index].end = .unnamed
    case .vague, .anonymous:
      draft.attributions[index].end = .unnamed
    case .publication:
      let ownMatter = final.isPrimary || isAboutItself(attribution, draft)
      draft.attributions[index].end = ownMatter ? .origin : .unknown
      if !ownMatter {
        hand += 1
        draft.attributions[index].isAtLeast = true
      }
    case .missing: draft.attributions[index].end = .unknown
    default:
      let isUnsignedPost = final.isRelay
      draft.attributions[index].end = isUnsignedPost ? .unknown : .origin
      if isUnsignedPost {
        hand += 1
        draft.attributions[index].isAtLeast = true
      }
    }
    draft.attributions[index].hand = hand
    if let resolved = draft.attributions[index].resolved, circular.contains(resolved),
      draft.sources[resolved].isRelay || draft.attributions[index].local.cueClass == .citing
    {
      draft.attributions[index].end = .circular
      draft.attributions[index].isAtLeast = true
    }
  }

  /// The attribution inside a content that carries the chain on: somebody who says, writes or is cited.
  static func continuation(of index: Int, in draft: Draft) -> Int? {
    // Where nobody passes it on, the chain has no beginning.
    guard draft.attributions[index].local.source != nil else { return nil }
    return draft.attributionsOfBlock[draft.attributions[index].block].first { inner in
      draft.attributions[inner].nestedIn == index && draft.attributions[inner].local.form != .hedgeAdjective
        && (draft.attributions[inner].local.cueClass != .mental || draft.attributions[inner].local.source == nil)
        && !isToldOf(draft.attributions[inner], within: draft.attributions[index], draft)
    }
  }

  /// "considered a clerk who revealed a plot", "told the mayor to close it", "might have urged him": somebody whose act is what the
  /// outer party tells, and who has told nobody of it.
  private static func isToldOf(
    _ inner: DraftAttribution, within outer: DraftAttribution, _ draft: Draft
  ) -> Bool {
    let passage = draft.blocks[inner.block].passage
    let local = inner.local
    guard local.form == .verb, let source = local.source, let cue = local.cue.first, outer.local.form != .label else {
      return false
    }
    if local.isSupposed(in: passage) { return true }
    // A relative clause that says which one is meant, behind a verb of its own.
    if passage.word(cue.lowerBound - 1) == .who, source.phrase.terms.upperBound >= cue.lowerBound - 1,
      let whole = outer.local.content.first(where: { $0.contains(source.phrase.head) }),
      (whole.lowerBound..<max(whole.lowerBound, source.phrase.terms.lowerBound)).contains(where: {
        passage.terms[$0].tag.isFiniteVerb
      })
    {
      return true
    }
    // An infinitive of what somebody was to do.
    guard let content = local.content.first, content.lowerBound > local.principal,
      let urged = passage.baseNounPhrase(at: local.principal + 1, limit: content.upperBound)
    else { return false }
    let to = urged.terms.upperBound
    return passage.word(to) == .to && passage.terms[to + 1].tag == .baseVerb
  }

  /// Whether an outlet speaks of itself: "The Times said it would appeal", "The Ledger’s own survey".
  static func isAboutItself(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    let passage = draft.blocks[attribution.block].passage
    if let source = attribution.local.source, source.phrase.base.contains(where: { passage.terms[$0].word == .own }) {
      return true
    }
    guard let content = attribution.local.content.first else { return true }
    var first = content.lowerBound
    if passage.word(first) == .that { first += 1 }
    if passage.word(first) == .it || passage.word(first) == .its || passage.word(first) == .they {
      // "it is believed" is nobody's matter.
      return !(passage.has(first + 1, .be) && passage.has(first + 2, .reportingPassive))
    }
    guard let resolved = attribution.resolved, let phrase = passage.baseNounPhrase(at: first, limit: content.upperBound)
    else { return false }
    let words = draft.sources[resolved].words
    guard let key = words.last else { return false }
    return phrase.terms.contains {
      passage.terms[$0].key == key && passage.terms[$0].isCapitalised
    }
  }

  // MARK: Circles

  /// That one source cites another, with the attribution that names the citing party, and the one that says so.
  struct Edge: Sendable {
    var from: Int
    var to: Int
    var attribution: Int
    var cause: Int
  }

  /// Who cites whom.
  static func citations(in draft: Draft) -> [Edge] { edges(of: draft.attributions.indices, in: draft) }

  /// Who cites whom by some attributions.
  static func edges(of indices: some Sequence<Int>, in draft: Draft) -> [Edge] {
    var edges: [Edge] = []
    for index in indices {
      guard draft.attributions[index].local.form == .citing || draft.attributions[index].local.cited != nil else {
        continue
      }
      let attribution = draft.attributions[index]
      guard let from = attribution.resolved else { continue }
      if let cited = attribution.local.cited,
        let to = draft.source(at: draft.blocks[attribution.block].range(cited.phrase.terms))
      {
        edges.append(Edge(from: from, to: to, attribution: index, cause: index))
      }
      if let outer = attribution.nestedIn, attribution.local.form == .citing,
        let party = draft.attributions[outer].resolved
      {
        edges.append(Edge(from: party, to: from, attribution: outer, cause: index))
      }
    }
    return edges
  }

  /// Sources that lead back to themselves.
  static func circles(among all: [Edge]) -> Set<Int> {
    let edges = all.filter { $0.from != $0.to }
    guard edges.count > 1 else { return [] }
    var result: Set<Int> = []
    for start in Set(edges.map(\.from)) {
      var reached: Set<Int> = []
      var open = [start]
      while let node = open.popLast() {
        for edge in edges where edge.from == node && reached.insert(edge.to).inserted { open.append(edge.to) }
      }
      if reached.contains(start) { result.insert(start) }
    }
    return result
  }
}

extension Draft {
  /// The source one of whose mentions is at a range.
  func source(at range: Range<Int>) -> Int? {
    sources.firstIndex { $0.mentions.contains(range) }
  }
}

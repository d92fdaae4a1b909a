import ProseText

/// What most of a draft's attributions go back to.
struct DraftRoot: Sendable, Equatable {
  /// What the draft calls it.
  var name: String
  /// Keys of the words of its name.
  var words: [UInt64]
  /// The id of the ledger's entry at the end of the trail; nil where the ledger does not know it.
  var entry: String?
  /// Where the draft first names it, or the outlet through which it has it: absolute bytes.
  var mention: Range<Int>
}

extension DraftRoot {
  /// The one root that a draft rests on; nil where it has several, or where its sources speak for themselves.
  static func of(_ draft: Draft) -> [DraftRoot] {
    if let main = draft.relayShares.main, let mention = mention(of: main.source, in: draft) {
      var roots = [root(of: main.source, at: mention, in: draft)]
      if let document = document(behind: main.source, at: mention, in: draft) { roots.append(document) }
      return roots
    }
    return keyedRoot(of: draft).map { [$0] } ?? []
  }

  /// Where the draft first names a source, or the outlet through which it has it.
  private static func mention(of source: Int, in draft: Draft) -> Range<Int>? {
    draft.sources[source].mentions.first
      ?? draft.ownAttributions.first { $0.chain.contains(source) }.flatMap { draft.sourceRange($0) }
  }

  private static func root(of source: Int, at mention: Range<Int>, in draft: Draft) -> DraftRoot {
    let entry = draft.ledger.flatMap { facts in
      let credited = facts.entries.filter { draft.attributions[$0.key].resolved == source }.min { $0.key < $1.key }?
        .value
      let named = facts.opened.index.names.entries(named: draft.sources[source].words)
      return (credited ?? (named.count == 1 ? named[0] : nil)).map { id(ofRootOf: $0, in: facts.opened) }
    }
    return DraftRoot(
      name: draft.sources[source].name, words: draft.sources[source].words, entry: entry, mention: mention)
  }

  /// "The post, citing the Vale study": what an outlet passes on in the draft's own telling.
  private static func document(behind source: Int, at mention: Range<Int>, in draft: Draft) -> DraftRoot? {
    let behind = draft.ownAttributions.compactMap { attribution -> Int? in
      guard attribution.nestedIn == nil, attribution.chain.first == source, attribution.chain.count > 1,
        let last = attribution.chain.last, draft.sources[last].kind == .document || draft.sources[last].isRelay,
        !draft.sources[last].words.isEmpty
      else { return nil }
      return last
    }
    guard let first = behind.first, behind.allSatisfy({ $0 == first }) else { return nil }
    return DraftRoot(
      name: draft.sources[first].name, words: draft.sources[first].words, mention: mention)
  }

  /// The root of most keys, where the draft credits its sources by keys alone.
  private static func keyedRoot(of draft: Draft) -> DraftRoot? {
    guard let facts = draft.ledger, draft.relayShares.strong == 0 else { return nil }
    var counts: [String: (count: Int, first: Int)] = [:]
    var all = 0
    for (index, key) in facts.keys.enumerated() {
      guard let entry = key.entry else { continue }
      all += 1
      let root = id(ofRootOf: entry, in: facts.opened)
      // What the first hand says itself is the best source there is.
      guard root != facts.ledger.sources[entry].id || facts.ledger.sources[entry].isRelay else { continue }
      counts[root] = (counts[root].map { $0.count + 1 } ?? 1, counts[root]?.first ?? index)
    }
    guard let (root, best) = counts.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      best.count * 5 >= all * 3, let entry = facts.opened.index.entry(root)
    else { return nil }
    let name = facts.ledger.sources[entry].name
    return DraftRoot(
      name: name, words: PartyNames.words(of: name), entry: root, mention: facts.keys[best.first].range)
  }

  /// The id of the entry that an entry has its matter from in the end; its own where it says nothing.
  private static func id(ofRootOf entry: Int, in opened: OpenedLedger) -> String {
    let sources = opened.ledger.sources
    var visited = [entry]
    while visited.count < 16, let last = visited.last,
      let edge = sources[last].derivations.first(where: { !$0.isUnknown }),
      let next = opened.index.entry(edge.source), !visited.contains(next)
    {
      visited.append(next)
    }
    return sources[visited.last ?? entry].id
  }
}

import ProseText

/// The digests of a workspace's drafts, by what may join two of them.
///
/// A draft is looked up by an id that the caller gives it, its path or address. Where very many drafts share something, each is
/// held against those that stand next to it when all are sorted by the bytes of their ids, so that to update a draft and to
/// ask for those that may say the same costs as much as what the draft holds, however many drafts there are. The answers
/// depend on the ids and digests alone, never on the order in which they came.
package struct DraftIndex: Sendable {
  /// So many entries under one key are looked at before a draft's own, and as many behind them.
  package static let reach = 128
  /// The most entries of one draft under one key; what stands so often in one says little.
  static let mostItems = 64

  private struct Slot: Sendable {
    var digest: DraftDigest
    /// All of them, also those that stand too often in the draft to be looked up by.
    var keys: [DraftKey]
  }

  private let reach: Int
  private var slots: [Slot?] = []
  /// For each claim of a slot.
  private var measures: [[ClaimMeasure]] = []
  private var order = DraftOrder()
  /// By key where it occurs, in the order of the drafts: each slot as often as the draft has the key.
  private var postings: [UInt64: [Posting]] = [:]

  private struct Posting: Sendable {
    var slot: Int32
    var item: Int32
  }

  package init(reach: Int = Self.reach) { self.reach = max(1, reach) }

  package var count: Int { order.count }

  /// The ids of all drafts, sorted by their bytes.
  package var ids: [String] { order.ids }

  /// Whether a draft is in the index.
  package func holds(_ id: String) -> Bool { order.slot(of: id) != nil }

  /// What a draft contributes; nil where it is not in the index.
  package subscript(id: String) -> DraftDigest? { order.slot(of: id).flatMap { slots[$0]?.digest } }

  /// Takes a draft in, in place of what it was before, or out.
  ///
  /// - Parameter digest: nil where the draft is gone.
  /// - Returns: the ids of the other drafts whose findings may have changed, sorted.
  @discardableResult
  package mutating func update(_ id: String, _ digest: DraftDigest?) -> [String] {
    let known = order.slot(of: id)
    if let known, slots[known]?.digest == digest { return [] }
    var touched = known.map { neighbours(of: $0) } ?? []
    if let known { clear(known) }
    if let digest {
      let slot = known ?? order.insert(id)
      fill(slot, digest)
      touched.formUnion(neighbours(of: slot))
    } else if known != nil {
      order.remove(id)
    }
    return order.ids(of: touched)
  }

  /// Whether a draft shares something with so many others that it may not be held against all of them.
  ///
  /// - Parameter changes: how many other drafts may have held more than they do now.
  package func isCrowded(_ id: String, changes: Int) -> Bool {
    guard let slot = order.slot(of: id), let keys = slots[slot]?.keys else { return false }
    return keys.contains { (postings[$0.hash]?.count ?? 0) + changes * Self.mostItems > reach }
  }

  /// The items of other drafts near to one that share a key of one kind with its own, by draft.
  ///
  /// Claims of which their numbers alone say that they have nothing to do with one another are left out.
  func matches(of id: String, kind: DraftKey.Kind) -> [DraftMatches] {
    guard let own = order.slot(of: id), slots[own] != nil else { return [] }
    var found: [Int: Set<DraftMatches.Items>] = [:]
    forEachNear(own, kind) { key, posting in
      let pair = DraftMatches.Items(own: Int(key.item), other: Int(posting.item))
      guard mayConcern(own, Int(posting.slot), kind, pair) else { return }
      found[Int(posting.slot), default: []].insert(pair)
    }
    return order.sorted(found.keys).compactMap { other in
      slots[other].map {
        DraftMatches(id: order.id(of: other), digest: $0.digest, items: (found[other] ?? []).sorted())
      }
    }
  }

  /// The pairs that some items of two drafts form with whatever shares a key of one kind with them in the other draft,
  /// however many other drafts share it too.
  ///
  /// Claims of which their numbers alone say that they have nothing to do with one another are left out.
  func items(
    _ some: DraftMatches.Chosen, of id: String, in other: String, kind: DraftKey.Kind
  ) -> [DraftMatches.Items] {
    guard let own = order.slot(of: id), let beside = order.slot(of: other), let keys = slots[own]?.keys,
      let otherKeys = slots[beside]?.keys
    else { return [] }
    var items: Set<DraftMatches.Items> = []
    DraftKey.forEachShared(kind, keys, otherKeys) { key, shared in
      let pair = DraftMatches.Items(own: Int(key.item), other: Int(shared.item))
      guard some.own.contains(pair.own) || some.other.contains(pair.other),
        mayConcern(own, beside, kind, pair)
      else { return }
      items.insert(pair)
    }
    return items.sorted()
  }

  /// Whether two items of two slots, of which they share a key, may have anything to do with one another.
  private func mayConcern(_ own: Int, _ other: Int, _ kind: DraftKey.Kind, _ items: DraftMatches.Items) -> Bool {
    kind != .claim || measures[own][items.own].mayConcern(measures[other][items.other])
  }

  /// The slots of the other drafts that a draft is held against, whatever its numbers are.
  private func neighbours(of slot: Int) -> Set<Int> {
    var near: Set<Int> = []
    forEachNear(slot, nil) { near.insert(Int($1.slot)) }
    return near
  }

  /// Goes through a draft's keys, of one kind or all, with the entries of other drafts under them that stand near enough.
  ///
  /// Whole drafts: the one is near to the other as the other is to the one.
  private func forEachNear(_ slot: Int, _ kind: DraftKey.Kind?, _ look: (DraftKey, Posting) -> Void) {
    let keys = slots[slot]?.keys ?? []
    var at = 0
    while at < keys.count {
      let group = keys[at...].prefix { $0.hash == keys[at].hash && $0.kind == keys[at].kind }
      at = group.endIndex
      guard kind ?? group[group.startIndex].kind == group[group.startIndex].kind,
        let list = postings[group[group.startIndex].hash]
      else { continue }
      let own = range(of: slot, in: list)
      var first = max(0, own.lowerBound - reach)
      while first > 0, list[first - 1].slot == list[first].slot { first -= 1 }
      var end = min(list.count, own.upperBound + reach)
      while end < list.count, list[end].slot == list[end - 1].slot { end += 1 }
      for key in group.prefix(Self.mostItems) {
        for index in first..<own.lowerBound { look(key, list[index]) }
        for index in own.upperBound..<end { look(key, list[index]) }
      }
    }
  }

  /// Where a draft's entries stand in a list, or would.
  private func range(of slot: Int, in list: [Posting]) -> Range<Int> {
    let rank = order.rank(of: slot)
    let first = list.firstPlace { order.rank(of: Int($0.slot)) >= rank }
    return first..<(list[first...].firstIndex { $0.slot != Int32(slot) } ?? list.count)
  }

  private mutating func fill(_ slot: Int, _ digest: DraftDigest) {
    let keys = DraftKey.all(of: digest)
    var entries: [UInt64: [Posting]] = [:]
    for key in keys where entries[key.hash]?.count ?? 0 < Self.mostItems {
      entries[key.hash, default: []].append(Posting(slot: Int32(slot), item: key.item))
    }
    while slots.count <= slot {
      slots.append(nil)
      measures.append([])
    }
    slots[slot] = Slot(digest: digest, keys: keys)
    measures[slot] = digest.claims.map { ClaimMeasure($0) }
    for (hash, entries) in entries {
      let place = postings[hash].map { range(of: slot, in: $0).lowerBound } ?? 0
      postings[hash, default: []].insert(contentsOf: entries, at: place)
    }
  }

  private mutating func clear(_ slot: Int) {
    for hash in Set((slots[slot]?.keys ?? []).map(\.hash)) {
      guard let list = postings[hash] else { continue }
      let own = range(of: slot, in: list)
      if own.count == list.count { postings[hash] = nil } else { postings[hash]?.removeSubrange(own) }
    }
    slots[slot] = nil
    measures[slot] = []
  }
}

/// What one draft has in common with another.
struct DraftMatches: Sendable {
  /// Indices into the two digests' lists of one kind.
  struct Items: Hashable, Comparable, Sendable {
    var own: Int
    var other: Int

    static func < (left: Items, right: Items) -> Bool { (left.own, left.other) < (right.own, right.other) }
  }

  /// Items of either draft.
  struct Chosen: Sendable {
    var own: Set<Int> = []
    var other: Set<Int> = []
  }

  /// The other draft.
  var id: String
  var digest: DraftDigest
  var items: [Items]
}

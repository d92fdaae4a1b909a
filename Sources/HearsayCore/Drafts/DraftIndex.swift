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

  private let reach: Int
  /// By slot; nil where it is free.
  private var digests: [DraftDigest?] = []
  /// By slot all keys, also those that stand too often in the draft to be looked up by.
  private var keys: [[DraftKey]] = []
  /// By slot for each claim.
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
  package subscript(id: String) -> DraftDigest? { order.slot(of: id).flatMap { digests[$0] } }

  /// Takes a draft in, in place of what it was before, or out.
  ///
  /// - Parameter digest: nil where the draft is gone.
  /// - Returns: the ids of the other drafts whose findings may have changed, sorted.
  @discardableResult
  package mutating func update(_ id: String, _ digest: DraftDigest?) -> [String] {
    let known = order.slot(of: id)
    if let known, digests[known] == digest { return [] }
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
    guard let slot = order.slot(of: id) else { return false }
    return keys[slot].contains { (postings[$0.hash]?.count ?? 0) + changes * Self.mostItems > reach }
  }

  /// The items of other drafts near to one that share a key of one kind with its own, by draft.
  ///
  /// Claims of which their numbers alone say that they do not contradict one another are left out.
  func matches(of id: String, kind: DraftKey.Kind) -> [DraftMatches] {
    guard let own = order.slot(of: id) else { return [] }
    var found = FoundItems()
    let ownMeasures = measures[own]
    forEachNear(own, kind) { key, posting in
      let (slot, item) = (Int(posting.slot), Int(posting.item))
      guard kind != .claim || ownMeasures[Int(key.item)].mayConflict(measures[slot][item]) else { return }
      found.add(FoundItems.Item(rank: order.rank(of: slot), own: key.item, other: posting.item))
    }
    return found.byRank().compactMap { rank, items in
      let slot = order.slot(at: rank)
      return digests[slot].map { DraftMatches(id: order.id(of: slot), digest: $0, items: items) }
    }
  }

  /// The pairs that some items of two drafts form with whatever shares a key of one kind with them in the other draft,
  /// however many other drafts share it too.
  ///
  /// Claims of which their numbers alone say that they have nothing to do with one another are left out.
  func items(
    _ some: DraftMatches.Chosen, of id: String, in other: String, kind: DraftKey.Kind
  ) -> [DraftMatches.Items] {
    guard let own = order.slot(of: id), let beside = order.slot(of: other) else { return [] }
    var items: Set<DraftMatches.Items> = []
    DraftKey.forEachShared(kind, keys[own], keys[beside]) { key, shared in
      let pair = DraftMatches.Items(own: Int(key.item), other: Int(shared.item))
      guard some.own.contains(pair.own) || some.other.contains(pair.other),
        kind != .claim || measures[own][pair.own].mayConcern(measures[beside][pair.other])
      else { return }
      items.insert(pair)
    }
    return items.sorted()
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
    let keys = keys[slot]
    var at = kind.map { kind in keys.firstPlace { $0.kind.rawValue >= kind.rawValue } } ?? 0
    while at < keys.count, kind == nil || keys[at].kind == kind {
      let key = keys[at]
      let begin = at
      while at < keys.count, keys[at].hash == key.hash, keys[at].kind == key.kind { at += 1 }
      guard let list = postings[key.hash], !isAlone(slot, in: list) else { continue }
      let own = range(of: slot, in: list)
      var first = max(0, own.lowerBound - reach)
      while first > 0, list[first - 1].slot == list[first].slot { first -= 1 }
      var end = min(list.count, own.upperBound + reach)
      while end < list.count, list[end].slot == list[end - 1].slot { end += 1 }
      for key in keys[begin..<min(at, begin + Self.mostItems)] {
        for index in first..<own.lowerBound { look(key, list[index]) }
        for index in own.upperBound..<end { look(key, list[index]) }
      }
    }
  }

  /// Whether a list has entries of one draft only; those of one stand together.
  private func isAlone(_ slot: Int, in list: [Posting]) -> Bool {
    list.first?.slot == Int32(slot) && list.last?.slot == Int32(slot)
  }

  /// Where a draft's entries stand in a list, or would.
  private func range(of slot: Int, in list: [Posting]) -> Range<Int> {
    let rank = order.rank(of: slot)
    let first = list.firstPlace { order.rank(of: Int($0.slot)) >= rank }
    return first..<(list[first...].firstIndex { $0.slot != Int32(slot) } ?? list.count)
  }

  private mutating func fill(_ slot: Int, _ digest: DraftDigest) {
    let all = DraftKey.all(of: digest)
    var entries: [UInt64: [Posting]] = [:]
    for key in all where entries[key.hash]?.count ?? 0 < Self.mostItems {
      entries[key.hash, default: []].append(Posting(slot: Int32(slot), item: key.item))
    }
    while digests.count <= slot {
      digests.append(nil)
      keys.append([])
      measures.append([])
    }
    digests[slot] = digest
    keys[slot] = all
    measures[slot] = digest.claims.map { ClaimMeasure($0) }
    for (hash, entries) in entries {
      let place = postings[hash].map { range(of: slot, in: $0).lowerBound } ?? 0
      postings[hash, default: []].insert(contentsOf: entries, at: place)
    }
  }

  private mutating func clear(_ slot: Int) {
    for hash in Set(keys[slot].map(\.hash)) {
      guard let list = postings[hash] else { continue }
      let own = range(of: slot, in: list)
      if own.count == list.count { postings[hash] = nil } else { postings[hash]?.removeSubrange(own) }
    }
    digests[slot] = nil
    keys[slot] = []
    measures[slot] = []
  }
}

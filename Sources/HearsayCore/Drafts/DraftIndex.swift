/// The digests of a workspace's drafts, by what may join two of them.
///
/// A draft is looked up by an id that the caller gives it, its path or address. To update one draft costs as much as what it
/// holds, and to ask for those that may say the same, as much as the entries that match. The answers depend on the digests
/// alone, never on the order in which they came.
package struct DraftIndex: Sendable {
  private struct Slot: Sendable {
    var id: String
    var digest: DraftDigest
    var keys: [DraftKey]
  }

  private var slots: [Slot?] = []
  /// By slot, for each claim.
  private var measures: [[ClaimMeasure]] = []
  private var free: [Int] = []
  private var slotOf: [String: Int] = [:]
  /// By key where it occurs: each slot as often as the draft has the key.
  private var postings: [UInt64: [Posting]] = [:]

  private struct Posting: Sendable {
    var slot: Int32
    var item: Int32
  }

  package init() {}

  package var count: Int { slotOf.count }

  /// The ids of all drafts, sorted by their bytes.
  package var ids: [String] { slotOf.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Whether a draft is in the index.
  package func holds(_ id: String) -> Bool { slotOf[id] != nil }

  /// What a draft contributes; nil where it is not in the index.
  package subscript(id: String) -> DraftDigest? { slotOf[id].flatMap { slots[$0]?.digest } }

  /// Takes a draft in, in place of what it was before, or out.
  ///
  /// - Parameter digest: nil where the draft is gone.
  /// - Returns: the ids of the other drafts whose findings may have changed, sorted.
  @discardableResult
  package mutating func update(_ id: String, _ digest: DraftDigest?) -> [String] {
    if let slot = slotOf[id], slots[slot]?.digest == digest { return [] }
    var touched = neighbours(of: id)
    remove(id)
    if let digest {
      insert(id, digest)
      touched.formUnion(neighbours(of: id))
    }
    return touched.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The ids of the other drafts that share a key with one.
  package func neighbours(of id: String) -> Set<String> {
    guard let own = slotOf[id], let keys = slots[own]?.keys else { return [] }
    var seen: Set<Int32> = [Int32(own)]
    var ids: Set<String> = []
    for key in keys {
      for posting in postings[key.hash] ?? [] where seen.insert(posting.slot).inserted {
        if let id = slots[Int(posting.slot)]?.id { ids.insert(id) }
      }
    }
    return ids
  }

  /// The other drafts' items that share a key of one kind with a draft's, by draft; each with the draft's own item.
  ///
  /// Claims of which their numbers alone say that they have nothing to do with one another are left out.
  func matches(of id: String, kind: DraftKey.Kind) -> [DraftMatches] {
    guard let own = slotOf[id], let keys = slots[own]?.keys else { return [] }
    let ownMeasures = measures[own]
    var found: [Int32: Set<DraftMatches.Items>] = [:]
    for key in keys where key.kind == kind {
      for posting in postings[key.hash] ?? [] where posting.slot != Int32(own) {
        if kind == .claim {
          let other = measures[Int(posting.slot)][Int(posting.item)]
          guard ownMeasures[Int(key.item)].mayConcern(other) else { continue }
        }
        found[posting.slot, default: []].insert(DraftMatches.Items(own: Int(key.item), other: Int(posting.item)))
      }
    }
    return found.compactMap { slot, items in
      slots[Int(slot)].map { DraftMatches(id: $0.id, digest: $0.digest, items: items.sorted()) }
    }
    .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private mutating func insert(_ id: String, _ digest: DraftDigest) {
    let slot = free.popLast() ?? slots.count
    if slot == slots.count {
      slots.append(nil)
      measures.append([])
    }
    let keys = DraftKey.all(of: digest)
    measures[slot] = digest.claims.map { ClaimMeasure($0) }
    slots[slot] = Slot(id: id, digest: digest, keys: keys)
    slotOf[id] = slot
    for key in keys { postings[key.hash, default: []].append(Posting(slot: Int32(slot), item: key.item)) }
  }

  private mutating func remove(_ id: String) {
    guard let slot = slotOf.removeValue(forKey: id), let old = slots[slot] else { return }
    for hash in Set(old.keys.map(\.hash)) {
      postings[hash]?.removeAll { $0.slot == Int32(slot) }
      if postings[hash]?.isEmpty == true { postings[hash] = nil }
    }
    slots[slot] = nil
    measures[slot] = []
    free.append(slot)
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

  /// The other draft.
  var id: String
  var digest: DraftDigest
  var items: [Items]
}

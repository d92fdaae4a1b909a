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

/// Pairs of items that were found of one draft and others, each as often as the two share a key.
struct FoundItems {
  struct Item: Comparable {
    /// Of the other draft, among all.
    var rank: Int
    var own: Int32
    var other: Int32

    static func < (left: Item, right: Item) -> Bool {
      (left.rank, left.own, left.other) < (right.rank, right.own, right.other)
    }
  }

  private var items: [Item] = []
  /// At so many those that were found more than once are put together, so that the room stays that of different ones.
  private var most = 4096

  mutating func add(_ item: Item) {
    items.append(item)
    guard items.count >= most else { return }
    putTogether()
    most = max(most, 2 * items.count)
  }

  private mutating func putTogether() {
    items.sort()
    var count = 0
    for item in items where count == 0 || items[count - 1] != item {
      items[count] = item
      count += 1
    }
    items.removeSubrange(count...)
  }

  /// Each pair once, in order, the pairs of one other draft together.
  consuming func byRank() -> [(rank: Int, items: [DraftMatches.Items])] {
    putTogether()
    var result: [(rank: Int, items: [DraftMatches.Items])] = []
    for item in items {
      if result.last?.rank != item.rank { result.append((item.rank, [])) }
      result[result.count - 1].items.append(DraftMatches.Items(own: Int(item.own), other: Int(item.other)))
    }
    return result
  }
}

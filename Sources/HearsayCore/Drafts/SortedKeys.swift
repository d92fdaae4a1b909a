/// Keys of words in order, each once: a set that is made once and kept by the thousand, in as little room as they take.
struct SortedKeys: Sendable, Equatable {
  private let keys: [UInt64]

  /// No keys.
  init() { keys = [] }

  init(_ keys: Set<UInt64>) { self.keys = keys.sorted() }

  var count: Int { keys.count }

  func contains(_ key: UInt64) -> Bool {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// Whether all of some keys are among them.
  func contains(all others: Set<UInt64>) -> Bool { others.allSatisfy { contains($0) } }

  /// Whether none of some keys is among them.
  func isDisjoint(with others: Set<UInt64>) -> Bool { !others.contains { contains($0) } }

  /// Whether they have no key in common with others.
  func isDisjoint(with others: SortedKeys) -> Bool { countShared(with: others, most: 1) == 0 }

  /// How many keys they have in common with others.
  ///
  /// - Parameter limit: from where on nobody counts.
  func countShared(with others: SortedKeys, most limit: Int = .max) -> Int {
    var (own, other, found) = (0, 0, 0)
    while own < keys.count, other < others.keys.count, found < limit {
      let (left, right) = (keys[own], others.keys[other])
      if left == right { found += 1 }
      if left <= right { own += 1 }
      if right <= left { other += 1 }
    }
    return found
  }
}

extension SortedKeys: Storable {
  func store(into writer: inout StoreWriter) { keys.store(into: &writer) }

  init(from reader: inout StoreReader) throws(StoreMalformation) { self.init(try Set(from: &reader)) }
}

import ProseText

/// A set of words by their keys.
///
/// A key is a hash already, so that looking one up hashes nothing: an open-addressed table, at most a quarter full, for
/// most words that are looked up are not in it.
struct WordKeys: Sendable {
  /// 0 stands for an empty slot; no word's key is 0.
  private let slots: [UInt64]

  init(_ words: [String]) { self.init(keys: words.map { foldedKey($0) }) }

  init(keys: [UInt64]) {
    var size = 8
    while size < keys.count * 4 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for key in keys {
      var slot = Self.first(key, size)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (size - 1) }
      slots[slot] = key
    }
    self.slots = slots
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var slot = Self.first(key, slots.count)
      while slots[slot] != 0 {
        if slots[slot] == key { return key != 0 }
        slot = (slot + 1) & (slots.count - 1)
      }
      return false
    }
  }

  @inline(__always)
  private static func first(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
  }
}

extension WordKeys: Sequence {
  func makeIterator() -> some IteratorProtocol<UInt64> { slots.lazy.filter { $0 != 0 }.makeIterator() }
}

extension WordKeys {
  /// All of some sets, for words to be asked once whether they are of any.
  static func all(_ sets: WordKeys...) -> WordKeys { WordKeys(keys: sets.flatMap { Array($0) }) }
}

/// The keys of words in a list, parted by blanks or line breaks.
func foldedKeys(_ list: String) -> WordKeys { WordKeys(keys: listedWords(list).map { foldedKey($0) }) }

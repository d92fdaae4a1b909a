/// Values of words, by the words' keys.
///
/// A key is a hash already, so that looking one up hashes nothing: an open-addressed table, at most half full.
struct WordTable<Value: Sendable>: Sendable {
  private var slots: [(key: UInt64, value: Value?)]

  /// - Parameter values: of equal keys the last one counts.
  init(_ values: [(key: UInt64, value: Value)]) {
    var size = 4
    while size < values.count * 2 { size *= 2 }
    slots = Array(repeating: (0, nil), count: size)
    for (key, value) in values { slots[slot(of: key)] = (key, value) }
  }

  subscript(_ key: UInt64) -> Value? {
    @inline(__always) get { slots[slot(of: key)].value }
  }

  /// Where a key stands, or the free place where it would.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let last = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & last
    while slots[slot].value != nil, slots[slot].key != key { slot = (slot + 1) & last }
    return slot
  }
}

extension WordTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (UInt64, Value)...) { self.init(elements.map { (key: $0, value: $1) }) }
}

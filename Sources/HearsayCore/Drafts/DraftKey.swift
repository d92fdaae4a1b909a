import ProseText

/// One reason for which an item of a draft may have to do with an item of another.
struct DraftKey: Sendable, Hashable {
  enum Kind: UInt64, Sendable {
    case claim, quotation, root
  }

  var kind: Kind
  /// Index into the digest's list of the kind.
  var item: Int32
  /// Of the kind and of what is shared.
  var hash: UInt64

  /// The order of a draft's keys: what is shared first, so that two drafts' keys can be gone through side by side.
  private func precedes(_ other: DraftKey) -> Bool {
    (kind.rawValue, hash, item) < (other.kind.rawValue, other.hash, other.item)
  }

  /// Goes through the keys of one kind that two drafts share; both lists are all keys of a draft.
  static func forEachShared(
    _ kind: Kind, _ own: [DraftKey], _ other: [DraftKey], _ look: (DraftKey, DraftKey) -> Void
  ) {
    func begin(_ keys: [DraftKey]) -> Int { keys.firstPlace { $0.kind.rawValue >= kind.rawValue } }
    var (at, beside) = (begin(own), begin(other))
    while at < own.count, beside < other.count, own[at].kind == kind, other[beside].kind == kind {
      let key = own[at]
      guard other[beside].hash >= key.hash else {
        beside += 1
        continue
      }
      for shared in other[beside...].prefix(while: { $0.kind == kind && $0.hash == key.hash }) { look(key, shared) }
      at += 1
    }
  }

  /// The keys of a draft, each once, those of one kind and hash side by side and in the order of the text.
  static func all(of digest: DraftDigest) -> [DraftKey] {
    var keys: Set<DraftKey> = []
    func add(_ kind: Kind, _ item: Int, _ parts: UInt64...) {
      keys.insert(DraftKey(kind: kind, item: Int32(item), hash: combined(kind, parts)))
    }
    for (index, claim) in digest.claims.enumerated() {
      let sense = claim.sense
      // A number that tells by itself, whatever it counts and whatever its unit.
      if claim.isTelling { add(.claim, index, 0, sense.low.bitPattern) }
      // What is counted, with each word of what is said of it.
      let measure = measure(of: sense.kind)
      let head = claim.head ?? 0
      for word in sense.clause where word != head { add(.claim, index, measure, head, word) }
    }
    for (index, quotation) in digest.quotations.enumerated() {
      let words = quotation.content
      // Three words that follow one another.
      for at in words.indices.dropLast(2) { add(.quotation, index, words[at], words[at + 1], words[at + 2]) }
    }
    for (index, root) in digest.roots.enumerated() {
      if let entry = root.entry { add(.root, index, 1, foldedKey(entry)) }
      // A name in full and in short ends, or begins, with the same word.
      for word in Set([root.words.first, root.words.last].compactMap { $0 }) { add(.root, index, 2, word) }
    }
    return keys.sorted { $0.precedes($1) }
  }

  /// Kinds whose figures can state one fact share a number.
  private static func measure(of kind: FigureKind) -> UInt64 {
    switch kind {
    case .percent, .percentagePoints: 2
    case .currency: 3
    case .measure: 4
    default: 1
    }
  }

  /// FNV-1a over whole words, folded well enough for a table.
  private static func combined(_ kind: Kind, _ parts: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ kind.rawValue
    for part in parts {
      hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash
  }
}

import ProseText

/// What the reading of a block depends on beside its own bytes and kind.
struct DraftUsage: Sendable, Hashable {
  /// A hash of the labels that the draft defines.
  var labels: UInt64
  /// How the draft writes numbers.
  var numbers: NumberFormat
  /// Which marks quote.
  var quotes = QuotationStyle.english
}

/// Facts of blocks, kept by what they depend on.
///
/// A hit is compared byte for byte, so that equal hashes never pass for equal blocks. Only blocks of the last two
/// drafts asked for are kept.
struct BlockCache: Sendable {
  private struct Entry: Sendable {
    var segments: [Range<Int>]
    var usage: DraftUsage
    var facts: SharedFacts
  }

  private var entries: [UInt64: Entry] = [:]
  private var fresh: [UInt64: Entry] = [:]
  /// The blocks of the draft before, and of the one being read, in order.
  private var before: [SharedFacts] = []
  private var current: [SharedFacts] = []
  private var tagger = Tagger()
  private var labeller: Labeller

  init(_ weights: LabellerWeights) { labeller = Labeller(weights) }

  /// Forgets all drafts.
  mutating func forget() {
    entries = [:]
    fresh = [:]
    before = []
    current = []
  }

  /// Begins a draft; one that was broken off before leaves nothing behind.
  mutating func beginDraft() {
    current.removeAll(keepingCapacity: true)
  }

  /// The facts of a block, read anew only where the block is new.
  mutating func facts(
    of block: BlockOutline, in bytes: [UInt8], _ format: DraftFormat, _ outline: Outline, _ usage: DraftUsage
  ) -> SharedFacts {
    let origin = block.range.lowerBound
    let segments = block.segments.map { ($0.lowerBound - origin)..<($0.upperBound - origin) }
    var key = ByteHash.hash(bytes, block.range) ^ usage.labels &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(block.kind.hashTag)
    key ^= UInt64(segments.count) &* 0xD6E8_FEB8_6659_FD93
    if let entry = fresh[key] ?? entries[key], entry.usage == usage, entry.facts.facts.passage.kind == block.kind,
      entry.segments == segments, entry.facts.facts.isRead(from: bytes, block.range)
    {
      fresh[key] = entry
      current.append(entry.facts)
      return entry.facts
    }
    let neighbours = neighbours()
    let facts = SharedFacts(
      BlockFacts(
        block, format.content(of: block, in: bytes, outline), in: bytes, numbers: usage.numbers, quotes: usage.quotes,
        &tagger, &labeller
      ) {
        TagMemory(neighbours)
      })
    fresh[key] = Entry(segments: segments, usage: usage, facts: facts)
    current.append(facts)
    return facts
  }

  /// The blocks that stood about here before: an edit moves a block by one at most.
  private func neighbours() -> [SharedFacts] {
    let place = current.count
    return (place - 1...place + 1).compactMap { before.indices.contains($0) ? before[$0] : nil }
  }

  /// Forgets what the draft just read did not hold.
  mutating func finishDraft() {
    before = current
    current.removeAll(keepingCapacity: true)
    entries = fresh
    fresh.removeAll(keepingCapacity: true)
  }
}

extension BlockKind {
  fileprivate var hashTag: Int { BlockKind.allCases.firstIndex(of: self) ?? 0 }
}

/// A fast hash of bytes, eight at a time (multiply and fold, after wyhash by Wang Yi); the same on every machine.
enum ByteHash {
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var hash: UInt64 = 0x2D35_8DCC_AA6C_78A5 ^ UInt64(range.count)
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        hash = mix(hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        at += 8
      }
      var tail: UInt64 = 0
      while at < range.upperBound {
        tail = tail << 8 | UInt64(raw[at])
        at += 1
      }
      return mix(hash ^ tail)
    }
  }

  /// Whether a range of bytes equals a whole array, compared eight at a time.
  static func areEqual(_ whole: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard whole.count == range.count else { return false }
    return whole.withUnsafeBytes { left in
      bytes.withUnsafeBytes { right in
        var at = 0
        while at + 8 <= left.count {
          let a = left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          guard a == right.loadUnaligned(fromByteOffset: range.lowerBound + at, as: UInt64.self) else { return false }
          at += 8
        }
        while at < left.count {
          guard left[at] == right[range.lowerBound + at] else { return false }
          at += 1
        }
        return true
      }
    }
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x8BB8_4B93_962E_ACC9)
    return product.high ^ product.low
  }

  /// A hash of labels, whatever their order.
  static func hash(_ outline: Outline) -> UInt64 {
    var sum: UInt64 = 0
    for label in outline.linkLabels { sum &+= hash(Array(label.utf8), 0..<label.utf8.count) }
    for label in outline.footnoteLabels { sum &+= mix(hash(Array(label.utf8), 0..<label.utf8.count)) }
    return sum
  }
}

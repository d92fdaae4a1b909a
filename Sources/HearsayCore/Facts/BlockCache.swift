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
/// Most blocks of a draft stand where they stood in the draft before, in the same order: those are compared with the
/// one that is due, byte for byte. Any other is looked up by a hash, and then compared byte for byte too, so that equal
/// hashes never pass for equal blocks. Only blocks of the last draft asked for are kept.
struct BlockCache: Sendable {
  private struct Entry: Sendable {
    /// Where the block stood.
    var range: Range<Int>
    var segments: [Range<Int>]
    var usage: DraftUsage
    var facts: SharedFacts

    /// Whether the facts are those of a block.
    func isOf(_ block: BlockOutline, _ bytes: [UInt8], _ usage: DraftUsage) -> Bool {
      hasForm(of: block, usage) && facts.facts.isRead(from: bytes, block.range)
    }

    func hasForm(of block: BlockOutline, _ usage: DraftUsage) -> Bool {
      facts.facts.passage.kind == block.kind && self.usage == usage && block.hasSegments(segments)
    }
  }

  /// The blocks of the draft before, and of the one being read, in order.
  private var before: [Entry] = []
  private var current: [Entry] = []
  /// The draft that the blocks before are of, empty where there is none, and how it goes with the one being read.
  private var text: [UInt8] = []
  private var common = CommonEnds()
  /// How the draft before writes numbers, and the one being read.
  private var numbers: NumberFormat?
  private var currentNumbers: NumberFormat?
  /// Where in the draft before the next block is likely to stand.
  private var due = 0
  /// By hash the places of the blocks of the draft before; made for the first block that is not where it was.
  private var moved: [UInt64: Int]?
  /// How many blocks were not where they are due.
  private var missing = 0
  /// By hash the places of the blocks that were read for this draft.
  private var fresh: [UInt64: Int] = [:]
  private var tagger = Tagger()
  private var labeller: Labeller
  /// Whether a draft is read again and again; where not, a block of it is known again within one reading alone.
  private let isForEditing: Bool
  /// From how many bytes on a draft that is read once is packed: what it then takes less of is worth the time.
  private let packedSize: Int
  /// Whether the draft that is begun is packed.
  private(set) var isPacked = false

  init(_ weights: LabellerWeights, isForEditing: Bool = true, packedSize: Int = 0) {
    labeller = Labeller(weights)
    self.isForEditing = isForEditing
    self.packedSize = packedSize
  }

  /// Begins a draft; what was read of one that was broken off is not read again.
  mutating func beginDraft(_ bytes: [UInt8]) {
    if !current.isEmpty {
      before.replaceSubrange(0..<min(current.count, before.count), with: current)
      current.removeAll(keepingCapacity: true)
      // Blocks of two texts are of none: where they stood says nothing until a draft is read to its end.
      text = []
      numbers = nil
    }
    isPacked = !isForEditing && bytes.count >= packedSize
    common = CommonEnds(text, bytes)
    currentNumbers = nil
    fresh.removeAll(keepingCapacity: true)
    due = 0
    missing = 0
    moved = nil
  }

  /// How the draft that is begun writes numbers, read anew only where a digit stands by what has changed.
  mutating func numberFormat(of bytes: [UInt8]) -> NumberFormat {
    if let numbers, !common.isNothing, !NumberFormat.hasDigit(text, common.changeBefore),
      !NumberFormat.hasDigit(bytes, common.change)
    {
      currentNumbers = numbers
      return numbers
    }
    let read = NumberFormat(of: bytes)
    currentNumbers = read
    return read
  }

  /// The facts of a block, read anew only where the block is new.
  mutating func facts(
    of block: BlockOutline, in bytes: [UInt8], _ format: DraftFormat, _ outline: Outline, _ usage: DraftUsage
  ) -> SharedFacts {
    if var known = known(block, bytes, usage) {
      known.range = block.range
      current.append(known)
      return known.facts
    }
    let neighbours = neighbours()
    labeller.keepsLast = !before.isEmpty && missing == 1
    let read = BlockFacts(
      block, format.content(of: block, in: bytes, outline), in: bytes, numbers: usage.numbers, quotes: usage.quotes,
      isCopied: isForEditing, &tagger, &labeller,
      before: before.indices.contains(current.count) ? before[current.count].facts : nil
    ) {
      TagMemory(neighbours)
    }
    let facts = SharedFacts(read, isPacked: isPacked)
    fresh[ByteHash.hash(bytes, block.range)] = current.count
    current.append(Entry(range: block.range, segments: block.relativeSegments, usage: usage, facts: facts))
    return facts
  }

  private mutating func known(_ block: BlockOutline, _ bytes: [UInt8], _ usage: DraftUsage) -> Entry? {
    // A block that was put in or taken out moves the others by one.
    for place in due..<max(due, min(due + 2, before.count))
    where common.leave(before[place].range, at: block.range)
      ? before[place].hasForm(of: block, usage) : before[place].isOf(block, bytes, usage)
    {
      due = place + 1
      return before[place]
    }
    // The one block under somebody's fingers is nowhere: looking for it would cost a hash of the whole draft.
    guard missing > 0 else {
      missing = 1
      return nil
    }
    let hash = ByteHash.hash(bytes, block.range)
    if let place = fresh[hash], current[place].isOf(block, bytes, usage) { return current[place] }
    missing += 1
    if before.isEmpty { return nil }
    let places = moved ?? placesBefore()
    moved = places
    guard let place = places[hash], before[place].isOf(block, bytes, usage) else { return nil }
    due = place + 1
    return before[place]
  }

  /// Forgets all blocks, and gives their room back.
  mutating func forgetDrafts() {
    before = []
    current = []
    text = []
    numbers = nil
    fresh = [:]
    moved = nil
    labeller.forgetLast()
  }

  private func placesBefore() -> [UInt64: Int] {
    Dictionary(before.enumerated().map { ($1.facts.facts.hash, $0) }) { first, _ in first }
  }

  /// The blocks that stood about here before: an edit moves a block by one at most.
  private func neighbours() -> [SharedFacts] {
    let place = current.count
    return (place - 1...place + 1).compactMap { before.indices.contains($0) ? before[$0].facts : nil }
  }

  /// Forgets what the draft just read did not hold.
  mutating func finishDraft(_ bytes: [UInt8]) {
    // Beside a large draft it is little to learn of words anew.
    if isPacked { (tagger, labeller) = (Tagger(), labeller.anew()) }
    guard isForEditing else { return forgetDrafts() }
    text = bytes
    numbers = currentNumbers
    swap(&before, &current)
    current.removeAll(keepingCapacity: true)
    fresh.removeAll(keepingCapacity: true)
    moved = nil
  }
}

extension BlockOutline {
  /// The segments, counted from the block's beginning.
  fileprivate var relativeSegments: [Range<Int>] {
    segments.map { ($0.lowerBound - range.lowerBound)..<($0.upperBound - range.lowerBound) }
  }

  fileprivate func hasSegments(_ relative: [Range<Int>]) -> Bool {
    guard segments.count == relative.count else { return false }
    for index in segments.indices
    where segments[index].lowerBound - range.lowerBound != relative[index].lowerBound
      || segments[index].count != relative[index].count
    { return false }
    return true
  }
}

/// A fast hash of bytes, eight at a time (multiply and fold, after wyhash by Wang Yi); the same on every machine.
package enum ByteHash {
  /// The hash of a range of bytes.
  package static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
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

  /// Whether a range of bytes equals a range of others.
  static func areEqual(_ first: [UInt8], _ own: Range<Int>, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    areEqual(first[own], bytes[range])
  }

  /// Whether the numbers of one slice are those of another, compared eight bytes at a time.
  static func areEqual<Number: FixedWidthInteger>(_ first: ArraySlice<Number>, _ second: ArraySlice<Number>) -> Bool {
    guard first.count == second.count else { return false }
    return first.withUnsafeBytes { left in
      second.withUnsafeBytes { right in
        var at = 0
        while at + 8 <= left.count {
          let a = left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          guard a == right.loadUnaligned(fromByteOffset: at, as: UInt64.self) else { return false }
          at += 8
        }
        while at < left.count {
          guard left[at] == right[at] else { return false }
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

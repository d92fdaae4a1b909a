import Model

/// The tagger's trained file, read where it lies.
///
/// Little-endian. A header of 44 bytes (`HSTG`, version, number of tags, nine numbers), then:
/// * the dictionary: an open-addressed table of 32-bit slots, 24 bits of a word's key above 8 bits of its word group;
/// * the word groups: a 64-bit mask of possible tags each, with two flags on top;
/// * the weights: buckets of entries found by a feature's hash. An entry is a 16-bit head (12 bits of the hash above the
///   number of weights less one) and a 16-bit pair of tag and signed weight for each tag that the feature speaks for or
///   against. Most features concern two or three tags, so this is a third of the size of full rows; the few that concern more
///   (the number is 15) have a row of a signed byte for each of 40 tags instead;
/// * the filter: a bit for each value of the first 18 bits of a hash, set where a feature begins so. Half of the features that are asked for
///   have no weights, and the filter, which stays in the nearest memory, says so of most of them.
///
/// A view over memory that must outlive it. Only the header is checked; the offsets inside are trusted.
package struct TaggerModel {
  package static let magic: [UInt8] = [0x48, 0x53, 0x54, 0x47]
  package static let version: UInt16 = 2
  package static let headerSize = 44
  package static let bucketsPerBase = 64
  package static let filterBits = 18
  /// Set in a group's mask where its one tag is certain enough to skip the classifier.
  package static let isCertain: UInt64 = 1 << 63
  /// Set in a group's mask where its words were seen often enough that other tags are ruled out.
  package static let isClosed: UInt64 = 1 << 62

  private let base: UnsafeRawPointer
  private let dictionaryBits: UInt64
  private let dictionary: Int
  private let groups: Int
  private let bucketBits: UInt32
  private let bases: UnsafeRawPointer
  private let offsets: UnsafeRawPointer
  private let entries: UnsafeRawPointer
  private let filter: UnsafeRawPointer

  /// Nil where the bytes are not a tagger's file of this version for these tags.
  package init?(_ buffer: UnsafeRawBufferPointer) {
    guard let base = buffer.baseAddress, buffer.count >= Self.headerSize,
      buffer.prefix(4).elementsEqual(Self.magic)
    else { return nil }
    func field(_ index: Int) -> Int {
      Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 8 + 4 * index, as: UInt32.self)))
    }
    guard UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 4, as: UInt16.self)) == Self.version,
      Int(UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 6, as: UInt16.self)))
        == PartOfSpeech.allCases.count,
      field(7) == buffer.count, field(8) + 1 << (Self.filterBits - 3) == buffer.count, (1...24).contains(field(0)),
      (6...20).contains(field(3))
    else { return nil }
    self.base = base
    dictionaryBits = UInt64(field(0))
    dictionary = field(1)
    groups = field(2)
    bucketBits = UInt32(field(3))
    bases = base + field(4)
    offsets = base + field(5)
    entries = base + field(6)
    filter = base + field(8)
  }

  /// Has the memory fetched where the group of a word is looked for.
  @inline(__always)
  func fetchGroup(of key: UInt64) {
    hearsay_fetch(base + (dictionary + 4 * Self.slot(key, dictionaryBits).first))
  }

  /// The group of a word, nil where the dictionary does not hold it.
  @inline(__always)
  func group(of key: UInt64) -> UInt8? {
    let (first, mark) = Self.slot(key, dictionaryBits)
    let last = (1 << Int(dictionaryBits)) - 1
    var slot = first
    while true {
      let entry = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: dictionary + 4 * slot, as: UInt32.self))
      if entry == 0 { return nil }
      if entry >> 8 == mark { return UInt8(truncatingIfNeeded: entry) }
      slot = (slot + 1) & last
    }
  }

  /// Where the search for a key begins, and the 24 bits that stand for it (never all zero).
  @inline(__always)
  package static func slot(_ key: UInt64, _ bits: UInt64) -> (first: Int, mark: UInt32) {
    let mixed = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
    let mark = UInt32(truncatingIfNeeded: mixed >> 8) & 0xFF_FFFF
    return (Int(truncatingIfNeeded: mixed &>> (64 &- bits)), mark == 0 ? 1 : mark)
  }

  /// The tags that a group allows, with its flags.
  @inline(__always)
  package func mask(of group: UInt8) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: groups + 8 * Int(group), as: UInt64.self))
  }

  /// 1 where a feature may have weights, 0 where it has none.
  @inline(__always)
  func mayHold(_ feature: UInt32) -> Int {
    let bit = feature &>> UInt32(32 - Self.filterBits)
    let byte = UInt32((filter + Int(truncatingIfNeeded: bit &>> 3)).load(as: UInt8.self))
    return Int(truncatingIfNeeded: byte &>> (bit & 7) & 1)
  }

  /// Where the entries of a feature's bucket lie.
  struct Place {
    var mark: UInt16
    var start: UnsafeRawPointer
    var end: UnsafeRawPointer
  }

  /// Finds a feature's bucket and has its memory fetched; whoever looks at it at once waits for it.
  @inline(__always)
  func place(of feature: UInt32) -> Place {
    let bucket = UInt(feature &>> (32 &- bucketBits))
    let start = entry(bucket)
    hearsay_fetch(start)
    return Place(
      mark: UInt16(truncatingIfNeeded: feature &>> (20 &- bucketBits)) & 0xFFF, start: start, end: entry(bucket &+ 1))
  }

  /// Adds a feature's weights to the scores of the tags.
  @inline(__always)
  static func add(_ place: Place, to scores: UnsafeMutableRawPointer) {
    guard let (first, count) = weights(place) else { return }
    if count == rowMark { return TagScores.add(first, to: scores) }
    var pair = first
    let last = first + 2 &* count
    while pair < last {
      let unit = unit(pair)
      let score = scores + Int(2 &* (unit & 0x3F))
      let sum = score.load(as: Int16.self) &+ Int16(Int8(truncatingIfNeeded: unit >> 8))
      score.storeBytes(of: sum, as: Int16.self)
      pair += 2
    }
  }

  /// Puts a feature's weights into a row of them.
  @inline(__always)
  static func copy(_ place: Place, to row: UnsafeMutableRawPointer) {
    guard let (first, count) = weights(place) else { return }
    if count == rowMark { return row.copyMemory(from: first, byteCount: rowSize) }
    for index in 0..<count {
      let unit = unit(first + 2 &* index)
      row.storeBytes(of: Int8(truncatingIfNeeded: unit >> 8), toByteOffset: Int(unit & 0x3F), as: Int8.self)
    }
  }

  /// Where a feature's weights lie and how many they are, `rowMark` for a row; nil where it has none.
  @inline(__always)
  private static func weights(_ place: Place) -> (first: UnsafeRawPointer, count: Int)? {
    var at = place.start
    while at < place.end {
      let head = unit(at)
      let count = Int(head & 0xF) &+ 1
      let first = at + 2
      if head >> 4 == place.mark { return (first, count) }
      at = first + (count == rowMark ? rowSize : 2 &* count)
    }
    return nil
  }

  /// The number of weights that stands for a row, and the size of one in bytes.
  private static let rowMark = 16
  package static let rowSize = 40

  /// The part of a feature's hash that the file can tell apart.
  package static func identity(_ feature: UInt32, bucketBits: Int) -> UInt32 {
    feature >> UInt32(20 - bucketBits)
  }

  /// Where a bucket's first entry lies.
  @inline(__always)
  private func entry(_ bucket: UInt) -> UnsafeRawPointer {
    let first = (bases + Int(bitPattern: 4 &* (bucket / UInt(Self.bucketsPerBase)))).loadUnaligned(as: UInt32.self)
    let offset = (offsets + Int(bitPattern: 2 &* bucket)).loadUnaligned(as: UInt16.self)
    let units = UInt(UInt32(littleEndian: first)) &+ UInt(UInt16(littleEndian: offset))
    return entries + Int(bitPattern: 2 &* units)
  }

  @inline(__always)
  private static func unit(_ address: UnsafeRawPointer) -> UInt16 {
    UInt16(littleEndian: address.loadUnaligned(as: UInt16.self))
  }
}

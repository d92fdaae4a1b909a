/// The tagger's trained file, read where it lies.
///
/// Little-endian. A header of 44 bytes (`HSTG`, version, number of tags, nine numbers), then:
/// * the dictionary: an open-addressed table of 32-bit slots, 24 bits of a word's key above 8 bits of its word group;
/// * the word groups: a 64-bit mask of possible tags each, with two flags on top;
/// * the weights: buckets of entries found by a feature's hash. An entry is a 16-bit head (12 bits of the hash above the
///   number of weights less one) and a 16-bit pair of tag and signed weight for each tag that the feature speaks for or
///   against. Most features concern two or three tags, so this is a fifth of the size of full rows.
///
/// A view over memory that must outlive it. Only the header is checked; the offsets inside are trusted.
package struct TaggerModel {
  package static let magic: [UInt8] = [0x48, 0x53, 0x54, 0x47]
  package static let version: UInt16 = 1
  package static let headerSize = 44
  package static let bucketsPerBase = 64
  /// Set in a group's mask where its one tag is certain enough to skip the classifier.
  package static let isCertain: UInt64 = 1 << 63
  /// Set in a group's mask where its words were seen often enough that other tags are ruled out.
  package static let isClosed: UInt64 = 1 << 62

  private let base: UnsafeRawPointer
  private let dictionaryBits: UInt64
  private let dictionary: Int
  private let groups: Int
  private let bucketBits: UInt32
  private let bases: Int
  private let offsets: Int
  private let entries: Int

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
      field(7) == buffer.count, (1...24).contains(field(0)), (6...20).contains(field(3))
    else { return nil }
    self.base = base
    dictionaryBits = UInt64(field(0))
    dictionary = field(1)
    groups = field(2)
    bucketBits = UInt32(field(3))
    bases = field(4)
    offsets = field(5)
    entries = field(6)
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
  package static func slot(_ key: UInt64, _ bits: UInt64) -> (first: Int, mark: UInt32) {
    let mixed = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
    let mark = UInt32(truncatingIfNeeded: mixed >> 8) & 0xFF_FFFF
    return (Int(mixed >> (64 - bits)), mark == 0 ? 1 : mark)
  }

  /// The tags that a group allows, with its flags.
  @inline(__always)
  package func mask(of group: UInt8) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: groups + 8 * Int(group), as: UInt64.self))
  }

  /// Where the entries of a feature's bucket lie, and the first one's head.
  struct Place {
    var mark: UInt16
    var head: UInt16
    var start: UInt32
    var end: UInt32
  }

  /// Finds a feature's bucket. Finding those of all features before any is added lets their memory arrive at once.
  @inline(__always)
  func place(of feature: UInt32) -> Place {
    let bucket = Int(feature >> (32 - bucketBits))
    let start = start(of: bucket)
    return Place(
      mark: UInt16(truncatingIfNeeded: feature >> (20 - bucketBits)) & 0xFFF, head: unit(start),
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: self.start(of: bucket + 1)))
  }

  /// Adds a feature's weights to the scores of the tags.
  @inline(__always)
  func add(_ place: Place, to scores: UnsafeMutablePointer<Int32>) {
    var at = Int(place.start)
    let end = Int(place.end)
    var head = place.head
    while at < end {
      let count = Int(head & 0xF) &+ 1
      if head >> 4 == place.mark {
        for index in 1...count {
          let pair = unit(at &+ index)
          scores[Int(pair & 0x3F)] &+= Int32(Int8(truncatingIfNeeded: pair >> 8))
        }
        return
      }
      at &+= 1 &+ count
      if at < end { head = unit(at) }
    }
  }

  /// The part of a feature's hash that the file can tell apart.
  package static func identity(_ feature: UInt32, bucketBits: Int) -> UInt32 {
    feature >> UInt32(20 - bucketBits)
  }

  @inline(__always)
  private func start(of bucket: Int) -> Int {
    let base32 = base.loadUnaligned(fromByteOffset: bases + 4 * (bucket / Self.bucketsPerBase), as: UInt32.self)
    let offset = base.loadUnaligned(fromByteOffset: offsets + 2 * bucket, as: UInt16.self)
    return Int(UInt32(littleEndian: base32)) + Int(UInt16(littleEndian: offset))
  }

  @inline(__always)
  private func unit(_ index: Int) -> UInt16 {
    UInt16(littleEndian: base.loadUnaligned(fromByteOffset: entries + 2 * index, as: UInt16.self))
  }
}

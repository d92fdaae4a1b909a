import HearsayCore

/// A feature's weights, quantised.
struct TaggerEntry {
  /// `TaggerModel.identity` of its hash.
  var identity: UInt32
  var weights: [(tag: UInt8, weight: Int8)]
}

/// Writes the file that `TaggerModel` reads.
enum TaggerFile {
  static let bucketBits = 16

  /// - Parameter entries: sorted by identity, no identity twice, at most 16 weights each.
  static func write(_ dictionary: TaggerDictionary, _ entries: [TaggerEntry]) -> [UInt8] {
    let slots = slots(of: dictionary)
    let (bases, offsets, units) = buckets(of: entries)
    var file: [UInt8] = TaggerModel.magic
    func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(TaggerModel.version, to: &file)
    append(UInt16(PartOfSpeech.allCases.count), to: &file)
    let dictionaryStart = TaggerModel.headerSize
    let groupsStart = dictionaryStart + 4 * slots.count
    let basesStart = groupsStart + 8 * dictionary.masks.count
    let offsetsStart = basesStart + 4 * bases.count
    let entriesStart = offsetsStart + 2 * offsets.count
    let filter = filter(of: entries)
    let filterStart = entriesStart + 2 * units.count
    let fields = [
      slots.count.trailingZeroBitCount, dictionaryStart, groupsStart, bucketBits, basesStart, offsetsStart,
      entriesStart, filterStart + filter.count, filterStart,
    ]
    for field in fields { append(UInt32(field), to: &file) }
    for slot in slots { append(slot, to: &file) }
    for mask in dictionary.masks { append(mask, to: &file) }
    for base in bases { append(base, to: &file) }
    for offset in offsets { append(offset, to: &file) }
    for unit in units { append(unit, to: &file) }
    return file + filter
  }

  private static func filter(of entries: [TaggerEntry]) -> [UInt8] {
    var filter = [UInt8](repeating: 0, count: 1 << (TaggerModel.filterBits - 3))
    for entry in entries {
      let bit = entry.identity >> UInt32(bucketBits + 12 - TaggerModel.filterBits)
      filter[Int(bit >> 3)] |= 1 << UInt8(bit & 7)
    }
    return filter
  }

  /// A feature of more weights has a row: most of those that texts select often.
  private static let mostPairs = 6

  private static func append(_ entry: TaggerEntry, to units: inout [UInt16]) {
    let mark = UInt16(entry.identity & 0xFFF) << 4
    guard entry.weights.count > mostPairs else {
      units.append(mark | UInt16(entry.weights.count - 1))
      for (tag, weight) in entry.weights { units.append(UInt16(UInt8(bitPattern: weight)) << 8 | UInt16(tag)) }
      return
    }
    units.append(mark | 0xF)
    var row = [UInt8](repeating: 0, count: TaggerModel.rowSize)
    for (tag, weight) in entry.weights { row[Int(tag)] = UInt8(bitPattern: weight) }
    for place in stride(from: 0, to: row.count, by: 2) {
      units.append(UInt16(row[place]) | UInt16(row[place + 1]) << 8)
    }
  }

  private static func slots(of dictionary: TaggerDictionary) -> [UInt32] {
    var bits: UInt64 = 8
    while (1 << bits) * 4 < dictionary.words.count * 5 { bits += 1 }
    var slots = [UInt32](repeating: 0, count: 1 << Int(bits))
    for (key, group) in dictionary.words {
      let (first, mark) = TaggerModel.slot(key, bits)
      var slot = first
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = mark << 8 | UInt32(group)
    }
    return slots
  }

  private static func buckets(of entries: [TaggerEntry]) -> (bases: [UInt32], offsets: [UInt16], units: [UInt16]) {
    var bases: [UInt32] = []
    var offsets: [UInt16] = []
    var units: [UInt16] = []
    var next = 0
    for bucket in 0...(1 << bucketBits) {
      if bucket.isMultiple(of: TaggerModel.bucketsPerBase) { bases.append(UInt32(units.count)) }
      offsets.append(UInt16(units.count - Int(bases[bases.count - 1])))
      while next < entries.count, Int(entries[next].identity >> 12) == bucket {
        let entry = entries[next]
        append(entry, to: &units)
        next += 1
      }
    }
    // The reader looks at the head behind the last bucket too.
    units.append(0)
    return (bases, offsets, units)
  }
}

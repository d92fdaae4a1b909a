import Model

/// What groups of features add up to, kept from term to term: few combinations of tags, places and
/// roles make up most of a text.
///
/// A table with one place a hash; what comes later takes the place. Belongs to one model file.
struct LabellerSums: Sendable {
  fileprivate struct Entry {
    var signature: UInt64 = .max
    var sum = SIMD8<Int16>(repeating: 0)
  }

  /// What the features of a term alone add up to.
  fileprivate struct OwnEntry {
    var own = LabellerFeatures.Own(key: .max, sourceClasses: .max, parts: .max)
    var sum = SIMD8<Int16>(repeating: 0)
  }

  private static let bits: UInt64 = 14
  private static let ownBits: UInt64 = 12
  /// Empty until the first term is weighed.
  private var entries: [Entry] = []
  /// For each of the two models.
  private var ownEntries: [OwnEntry] = []
  /// The labels of the block that was read last.
  var memory = LabelMemory()
  /// Whether the labels of the next block are worth keeping: it is being written.
  var keepsLast = false

  /// Spreads a value over all 64 bits; different values have different results.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ value >> 32) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 29
  }

  /// Calls a closure with what weighs the terms of a passage.
  @inline(__always)
  mutating func withEmissions(
    _ weights: LabellerModel.Weights, _ features: LabellerFeatures, _ body: (Emissions) -> Void
  ) {
    if entries.isEmpty {
      entries = Array(repeating: Entry(), count: 1 << Self.bits)
      ownEntries = Array(repeating: OwnEntry(), count: 2 << Self.ownBits)
    }
    entries.withUnsafeMutableBufferPointer { entries in
      ownEntries.withUnsafeMutableBufferPointer { ownEntries in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * LabellerRows.capacity) { room in
          guard let entries = entries.baseAddress, let own = ownEntries.baseAddress, let room = room.baseAddress else {
            return
          }
          body(
            Emissions(
              weights: weights, features: features, entries: entries,
              ownEntries: own + Int(truncatingIfNeeded: weights.layer << Self.ownBits), room: room))
        }
      }
    }
  }

  /// Weighs the terms of a passage.
  struct Emissions {
    fileprivate let weights: LabellerModel.Weights
    fileprivate let features: LabellerFeatures
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let ownEntries: UnsafeMutablePointer<OwnEntry>
    fileprivate let room: UnsafeMutablePointer<UInt32>

    /// Where all that a term's scores are added up from lies.
    ///
    /// The rows lie all over the weights, which are larger than the memory next to the processor: those of a term are
    /// asked for while the one before is weighed.
    struct Places {
      fileprivate var rows: UnsafeMutablePointer<UInt32>
      fileprivate var count: Int
      fileprivate var own: UnsafeMutablePointer<OwnEntry>
      fileprivate var tags: UInt64
      fileprivate var place: UInt64
      fileprivate var outside: UInt64
      fileprivate var rules: UInt64
    }

    /// Finds what a term is weighed by, and has it fetched; good until the term after the next one is asked for.
    @inline(never)
    func places(of index: Int) -> Places {
      let room = room + (index & 1) * LabellerRows.capacity
      var rows = LabellerRows(room, mask: weights.mask)
      features.addOthers(index, to: &rows)
      for row in 0..<rows.count { hearsay_fetch(weights.rows + Int(room[row]) * 8) }
      return Places(
        rows: room, count: rows.count, own: ownEntry(index), tags: signature(.tags, index),
        place: signature(.place, index),
        outside: features.has(.outside, index) ? signature(.outside, index) : 0, rules: signature(.rules, index))
    }

    /// The score of each label for a term by itself.
    @inline(__always)
    func scores(of index: Int, _ places: Places) -> SIMD8<Int16> {
      var sum = weights.sum(places.rows, places.count)
      let own = features.own(index)
      if places.own.pointee.own != own { places.own.pointee = OwnEntry(own: own, sum: ownSum(index)) }
      sum &+= places.own.pointee.sum
      sum &+= kept(.tags, index, places.tags)
      sum &+= kept(.place, index, places.place)
      if features.has(.outside, index) { sum &+= kept(.outside, index, places.outside) }
      sum &+= kept(.rules, index, places.rules)
      return sum
    }

    // MARK: The term alone

    @inline(__always)
    private func ownEntry(_ index: Int) -> UnsafeMutablePointer<OwnEntry> {
      let own = features.own(index)
      let mixed = LabellerSums.mix(own.key ^ own.parts >> 8) &* 0x94D0_49BB_1331_11EB
      let entry = ownEntries + Int(truncatingIfNeeded: mixed >> (64 - LabellerSums.ownBits))
      hearsay_fetch(entry)
      return entry
    }

    @inline(never)
    private func ownSum(_ index: Int) -> SIMD8<Int16> {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LabellerRows.capacity) { room in
        guard let base = room.baseAddress else { return SIMD8(repeating: 0) }
        var rows = LabellerRows(base, mask: weights.mask)
        features.addOwn(index, to: &rows)
        return weights.sum(base, rows.count)
      }
    }

    // MARK: Groups

    /// A hash of what a group's features depend on, without loss.
    @inline(__always)
    private func signature(_ group: LabellerFeatures.Group, _ index: Int) -> UInt64 {
      let salt = (group.rawValue << 1 | weights.layer) &* 0x9E37_79B9_7F4A_7C15
      let signature = LabellerSums.mix(features.signature(group, index) ^ salt) &* 0x94D0_49BB_1331_11EB
      hearsay_fetch(entry(signature))
      return signature
    }

    @inline(__always)
    private func entry(_ signature: UInt64) -> UnsafeMutablePointer<Entry> {
      entries + Int(truncatingIfNeeded: signature >> (64 - LabellerSums.bits))
    }

    @inline(__always)
    private func kept(_ group: LabellerFeatures.Group, _ index: Int, _ signature: UInt64) -> SIMD8<Int16> {
      let entry = entry(signature)
      if entry.pointee.signature != signature {
        entry.pointee = Entry(signature: signature, sum: sum(of: group, index))
      }
      return entry.pointee.sum
    }

    @inline(never)
    private func sum(of group: LabellerFeatures.Group, _ index: Int) -> SIMD8<Int16> {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LabellerRows.capacity) { room in
        guard let base = room.baseAddress else { return SIMD8(repeating: 0) }
        var rows = LabellerRows(base, mask: weights.mask)
        features.add(group, index, to: &rows)
        return weights.sum(base, rows.count)
      }
    }
  }
}

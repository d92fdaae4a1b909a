/// What groups of features add up to, kept from term to term: few combinations of tags, places and
/// roles make up most of a text.
///
/// A table with one place a hash; what comes later takes the place. Belongs to one model file.
struct LabellerSums: Sendable {
  fileprivate struct Entry {
    var signature: UInt64 = .max
    var sum = SIMD8<Int16>(repeating: 0)
  }

  private static let bits: UInt64 = 12
  /// Empty until the first term is weighed.
  private var entries: [Entry] = []
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
    if entries.isEmpty { entries = Array(repeating: Entry(), count: 1 << Self.bits) }
    entries.withUnsafeMutableBufferPointer { entries in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LabellerRows.capacity) { room in
        guard let entries = entries.baseAddress, let room = room.baseAddress else { return }
        body(Emissions(weights: weights, features: features, entries: entries, room: room))
      }
    }
  }

  /// Weighs the terms of a passage.
  struct Emissions {
    fileprivate let weights: LabellerModel.Weights
    fileprivate let features: LabellerFeatures
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let room: UnsafeMutablePointer<UInt32>

    /// The score of each label for a term by itself.
    @inline(__always)
    func scores(of index: Int) -> SIMD8<Int32> {
      var rows = LabellerRows(room, mask: weights.mask)
      features.addOthers(index, to: &rows)
      var sum = weights.sum(room, rows.count)
      sum &+= kept(.tags, index, features.signature(.tags, index))
      sum &+= kept(.place, index, features.signature(.place, index))
      if features.has(.outside, index) { sum &+= kept(.outside, index, features.signature(.outside, index)) }
      sum &+= kept(.rules, index, features.signature(.rules, index))
      return SIMD8<Int32>(truncatingIfNeeded: sum)
    }

    @inline(__always)
    private func kept(_ group: LabellerFeatures.Group, _ index: Int, _ signature: UInt64) -> SIMD8<Int16> {
      let salt = (group.rawValue << 1 | weights.layer) &* 0x9E37_79B9_7F4A_7C15
      let signature = LabellerSums.mix(signature ^ salt) &* 0x94D0_49BB_1331_11EB
      let entry = entries + Int(truncatingIfNeeded: signature >> (64 - LabellerSums.bits))
      if entry.pointee.signature != signature {
        entry.pointee = Entry(signature: signature, sum: sum(of: group, index))
      }
      return entry.pointee.sum
    }

    @inline(never)
    private func sum(of group: LabellerFeatures.Group, _ index: Int) -> SIMD8<Int16> {
      var rows = LabellerRows(room, mask: weights.mask)
      features.add(group, index, to: &rows)
      return weights.sum(room, rows.count)
    }
  }
}

import Model

/// Scores of all tags, added eight at a time.
struct TagScores: Sendable {
  private var parts: (SIMD8<Int16>, SIMD8<Int16>, SIMD8<Int16>, SIMD8<Int16>, SIMD8<Int16>) = (
    .zero, .zero, .zero, .zero, .zero
  )
  /// No sum of weights of 8 bits over all features leaves 16.
  @inline(__always)
  static func += (sum: inout TagScores, other: TagScores) {
    sum.parts.0 &+= other.parts.0
    sum.parts.1 &+= other.parts.1
    sum.parts.2 &+= other.parts.2
    sum.parts.3 &+= other.parts.3
    sum.parts.4 &+= other.parts.4
  }

  init() {}

  @inline(__always)
  func store(to scores: UnsafeMutableRawPointer) { scores.storeBytes(of: parts, as: type(of: parts)) }

  /// Adds a row of signed bytes to scores.
  @inline(__always)
  static func add(_ row: UnsafeRawPointer, to sums: UnsafeMutableRawPointer) {
    var first = 0
    while first < TaggerModel.rowSize {
      let weights = row.loadUnaligned(fromByteOffset: first, as: SIMD8<Int8>.self)
      let sum = sums.loadUnaligned(fromByteOffset: 2 * first, as: SIMD8<Int16>.self)
      sums.storeBytes(
        of: sum &+ SIMD8<Int16>(truncatingIfNeeded: weights), toByteOffset: 2 * first, as: SIMD8<Int16>.self)
      first += 8
    }
  }
}

/// What the features of single words say of the tags, kept from sentence to sentence: a text repeats its words, and a third of
/// the features of a word in its window are those of one word alone.
///
/// A table with one place a hash; what comes later takes the place. Belongs to one model.
package struct TaggerWordScores: Sendable {
  fileprivate struct Entry {
    var key: UInt64 = .max
    var tail: UInt64 = 0
    var shape: TaggerWord.Shape = .none
    /// A bit for each of `scores` that is known.
    var known: UInt8 = 0
  }

  /// How many words are kept, as a power of two.
  private static let bits: UInt64 = 11
  /// Empty until the first word is tagged.
  private var entries: [Entry] = []
  /// For each entry one a place in the window.
  private var scores: [TagScores] = []

  package init() {}

  /// Calls a closure with a view of the table.
  @inline(__always)
  mutating func withTable(_ body: (Table) -> Void) {
    if entries.isEmpty {
      entries = Array(repeating: Entry(), count: 1 << Self.bits)
      scores = Array(repeating: TagScores(), count: TaggerFeatures.Place.count << Self.bits)
    }
    entries.withUnsafeMutableBufferPointer { entries in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let first = entries.baseAddress, let base = scores.baseAddress else { return }
        body(Table(entries: first, scores: base))
      }
    }
  }

  /// The table while a sentence is tagged.
  struct Table {
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let scores: UnsafeMutablePointer<TagScores>

    /// Where a word stands in the table; its memory is asked for.
    @inline(__always)
    func seat(of word: TaggerWord) -> Int {
      let mixed = (word.key ^ word.key >> 32 ^ UInt64(word.shape.rawValue) << 40) &* 0x9E37_79B9_7F4A_7C15
      let seat = Int(truncatingIfNeeded: mixed &>> (64 - TaggerWordScores.bits))
      hearsay_fetch(entries + seat)
      let rows = UnsafeRawPointer(scores + seat &* TaggerFeatures.Place.count)
      for line in 0..<7 { hearsay_fetch(rows + line &* 64) }
      return seat
    }

    /// Adds what a word says from its place in the window.
    @inline(__always)
    func add(
      _ word: TaggerWord, _ place: TaggerFeatures.Place, _ seat: Int, _ model: TaggerModel, _ room: TaggerRoom,
      to sum: inout TagScores
    ) {
      let entry = entries + seat
      let bit: UInt8 = 1 << place.rawValue
      let row = scores + (seat &* TaggerFeatures.Place.count &+ Int(place.rawValue))
      if entry.pointee.key != word.key || entry.pointee.tail != word.tail || entry.pointee.shape != word.shape {
        entry.pointee = Entry(key: word.key, tail: word.tail, shape: word.shape)
      }
      if entry.pointee.known & bit == 0 {
        entry.pointee.known |= bit
        model.weigh(word, at: place, room.spare, into: row)
      }
      sum += row.pointee
    }
  }
}

/// Where the words of a window stand in the table.
struct TaggerSeats {
  private(set) var secondBefore = 0
  private(set) var before = 0
  private(set) var word = 0
  private(set) var after = 0
  private(set) var secondAfter = 0

  /// Moves one word on; `next` comes in at the far end.
  @inline(__always)
  mutating func move(_ next: Int) {
    secondBefore = before
    before = word
    word = after
    after = secondAfter
    secondAfter = next
  }
}

/// Room to gather a word's features in.
struct TaggerRoom {
  let features: UnsafeMutablePointer<UInt32>
  let places: UnsafeMutablePointer<TaggerModel.Place>
  let scores: UnsafeMutableRawPointer

  /// Calls a closure with room that is gone afterwards.
  @inline(__always)
  static func with(_ body: (TaggerRoom) -> Void) {
    withUnsafeTemporaryAllocation(of: TagScores.self, capacity: 1) { scores in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: TaggerModel.Place.self, capacity: 2 * TaggerFeatures.count) { places in
          guard let scores = scores.baseAddress, let features = features.baseAddress, let places = places.baseAddress
          else { return }
          body(TaggerRoom(features: features, places: places, scores: UnsafeMutableRawPointer(scores)))
        }
      }
    }
  }

  /// Room for other features, while those that were found wait.
  @inline(__always)
  var spare: TaggerRoom {
    TaggerRoom(features: features + TaggerFeatures.count, places: places + TaggerFeatures.count, scores: scores)
  }
}

extension TaggerModel {
  /// What the features of one word say from its place in the window.
  @inline(never)
  fileprivate func weigh(
    _ word: TaggerWord, at place: TaggerFeatures.Place, _ room: TaggerRoom, into row: UnsafeMutablePointer<TagScores>
  ) {
    row.pointee = TagScores()
    let found = find(TaggerFeatures.word(word, at: place, into: room.features), room)
    for index in 0..<found { Self.add(room.places[index], to: UnsafeMutableRawPointer(row)) }
  }

  /// Finds the weights of the first features in a room; answers how many have any.
  @inline(__always)
  func find(_ count: Int, _ room: TaggerRoom) -> Int {
    var found = 0
    for index in 0..<count {
      // Kept in front of those found before it is known whether it counts: no branch to guess wrong.
      let feature = room.features[index]
      room.features[found] = feature
      found &+= mayHold(feature)
    }
    for index in 0..<found { room.places[index] = place(of: room.features[index]) }
    return found
  }
}

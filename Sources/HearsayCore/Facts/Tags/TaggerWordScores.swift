import Model

/// What the features of single words say of the tags, kept from sentence to sentence: a text repeats its words, and a third of
/// the features of a word in its window are those of one word alone.
///
/// A table with one place a hash; what comes later takes the place. Belongs to one model.
package struct TaggerWordScores: Sendable {
  fileprivate struct Entry {
    var key: UInt64 = .max
    var tail: UInt64 = 0
    var shape: TaggerWord.Shape = .none
    /// A bit for each place in the window of which it is known what is said from there.
    var known: UInt8 = 0
  }

  /// How many words are kept, as a power of two.
  private static let bits: UInt64 = 11
  /// Empty until the first word is tagged.
  private var entries: [Entry] = []
  /// For each entry one a place in the window from where several features speak.
  private var scores: [TagScores] = []
  /// For each entry one a place from where one does.
  private var weights: [TagWeights] = []

  package init() {}

  /// Calls a closure with a view of the table.
  @inline(__always)
  mutating func withTable(_ body: (Table) -> Void) {
    if entries.isEmpty {
      entries = Array(repeating: Entry(), count: 1 << Self.bits)
      scores = Array(repeating: TagScores(), count: TaggerFeatures.Place.severalCount << Self.bits)
      weights = Array(repeating: TagWeights(), count: TaggerFeatures.Place.singleCount << Self.bits)
    }
    entries.withUnsafeMutableBufferPointer { entries in
      scores.withUnsafeMutableBufferPointer { scores in
        weights.withUnsafeMutableBufferPointer { weights in
          guard let entries = entries.baseAddress, let scores = scores.baseAddress, let weights = weights.baseAddress
          else { return }
          body(Table(entries: entries, scores: scores, weights: weights))
        }
      }
    }
  }

  /// The table while a sentence is tagged.
  struct Table {
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let scores: UnsafeMutablePointer<TagScores>
    fileprivate let weights: UnsafeMutablePointer<TagWeights>

    /// Where a word stands in the table; its memory is asked for.
    @inline(__always)
    func seat(of word: TaggerWord) -> Int {
      let mixed = (word.key ^ word.key >> 32 ^ UInt64(word.shape.rawValue) << 40) &* 0x9E37_79B9_7F4A_7C15
      let seat = Int(truncatingIfNeeded: mixed &>> (64 - TaggerWordScores.bits))
      hearsay_fetch(entries + seat)
      let weights = UnsafeRawPointer(weights + seat &* TaggerFeatures.Place.singleCount)
      hearsay_fetch(weights)
      hearsay_fetch(weights + 64)
      let scores = UnsafeRawPointer(scores + seat &* TaggerFeatures.Place.severalCount)
      hearsay_fetch(scores)
      hearsay_fetch(scores + 64)
      hearsay_fetch(scores + 128)
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
      if entry.pointee.key != word.key || entry.pointee.tail != word.tail || entry.pointee.shape != word.shape {
        entry.pointee = Entry(key: word.key, tail: word.tail, shape: word.shape)
      }
      let isKnown = entry.pointee.known & bit != 0
      entry.pointee.known |= bit
      if let single = place.single {
        let row = weights + (seat &* TaggerFeatures.Place.singleCount &+ single)
        if !isKnown { model.weigh(word, at: place, into: row) }
        sum += row.pointee
      } else {
        let row = scores + (seat &* TaggerFeatures.Place.severalCount &+ Int(place.rawValue))
        if !isKnown { model.weigh(word, at: place, room.spare, into: row) }
        sum += row.pointee
      }
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

extension TaggerModel {
  /// What the features of one word say from its place in the window.
  @inline(never)
  fileprivate func weigh(
    _ word: TaggerWord, at place: TaggerFeatures.Place, _ room: TaggerRoom, into row: UnsafeMutablePointer<TagScores>
  ) {
    sum(TaggerFeatures.word(word, at: place, into: room.features), room, into: row)
  }

  /// What the one feature of a word says from its place in the window.
  @inline(never)
  fileprivate func weigh(
    _ word: TaggerWord, at place: TaggerFeatures.Place, into row: UnsafeMutablePointer<TagWeights>
  ) {
    row.pointee = TagWeights()
    let feature = TaggerFeatures.single(word, at: place)
    if mayHold(feature) != 0 { Self.copy(self.place(of: feature), to: UnsafeMutableRawPointer(row)) }
  }
}

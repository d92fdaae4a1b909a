/// A word among its neighbours.
package struct TaggerWindow: Sendable {
  package var secondBefore: TaggerWord = .boundary
  package var before: TaggerWord = .boundary
  package var word: TaggerWord = .boundary
  package var after: TaggerWord = .boundary
  package var secondAfter: TaggerWord = .boundary
  /// Whether a sure finite verb follows in the sentence.
  package var hasFiniteVerbAhead = false

  package init() {}

  /// Moves one word on; `next` comes in at the far end.
  @inline(__always)
  package mutating func move(_ next: TaggerWord) {
    secondBefore = before
    before = word
    word = after
    after = secondAfter
    secondAfter = next
  }
}

/// The tags given so far, as far as the next one depends on them.
package struct TaggerHistory: Sendable {
  fileprivate var previous: PartOfSpeech = .punctuation
  fileprivate var secondPrevious: PartOfSpeech = .punctuation
  fileprivate var clause: Clause = .open

  /// Whether the clause has its finite verb, which tells "the storm destroyed homes" from "the homes destroyed".
  fileprivate enum Clause: UInt64 {
    case open, auxiliary, verb, coordinated, subordinate
  }

  package init() {}

  @inline(__always)
  package mutating func append(_ tag: PartOfSpeech, of word: TaggerWord) {
    secondPrevious = previous
    previous = tag
    switch tag {
    case .modal: clause = .auxiliary
    case .presentVerb, .thirdPersonVerb, .pastVerb:
      clause = TaggerWord.Group.auxiliaries.contains(word.key) ? .auxiliary : .verb
    case .relativeDeterminer, .relativePronoun, .relativeAdverb: clause = .subordinate
    case .preposition where word.key == TaggerWord.Group.that: clause = .open
    case .conjunction where clause == .verb || clause == .auxiliary: clause = .coordinated
    case .punctuation where word.group == TaggerWord.Group.openingQuote || word.group == TaggerWord.Group.colon:
      clause = .open
    default: break
    }
  }
}

/// What the perceptron weighs: 32-bit hashes of features of a word in its window (after Ratnaparkhi 1996 and
/// Toutanova et al. 2003), those that know no tags apart from those that know the two tags before.
package enum TaggerFeatures {
  package static let wordCount = 15
  package static let historyCount = 5
  static let count = wordCount + historyCount

  /// Where a word stands whose features are asked for by themselves.
  enum Place: UInt8 {
    case word, before, after, secondBefore, secondAfter

    /// How many places have several features, the first ones, and how many have one.
    static let severalCount = 2
    static let singleCount = 3

    /// Which of the places with one feature it is.
    @inline(__always)
    var single: Int? { self.rawValue < Self.severalCount ? nil : Int(rawValue) - Self.severalCount }
  }

  /// Features that know no tags.
  @inline(__always)
  package static func word(_ window: TaggerWindow, into features: UnsafeMutablePointer<UInt32>) {
    var count = word(window.word, at: .word, into: features)
    count += word(window.before, at: .before, into: features + count)
    count += word(window.after, at: .after, into: features + count)
    count += word(window.secondBefore, at: .secondBefore, into: features + count)
    count += word(window.secondAfter, at: .secondAfter, into: features + count)
    words(window, into: features + count)
  }

  /// Features of one word alone; answers how many there are.
  @inline(__always)
  static func word(_ word: TaggerWord, at place: Place, into features: UnsafeMutablePointer<UInt32>) -> Int {
    switch place {
    case .word:
      let shape = UInt64(word.shape.rawValue)
      features[0] = hash(1, word.key, 0)
      features[1] = hash(2, word.key, shape)
      features[2] = hash(3, word.suffix(2), 0)
      features[3] = hash(4, word.suffix(3), 0)
      features[4] = hash(5, word.suffix(4), 0)
      features[5] = hash(6, word.suffix(2), shape)
      return 6
    case .before:
      features[0] = hash(7, word.key, 0)
      features[1] = hash(13, word.suffix(3), 0)
      return 2
    case .after, .secondBefore, .secondAfter:
      features[0] = single(word, at: place)
      return 1
    }
  }

  /// The one feature of a word behind the next one, or further away than the one before.
  @inline(__always)
  static func single(_ word: TaggerWord, at place: Place) -> UInt32 {
    hash(place == .after ? 8 : place == .secondBefore ? 9 : 10, word.key, 0)
  }

  /// How many features are of several words.
  static let wordsCount = 4

  /// Features of several words.
  @inline(__always)
  static func words(_ window: TaggerWindow, into features: UnsafeMutablePointer<UInt32>) {
    let word = window.word
    let before = window.before
    let after = window.after
    let shape = UInt64(word.shape.rawValue)
    let afterGroup = UInt64(after.group)
    features[0] = hash(11, before.key, word.key)
    features[1] = hash(12, word.key, after.key)
    features[2] = hash(14, afterGroup, UInt64(after.shape.rawValue) << 8 | shape)
    features[3] = hash(15, UInt64(word.group), afterGroup)
  }

  @inline(__always)
  package static func history(
    _ window: TaggerWindow, _ history: TaggerHistory, into features: UnsafeMutablePointer<UInt32>
  ) {
    let word = window.word
    let one = UInt64(history.previous.rawValue) + 1
    let two = one << 8 | UInt64(history.secondPrevious.rawValue)
    let group = UInt64(word.group)
    features[0] = hash(34, two, 0)
    features[1] = hash(35, one, word.key)
    features[2] = hash(37, one, word.suffix(3))
    features[3] = hash(38, two << 8 | group, 0)
    let clause = history.clause.rawValue << 1 | (window.hasFiniteVerbAhead ? 1 : 0)
    features[4] = hash(41, clause << 8 | group, one)
  }

  @inline(__always)
  private static func hash(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt32 {
    var mixed = (first &+ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 32 ^ second) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 32)
  }
}

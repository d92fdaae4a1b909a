/// Whether something became more or less.
enum ChangeDirection: Sendable, Equatable {
  case rise, fall
}

/// One end of a change, or one side of a comparison: "from 4", "to 16", "than the 50%".
struct Endpoint: Sendable, Equatable {
  /// Index of the block's quantity that holds it.
  var quantity: Int
  /// Number and unit: part of the quantity's terms where it is one end of "4 to 16".
  var terms: Range<Int>
  var value: Double
  /// What its last digit is worth; 0 where it is spelled out.
  var step: Double
}

/// A statement that something became more or less. Indices are terms of the passage, or quantities of the block.
struct Change: Sendable, Equatable {
  /// How the change is said.
  enum Form: Sendable, Equatable {
    /// "rose 4 percent", "have been cut by a fifth", "has doubled".
    case verb
    /// "a rise of 4 percent", "a 60% increase".
    case noun
    /// "up 5%", "down by a third".
    case particle
    /// "40% more than", with both sides given.
    case comparison
  }

  /// The word that says it.
  var cue: Int
  var form: Form
  var direction: ChangeDirection
  /// The quantity by how much.
  var amount: Int?
  var from: Endpoint?
  var to: Endpoint?
  /// The head noun of what changed.
  var subject: Int?
  var sentence: Int
  /// Planned, wanted or foreseen: its base is what there is now.
  var isExpected = false
  /// By year, on average or in real terms: another amount than the plain difference.
  var isAdjusted = false
}

/// A figure that says how much more or less one thing is than another.
struct Comparison: Sendable, Equatable {
  var amount: Int
  /// The comparative behind the figure, or "as", or the noun behind "half the".
  var word: Int
  /// Whether "than", "as" or another word names the other thing.
  var hasBaseline: Bool
  /// It speaks of a risk or a chance.
  var isRisk: Bool
  var sentence: Int
}

/// What a sentence says of time and of what it compares with.
struct SentenceScope: OptionSet, Sendable {
  let rawValue: UInt8

  /// A former value or another thing is named.
  static let base = SentenceScope(rawValue: 1)
  /// A year or longer, "since", or a length of time.
  static let period = SentenceScope(rawValue: 2)
  /// A day, week or month.
  static let shortPeriod = SentenceScope(rawValue: 4)
  /// For each year, month or the like.
  static let rate = SentenceScope(rawValue: 8)
}

import ProseText

/// What the labeller sees of a term.
struct LabellerWord {
  /// Stands for the spelling: digits one, quotation marks one.
  var key: UInt64 = 0
  /// Classes of nouns and names that can be a source.
  var sourceClasses: UInt64 = 0
  /// Classes of function words, and hedges.
  var grammarClasses: UInt64 = 0
  @Narrow<UInt32> var lastThree: UInt64 = 0
  /// What the rules take it for.
  @Narrow<UInt16> var rules: UInt64 = 0
  /// The class of a reporting verb with the forms that the spelling can be.
  @Narrow<UInt16> var cueForms: UInt64 = 0
  /// The class of a reporting verb.
  @Narrow<UInt8> var cue: UInt64 = 0
  @Narrow<UInt8> var tag: UInt64 = 0
  @Narrow<UInt8> var shape: UInt64 = 0
  @Narrow<UInt8> var speech: UInt64 = 0
  /// What kind of cue the term may be, 0 where none.
  @Narrow<UInt8> var anchor: UInt64 = 0
  /// In how many contents it stands, as the rules see it.
  @Narrow<UInt8> var depth: UInt64 = 0
  var mark: Mark = .none
  /// Whether it is in a quotation and where there.
  var quoteState: QuoteState = .beyond
  var quote: Int32 = -1
  var sentenceStart: Int32 = 0
  var sentenceEnd: Int32 = 0
  /// The nearest anchors of the sentence on both sides, -1 for none.
  var anchorBefore: Int32 = -1
  var anchorAfter: Int32 = -1
  /// The last of each kind up to this term, itself included; -1 for none.
  var lastComma: Int32 = -1
  var lastQuoteMark: Int32 = -1
  var lastVerb: Int32 = -1
  var lastThat: Int32 = -1
  /// The next comma behind this term.
  var nextComma: Int32 = .max
  var nextQuoteMark: Int32 = .max

  enum Mark: UInt64 {
    case none, comma, stop, question, quote, colon, that, other
  }

  enum QuoteState: UInt64 {
    case beyond, outside, opening, closing, inside, stray
  }

  /// Bits of `rules`: where a part begins and goes on, outermost attributions below, nested ones eight bits higher.
  static func ruleBit(_ role: AttributionLabel.Role, begins: Bool) -> UInt64 {
    (begins ? 1 : 2) << (2 * UInt64(role.rawValue))
  }

  static let nestedShift: UInt64 = 8
}

/// A number in no more room than it needs: a word has many, and blocks have many words.
@propertyWrapper
struct Narrow<Stored: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private var stored: Stored

  @inline(__always)
  init(wrappedValue: UInt64) { stored = Stored(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: UInt64 {
    @inline(__always) get { UInt64(stored) }
    @inline(__always) set { stored = Stored(truncatingIfNeeded: newValue) }
  }
}

extension Passage {
  /// What the labeller takes a term for that structures a sentence.
  func labellerMark(_ index: Int) -> LabellerWord.Mark {
    let term = terms[index]
    if term.isWord { return term.word == .that ? .that : .none }
    guard term.kind == .punctuation else { return .none }
    if isQuoteMark(index) { return .quote }
    switch byte(of: index) {
    case 0x2C: return .comma
    case 0x2E: return .stop
    case 0x21, 0x3F: return .question
    case 0x3A: return .colon
    default: return .other
    }
  }
}

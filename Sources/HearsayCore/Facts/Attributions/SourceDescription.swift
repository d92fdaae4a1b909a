import ProseText

/// What the words of a source say about it, before the rest of the draft is known.
struct SourceDescription: Sendable, Equatable {
  /// How the words point to their party.
  enum Reference: Sendable, Equatable {
    /// By name.
    case named
    /// "the report", "the paper", "its statement": a document or publication named elsewhere.
    case anaphor
    /// "he", "they", "it".
    case pronoun
    /// By a common noun: "the ministry", "residents".
    case described
  }

  var kind: SourceKind
  var reference: Reference
  var phrase: NounPhrase
  /// The name inside it: terms of the longest run of capitals.
  @CompactOptional var name: Range<Int>?
  /// For a document: terms of the party that issued it ("a report by X", "X's report", "its report").
  @CompactOptional var issuer: Range<Int>?
  var isIndefinite = false
  /// A reason for staying unnamed is given.
  var givesReason = false
  /// Described beyond the bare noun.
  var isQualified = false
  /// A name in apposition behind it ("its owner, Blue Cow Foods,").
  @CompactOptional var apposition: Range<Int>?
}

extension Term {
  /// "US" and "WHO", which are no "us" and no "who".
  var isSpelledAsBody: Bool { (word == .us || word == .who) && shape.contains(.allCaps) }
}

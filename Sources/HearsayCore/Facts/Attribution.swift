/// What a source is.
package enum SourceKind: String, Sendable, CaseIterable {
  case person, organisation, publication, document, anonymous, vague
  /// The writer.
  case writer = "self"
  /// Nobody is named.
  case missing
}

/// A party that the draft credits, with every place that names it.
package struct Source: Sendable, Equatable {
  package var name: String
  package var kind: SourceKind
  /// Absolute UTF-8 byte ranges in rising order.
  package var mentions: [Range<Int>]
}

/// How much an attribution answers for what it introduces.
package enum AttributionStrength: String, Sendable, CaseIterable {
  /// Somebody who can be named and asked.
  case strong
  /// Somebody without a name.
  case weak
  /// Nobody.
  case none
}

/// Where a chain of attributions ends.
package enum ChainEnd: String, Sendable, CaseIterable {
  /// With a party that speaks for itself or of its own data.
  case origin
  /// With somebody who has no name.
  case unnamed
  /// With nobody: the draft does not say.
  case unknown
  /// Where it began.
  case circular
}

/// A place where the draft passes on what somebody said: source, cue and content.
///
/// Ranges are absolute UTF-8 byte ranges, sorted; content may have several parts.
package struct Attribution: Sendable, Equatable {
  package var source: [Range<Int>]
  package var cue: [Range<Int>]
  package var content: [Range<Int>]
  package var strength: AttributionStrength
  /// Index of the source that it resolves to; nil where no one is named or the reference is ambiguous.
  package var resolved: Int?
  /// Index of the attribution whose content holds this one.
  package var nestedIn: Int?
  /// Number of parties from the draft to the originator; nil where unclear.
  package var hand: Int?
  /// Whether `hand` is only a lower bound.
  package var isAtLeast: Bool
  /// Indices of sources, from the draft outwards.
  package var chain: [Int]
  package var end: ChainEnd
  /// Index of the block that holds it.
  package var block: Int
  /// Index of the sentence that holds its cue.
  package var sentence: Int
}

/// One source passes on what another says, as the draft tells it.
package struct Citation: Sendable, Equatable {
  /// Indices of sources.
  package var from: Int
  package var to: Int
  /// Index of the attribution that shows it.
  package var attribution: Int
}

/// What words in quotation marks are.
package enum QuoteKind: String, Sendable, CaseIterable {
  /// A sentence or more of somebody's words.
  case quotation
  /// A few of somebody's words inside the draft's own sentence.
  case fragment
  case title, term, scare
}

/// Words in quotation marks; the marks are inside `range`.
package struct Quote: Sendable, Equatable {
  package var range: Range<Int>
  package var kind: QuoteKind
  /// Index of the source whose words they are.
  package var speaker: Int?
  /// Whether the closing mark is there.
  package var isClosed: Bool
  package var block: Int
}

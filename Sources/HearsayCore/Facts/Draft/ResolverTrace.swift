/// What resolving the mentions of one block did to the registers of parties, people and documents.
///
/// Where it did the same as before, whatever the block says now, every block behind it resolves as before. Places are kept apart: an edit
/// moves them, and the registers ask for nothing but their order.
struct ResolverTrace: Sendable {
  enum Step: Sendable, Equatable {
    case party(PartyIdentity)
    case mention(Int, isLinked: Bool)
    case kind(SourceKind, of: Int)
    case name(String, [UInt64], UInt64?, of: Int)
    case ownDocument(UInt64, of: Int, Int)
    case joint([Int], Int)
    case person(Int, isSource: Int)
    case gender(Gender?, of: Int)
    case spokenOf(PersonMention)
    case document(UInt64, source: Int?, DocumentName?)
    case text(UInt64, DocumentName?)
  }

  /// All that is known of a party when it is added.
  struct PartyIdentity: Sendable, Equatable {
    var name: String
    var kind: SourceKind
    var words: [UInt64]
    var initials: UInt64?
    var flags: [Bool]

    init(_ source: DraftSource) {
      name = source.name
      kind = source.kind
      words = source.words
      initials = source.initials
      flags = [source.isDescribed, source.isJoint, source.isLinked, source.isRelay, source.isPrimary]
    }
  }

  /// A place that speaks of somebody, without the place.
  struct PersonMention: Sendable, Equatable {
    var person: Int?
    var source: Int?
    var sentence: Int
    var isQuoted: Bool
    var isPossessive: Bool
    var isSpeaker: Bool

    init(_ mention: PeopleRegister.Mention) {
      person = mention.person
      source = mention.source
      sentence = mention.sentence
      isQuoted = mention.isQuoted
      isPossessive = mention.isPossessive
      isSpeaker = mention.isSpeaker
    }
  }

  /// What another block can be told of a document's name.
  struct DocumentName: Sendable, Equatable {
    var words: [UInt64]
    var text: String
  }

  private(set) var steps: [Step] = []
  /// The absolute places of the steps, in their order.
  private(set) var places: [Range<Int>] = []

  mutating func add(_ step: Step, at places: [Range<Int>] = []) {
    steps.append(step)
    self.places += places
  }

  /// Where the places of an earlier trace of the same steps stand now; nil where the steps differ, or two places part.
  func moves(from earlier: ResolverTrace) -> [Range<Int>: Range<Int>]? {
    guard steps == earlier.steps, places.count == earlier.places.count else { return nil }
    var moves: [Range<Int>: Range<Int>] = [:]
    for (old, new) in zip(earlier.places, places) {
      guard moves.updateValue(new, forKey: old).map({ $0 == new }) ?? true else { return nil }
    }
    return moves
  }
}

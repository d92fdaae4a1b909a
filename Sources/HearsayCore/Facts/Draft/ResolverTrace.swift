/// What resolving the mentions of one block did to the registers of parties, people and documents.
///
/// Where it did the same as before, whatever the block says now, every block behind it resolves as before. Places are kept apart: an edit
/// moves them, and the registers ask for nothing but their order. What was done can be done again without resolving anything, to know
/// what was known before any block of the draft (`SourceResolver.repeating`).
struct ResolverTrace: Sendable {
  /// Where the block stood.
  let range: Range<Int>
  var parties: [SourceRegister.Step] = []
  var people: [PeopleRegister.Step] = []
  var documents: [DocumentRegister.Step] = []

  /// Where the places of an earlier trace of the block stand now; nil where it did something else, or two places part.
  ///
  /// - Parameter origin: where the block begins now, and began before the text became another.
  func moves(from earlier: ResolverTrace, at origin: Int) -> [Range<Int>: Range<Int>]? {
    guard parties == earlier.parties, people == earlier.people, documents == earlier.documents else { return nil }
    var moves: [Range<Int>: Range<Int>] = [:]
    let shift = origin - earlier.range.lowerBound
    for (old, new) in zip(earlier.places, places) {
      guard let old, let new else { continue }
      guard moves.updateValue(new, forKey: old.moved(by: shift)).map({ $0 == new }) ?? true else { return nil }
    }
    return moves
  }

  /// The absolute places of the steps, in their order.
  var places: [Range<Int>?] { parties.map(\.place) + people.map(\.place) + documents.map(\.place) }
}

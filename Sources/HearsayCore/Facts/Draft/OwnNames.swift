import ProseText

/// Names that are the writers' own, or those of whom they work for.
struct OwnNames: Sendable, Equatable {
  /// Keys of capitalised words: the organisation, its writers, what they built.
  var names: Set<UInt64> = []
  /// Keys of common nouns for what they built.
  var things: Set<UInt64> = []
  /// Keys of capitalised words for whom they worked.
  var clients: Set<UInt64> = []

  var isEmpty: Bool { names.isEmpty && things.isEmpty && clients.isEmpty }

  mutating func formUnion(_ other: OwnNames) {
    names.formUnion(other.names)
    things.formUnion(other.things)
    clients.formUnion(other.clients)
  }

  /// Takes in a run of capitalised words by its last, and the initials in brackets behind it.
  mutating func insertName(_ start: Int, _ passage: Passage) {
    var at = start
    while passage.terms[at].isWord, passage.terms[at].isCapitalised, at - start < 6 { at += 1 }
    guard at > start else { return }
    let last = passage.terms[at - 1]
    // "Program" and "Services" alone name too much.
    let isGeneric = last.has([.organisationNoun, .placeNoun, .title]) || Self.bodies.contains(last.key)
    if !isGeneric, at - start == 1 || !Self.products.contains(last.key) || passage.word(start - 1) == .the {
      names.insert(last.key)
    }
    if passage.isMark(at, 0x28), passage.terms[at + 1].shape.contains(.allCaps) {
      names.insert(passage.terms[at + 1].key)
    }
  }

  private static let bodies = foldedKeys(
    "services department office administration bureau agency state states government council act board system city county"
  )
  /// Events that people hold.
  static let events = foldedKeys(
    "workshop workshops training bootcamp session sessions test tests hackathon meetup interviews")
  static let products = foldedKeys(
    """
    tool tools site sites website platform service services app application product project program programme pilot
    dashboard api library workshop workshops survey lab team code prototype system database newsletter course event training
    bootcamp session sessions test tests hackathon meetup interviews accelerator
    """)
}

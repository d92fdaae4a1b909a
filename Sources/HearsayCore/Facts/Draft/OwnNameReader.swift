import ProseText

/// Collects what a draft in the first person names as the writers' own, from what its blocks say by themselves.
struct OwnNameReader {
  private let draft: Draft
  private(set) var found = OwnNames()

  init(_ draft: Draft) { self.draft = draft }

  /// Whether the draft says who writes: in its front matter, a byline or an address to write to.
  var isIdentified: Bool {
    !authors.isEmpty
      || draft.blocks.indices.contains {
        draft.blocks[$0].tellsOfWriters && !draft.blocks[$0].facts.ownNames.contacts.isEmpty
      }
  }

  mutating func read() {
    let authors = authors
    let telling = draft.blocks.indices.filter { draft.blocks[$0].tellsOfWriters }
    for index in telling {
      let hints = draft.blocks[index].facts.ownNames
      found.names.formUnion(hints.contacts)
      if !hints.named.isEmpty { found.formUnion(hints.named) }
    }
    if !authors.isEmpty {
      for index in draft.blocks.indices { readAuthors(authors, draft.blocks[index].facts) }
    }
    // What the organisation built is known once its name is.
    for index in telling {
      for work in draft.blocks[index].facts.ownNames.works
      where work.isOwn || work.actors.contains(where: found.names.contains) {
        found.formUnion(work.found)
      }
    }
  }

  /// Bylines stand at the top.
  private var authors: [UInt64] {
    draft.blocks.prefix(4).flatMap { $0.tellsOfWriters ? $0.facts.ownNames.authors : [] }
  }

  /// Takes in the writers' names where the text speaks of them in the third person.
  private mutating func readAuthors(_ keys: [UInt64], _ facts: BlockFacts) {
    for word in facts.ownNames.capitalised(in: facts) {
      if word.isName, keys.contains(word.key) {
        found.names.insert(word.key)
      } else if let next = word.next, keys.contains(next.joined) {
        found.names.insert(word.key)
        found.names.insert(next.key)
      }
    }
  }
}

extension DraftBlock {
  /// Whether it says anything of who writes; most blocks do not, and what they say is not asked for.
  var tellsOfWriters: Bool { shared.marks.contents.contains(.writers) }
}

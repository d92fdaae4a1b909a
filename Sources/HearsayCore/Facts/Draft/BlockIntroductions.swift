/// Whom and what a block names in full: the names may explain others anywhere in the draft.
struct BlockIntroductions: Equatable {
  private struct Person: Equatable {
    var words: [UInt64]
    var name: String
    var gender: Gender?
    var offices: [UInt64]
  }

  private struct Row: Equatable {
    var names: [[UInt64]]
    var noun: UInt64?
  }

  private struct Body: Equatable {
    var name: String
    var words: [UInt64]
    var initials: UInt64?
    var isPublication: Bool
    var alias: UInt64?
  }

  private var people: [Person] = []
  private var rows: [Row] = []
  private var bodies: [Body] = []

  init(_ facts: BlockFacts) {
    let names = facts.personNames
    people = names.lazy.filter(\.isCertain).map {
      let spelling = $0.spelling(in: facts.passage)
      return Person(words: spelling.words, name: spelling.text, gender: $0.gender, offices: $0.offices)
    }
    var start = 0
    while start < names.count {
      var end = start + 1
      while end < names.count, names[end].isJoined { end += 1 }
      let row = names[start..<end]
      if row.count > 1, row.allSatisfy(\.isCertain), let first = row.first, let last = row.last,
        facts.passage.word(last.terms.lowerBound - 1) == .and
      {
        rows.append(Row(names: row.map { $0.words(in: facts.passage) }, noun: first.rowNoun))
      }
      start = end
    }
    bodies = facts.bodyNames.map { body in
      Body(
        name: body.text, words: body.words, initials: body.initials, isPublication: body.isPublication,
        alias: body.alias.map { facts.passage.terms[$0].key })
    }
  }
}

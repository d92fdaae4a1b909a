extension BlockFacts {
  /// Reads what each sentence is like; where the same is quoted, that of the changed ones.
  mutating func readTraits(_ change: BlockChange?) {
    func read(_ sentence: Int) -> SentenceTraits {
      passage.traits(of: passage.sentences[sentence]) { quoteAt[$0] >= 0 }
    }
    let quoted = quotations.map(\.terms)
    let known = change.flatMap { change in
      change.joined(change.before.quotations.map(\.terms), at: { $0 }) {
        $0 = $0.moved(by: $1.terms)
      } read: { terms in
        quoted.filter { $0.overlaps(terms) }
      } == quoted ? change.joined(change.before.traits, read: read) : nil
    }
    traits = known ?? passage.sentences.indices.map(read)
  }
}

extension Passage {
  /// The nouns among some terms that name documents and outlets.
  func documentNouns(in range: Range<Int>) -> [Int] {
    range.filter { index in
      terms[index].tag.isNoun
        && (terms[index].has([.documentNoun, .publicationNoun, .postNoun]) || isPiece(index))
    }
  }
}

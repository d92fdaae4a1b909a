import ProseText

extension Passage {
  /// A document's noun with what says more of it, where that holds a name: "study published on Monday in the Vale Journal".
  func published(_ phrase: Range<Int>) -> Range<Int>? {
    var phrase = phrase
    if Self.appeared.contains(terms[phrase.upperBound].key), !phrase.contains(where: { terms[$0].word == .in }),
      let preposition = (phrase.upperBound + 1..<phrase.upperBound + 5).first(where: {
        word($0) == .in && !terms[$0 + 1].has([.month, .weekday]) && terms[$0 + 1].kind == .word
      }), let object = baseNounPhrase(at: preposition + 1, limit: min(terms.count, preposition + 12)),
      terms[object.head].isName
    {
      phrase = phrase.lowerBound..<object.terms.upperBound
    }
    return phrase.count > 1 && phrase.contains { terms[$0].isName && !terms[$0].has([.weekday, .month]) } ? phrase : nil
  }

  private static let appeared = foldedKeys("published released appearing printed")

  /// Whether a noun stands for what an outlet brought out: "the Ledger published allegations", "the Ledger ran a story".
  func isPiece(_ noun: Int) -> Bool {
    guard Self.pieces.contains(terms[noun].key), noun > 1 else { return false }
    let last = max(sentences[sentence(of: noun)].tokens.lowerBound, noun - 6)
    guard let verb = stride(from: noun - 1, to: last, by: -1).first(where: { Self.broughtOut.contains(terms[$0].key) }),
      !(verb + 1..<noun).contains(where: { terms[$0].kind == .punctuation || terms[$0].tag.isFiniteVerb }),
      let outlet = subject(
        endingBefore: has(verb - 1, .auxiliary) ? verb - 1 : verb, from: last - 12 < 0 ? 0 : last - 12)
    else { return false }
    return SourceClassifier(self).describe(outlet)?.kind == .publication
  }

  private static let broughtOut = foldedKeys("published publishes ran printed carried aired broadcast")
  private static let pieces = foldedKeys(
    """
    allegation allegations accusation accusations claim claims revelation revelations detail details investigation
    investigations story stories article articles report reports exposé expose series piece pieces
    """)

  /// The texts that some terms name with their authors, in order: "the decree of Bishop Brandt".
  func textNames(in range: Range<Int>) -> [Range<Int>] {
    let texts = SourceClassifier.texts
    let nouns = terms.indices(in: range) { $0.tag.isNoun && !$0.isCapitalised && texts.contains($0.key) }
    return nouns.compactMap { index in
      guard word(index + 1) == .of || word(index + 1) == .by || word(index + 1) == .from,
        let phrase = nounPhrase(at: index, limit: terms.count), phrase.head == index,
        let object = baseNounPhrase(at: index + 2, limit: phrase.terms.upperBound), terms[object.head].isName
      else { return nil }
      return index..<object.terms.upperBound
    }
  }
}

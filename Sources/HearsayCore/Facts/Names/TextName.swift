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

  /// The texts that some terms name with their authors, in order: "the decree of Bishop Brandt".
  func textNames(in range: Range<Int>) -> [Range<Int>] {
    range.compactMap { index in
      guard terms[index].tag.isNoun, !terms[index].isCapitalised,
        word(index + 1) == .of || word(index + 1) == .by || word(index + 1) == .from,
        SourceClassifier.texts.contains(terms[index].key),
        let phrase = nounPhrase(at: index, limit: terms.count), phrase.head == index,
        let object = baseNounPhrase(at: index + 2, limit: phrase.terms.upperBound), terms[object.head].isName
      else { return nil }
      return index..<object.terms.upperBound
    }
  }
}

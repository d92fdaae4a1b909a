import ProseText

// Polls that their pollster's name stands in front of, whatever dates stand between.
extension SupportReader {
  /// The poll that a share of the sentence comes from: "in an April 30 – May 4 Meridian poll, 44 percent".
  func namedPoll(of quantity: Quantity) -> String? {
    guard quantity.kind == .percent || quantity.kind == .percentagePoints || quantity.kind == .range else { return nil }
    let sentence = passage.sentences[quantity.sentence].tokens
    let nouns = block.facts.documentNouns.from(sentence.lowerBound).prefix { $0 < sentence.upperBound }
    for noun in nouns.prefix(8)
    where Self.polls.contains(passage.terms[noun].key) {
      var first = noun
      while first > sentence.lowerBound, isName(first - 1) || isKind(first - 1) { first -= 1 }
      guard (first..<noun).contains(where: isName), opensWithPreposition(first, from: sentence.lowerBound) else {
        continue
      }
      return passage.string(passage.range(first..<noun + 1))
    }
    return nil
  }

  /// "the Meridian head-to-head polling average": of which kind the table is.
  private func isKind(_ index: Int) -> Bool {
    let term = passage.terms[index]
    if passage.isMark(index, 0x2D) { return !term.hasSpaceBefore }
    return term.isWord && !term.has(.function) && (term.tag.isNoun || term.tag.isNounModifier)
      || passage.isMark(index - 1, 0x2D) && !term.hasSpaceBefore
  }

  private func isName(_ index: Int) -> Bool {
    let term = passage.terms[index]
    return term.isWord && term.isCapitalised && !term.has([.month, .weekday, .function])
      || passage.isMark(index, 0x2F) || passage.isMark(index, 0x26)
  }

  /// "in a", "by the", with nothing but dates between the article and the name.
  private func opensWithPreposition(_ name: Int, from lower: Int) -> Bool {
    var at = name - 1
    while at > lower,
      passage.has(at, .month) || passage.terms[at].kind == .number || passage.isDash(at)
        || passage.isMark(at, 0x2D) || passage.word(at) == .to || passage.terms[at].tag == .adjective
    {
      at -= 1
    }
    guard at > lower, passage.has(at, [.definite, .indefinite]) else { return false }
    return passage.word(at - 1) == .in || passage.word(at - 1) == .by || passage.word(at - 1) == .from
  }

  private static let polls = foldedKeys("poll survey polls surveys average averages tracker")
}

import ProseText

// Reporting verbs that are nouns as well ("claims", "shows", "fears") are where a tagger of general text errs most, and where it matters most
// here. Each correction looks at the words around alone (after E. Brill, "A simple rule-based part of speech tagger", 1992).
extension Passage {
  /// Makes verbs of reporting words that were tagged as nouns where only a verb fits.
  static func correct(_ terms: inout [Term], _ sentence: Sentence, comma: (Int) -> Bool) {
    for index in sentence.tokens {
      // Closed-class words are what they are.
      if terms[index].has(.possessive), !terms[index].has(.relative), terms[index].tag.isVerb {
        terms[index].tag = .possessivePronoun
      }
      if terms[index].shape.contains(.innerCapital), terms[index].isCapitalised, !terms[index].tag.isProperNoun {
        terms[index].tag = .properNoun
      }
      if terms[index].tag == .preposition, terms[index].has([.documentNoun, .postNoun]) { terms[index].tag = .noun }
      if isNamedVerb(index, terms, sentence) { terms[index].tag = .thirdPersonVerb }
      // "Profit was down": what opens a sentence in front of its verb is no command.
      if terms[index].tag == .baseVerb, index == sentence.tokens.lowerBound, index + 1 < sentence.tokens.upperBound,
        terms[index + 1].tag == .pastVerb || terms[index + 1].tag == .thirdPersonVerb
      {
        terms[index].tag = .noun
      }
      // "a think tank": behind an article and before a noun stands no verb.
      if terms[index].tag == .baseVerb || terms[index].tag == .presentVerb, index > sentence.tokens.lowerBound,
        index + 1 < sentence.tokens.upperBound, terms[index - 1].has(.indefinite) || terms[index - 1].word == .the,
        terms[index + 1].tag.isNoun
      {
        terms[index].tag = .noun
      }
    }
    for index in sentence.tokens
    where terms[index].cue != .none && terms[index].tag.isNoun && !terms[index].tag.isProperNoun {
      guard terms[index].forms.contains(.third) || terms[index].forms.contains(.base) else { continue }
      if takesObject(index, terms, sentence) || takesFigure(index, terms, sentence, comma)
        || takesClause(index, terms, sentence) || takesBareClause(index, terms, sentence)
        || endsAttribution(index, terms, sentence, comma)
      {
        terms[index].tag = terms[index].forms.contains(.third) ? .thirdPersonVerb : .presentVerb
      }
    }
  }

  /// "The Ledger’s story cites TickerTalk", "Comb credits HiveNews": a cue that can only be a verb between a noun and a name.
  private static func isNamedVerb(_ index: Int, _ terms: [Term], _ sentence: Sentence) -> Bool {
    let term = terms[index]
    guard term.cue == .citing, term.forms.contains(.third), term.tag.isNoun, !term.isCapitalised,
      index > sentence.tokens.lowerBound,
      index + 1 < sentence.tokens.upperBound
    else { return false }
    let next = terms[index + 1]
    let before = terms[index - 1]
    guard before.tag.isNoun || before.tag == .pronoun || before.isCapitalised || before.kind != .word else {
      return false
    }
    return next.isCapitalised || next.has([.definite, .indefinite])
  }

  /// "The company claims 40 homes …": a body or a name before, a number behind.
  private static func takesFigure(
    _ index: Int, _ terms: [Term], _ sentence: Sentence, _ comma: (Int) -> Bool
  ) -> Bool {
    var object = index + 1
    // "reports only 40 homes", "claims at least 40"
    while object < min(sentence.tokens.upperBound, index + 3),
      terms[object].has(.approximator) || terms[object].word == .at
    {
      object += 1
    }
    guard terms[index].forms.contains(.third), index > sentence.tokens.lowerBound, object < sentence.tokens.upperBound,
      terms[object].kind == .number || terms[object].kind == .symbol
    else { return false }
    let before = terms[index - 1]
    guard before.tag.isProperNoun || before.has(.organisationNoun) && before.tag == .noun else { return false }
    // A clause has one verb; behind a comma or "but" stands another clause.
    var start = index - 1
    while start > sentence.tokens.lowerBound, !comma(start), terms[start].word != .but, terms[start].word != .while {
      start -= 1
    }
    return !(start..<index).contains { terms[$0].tag.isFiniteVerb }
  }

  /// "The party fears a split": the only verb that the sentence can have.
  private static func takesObject(_ index: Int, _ terms: [Term], _ sentence: Sentence) -> Bool {
    guard terms[index].cue == .mental || terms[index].cue == .loaded, terms[index].forms.contains(.third),
      index > sentence.tokens.lowerBound,
      index + 1 < sentence.tokens.upperBound, terms[index + 1].has([.definite, .indefinite, .possessive])
    else { return false }
    let before = terms[index - 1]
    guard before.tag == .noun || before.tag.isProperNoun || before.tag == .pronoun,
      !before.has([.possessive, .preposition])
    else { return false }
    return !sentence.tokens.contains { terms[$0].tag.isFiniteVerb || terms[$0].has(.auxiliary) }
  }

  /// "The party fears that it …": a noun or name before, "that" and a subject behind.
  private static func takesClause(_ index: Int, _ terms: [Term], _ sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound, index + 2 < sentence.tokens.upperBound, terms[index + 1].word == .that
    else { return false }
    let before = terms[index - 1]
    let isSubject =
      before.tag == .pronoun || before.tag.isProperNoun
      || before.tag == .noun && before.isWord && !before.tag.isAdjective
    // "the report’s claims that …", "fears that" without a subject stay nouns.
    let hasSubject =
      isSubject && before.word != .clitic && !before.has([.definite, .indefinite, .possessive, .preposition])
    let next = terms[index + 2]
    guard hasSubject,
      next.tag == .pronoun || next.has([.definite, .indefinite, .possessive]) || next.tag.isNoun || next.tag.isAdjective
        || next.kind == .number
    else { return false }
    // Another finite verb before it makes it an object: "… raised police fears that".
    return !(sentence.tokens.lowerBound..<index).contains { terms[$0].tag.isFiniteVerb }
  }

  /// A plural without the mark of one.
  private static let data = foldedKey("data")

  /// "Documents obtained by the Ledger show the firm paid": plurals in front, one clause behind, and no verb of its own between.
  private static func takesBareClause(_ index: Int, _ terms: [Term], _ sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound, index + 2 < sentence.tokens.upperBound,
      terms[index].forms.contains(.base),
      terms[index].tag != .pluralNoun,
      terms[index + 1].word == .the || terms[index + 1].tag == .pronoun || terms[index + 1].tag.isProperNoun
        || terms[index + 1].tag == .pluralNoun && terms[index + 2].tag.isFiniteVerb,
      !terms[index - 1].has([.definite, .indefinite, .possessive, .preposition]), terms[index - 1].tag.isNoun,
      terms[sentence.tokens.lowerBound..<index].contains(where: {
        $0.has(.documentNoun) && ($0.tag == .pluralNoun || $0.key == data)
      }),
      !(sentence.tokens.lowerBound..<index).contains(where: { terms[$0].tag.isFiniteVerb })
    else { return false }
    return (index + 2..<min(sentence.tokens.upperBound, index + 9)).contains { terms[$0].tag.isFiniteVerb }
  }

  /// "…, its annual report shows.": the last word behind a comma and a phrase.
  private static func endsAttribution(
    _ index: Int, _ terms: [Term], _ sentence: Sentence, _ comma: (Int) -> Bool
  ) -> Bool {
    let next = index + 1
    guard next >= sentence.tokens.upperBound || terms[next].kind == .punctuation, index - 2 > sentence.tokens.lowerBound
    else { return false }
    guard terms[index - 1].tag.isNoun || terms[index - 1].tag == .pronoun else { return false }
    var at = index - 1
    while at > sentence.tokens.lowerBound, index - at < 8, !comma(at) {
      if terms[at].tag.isFiniteVerb { return false }
      at -= 1
    }
    guard comma(at) else { return false }
    return (sentence.tokens.lowerBound..<at).contains { terms[$0].tag.isFiniteVerb || terms[$0].has(.auxiliary) }
      && (terms[at + 1].has([.definite, .possessive]) || terms[at + 1].tag.isProperNoun
        || terms[index - 1].has(.documentNoun) || terms[at + 1].has(.documentNoun))
  }
}

import ProseText

// Who is a person among longer words: "Vale Council official Ida Brandt", "Ida Brandt of the Vale Council".
extension SourceClassifier {
  /// The name of the person whom a phrase means, where a name in it is certainly a person's; nil where it means somebody else.
  func person(in phrase: NounPhrase, apposition: Range<Int>?) -> Range<Int>? {
    let reader = PersonNameReader(passage)
    let head = terms[phrase.head]
    // "a study conducted by Dr. Ida Brandt" is the study.
    if head.has([.documentNoun, .postNoun]), !head.isCapitalised, apposition == nil { return nil }
    if let apposition, !head.isCapitalised || head.has(.title), head.has([.title, .spokesperson, .personNoun]),
      let run = run(endingAt: apposition.upperBound, from: apposition.lowerBound), run == apposition,
      let name = reader.name(run), !isBody(name.terms)
    {
      return name.terms
    }
    if let named = appended(to: phrase, reader) { return named }
    // A name at the end, behind an office or a title.
    if phrase.terms.count > phrase.base.count || phrase.base.count > 2,
      let run = run(endingAt: phrase.terms.upperBound, from: phrase.base.lowerBound),
      let name = reader.name(run), name.isCertain, isEnd(name.terms.upperBound, of: phrase),
      run.lowerBound > phrase.base.lowerBound || name.terms.lowerBound > run.lowerBound, isHeld(name, phrase)
    {
      // "Dr. Ida Brandt": a form of address is part of the name, an office is not.
      let before = name.terms.lowerBound - 1
      let isAddress = run.contains(before) && terms[before].range.count <= 4
      return isAddress ? before..<name.terms.upperBound : name.terms
    }
    if let member = member(of: phrase, reader) { return member }
    // A name in front, with the body behind "of", "from" or "at".
    guard phrase.base.upperBound < phrase.terms.upperBound, phrase.base.count > 1, head.isCapitalised else {
      return nil
    }
    switch terms[phrase.base.upperBound].word {
    case .of, .from, .at, .with: break
    default: return nil
    }
    guard let run = run(endingAt: phrase.base.upperBound, from: phrase.base.lowerBound), run.count > 1,
      let name = reader.name(run), name.terms.count > 1, name.terms.upperBound == phrase.base.upperBound
    else { return nil }
    if name.isCertain { return name.terms }
    let behind = phrase.base.upperBound + 1..<phrase.terms.upperBound
    let isBodyBehind = behind.contains {
      terms[$0].isCapitalised && (terms[$0].has(.organisationName) || terms[$0].shape.contains(.allCaps))
    }
    return isBodyBehind && terms[phrase.head].tag != .pluralProperNoun && !isBody(name.terms) ? name.terms : nil
  }

  /// "the Council Leader, Ida Brandt," and "the mill’s owner, Ida Brandt": a name behind the comma inside the words.
  private func appended(to phrase: NounPhrase, _ reader: PersonNameReader) -> Range<Int>? {
    guard phrase.terms.count > phrase.base.count else { return nil }
    var end = phrase.terms.upperBound
    if passage.isComma(end - 1) { end -= 1 }
    guard let run = run(endingAt: end, from: phrase.base.lowerBound), run.count > 1,
      run.lowerBound - 2 >= phrase.base.lowerBound, passage.isComma(run.lowerBound - 1),
      let name = reader.name(run), name.terms == run, !isBody(run)
    else { return nil }
    let holder = terms[run.lowerBound - 2]
    return holder.has([.title, .personNoun, .spokesperson]) || isAgentNoun(holder) ? run : nil
  }

  /// Whether nothing but letters stands behind a name: "Ida Brandt QC".
  private func isEnd(_ end: Int, of phrase: NounPhrase) -> Bool {
    (end..<max(end, phrase.terms.upperBound)).allSatisfy {
      terms[$0].shape.contains(.allCaps) && terms[$0].range.count <= 4 || passage.isComma($0)
    }
  }

  /// "the director of Marsh Council Ida Brandt", "the ambassador to Vale Ida Brandt": the name behind the body's.
  private func member(of phrase: NounPhrase, _ reader: PersonNameReader) -> Range<Int>? {
    guard let run = run(endingAt: phrase.terms.upperBound, from: phrase.base.lowerBound),
      let body = run.last(where: { terms[$0].has([.organisationName, .country]) && !terms[$0].has(.firstName) }),
      body + 2 < run.upperBound, terms[body + 1].kind == .word,
      (phrase.base.lowerBound..<body).contains(where: { terms[$0].has([.title, .personNoun, .spokesperson]) }),
      let name = reader.name(body + 1..<run.upperBound), name.terms.lowerBound == body + 1, name.terms.count > 1,
      !isBody(name.terms)
    else { return nil }
    return name.terms
  }

  /// Whether an office or a title stands right in front of a name, at the phrase's own level.
  private func isHeld(_ name: PersonName, _ phrase: NounPhrase) -> Bool {
    let before = terms[name.terms.lowerBound - 1]
    guard name.terms.lowerBound > phrase.base.lowerBound else { return false }
    return before.has([.title, .personNoun, .anonymousNoun, .spokesperson]) || isAgentNoun(before)
  }

  private func isBody(_ name: Range<Int>) -> Bool {
    name.contains { terms[$0].has([.organisationName, .publicationName]) }
  }

  /// The longest run of capitals that ends before a term.
  private func run(endingAt end: Int, from lower: Int) -> Range<Int>? {
    var start = end
    while start > lower {
      let term = terms[start - 1]
      if term.kind == .word, term.isCapitalised { start -= 1; continue }
      let isHyphen = passage.isMark(start - 1, 0x2D) && start - 1 > lower && terms[start - 2].kind == .word
      if start < end, passage.isNamePrefix(start - 1) || passage.isNameSyllable(start - 1) { start -= 1; continue }
      if start < end, isHyphen || [.van, .von, .de, .der, .la, .al, .bin].contains(term.word) { start -= 1; continue }
      break
    }
    while start < end, !terms[start].isCapitalised, !passage.isNamePrefix(start) { start += 1 }
    return start < end ? start..<end : nil
  }
}

import ProseText

// Who is a person among longer words: "Vale Council official Ida Brandt", "Ida Brandt of the Vale Council".
extension SourceClassifier {
  /// The name of the person whom a phrase means, where a name in it is certainly a person's; nil where it means somebody else.
  func person(in phrase: NounPhrase, apposition: Range<Int>?) -> Range<Int>? {
    let reader = PersonNameReader(passage)
    let head = terms[phrase.head]
    if let apposition, !head.isCapitalised, head.has([.title, .spokesperson, .personNoun]),
      let run = run(endingAt: apposition.upperBound, from: apposition.lowerBound), run == apposition,
      let name = reader.name(run), !isBody(name.terms)
    {
      return name.terms
    }
    // A name at the end, behind an office or a title.
    if phrase.terms.count > phrase.base.count || phrase.base.count > 2,
      let run = run(endingAt: phrase.terms.upperBound, from: phrase.base.lowerBound),
      let name = reader.name(run), name.isCertain, name.terms.upperBound == phrase.terms.upperBound,
      run.lowerBound > phrase.base.lowerBound || name.terms.lowerBound > run.lowerBound, isHeld(name, phrase)
    {
      // "Dr. Ida Brandt": a form of address is part of the name, an office is not.
      let before = name.terms.lowerBound - 1
      let isAddress = run.contains(before) && terms[before].range.count <= 4
      return isAddress ? before..<name.terms.upperBound : name.terms
    }
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

  /// Whether an office or a title stands right in front of a name, at the phrase's own level.
  private func isHeld(_ name: PersonName, _ phrase: NounPhrase) -> Bool {
    let before = terms[name.terms.lowerBound - 1]
    guard name.terms.lowerBound > phrase.base.lowerBound else { return false }
    return before.has([.title, .personNoun, .anonymousNoun, .spokesperson])
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
      if start < end, isHyphen || [.van, .von, .de, .der, .la, .al, .bin].contains(term.word) { start -= 1; continue }
      break
    }
    while start < end, !terms[start].isCapitalised { start += 1 }
    return start < end ? start..<end : nil
  }
}

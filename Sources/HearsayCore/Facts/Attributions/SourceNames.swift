import ProseText

// What a name stands for, and who issued a document.
extension SourceClassifier {
  // MARK: Kinds of names

  private static let agency = foldedKey("agency")
  /// What newspapers and news agencies are called in other languages.
  private static let outletWords = foldedKeys(
    """
    agence presse welle gazeta zeitung nachrichten rundfunk diario jornal folha periódico correo corriere repubblica gazzetta
    giornale stampa dagblad dagbladet tidning tidningen nyheter aftonbladet nieuwsblad telegraaf volkskrant libération
    pravda vedomosti izvestia novosti rossiya kommersant asahi shimbun yomiuri mainichi hurriyet hürriyet milliyet sabah
    anadolu haber ajansı haaretz maariv rappler rudaw ukrinform unian antara bernama
    """)
  private static let laws = foldedKeys("act constitution treaty charter")

  /// The kind of party that a name stands for, from its last words and what stands around it.
  func nameKind(_ name: Range<Int>, _ phrase: NounPhrase) -> SourceKind {
    let last = terms[name.upperBound - 1]
    let hasArticle = name.lowerBound > 0 && terms[name.lowerBound - 1].word == .the
    // "Agence Marne", "Gazeta Marska"
    if name.contains(where: { Self.outletWords.contains(terms[$0].key) && terms[$0].isCapitalised }) {
      return .publication
    }
    let before = phrase.base.lowerBound < name.lowerBound ? terms[name.lowerBound - 1] : nil
    if let before, before.has([.publicationNoun]), !before.isCapitalised { return .publication }
    if last.has(.publicationName),
      name.count > 1 || hasArticle || last.shape.contains(.allCaps)
        || !last.has(.organisationName) && !last.has(.firstName)
    {
      if !terms[name.lowerBound].has(.firstName) || hasArticle { return .publication }
    }
    if name.contains(where: { terms[$0].has(.publicationName) && terms[$0].range.count >= 3 && terms[$0].isCapitalised }
    ), name.count > 1,
      !terms[name.lowerBound].has(.firstName), !last.has(.organisationName)
    {
      return .publication
    }
    // "the Vale Press Agency", "the Roads Act".
    if name.count > 1, last.key == Self.agency, terms[name.upperBound - 2].has(.publicationName) { return .publication }
    if name.count > 1 || hasArticle, Self.laws.contains(last.key) { return .document }
    if let before, before.has(.title), !before.has(.organisationNoun) { return .person }
    if terms[name.lowerBound].has([.title]), name.count > 1 { return .person }
    if name.contains(where: { terms[$0].has(.organisationName) && ($0 > name.lowerBound || isHeadOfName($0, name)) })
      || last.has(.organisationName) && (hasArticle || terms[phrase.base.lowerBound].has([.definite, .possessive]))
    {
      return .organisation
    }
    if last.has(.country) { return .organisation }
    if last.shape.contains(.allCaps), last.range.count <= 6, !terms[name.lowerBound].has(.firstName) || name.count == 1
    {
      return .organisation
    }
    if hasArticle { return .organisation }
    if let before, before.has([.organisationNoun, .organisationName]) { return .organisation }
    if terms[name.lowerBound].has(.firstName) { return .person }
    if last.tag == .pluralProperNoun { return .organisation }
    return name.count >= 2 ? .person : name.count == 1 && last.tag == .pluralProperNoun ? .organisation : .person
  }

  /// "Centre for Vale", "Party of Millers": what the name is of stands behind its first word.
  private func isHeadOfName(_ index: Int, _ name: Range<Int>) -> Bool {
    let next = index + 1
    return name.contains(next) && [.of, .for].contains(terms[next].word) && !terms[index].has([.title, .firstName])
  }

  /// Who issued a document: "a report by X", "X's report", "its report", "the X report", "police figures".
  func issuer(of phrase: NounPhrase) -> Range<Int>? {
    var index = phrase.head + 1
    while index < phrase.terms.upperBound {
      if terms[index].word == .by || terms[index].word == .from || terms[index].word == .of || terms[index].word == .at
        || terms[index].word == .in || terms[index].word == .on
      {
        if let object = passage.baseNounPhrase(at: index + 1, limit: phrase.terms.upperBound),
          object.terms.contains(where: { terms[$0].isName }) || terms[index].word == .by
            || terms[object.head].has([.organisationNoun, .publicationNoun])
        {
          return object.terms
        }
      }
      index += 1
    }
    let base = phrase.base
    if let possessive = (base.lowerBound..<phrase.head).last(where: {
      terms[$0].word == .clitic || terms[$0].tag == .possessiveEnding
    }) {
      return base.lowerBound..<possessive
    }
    if terms[base.lowerBound].has(.possessive), base.count > 1 { return base.lowerBound..<base.lowerBound + 1 }
    let start = terms[base.lowerBound].has([.definite, .indefinite]) ? base.lowerBound + 1 : base.lowerBound
    let before = (start..<phrase.head).filter { terms[$0].isName || terms[$0].has([.organisationNoun]) }
    if let first = before.first, let last = before.last { return first..<last + 1 }
    return nil
  }
}

import ProseText

/// Tells what kind of party the words of a source name.
struct SourceClassifier {
  let passage: Passage
  var terms: Terms { passage.terms }

  init(_ passage: Passage) { self.passage = passage }

  /// The description of a noun phrase as a source; nil where it cannot be one (a figure, a place in time).
  func describe(_ phrase: NounPhrase, apposition: Range<Int>? = nil) -> SourceDescription? {
    let head = terms[phrase.head]
    if head.word == .it, isExpletive(phrase.head) { return nil }
    // "within a few minutes calder.example will": a length of time is not part of a name.
    if head.kind == .opaque, phrase.base.contains(where: { terms[$0].has(.timeUnit) }) { return nil }
    // "last week" is no party; "Day" and "May" with a capital may be.
    if head.has(.timeUnit), !head.isCapitalised { return nil }
    if head.has(.weekday), phrase.base.count <= 2 { return nil }
    if head.has(.month), phrase.base.count == 1, passage.has(phrase.head - 1, .preposition) { return nil }
    if hasFigureHead(phrase) { return nil }
    // "`sort -n` tells the shell to", "The command `sort` shows": code does not testify.
    if head.kind == .opaque, !isSiteName(phrase.head) { return nil }
    var description = SourceDescription(kind: .person, reference: .described, phrase: phrase)
    description.apposition = apposition
    description.isIndefinite = isIndefinite(phrase)
    description.isQualified = phrase.terms.count > phrase.base.count || phrase.base.count > 2
    description.name = name(in: phrase)
    // "One of the victims": somebody, not the victims.
    if terms[phrase.base.lowerBound].has([.definite, .possessive]),
      passage.word(phrase.base.lowerBound - 1) == .of && passage.word(phrase.base.lowerBound - 2) == .one
    {
      if let name = nameInFront(ofOne: phrase.base.lowerBound - 2) {
        description.reference = .named
        description.name = name
        return description
      }
      description.kind = .anonymous
      description.isIndefinite = true
      return description
    }
    if let person = person(in: phrase, apposition: apposition) {
      description.kind = .person
      description.reference = .named
      description.name = person
      return description
    }
    if head.tag == .pronoun || head.has(.personalPronoun) || head.word == .who, phrase.base.count == 1,
      !head.isSpelledAsBody
    {
      return pronoun(head, description)
    }
    if description.isIndefinite || isBarePlural(phrase) || isPress(phrase) || head.has(.quantifier)
      || head.word == .people,
      !isDescribedPeople(phrase), !isOutletAlone(phrase)
    {
      if let unnamed = unnamed(phrase, description) { return unnamed }
    }
    // "people familiar with the matter" are a few described persons, not a class.
    if isDescribedPeople(phrase) {
      description.kind = .anonymous
      description.givesReason = givesReason(phrase)
      return description
    }
    // "the present study", "this paper": the writer's own text.
    if head.has([.documentNoun, .postNoun]),
      terms[phrase.head - 1].key == Self.present
        || terms[phrase.base.lowerBound].word == .this
          && !phrase.base.contains(where: { terms[$0].isName }),
      Self.ownTexts.contains(head.key)
    {
      description.kind = .writer
      return description
    }
    // "The Ledger" and "The Post" are outlets, "the ledger" and "the post" are texts.
    let isOutletName = head.isCapitalised && head.has(.publicationName) && !passage.isSentenceStart(phrase.head)
    if head.has([.documentNoun, .postNoun]), !isOutletName, !head.isCapitalised || !isInsideName(phrase) {
      return document(phrase, description)
    }
    if head.kind == .opaque, isSiteName(phrase.head) {
      description.name = phrase.head..<phrase.head + 1
      description.reference = .named
      description.kind = .publication
      return description
    }
    if let office = office(phrase, description) { return office }
    if let name = description.name, name.contains(phrase.head) || apposition == nil && isNameInside(phrase) {
      return named(phrase, name, description)
    }
    if isReportedNumbers(phrase) { return document(phrase, description) }
    if let named = namedByApposition(phrase, description) { return named }
    return described(phrase, description)
  }

  private static let present = foldedKey("present")
  private static let ownTexts = WordKeys([
    "study", "paper", "report", "survey", "review", "analysis", "work", "post", "article", "page", "guide", "story",
  ])

  /// What says or shows something without being written as a document is.
  static let texts = foldedKeys(
    """
    comment comments motion motions decree decrees request requests announcement announcements description doctrine
    doctrines opinion opinions declaration memorandum notice notices manifesto update updates communique caption plaque
    certificate obituary
    video videos footage clip recording recordings photograph photographs photo photos image images memoir memoirs
    guideline guidelines warning warnings forecast forecasts model models map maps chart charts database dataset polling
    work framework plan plans schedule agenda transcript transcripts evidence advisory test tests diary notes minutes trial trials
    """)

  /// "calder.example": a site by its address; a whole address with its path is a place, "@ida" an account.
  private func isSiteName(_ index: Int) -> Bool {
    terms[index].range.allSatisfy { offset in
      let byte = passage.byte(offset)
      return byte != 0x2F && byte != 0x40 && byte != 0x3A && byte != 0x60 && byte != 0x3D
    }
  }

  // MARK: Forms

  func pronoun(_ head: Term, _ description: SourceDescription) -> SourceDescription? {
    var result = description
    result.reference = .pronoun
    if head.has(.firstPerson) {
      result.kind = .writer
    } else if head.word == .they || head.word == .them || head.word == .it {
      result.kind = .organisation
    } else if head.word == .you || head.word == .one || head.word == .this || head.word == .that {
      return nil
    } else {
      result.kind = .person
    }
    return result
  }

  /// "the Prime Minister", "the President": whoever holds the office.
  func office(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    guard terms[phrase.base.lowerBound].has(.definite), phrase.terms.count == phrase.base.count,
      terms[phrase.head].has(.title), terms[phrase.head].isCapitalised, phrase.base.count <= 3
    else { return nil }
    var result = description
    result.reference = .described
    result.kind = .person
    return result
  }

  func document(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription {
    var result = description
    result.kind = .document
    result.issuer = issuer(of: phrase)
    if !terms[phrase.base.lowerBound].has(.definite), isOfficialCount(phrase) {
      result.isIndefinite = false
      result.reference = .named
    } else if description.isIndefinite {
      result.reference = .described
    } else if result.issuer != nil || description.name != nil {
      result.reference = .named
    } else {
      result.reference = terms[phrase.base.lowerBound].has(.definite) ? .anaphor : .described
    }
    return result
  }

  /// "final results", "provisional returns": of a vote there is one count, and who holds the vote keeps it.
  private func isOfficialCount(_ phrase: NounPhrase) -> Bool {
    Self.returns.contains(terms[phrase.head].key)
      && phrase.base.contains { Self.stages.contains(terms[$0].key) }
  }

  private static let returns = foldedKeys("results returns tallies")
  private static let stages = foldedKeys("official final preliminary provisional partial certified complete")

  func named(_ phrase: NounPhrase, _ name: Range<Int>, _ description: SourceDescription) -> SourceDescription {
    var result = description
    result.reference = .named
    result.kind = nameKind(name, phrase)
    return result
  }

  func namedByApposition(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    guard let apposition = description.apposition, (apposition).contains(where: { terms[$0].isName }) else {
      return nil
    }
    var result = description
    result.reference = .named
    result.name = apposition
    result.kind = nameKind(apposition, phrase)
    if terms[phrase.head].has([.anonymousNoun, .title, .spokesperson]) { result.kind = .person }
    return result
  }

  private static let sites = foldedKeys("website site webpage homepage")

  /// "the Vale Council website", "its website": a party's text, where the party is no outlet.
  private func site(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    guard let issuer = issuer(of: phrase), issuer.upperBound <= phrase.head else { return nil }
    let isOwn = issuer.count == 1 && terms[issuer.lowerBound].has(.possessive)
    if !isOwn, nameKind(issuer, phrase) == .publication { return nil }
    var result = description
    result.kind = .document
    result.reference = .named
    let isOwned =
      isOwn || terms[issuer.upperBound].word == .clitic || terms[issuer.upperBound].tag == .possessiveEnding
    result.issuer = isOwned ? issuer : nil
    result.name = isOwned ? description.name : issuer.lowerBound..<phrase.head + 1
    return result
  }

  func described(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    var result = description
    let head = terms[phrase.head]
    if head.has(.publicationNoun), !head.has(.organisationNoun) || head.word == .publication {
      if Self.sites.contains(head.key), let site = site(phrase, result) { return site }
      // "the Dorn journal" is named, "the ministry’s journal" is the ministry's text.
      if let issuer = issuer(of: phrase), !(issuer.count == 1 && terms[issuer.lowerBound].has(.possessive)) {
        // "the Tide Service website" is the service's.
        let isBody =
          terms[issuer.upperBound - 1].has(.organisationName) && !terms[issuer.upperBound - 1].has(.publicationName)
        let isOwned =
          issuer.upperBound <= phrase.head && isBody
          || issuer.upperBound < phrase.head
            && (terms[issuer.upperBound].word == .clitic || terms[issuer.upperBound].tag == .possessiveEnding)
        result.kind = isOwned ? .document : .publication
        result.reference = .named
        result.issuer = isOwned ? issuer : nil
        result.name = isOwned ? description.name : issuer
        return result
      }
      result.kind = .publication
      result.reference = terms[phrase.base.lowerBound].has(.definite) ? .anaphor : .described
      return result
    }
    // "state television", "public radio": a broadcaster without its name.
    let isBroadcaster = head.has(.publicationName) && !head.isCapitalised && phrase.base.count > 1
    if head.has(.organisationNoun) || isBroadcaster {
      result.kind = .organisation
      return result
    }
    if Self.texts.contains(head.key), !head.isCapitalised || passage.isSentenceStart(phrase.head) {
      // "The footage showed": it can be looked at, whoever made it.
      result.kind = .document
      result.issuer = issuer(of: phrase)
      if !result.isIndefinite { result.reference = .named }
      return result
    }
    if head.has([.anonymousNoun, .title, .spokesperson, .personNoun]) || isAgentNoun(head) {
      result.kind = .person
      return result
    }
    if head.has([.vagueClass, .peopleNoun]) {
      // "The residents", "his parents": a group that the text has introduced.
      let first = terms[phrase.base.lowerBound]
      result.kind = first.has([.definite, .possessive]) || first.key == Self.both ? .organisation : .vague
      return result
    }
    let isBodyOf = description.name.map { phrase.base.contains($0.lowerBound) } ?? false
    guard terms[phrase.base.lowerBound].has([.definite, .possessive]) || head.isName || isBodyOf else { return nil }
    result.kind = .organisation
    return result
  }

}

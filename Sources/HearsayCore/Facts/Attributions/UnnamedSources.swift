import ProseText

// Sources that are a class of people, or somebody without a name.
extension SourceClassifier {
  /// Vague classes and people without a name; nil where the words name somebody after all.
  func unnamed(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    var result = description
    let head = terms[phrase.head]
    let isOwnReporter = isOwnReporter(phrase)
    if isOwnReporter {
      result.kind = .writer
      return result
    }
    if head.has([.documentNoun, .postNoun, .publicationNoun]), description.isIndefinite, !head.has(.personNoun) {
      return document(phrase, description)
    }
    if description.isIndefinite {
      guard
        head.has([.anonymousNoun, .spokesperson, .title, .peopleNoun, .vagueClass]) || isAgentNoun(head)
          || Self.offices.contains(head.key) && head.shape.contains(.allCaps)
      else {
        return nil
      }
      // "a spokesman for the ministry", "a police spokesman" speaks for a body that has a name.
      if head.has(.spokesperson) {
        result.kind = .organisation
        return result
      }
      if Self.offices.contains(head.key) {
        result.kind = .anonymous
        result.name = nil
        return result
      }
      if head.has(.title), description.name.map({ $0.contains(phrase.head) }) == true { return nil }
      if description.apposition != nil || namesItsMember(phrase) { return nil }
      result.kind = .anonymous
      result.givesReason = givesReason(phrase)
      return result
    }
    // "State TV": the capitals of a sentence's beginning and of the initials make no name.
    if isPress(phrase), passage.isSentenceStart(phrase.base.lowerBound) {
      result.name = nil
      result.kind = .vague
      return result
    }
    if description.name.map({ $0.contains(phrase.head) }) == true { return nil }
    if phrase.base.count == 1, Self.services.contains(head.key) {
      result.kind = .organisation
      return result
    }
    if isPress(phrase) || isAccountsOfPeople(phrase) {
      result.kind = .vague
      return result
    }
    if let papers = papersOfNamedBody(phrase, description) { return papers }
    guard head.has(.vagueClass) || head.has(.quantifier) || isPluralAgent(head) || Self.bodies.contains(head.key) else {
      return nil
    }
    if head.has(.quantifier), phrase.base.count > 1 { return nil }
    // "Researchers from Vale University" are a group that can be asked.
    let isOfBody =
      description.name.map { $0.lowerBound > phrase.head } == true && head.word != .sources
      && head.has([.peopleNoun, .vagueClass])
      && [.from, .at, .with].contains(terms[phrase.head + 1].word)
    result.kind = isOfBody ? .organisation : .vague
    return result
  }

  /// Offices that go by their initials: "one MP" is a person.
  private static let offices = foldedKeys("mp mep msp ceo cfo coo cto gp vp pm da mla mlc")

  /// "Government reports" behind "the Valian government": the papers of the body that the paragraph has named.
  private func papersOfNamedBody(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    let body = phrase.base.lowerBound
    guard phrase.base.count == 2, Self.papers.contains(terms[phrase.head].key), terms[body].has(.organisationNoun),
      (max(1, body - Self.farthestBody)..<max(1, body)).contains(where: {
        terms[$0].key == terms[body].key && terms[$0 - 1].isWord && terms[$0 - 1].isCapitalised
          && !terms[$0 - 1].has(.function)
      })
    else { return nil }
    var result = document(phrase, description)
    result.reference = .named
    return result
  }

  private static let papers = WordKeys(["reports", "statistics", "records", "documents", "polls", "surveys", "studies"])
  /// Terms between a body's name and its papers: a long paragraph.
  private static let farthestBody = 200
  /// Bodies in the plural: "aid agencies" can be asked no more than "experts".
  private static let bodies = WordKeys([
    "agencies", "charities", "ngos", "companies", "firms", "corporations", "unions", "banks", "insurers", "lenders",
    "hospitals", "airlines", "carriers", "operators", "businesses", "industries", "organisations", "organizations",
    "groups", "parties", "governments", "ministries", "councils", "institutions", "universities",
  ])

  /// Services that are called by those who serve in them, as the police are.
  private static let services = foldedKeys("prosecutors firefighters rescuers")
}

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
    if description.name.map({ $0.contains(phrase.head) }) == true { return nil }
    if phrase.base.count == 1, Self.services.contains(head.key) {
      result.kind = .organisation
      return result
    }
    if isPress(phrase) || isAccountsOfPeople(phrase) {
      result.kind = .vague
      return result
    }
    guard head.has(.vagueClass) || head.has(.quantifier) || isPluralAgent(head) else { return nil }
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

  /// Services that are called by those who serve in them, as the police are.
  private static let services = foldedKeys("prosecutors firefighters rescuers")
}

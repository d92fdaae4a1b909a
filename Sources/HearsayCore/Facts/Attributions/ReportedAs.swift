import ProseText

/// Sources behind "as": "as reported by Reid", "as shown in the audit", "As heard at the inquest".
extension AttributionReader {
  func reportedAs(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let participle = index + 1
    guard participle + 1 < range.upperBound, Self.reported.contains(terms[participle].key),
      opensAside(index, range)
    else { return nil }
    let cue = index..<participle + 2
    if terms[participle + 1].word == .by {
      var result = prepositional(at: index, cue: cue, in: range, number)
      if let source = result?.source, isOutlet(source) { result?.source?.kind = .publication }
      return result
    }
    guard Self.places.contains(terms[participle + 1].key),
      let phrase = passage.nounPhrase(at: participle + 2, limit: range.upperBound), isText(phrase)
    else { return nil }
    return prepositional(at: index, cue: cue, in: range, number)
  }

  /// "as quoted by Valian Reporter": whoever passes words on and bears a name of common nouns is no person.
  private func isOutlet(_ source: SourceDescription) -> Bool {
    guard source.kind == .person, source.reference == .named, let name = source.name, name.count > 1,
      name == source.phrase.terms, !terms[name.lowerBound].has([.firstName, .title])
    else { return false }
    return terms[name.upperBound - 1].has([.title, .personNoun, .documentNoun, .titledWork, .timeUnit])
  }

  /// Whether "as" stands at the front or behind a comma or bracket: "described as reported" compares.
  private func opensAside(_ index: Int, _ range: Range<Int>) -> Bool {
    index == range.lowerBound || terms[index - 1].kind == .punctuation || isOnlyConnective(range.lowerBound..<index)
  }

  /// Whether a phrase names something that can be read or was heard: no month, no town.
  private func isText(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    // "as described in the previous post", "as shown in figure 3": the writer's own.
    if Self.ownParts.contains(head.key) || phrase.base.contains(where: { Self.nearby.contains(terms[$0].key) }) {
      return false
    }
    if Self.proceedings.contains(head.key) { return true }
    guard let source = classifier.describe(phrase) else { return false }
    switch source.kind {
    case .document, .publication: return true
    // "in the Calder Lancet": what has a name and an article, and is no country, river or street.
    default:
      return source.reference == .named && terms[phrase.base.lowerBound].word == .the
        && !head.has([.country, .placeNoun, .street, .timeUnit, .month, .weekday])
        && passage.word(phrase.base.lowerBound - 1) == .in
    }
  }

  private static let reported = foldedKeys(
    """
    reported shown stated noted revealed described documented recorded published disclosed detailed outlined explained \
    mentioned written quoted cited listed alleged heard told testified established announced confirmed calculated counted \
    measured estimated summarised summarized argued claimed seen
    """)
  private static let nearby = foldedKeys("previous next above following our my this these")
  private static let ownParts = foldedKeys(
    """
    section chapter part paragraph table figure graph chart diagram appendix example introduction footnote box sidebar
    """)
  private static let places = foldedKeys("in at on during from within under")
  private static let proceedings = foldedKeys(
    "trial court hearing hearings inquest inquiry tribunal testimony proceedings deposition")
}

import ProseText

/// A place where a block says that an outlet went, saw or asked for itself: "The Eastwire attended the fair".
///
/// What such an outlet tells of it is its own, in whoever's draft.
struct FirstHandReport: Sendable, Equatable {
  var sentence: Int
  /// Key of the last word of the outlet's name.
  var outlet: UInt64
  /// It was on the spot: what it counts there is its own.
  var isPresence: Bool
}

extension Passage {
  /// The places among some terms of a block where an outlet reports at first hand, in order.
  func firstHandReports(in range: Range<Int>) -> [FirstHandReport] {
    var reports: [FirstHandReport] = []
    let (visits, asks, talks, verbs) = (Self.visits, Self.asks, Self.talks, Self.verbs)
    let found = terms.indices(in: range) { verbs.contains($0.key) }
    for verb in found where verb > 0 && isActive(verb) {
      let isPresence = visits.contains(terms[verb].key)
      guard isPresence || isInquiry(verb, asks: asks, talks: talks) else { continue }
      let sentence = sentence(of: verb)
      guard let phrase = subject(endingBefore: verb, from: sentences[sentence].tokens.lowerBound),
        let outlet = outlet(phrase)
      else { continue }
      reports.append(FirstHandReport(sentence: sentence, outlet: outlet, isPresence: isPresence))
    }
    return reports
  }

  /// "the Marsh Ledger", "Eastwire’s Ida Marsh": the key of the last word of the outlet's name.
  private func outlet(_ phrase: NounPhrase) -> UInt64? {
    let owner = phrase.base.first {
      terms[$0].word == .clitic || terms[$0].tag == .possessiveEnding || isPluralPossessive($0)
    }
    if let owner, owner > phrase.base.lowerBound {
      return terms[owner - 1].has(.publicationName) && terms[owner - 1].isCapitalised ? terms[owner - 1].key : nil
    }
    guard let source = SourceClassifier(self).describe(phrase), source.kind == .publication, let name = source.name
    else {
      return nil
    }
    return terms[name.upperBound - 1].key
  }

  /// A finite verb; taggers take one that a short sentence ends with for a participle, and a block without cues has no tags.
  private func isActive(_ verb: Int) -> Bool {
    !has(verb - 1, .auxiliary) && (!isTagged || terms[verb].tag == .pastParticiple) || terms[verb].tag.isFiniteVerb
  }

  private func isInquiry(_ verb: Int, asks: WordKeys, talks: WordKeys) -> Bool {
    let term = terms[verb]
    if asks.contains(term.key) { return true }
    // "spoke to", "discusses the ban with"
    guard talks.contains(term.key) else { return false }
    let end = min(sentences[sentence(of: verb)].tokens.upperBound, verb + 6)
    return (verb + 1..<max(verb + 1, end)).contains { word($0) == .with || word($0) == .to }
  }

  private static let verbs = WordKeys.all(visits, asks, talks)
  private static let visits = foldedKeys("attended attends visited visits witnessed witnesses toured tours")
  private static let asks = foldedKeys(
    "interviewed interviews contacted contacts surveyed surveys questioned photographed polled")
  private static let talks = foldedKeys(
    "spoke speaks talked talks discussed discusses corresponded corresponds sat sits met meets conversed")
}

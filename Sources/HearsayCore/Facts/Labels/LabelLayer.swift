import ProseText

/// The labelled spans of one layer, a passage's outermost ones or those inside one content, as attributions.
struct LabelLayer {
  private let passage: Passage
  private let rules: [LocalAttribution]
  private let classifier: SourceClassifier
  private let links: LabelLinks
  /// The content that holds them.
  private let outer: Range<Int>?

  init(
    _ spans: [LabelledSpan], _ passage: Passage, _ rules: [LocalAttribution], known: Set<Int>,
    _ classifier: SourceClassifier, inside outer: Range<Int>?, isQuoted: (Int) -> Bool
  ) {
    self.passage = passage
    self.rules = rules
    self.classifier = classifier
    self.outer = outer
    links = LabelLinks(spans, passage, rules, known: known, isQuoted: isQuoted)
  }

  /// The rules' attributions whose cues are labelled.
  var known: [Int] { links.cues.compactMap(\.rule) }

  /// An attribution for each cue, with the rule that reads the cue.
  func attributions() -> [(rule: Int?, attribution: LocalAttribution)] {
    links.cues.compactMap { cue in
      let rule = cue.rule.map { rules[$0] }
      let parts = contents(of: cue, rule)
      // "declined to comment", and "Reid listed:" in front of a list, have no content here.
      guard !parts.isEmpty || rule != nil else { return nil }
      var attribution = rule ?? guessed(cue)
      attribution.cue = [cueTerms(cue.terms, rule)]
      attribution.content = parts
      attribution.readContent = rule?.content ?? []
      if let source = cue.source {
        attribution.source = description(of: source, rule?.source) ?? attribution.source
      }
      if let phrase = attribution.source?.phrase.terms, let first = parts.first {
        attribution.sourceFirst = phrase.lowerBound < first.lowerBound
      }
      return (cue.rule, attribution)
    }
  }

  /// The labelled contents; inside a content, where the labeller has seen few examples, the rules know better where they end.
  private func contents(of cue: LabelLinks.Cue, _ rule: LocalAttribution?) -> [Range<Int>] {
    guard let rule else { return cue.contents }
    // What a quotation says ends with it, whatever stands behind.
    if rule.isQuoted, !cue.contents.isEmpty, let own = rule.content.last,
      cue.contents.last?.lowerBound == own.lowerBound
    {
      return rule.content
    }
    // "reportedly known as": what stands in the labelled cue behind the adverb is what is hedged.
    if rule.form == .hedgeAdverb, let adverb = rule.cue.last, cue.terms.upperBound > adverb.upperBound {
      return rule.content
    }
    guard let last = cue.contents.last else { return rule.content }
    guard let outer, let own = rule.content.last, own.lowerBound == last.lowerBound else { return cue.contents }
    let next = links.cues.lazy.map { min($0.terms.lowerBound, $0.source?.lowerBound ?? .max) }
      .first { $0 >= last.upperBound }
    let end = max(last.upperBound, min(own.upperBound, outer.upperBound, next ?? .max))
    return cue.contents.dropLast() + [last.lowerBound..<(own.upperBound < last.upperBound ? own.upperBound : end)]
  }

  /// A labelled cue without what belongs to others: the "as" of "quoted her as saying" goes with the verb before.
  private func cueTerms(_ cue: Range<Int>, _ rule: LocalAttribution?) -> Range<Int> {
    // "reportedly known as": the adverb alone is what says so.
    if let rule, rule.form == .hedgeAdverb, let adverb = rule.cue.first { return adverb }
    guard let first = rule?.cue.first?.lowerBound, first == cue.lowerBound + 1, passage.word(cue.lowerBound) == .as,
      passage.terms[first].tag == .presentParticiple
    else { return cue }
    return first..<cue.upperBound
  }

  // MARK: Sources

  /// What the words of a source say; the rules' description where they saw the same party.
  private func description(of labelled: Range<Int>, _ rule: SourceDescription?) -> SourceDescription? {
    // "CNN who reported": the pronoun opens the clause behind the party.
    let isOpen = labelled.count > 1 && passage.has(labelled.upperBound - 1, .relative)
    // A speaker's label in front of the sentence is no part of the source.
    let sentence = passage.sentences[passage.sentence(of: labelled.upperBound - 1)].tokens.lowerBound
    let source = max(labelled.lowerBound, sentence)..<(isOpen ? labelled.upperBound - 1 : labelled.upperBound)
    if var rule, rule.phrase.terms.overlaps(source), keeps(rule, source) {
      if runsOn(source, behind: rule.phrase.terms) { return rule }
      if source.contains(rule.phrase.head) { rule.phrase.terms = source }
      return rule
    }
    guard var phrase = nounPhrase(in: source) else { return nil }
    phrase.terms = source
    return classifier.describe(phrase)
  }

  private func keeps(_ rule: SourceDescription, _ source: Range<Int>) -> Bool {
    if outer == nil || source.contains(rule.phrase.head) { return true }
    // "A porter who fears the sack": the labelled words are the end of a clause about the party.
    let phrase = rule.phrase.terms
    return phrase.lowerBound < source.lowerBound
      && passage.terms[phrase.lowerBound..<source.lowerBound].contains { $0.tag.isVerb }
  }

  /// "the tide ministry recovered 40 anchors": a labelled source that takes the verb behind the party in.
  private func runsOn(_ source: Range<Int>, behind phrase: Range<Int>) -> Bool {
    guard source.lowerBound == phrase.lowerBound, source.upperBound > phrase.upperBound else { return false }
    return passage.terms[phrase.upperBound].tag.isFiniteVerb
  }

  private func nounPhrase(in source: Range<Int>) -> NounPhrase? {
    for start in source.prefix(4) {
      if let phrase = passage.baseNounPhrase(at: start, limit: source.upperBound) { return phrase }
    }
    return nil
  }

  // MARK: Cues that no rule reads

  private func guessed(_ cue: LabelLinks.Cue) -> LocalAttribution {
    let principal = cue.terms.last { passage.terms[$0].tag.isVerb } ?? cue.terms.upperBound - 1
    let hasVerb = passage.terms[principal].tag.isVerb
    let first = passage.terms[cue.terms.lowerBound]
    var form = LocalAttribution.Form.verb
    if first.word == .according || first.has(.preposition) && !hasVerb {
      form = .prepositional
    } else if cue.source == nil, first.has(.hedgeAdverb) {
      form = .hedgeAdverb
    } else if cue.source == nil, passage.terms[principal].tag == .pastParticiple {
      form = .passive
    }
    return LocalAttribution(
      form: form, cueClass: cueClass(passage.terms[principal], hasSource: cue.source != nil), cue: [cue.terms],
      principal: principal, source: nil, content: [], sentence: passage.sentence(of: principal), sourceFirst: false,
      isNegated: cue.terms.contains { passage.terms[$0].has(.negation) }, isGuessed: true)
  }

  private func cueClass(_ term: Term, hasSource: Bool) -> CueClass {
    guard hasSource else { return .hedged }
    if term.cue != .none { return term.cue }
    if term.speech.contains(.statement) { return .neutral }
    if term.speech.contains(.evidence) { return .factive }
    if term.speech.contains(.thought) { return .mental }
    return term.speech.isDisjoint(with: [.judgement, .request]) ? .neutral : .emotive
  }
}

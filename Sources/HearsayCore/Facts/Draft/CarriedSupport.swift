import ProseText

// Support over sentences: source-first opens a scope, source-last closes it, and a figure may be restated with its source.
extension SupportReader {
  /// Source-first opens, source-last closes: an earlier attribution of the paragraph whose source came before its content,
  /// or whose content already held such a figure, with no other attribution between.
  func carried(_ quantity: Quantity) -> Int? {
    guard let last = opener(before: quantity.sentence) else { return nil }
    let attribution = draft.attributions[last]
    // A later attribution in the figure's own sentence closes what was open, unless it only follows the figure.
    guard attribution.strength == .strong, !attribution.local.isNegated, opensScope(attribution.local) else {
      return nil
    }
    if attributions.contains(where: {
      draft.attributions[$0].local.sentence == quantity.sentence && draft.attributions[$0].nestedIn == nil
        && draft.attributions[$0].local.principal < quantity.terms.lowerBound
        && draft.attributions[$0].local.form != .hedgeAdjective
    }) {
      return nil
    }
    if attribution.local.sourceFirst { return last }
    return hasFigureRun(attribution, quantity) ? last : nil
  }

  /// The attribution last made before a sentence; what the same party only thinks or feels in between ends nothing.
  private func opener(before sentence: Int) -> Int? {
    var later: DraftAttribution?
    for index in attributions.reversed() {
      guard draft.attributions[index].local.sentence < sentence, draft.attributions[index].nestedIn == nil else {
        continue
      }
      let attribution = draft.attributions[index]
      guard attribution.local.form != .hedgeAdjective,
        // "The highest were shown in blue": a guess that names nobody.
        !attribution.local.isGuessed || attribution.local.source != nil
      else { continue }
      if let later, !isSameParty(later, attribution) { return nil }
      if opensScope(attribution.local) || attribution.local.source == nil || attribution.local.isNegated {
        return index
      }
      later = attribution
    }
    return nil
  }

  private func isSameParty(_ later: DraftAttribution, _ earlier: DraftAttribution) -> Bool {
    if let party = later.resolved, party == earlier.resolved { return true }
    return later.local.source?.reference == .pronoun
  }

  private func opensScope(_ local: LocalAttribution) -> Bool {
    switch local.cueClass {
    case .neutral, .factive, .loaded: true
    case .hedged: local.source != nil
    // "Marsh cites research showing …"
    case .citing: local.form == .verb && local.source != nil
    case .none, .emotive, .mental: false
    }
  }

  /// A source-last sentence carries on only while the figures stay of one kind and the noun or the subject stays the same.
  private func hasFigureRun(_ attribution: DraftAttribution, _ quantity: Quantity) -> Bool {
    let figures = block.facts.quantities.filter { $0.exemption == nil && attribution.local.covers($0.terms.lowerBound) }
    guard !figures.isEmpty else { return false }
    let sentence = passage.sentences[quantity.sentence]
    let opensWithPronoun = sentence.tokens.prefix(6).contains {
      passage.terms[$0].tag == .pronoun || passage.terms[$0].has(.demonstrative)
    }
    return figures.contains { figure in
      guard figure.kind == quantity.kind || figure.kind == .count && quantity.kind == .count else { return false }
      if opensWithPronoun { return true }
      guard let counted = quantity.counted, let other = figure.counted else {
        return quantity.unit != nil && quantity.unit == figure.unit || sharesTopic(quantity, figure)
      }
      return passage.terms[counted].key == passage.terms[other].key
    }
  }

  /// "The total of cases passed 600, data show. … The total had passed 300 in May.": two words of the earlier sentence at least
  /// come back before the figure.
  private func sharesTopic(_ quantity: Quantity, _ figure: Quantity) -> Bool {
    guard quantity.counted == nil, quantity.unit == nil, figure.unit == nil else { return false }
    func topic(_ sentence: Int, before limit: Int) -> Set<UInt64> {
      var keys: Set<UInt64> = []
      for index in passage.sentences[sentence].tokens.prefix(80) where index < limit {
        let term = passage.terms[index]
        if term.isWord, term.tag.isNoun, !term.has([.function, .timeUnit]) { keys.insert(term.key) }
      }
      return keys
    }
    let earlier = topic(figure.sentence, before: figure.terms.lowerBound)
    return earlier.intersection(topic(quantity.sentence, before: quantity.terms.lowerBound)).count >= 2
  }

  /// The next sentence attributes the figure by restating it.
  func late(_ quantity: Quantity) -> Int? {
    let next = quantity.sentence + 1
    guard next < passage.sentences.count else { return nil }
    return attributions.first { index in
      let attribution = draft.attributions[index]
      guard attribution.local.sentence == next, attribution.strength == .strong, opensScope(attribution.local),
        let content = attribution.local.content.first
      else { return false }
      return restates(content, quantity)
    }
  }

  /// "That is the lowest …", "The figure …", or the same counted noun.
  private func restates(_ content: Range<Int>, _ quantity: Quantity) -> Bool {
    var first = content.lowerBound
    if passage.word(first) == .that, passage.has(first + 1, [.demonstrative, .definite]) { first += 1 }
    guard first < passage.terms.count else { return false }
    if passage.terms[first].has(.demonstrative), passage.has(first + 1, .be) { return true }
    guard let phrase = passage.baseNounPhrase(at: first, limit: content.upperBound) else { return false }
    if passage.terms[phrase.head].has(.figureNoun), passage.terms[phrase.base.lowerBound].has(.definite) { return true }
    guard let counted = quantity.counted else { return false }
    return phrase.terms.contains { passage.terms[$0].key == passage.terms[counted].key }
  }
}

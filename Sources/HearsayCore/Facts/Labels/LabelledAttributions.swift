import ProseText

/// Joins what the labeller found to what the rules read.
///
/// The labeller says where sources, cues and contents are; the rules say what kind of report a cue makes and who is meant. A cue that
/// both know has the rules' kind and the labels' spans; one that the labeller alone knows gets the nearest source and
/// contents; one that the rules alone know stays where it needs no verb of saying.
struct LabelledAttributions {
  private let passage: Passage
  private let rules: [LocalAttribution]
  private let classifier: SourceClassifier
  private let quotations: [Quotation]
  private let quoteAt: QuotationPlaces

  /// - Parameter rules: the attributions that the rules found.
  init(
    _ passage: Passage, _ quotations: [Quotation], _ quoteAt: QuotationPlaces, rules: [LocalAttribution]
  ) {
    self.passage = passage
    self.rules = rules
    classifier = SourceClassifier(passage)
    self.quotations = quotations
    self.quoteAt = quoteAt
  }

  /// The attributions of the passage in order of their cues.
  ///
  /// - Parameter nested: the spans inside contents, with the content that holds them.
  func attributions(
    _ outer: [LabelledSpan], nested: [(content: Range<Int>?, spans: [LabelledSpan])]
  ) -> [LocalAttribution] {
    var known = Set<Int>()
    var result: [(rule: Int?, attribution: LocalAttribution)] = []
    for (content, spans) in [(nil, outer)] + nested {
      let layer = LabelLayer(
        spans, passage, rules, known: known, classifier, inside: content, isQuoted: isQuoted)
      result += layer.attributions()
      known.formUnion(layer.known)
    }
    result.removeAll { standsInSource($0.attribution) }
    keepNesting(&result)
    let labelled = result.map(\.attribution)
    for (index, rule) in rules.enumerated() where !known.contains(index) {
      if keeps(rule, index, labelled) { result.append((index, rule)) }
    }
    result.sort { ($0.attribution.principal, $0.rule ?? .max) < ($1.attribution.principal, $1.rule ?? .max) }
    return linked(result)
  }

  /// "Reid rejected the argument:" at the end of a block: what was said stands in the next one.
  private func opensBlock(_ rule: LocalAttribution) -> Bool {
    passage.isMark(passage.terms.count - 1, 0x3A) && rule.source != nil && !rule.isNegated
      && rule.sentence == passage.sentences.count - 1
  }

  /// Whether a term stands in words that are somebody's.
  private func isQuoted(_ term: Int) -> Bool {
    guard quoteAt[term] >= 0 else { return false }
    let kind = quotations[Int(quoteAt[term])].kind
    return kind == .quotation || kind == .fragment
  }

  /// Where the rules see one report inside another and the labels see two side by side, the outer content is the rules'.
  private func keepNesting(_ result: inout [(rule: Int?, attribution: LocalAttribution)]) {
    for inner in result.indices {
      guard let rule = result[inner].rule, !rules[rule].isQuoted, RuleRoles.isNested(rules[rule], in: rules) else {
        continue
      }
      for outer in result.indices where outer != inner {
        guard let other = result[outer].rule, RuleRoles.encloses(rules[other], rules[rule]),
          !result[outer].attribution.says(result[inner].attribution.principal)
        else { continue }
        result[outer].attribution.content = rules[other].content
      }
    }
  }

  /// A cue inside what the rules read as the speaker of what its content would hold: "A porter who fears the sack said".
  private func standsInSource(_ attribution: LocalAttribution) -> Bool {
    rules.contains { rule in
      rule.source?.phrase.terms.contains(attribution.principal) == true && attribution.says(rule.principal)
    }
  }

  /// Whether what the rules alone found stands.
  private func keeps(_ rule: LocalAttribution, _ index: Int, _ labelled: [LocalAttribution]) -> Bool {
    if labelled.contains(where: { other in other.cue.contains { $0.contains(rule.principal) } }) { return false }
    switch rule.form {
    case .credit, .label, .citing, .locative, .participle, .hedgeAdverb, .hedgeAdjective: return true
    // "by early reports": no verb and no "according to".
    case .prepositional where passage.word(rule.principal) == .by: return true
    // "A source reportedly said": the label is the adverb's alone.
    case .verb where rule.source?.kind == .anonymous || rule.source?.kind == .vague:
      if rule.cue.first.map({ passage.has($0.lowerBound, .hedgeAdverb) }) == true { return true }
    case .verb, .prepositional, .passive: break
    }
    return rule.content.isEmpty || opensBlock(rule) || RuleRoles.isNested(rule, in: rules)
  }

  /// Contents with their quotations noted and citations led to their parties, whose places in the row changed.
  private func linked(_ found: [(rule: Int?, attribution: LocalAttribution)]) -> [LocalAttribution] {
    var place: [Int: Int] = [:]
    for (index, entry) in found.enumerated() {
      if let rule = entry.rule { place[rule] = index }
    }
    return found.map { entry in
      var attribution = entry.attribution
      attribution.citedBy = attribution.citedBy.flatMap { place[$0] }
      attribution.isQuoted = isQuoted(attribution.principal)
      attribution.hasQuote = attribution.content.contains { part in
        part.contains { passage.isQuoteMark($0) && quoteAt[$0] >= 0 }
      }
      return attribution
    }
  }
}

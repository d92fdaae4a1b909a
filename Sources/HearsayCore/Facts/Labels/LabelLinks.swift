import ProseText

/// Which labelled sources and contents belong to which labelled cue.
struct LabelLinks {
  /// A labelled cue with what belongs to it.
  struct Cue {
    var terms: Range<Int>
    var sentence: Int
    /// The rules' attribution that reads it.
    var rule: Int?
    var source: Range<Int>?
    /// In rising order.
    var contents: [Range<Int>] = []
  }

  private(set) var cues: [Cue]
  private let passage: Passage
  private let rules: [LocalAttribution]

  /// - Parameter known: attributions of the rules that other layers have.
  init(
    _ spans: [LabelledSpan], _ passage: Passage, _ rules: [LocalAttribution], known: Set<Int>,
    isQuoted: (Int) -> Bool
  ) {
    self.passage = passage
    self.rules = rules
    cues = []
    var known = known
    for span in spans where span.role == .cue {
      let rule = rules.indices.first { index in
        rules[index].cue.contains { $0.overlaps(span.terms) } && !known.contains(index)
      }
      if let rule { known.insert(rule) }
      cues.append(Cue(terms: span.terms, sentence: passage.sentence(of: span.terms.lowerBound), rule: rule))
    }
    guard !cues.isEmpty else { return }
    linkSources(spans.filter { $0.role == .source }.map(\.terms))
    // Only quoted words go on from sentence to sentence without a cue of their own.
    linkContents(
      spans.lazy.filter { $0.role == .content }.map { Content($0.terms, passage) }.filter { content in
        isQuoted(content.terms.lowerBound) || cues.contains { content.isIn($0.sentence) }
      })
  }

  /// A labelled content with the sentences of its ends.
  private struct Content {
    var terms: Range<Int>
    var first: Int
    var last: Int

    init(_ terms: Range<Int>, _ passage: Passage) {
      self.terms = terms
      first = passage.sentence(of: terms.lowerBound)
      last = passage.sentence(of: terms.upperBound - 1)
    }

    func isIn(_ sentence: Int) -> Bool { first == sentence || last == sentence }
  }

  // MARK: Sources

  /// A source goes to the cue whose rule sees it there, else to the nearest of its sentence that has none.
  private mutating func linkSources(_ sources: [Range<Int>]) {
    var free: [Range<Int>] = []
    for source in sources {
      let cue = cues.indices.first { index in
        cues[index].source == nil
          && cues[index].rule.flatMap { rules[$0].source?.phrase.terms.overlaps(source) } == true
      }
      if let cue { cues[cue].source = source } else { free.append(source) }
    }
    for source in free {
      let sentence = passage.sentence(of: source.lowerBound)
      let near = cues.indices.filter { index in
        cues[index].source == nil && !isHedge(cues[index]) && !isSubject(source, of: cues[index])
          && cues[index].sentence == sentence
          && (cues[index].rule.flatMap { rules[$0].source } == nil
            || gap(source, cues[index].terms) <= 1 && !isPassive(cues[index].terms))
      }
      let nearest = near.min { gap(source, cues[$0].terms) < gap(source, cues[$1].terms) }
      if let nearest { cues[nearest].source = source }
    }
    shareSources()
  }

  /// "Reid said … and added …": a cue without a source has the one of the cue before in its sentence.
  private mutating func shareSources() {
    for index in cues.indices.dropFirst() where cues[index].source == nil && cues[index].rule == nil {
      let term = passage.terms[cues[index].terms.lowerBound]
      let before = cues[index - 1]
      guard term.tag.isVerb, !isPassive(cues[index].terms), before.source != nil,
        passage.word(cues[index].terms.lowerBound - 1) == .and || term.tag == .presentParticiple,
        before.sentence == cues[index].sentence
      else { continue }
      cues[index].source = before.source
    }
  }

  /// "reportedly": it names nobody, whoever stands near.
  private func isHedge(_ cue: Cue) -> Bool {
    if let rule = cue.rule { return rules[rule].form == .hedgeAdverb }
    return cue.terms.count == 1 && passage.terms[cue.terms.lowerBound].has(.hedgeAdverb)
  }

  /// "Reid and Marsh were said to be ill": of whom it is said, where the rules see nobody who says it.
  private func isSubject(_ source: Range<Int>, of cue: Cue) -> Bool {
    guard let rule = cue.rule, rules[rule].form == .passive, rules[rule].source == nil else { return false }
    return source.upperBound <= cue.terms.lowerBound
      && !(source.upperBound..<cue.terms.lowerBound).contains { passage.terms[$0].tag.isFiniteVerb }
  }

  private func isPassive(_ cue: Range<Int>) -> Bool { cue.contains { passage.terms[$0].has(.be) } }

  // MARK: Contents

  /// Each cue gets the content that fits it best, as far as no other cue's fits better; what is left goes to the nearest cue, and
  /// a cue that is left with none shares the nearest content of its sentence ("…, said Reid, as reported by the Ledger").
  private mutating func linkContents(_ contents: [Content]) {
    guard contents.count <= Self.mostContents else {
      for content in contents { linkToNearest(content) }
      return sortContents()
    }
    var pairs: [(cue: Int, content: Int, fit: Fit)] = []
    for cue in cues.indices {
      for content in contents.indices {
        let fit = fit(contents[content], cue)
        if fit.distance < 40 { pairs.append((cue, content, fit)) }
      }
    }
    pairs.sort { ($0.fit, $0.content, $0.cue) < ($1.fit, $1.content, $1.cue) }
    var isTaken = [Bool](repeating: false, count: contents.count)
    for pair in pairs where cues[pair.cue].contents.isEmpty && !isTaken[pair.content] {
      cues[pair.cue].contents.append(contents[pair.content].terms)
      isTaken[pair.content] = true
    }
    for content in contents.indices where !isTaken[content] { linkToNearest(contents[content]) }
    for cue in cues.indices where cues[cue].contents.isEmpty {
      let nearest = contents.filter { $0.isIn(cues[cue].sentence) }.min { fit($0, cue) < fit($1, cue) }
      if let nearest { cues[cue].contents.append(nearest.terms) }
    }
    sortContents()
  }

  /// No prose has more in a block; text made to be hostile must not cost the square of its length.
  private static let mostContents = 128

  private mutating func linkToNearest(_ content: Content) {
    if let nearest = cues.indices.min(by: { fit(content, $0) < fit(content, $1) }) {
      cues[nearest].contents.append(content.terms)
    }
  }

  private mutating func sortContents() {
    for cue in cues.indices { cues[cue].contents.sort { $0.lowerBound < $1.lowerBound } }
  }

  /// How well a content fits a cue; less is better.
  private struct Fit: Comparable {
    var shared: Int
    var distance: Int

    static func < (first: Fit, second: Fit) -> Bool {
      (second.shared, first.distance) < (first.shared, second.distance)
    }
  }

  private func fit(_ content: Content, _ cue: Int) -> Fit {
    Fit(shared: shared(content.terms, cue), distance: distance(content, cues[cue]))
  }

  /// 1 where the cue's rule holds most terms of a content too.
  private func shared(_ content: Range<Int>, _ cue: Int) -> Int {
    guard let rule = cues[cue].rule else { return 0 }
    let count = rules[rule].content.reduce(0) { $0 + content.clamped(to: $1).count }
    return count * 2 > content.count ? 1 : 0
  }

  private func distance(_ content: Content, _ cue: Cue) -> Int {
    let unit =
      cue.source.map { min($0.lowerBound, cue.terms.lowerBound)..<max($0.upperBound, cue.terms.upperBound) }
      ?? cue.terms
    // Commas and hearers stand between a cue and what follows it; before a cue a gap is another clause.
    let isBehind = content.terms.lowerBound >= cue.terms.upperBound
    var distance = min(gap(content.terms, cue.terms), gap(content.terms, unit))
    if !isBehind { distance *= 2 }
    if content.isIn(cue.sentence) { return distance }
    // A quotation that runs on belongs to who spoke before it rather than to who speaks next.
    return distance + (cue.terms.lowerBound > content.terms.lowerBound ? 80 : 40)
  }

  private func gap(_ first: Range<Int>, _ second: Range<Int>) -> Int {
    max(0, max(first.lowerBound, second.lowerBound) - min(first.upperBound, second.upperBound))
  }
}

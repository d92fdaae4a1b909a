import ProseText

extension AttributionReader {
  /// "40 homes were flooded, the Ledger reported the mayor said": the clause in front is what the mayor said, and the Ledger passes it on.
  mutating func joinTrailingSpeakers() {
    for index in found.indices where found[index].form == .verb && found[index].content.count == 1 {
      let outer = found[index]
      guard let part = outer.content.first, outer.sourceFirst, let source = outer.source,
        part.lowerBound > outer.principal, part.count >= 2, part.count <= 12,
        let verb = passage.cueVerb(at: part.upperBound - 1, from: part.lowerBound), !verb.isPassive, !verb.isGerund,
        !found.contains(where: { part.contains($0.principal) }),
        let left = leftContent(
          source.phrase.terms.lowerBound, in: contentRange(passage.sentences[outer.sentence])),
        let speaker = passage.subject(endingBefore: verb.group.lowerBound, from: part.lowerBound),
        speaker.terms.lowerBound == part.lowerBound, let teller = classifier.describe(speaker), accepts(teller, verb)
      else { continue }
      found[index].content = [left, part]
      found[index].sourceFirst = false
      found.append(
        LocalAttribution(
          form: .verb, cueClass: terms[verb.verb].cue, cue: [verb.group], principal: verb.verb, source: teller,
          content: [left], sentence: outer.sentence, sourceFirst: false))
    }
  }

  /// Ends a content where a later attribution of the same sentence takes over in a clause of its own.
  mutating func cutContents() {
    for index in found.indices {
      let attribution = found[index]
      guard attribution.form == .verb || attribution.form == .prepositional || attribution.form == .passive else {
        continue
      }
      for later in found[(index + 1)...] where later.sentence == attribution.sentence && later.form == .verb {
        guard let source = later.source, attribution.covers(source.phrase.terms.lowerBound) else { continue }
        let start = source.phrase.terms.lowerBound
        guard let boundary = coordination(before: start),
          let part = attribution.content.firstIndex(where: { $0.contains(start) }),
          attribution.content[part].lowerBound < boundary
        else { continue }
        let range = attribution.content[part]
        if !isInsideThatClause(range, boundary) {
          found[index].content[part] = range.lowerBound..<boundary
        }
      }
    }
    keepInside()
    for index in found.indices {
      found[index].content = found[index].content.compactMap(withoutCommas)
      found[index].hasQuote = found[index].content.contains { part in
        part.contains { passage.isQuoteMark($0) && quoteAt[$0] >= 0 }
      }
    }
    linkCitations()
  }

  /// "The Ledger reported the pair were believed to have fled": what is believed begins behind what is reported.
  private mutating func keepInside() {
    for index in found.indices.dropFirst() where found[index].source == nil || found[index].form == .passive {
      let inner = found[index]
      guard inner.form != .citing, inner.form != .label, inner.form != .credit else { continue }
      let outer = found[..<index].last {
        $0.sentence == inner.sentence && $0.source != nil && $0.sourceFirst && $0.covers(inner.principal)
          && $0.principal < inner.principal
      }
      guard let outer, let whole = outer.content.first(where: { $0.contains(inner.principal) }) else { continue }
      let start = passage.word(whole.lowerBound) == .that ? whole.lowerBound + 1 : whole.lowerBound
      found[index].content = inner.content.compactMap { part in
        guard part.lowerBound < start, part.upperBound > start else { return part.lowerBound < start ? nil : part }
        return start..<part.upperBound
      }
    }
  }

  /// "Reid announced he had asked for more time, and that the quay was shut": what is said inside somebody's words ends where
  /// theirs go on.
  mutating func endBeforeResumption() {
    for index in found.indices where found[index].form == .verb && found[index].sourceFirst {
      let inner = found[index]
      guard let last = inner.content.last,
        let end = last.dropLast(2).first(where: { resumes(at: $0, inner, last) }), end > last.lowerBound,
        inner.isQuoted || isInside(index)
      else { continue }
      found[index].content[inner.content.count - 1] = last.lowerBound..<end
    }
  }

  private func resumes(at mark: Int, _ inner: LocalAttribution, _ content: Range<Int>) -> Bool {
    // "I said it was like a pump — you know, those …": the speaker explains.
    if inner.isQuoted, passage.isDash(mark), !content.contains(where: { $0 > mark && passage.isDash($0) }) {
      return true
    }
    guard passage.isComma(mark) else { return false }
    let follower = passage.word(mark + 2)
    return switch passage.word(mark + 1) {
    case .and, .but: follower == .that && passage.word(content.lowerBound) != .that
    case .so: follower == .why || follower == .how || follower == .what
    // "I asked Tom for his keys, which he gave me": what came of it was not asked.
    case .which: inner.cueClass == .emotive
    default: false
    }
  }

  /// Whether an attribution before holds this one in its content.
  private func isInside(_ index: Int) -> Bool {
    let inner = found[index]
    return found[max(0, index - 8)..<index].contains {
      $0.sentence == inner.sentence && $0.principal < inner.principal && $0.covers(inner.principal)
    }
  }

  /// A part of a content without the commas that set it off; nil where nothing is left.
  private func withoutCommas(_ part: Range<Int>) -> Range<Int>? {
    var (first, end) = (part.lowerBound, part.upperBound)
    while first < end, passage.isComma(first) { first += 1 }
    while first < end, passage.isComma(end - 1) { end -= 1 }
    return first < end ? first..<end : nil
  }

  /// The comma or conjunction that opens a coordinate clause right before its subject.
  private func coordination(before start: Int) -> Int? {
    let before = start - 1
    guard before >= 0 else { return nil }
    let word = passage.word(before)
    switch word {
    case .while, .although, .but, .and, .whereas, .though, .despite:
      return passage.isComma(before - 1) ? before - 1 : word == .and ? nil : before
    default: break
    }
    if passage.isMark(before, 0x3B) { return before }
    return nil
  }

  private func isInsideThatClause(_ range: Range<Int>, _ boundary: Int) -> Bool {
    passage.word(range.lowerBound) == .that && !passage.isComma(boundary) && !passage.isMark(boundary, 0x3B)
  }

  /// Gives "citing Y" whose party's verb comes later the content of that verb.
  private mutating func linkCitations() {
    for index in found.indices where found[index].form == .citing && found[index].citedBy == nil {
      guard
        let parent = found.indices.first(where: {
          $0 > index && found[$0].sentence == found[index].sentence && found[$0].form == .verb
        })
      else { continue }
      found[index].citedBy = parent
      found[index].content = found[parent].content
    }
  }

  /// A quotation behind a colon is the words of whom its sentence credited last: "Reid answered on Monday, naming no one: “…”".
  mutating func joinIntroducedQuotations() {
    for quote in quotations where quote.depth == 0 && quote.kind == .quotation {
      let first = quote.terms.lowerBound
      guard passage.isMark(first - 1, 0x3A), !found.contains(where: { $0.says(first) }) else { continue }
      let sentence = passage.sentence(of: first - 1)
      let speaker = found.lastIndex { attribution in
        attribution.sentence == sentence && attribution.principal < first && attribution.source != nil
          && !attribution.isQuoted && attribution.form != .hedgeAdverb
      }
      if let speaker { found[speaker].content.append(quote.terms) }
    }
  }

  /// A quotation that follows its speaker's in the same paragraph without a cue of its own is the speaker's too.
  mutating func joinRunningQuotations() {
    for (index, quote) in quotations.enumerated()
    where quote.depth == 0 && (quote.kind == .quotation || quote.kind == .fragment) {
      guard !found.contains(where: { $0.says(quote.terms.lowerBound) }) else { continue }
      guard opensSentence(quote), index > 0 else { continue }
      let earlier = quotations[..<index].last { $0.depth == 0 && ($0.kind == .quotation || $0.kind == .fragment) }
      guard let earlier,
        let speaker = found.lastIndex(where: {
          $0.says(earlier.terms.lowerBound) && $0.source != nil && $0.form != .hedgeAdverb
        }),
        !found.contains(where: {
          $0.principal > found[speaker].principal && $0.principal < quote.terms.lowerBound && $0.source != nil
            && $0.form == .verb
        })
      else { continue }
      let sentence = passage.sentences[quote.sentence]
      let end = max(quote.terms.upperBound, min(sentence.tokens.upperBound, quote.terms.upperBound))
      found[speaker].content.append(quote.terms.lowerBound..<end)
    }
  }

  private func opensSentence(_ quote: Quotation) -> Bool {
    passage.sentences[quote.sentence].tokens.lowerBound == quote.terms.lowerBound
  }

  /// "--", or a hyphen between spaces behind a closing mark.
  private func standsAsDash(_ hyphen: Int) -> Bool {
    terms[hyphen].range.count == 2
      || terms[hyphen].hasSpaceBefore && terms[hyphen + 1].hasSpaceBefore && passage.isQuoteMark(hyphen - 1)
  }

  /// The line under a quotation that says whose it is: "— Tomas Reid".
  mutating func readCredit(_ range: Range<Int>, _ number: Int) {
    guard passage.kind == .quote || passage.kind == .paragraph, number > 0 || range.count > 0 else { return }
    var dash = range.lowerBound
    if passage.kind == .quote {
      dash = (range.last { passage.isDash($0) && terms[$0].shape.contains(.lineBefore) }) ?? dash
    }
    guard dash < range.upperBound, passage.isDash(dash) || passage.isMark(dash, 0x2D) && standsAsDash(dash),
      dash > 0, dash + 1 < range.upperBound,
      let phrase = passage.nounPhrase(at: dash + 1, limit: range.upperBound), var source = classifier.describe(phrase)
    else { return }
    if source.kind == .vague { source.kind = .person }
    found.append(
      LocalAttribution(
        form: .credit, cueClass: .neutral, cue: [dash..<dash + 1], principal: dash, source: source, content: [0..<dash],
        sentence: number,
        sourceFirst: false))
  }
}

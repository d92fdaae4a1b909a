import ProseText

extension AttributionReader {
  /// "S said (that) C", "C, S said", "C, said S", "S, who …, said C".
  func active(_ verb: CueVerb, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    if let inverted = inverted(verb, in: range, number) { return inverted }
    guard let (source, start) = subject(of: verb, in: range, number) else { return nil }
    guard accepts(source, verb), !isPlainRelative(verb), !isQualifier(verb, of: source) else { return nil }
    var result = LocalAttribution(
      form: .verb, cueClass: terms[verb.verb].cue, cue: [verb.group], principal: verb.verb, source: source, content: [],
      sentence: number, sourceFirst: true, isNegated: verb.isNegated)
    guard place(&result, verb, sourceStart: start, in: range) else { return nil }
    return result
  }

  /// "posts which state the same thing": a relative clause without a comma that says what kind of thing is meant reports nothing.
  private func isPlainRelative(_ verb: CueVerb) -> Bool {
    let relative = verb.group.lowerBound - 1
    return passage.word(relative) == .which && !passage.isComma(relative - 1) && !opensClause(verb.verb + 1)
  }

  /// "Some estimated tolls exceeded 100": behind a bare quantifier a participle before a noun belongs to the noun, where no clause
  /// begins there.
  private func isQualifier(_ verb: CueVerb, of source: SourceDescription) -> Bool {
    let next = verb.verb + 1
    let head = terms[source.phrase.head]
    // "The total reported cases rose": an amount reports nothing.
    if Self.sums.contains(head.key), verb.group.count == 1, Self.reported.contains(terms[verb.verb].key),
      next < terms.count, terms[next].tag.isNoun
    {
      return true
    }
    return source.phrase.base.count == 1 && head.has(.quantifier) && verb.group.count == 1
      && terms[verb.verb].forms.contains(.participle) && next < terms.count && terms[next].tag.isNoun
      && !terms[next].tag.isProperNoun && !opensClause(next)
  }

  private static let sums = foldedKeys("total number toll rate sum amount proportion share count level")
  private static let reported = foldedKeys("reported confirmed estimated recorded noted claimed alleged announced")

  // MARK: Subjects

  func subject(of verb: CueVerb, in range: Range<Int>, _ number: Int) -> (SourceDescription, Int)? {
    let end = verb.group.lowerBound
    guard end > range.lowerBound else { return nil }
    let before = terms[end - 1]
    if passage.isComma(end - 1) {
      if verb.isGerund { return mainSubject(before: end - 1, in: range, number) }
      return overApposition(end - 1, in: range)
    }
    // ", and adding another costs more": a subject of its own.
    if verb.isGerund, before.word == .and, !passage.isComma(end - 2) {
      return mainSubject(before: end - 1, in: range, number)
    }
    // "…, and adding another costs more"
    if verb.isGerund, before.word == .and, passage.isComma(end - 2),
      !found.contains(where: { $0.sentence == number && $0.form == .verb })
    {
      return nil
    }
    // "posted findings estimating that …": whoever posted them estimates.
    if verb.isGerund, before.has(.documentNoun), before.tag == .pluralNoun {
      return mainSubject(before: end - 1, in: range, number)
    }
    if before.word == .who || before.word == .which { return antecedent(of: end - 1, in: range) }
    if before.word == .and || before.word == .but || before.word == .or {
      // "said A and added B": the same speaker.
      guard let earlier = found.last(where: { $0.sentence == number && $0.form == .verb }), let source = earlier.source
      else {
        // "The minister called for calm, and stated …": the subject of the verb before.
        return verb.isPassive || before.word == .or ? nil : mainSubject(before: end - 1, in: range, number)
      }
      return (source, end)
    }
    if passage.isMark(end - 1, 0x29) {  // "Reid (Labour) said"
      var open = end - 2
      while open > range.lowerBound, !passage.isMark(open, 0x28) { open -= 1 }
      guard let phrase = passage.subject(endingBefore: open, from: range.lowerBound),
        let source = classifier.describe(phrase)
      else { return nil }
      return (source, phrase.terms.lowerBound)
    }
    guard var phrase = passage.subject(endingBefore: end, from: range.lowerBound) else { return nil }
    // "printed the story with a clerk saying …": the clerk says it.
    if verb.isGerund, let with = phrase.terms.last(where: { passage.word($0) == .with }),
      let speaker = passage.baseNounPhrase(at: with + 1, limit: end)
    {
      phrase = speaker
    }
    // "in his blog post": the object of a preposition with the noun behind it.
    if terms[verb.verb].forms.contains(.alsoNoun), verb.group.count == 1, phrase.terms.lowerBound > range.lowerBound,
      isInFront(phrase.terms.lowerBound - 1)
    {
      return nil
    }
    if before.word == .that || before.word == .it && before.tag != .pronoun { return nil }
    guard let source = classifier.describe(phrase) else { return nil }
    return (source, phrase.terms.lowerBound)
  }

  private func isInFront(_ index: Int) -> Bool {
    switch terms[index].word {
    case .in, .on, .of, .from, .by, .with, .at, .to, .for: true
    default: false
    }
  }

  /// "S, an apposition or relative clause, said": the subject stands before the earlier comma.
  func overApposition(_ comma: Int, in range: Range<Int>) -> (SourceDescription, Int)? {
    var open = comma - 1
    while open > range.lowerBound, comma - open < 26, !passage.isComma(open) { open -= 1 }
    guard passage.isComma(open), open > range.lowerBound, open + 1 < comma,
      let phrase = passage.subject(endingBefore: open, from: range.lowerBound)
    else { return nil }
    let inner = open + 1..<comma
    let first = terms[inner.lowerBound]
    let isRelative = first.word == .who || first.word == .which || first.word == .whose
    // "The survey, carried out in March, found": a verb between commas that is followed by another is a participle.
    let isParticiple = first.tag.isParticiple || first.tag == .pastVerb && first.cue == .none
    let apposition = passage.nounPhrase(at: inner.lowerBound, limit: inner.upperBound)
    let isVerbless = apposition != nil && !inner.contains { terms[$0].tag.isFiniteVerb || passage.isQuoteMark($0) }
    guard
      isRelative || isParticiple || isVerbless || apposition?.terms == inner || first.kind == .number
        || first.word == .citing
        || first.word == .quoting
    else { return nil }
    let isParty = !terms[phrase.head].isName || terms[phrase.head].has([.title, .spokesperson])
    let names = apposition?.terms == inner && isParty ? apposition?.terms : nil
    guard var source = classifier.describe(phrase, apposition: names) else { return nil }
    if isRelative, inner.contains(where: { isReason($0) }) { source.givesReason = true }
    return (source, phrase.terms.lowerBound)
  }

  /// The subject of the sentence's own verb, for participles that follow it.
  func mainSubject(before index: Int, in range: Range<Int>, _ number: Int) -> (SourceDescription, Int)? {
    if let earlier = found.last(where: { $0.sentence == number && $0.form == .verb }), let source = earlier.source,
      earlier.sourceFirst || isParticipleRun(earlier, source, before: index)
    {
      return (source, index + 1)
    }
    var at = range.lowerBound
    // A phrase in front: "On Monday, …".
    if terms[at].has(.preposition), let comma = (at..<index).first(where: { passage.isComma($0) }) { at = comma + 1 }
    guard let phrase = passage.nounPhrase(at: at, limit: index), let source = classifier.describe(phrase),
      source.kind != .document || source.reference != .described
    else { return nil }
    let next = phrase.terms.upperBound
    guard next < index, terms[next].tag.isFiniteVerb || terms[next].has(.auxiliary) || terms[next].tag.isAdverb else {
      return nil
    }
    return (source, index + 1)
  }

  /// "…, Reid said, adding …" and "…, said Reid, adding …": the participle stands right behind the other attribution.
  private func isParticipleRun(_ earlier: LocalAttribution, _ source: SourceDescription, before index: Int) -> Bool {
    earlier.principal == index - 1 || source.phrase.terms.upperBound == index
  }

  func antecedent(of relative: Int, in range: Range<Int>) -> (SourceDescription, Int)? {
    let end = passage.isComma(relative - 1) ? relative - 1 : relative
    guard end > range.lowerBound, let phrase = passage.subject(endingBefore: end, from: range.lowerBound),
      let source = classifier.describe(phrase)
    else { return nil }
    return (source, relative)
  }

  /// Whether this party can do what this verb says.
  func accepts(_ source: SourceDescription, _ verb: CueVerb) -> Bool {
    let term = terms[verb.verb]
    // Inside somebody's words only what has a clause behind it is read, whatever its subject.
    if isReadingSpoken, opensClause(verb.verb + 1) { return true }
    let head = terms[source.phrase.head]
    let isKnown =
      source.reference != .described || source.kind != .organisation || head.has(.organisationNoun)
      || head.isCapitalised
    switch term.cue {
    case .factive, .hedged: return isKnown || head.has(.peopleNoun)
    case .mental:
      return (isKnown || head.has(.peopleNoun)) && source.kind != .document && opensClause(verb.verb + 1)
        && !verb.isNegated
    case .emotive: return isKnown && source.kind != .document
    default: return isKnown || source.phrase.base.count <= 4
    }
  }

  // MARK: Inversion

  /// "“Go,” said Lind", ", claims the Calder Times".
  func inverted(_ verb: CueVerb, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let start = verb.group.lowerBound
    guard start > range.lowerBound, !verb.isGerund, terms[verb.verb].cue != .mental else { return nil }
    // ", told the Ledger “…”": who stands behind heard it.
    if Self.tellings.contains(terms[verb.verb].key) { return nil }
    // "“…”, wrote Reid": the comma may stand behind the mark.
    let mark = passage.isComma(start - 1) ? start - 2 : start - 1
    let isAfterQuote = passage.isQuoteMark(mark) && !passage.opensQuote(mark)
    guard isAfterQuote || passage.isComma(start - 1) || passage.isDash(start - 1) else { return nil }
    let next = verb.verb + 1
    guard next < range.upperBound, passage.word(next) != .that,
      let phrase = passage.nounPhrase(at: next, limit: range.upperBound),
      var source = classifier.describe(phrase)
    else { return nil }
    let end = phrase.terms.upperBound
    // ", says it would": a verb behind the phrase makes it the content's subject.
    if end < range.upperBound, terms[end].tag.isFiniteVerb || terms[end].has([.auxiliary, .modal]) { return nil }
    if !isAfterQuote {
      if Self.needClause.contains(terms[verb.verb].key) { return nil }
      guard
        end >= range.upperBound || passage.isComma(end) || terms[end].has(.preposition)
          || terms[end].kind == .punctuation
      else { return nil }
      guard hasClause(range.lowerBound..<start - 1) else { return nil }
      // ", said X" after a subject of its own: "The bank, which lost money, said profits fell".
      if overApposition(start - 1, in: range) != nil, end < range.upperBound || source.kind == .vague { return nil }
    }
    let after = withRelative(&source, end, range)
    guard accepts(source, verb) else { return nil }
    var stop = start
    if passage.isComma(stop - 1) || passage.isDash(stop - 1) { stop -= 1 }
    let from = quoteStart(before: stop, in: range)
    var content = from < stop ? [from..<stop] : []
    var rest = after
    while rest < range.upperBound, !passage.isComma(rest), !passage.isMark(rest, 0x3A), !passage.opensQuote(rest) {
      rest += 1
    }
    if rest < range.upperBound {
      let begin = passage.opensQuote(rest) ? rest : rest + 1
      if begin < range.upperBound, passage.opensQuote(begin) || isAfterQuote && passage.terms[begin].word == .and {
        content.append(begin..<quoteEnd(from: begin, in: range))
      }
    }
    guard !content.isEmpty else { return nil }
    return LocalAttribution(
      form: .verb, cueClass: terms[verb.verb].cue, cue: [verb.group], principal: verb.verb, source: source,
      content: content,
      sentence: number, sourceFirst: false, isNegated: verb.isNegated)
  }

  private static let tellings = WordKeys(["told", "tells", "tell"])

  /// A clause, a quotation or a figure.
  func hasClause(_ range: Range<Int>) -> Bool {
    range.contains { index in
      terms[index].tag.isFiniteVerb || terms[index].has(.auxiliary) || passage.isQuoteMark(index)
        || terms[index].kind == .number || terms[index].has([.number, .fraction, .vaguePlural])
    }
  }

}

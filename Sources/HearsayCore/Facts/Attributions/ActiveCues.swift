import ProseText

extension AttributionReader {
  /// "S said (that) C", "C, S said", "C, said S", "S, who …, said C".
  func active(_ verb: CueVerb, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    if let inverted = inverted(verb, in: range, number) { return inverted }
    guard let (source, start) = subject(of: verb, in: range, number) else { return nil }
    guard accepts(source, verb) else { return nil }
    var result = LocalAttribution(
      form: .verb, cueClass: terms[verb.verb].cue, cue: [verb.group], principal: verb.verb, source: source, content: [],
      sentence: number, sourceFirst: true, isNegated: verb.isNegated)
    guard place(&result, verb, sourceStart: start, in: range) else { return nil }
    return result
  }

  // MARK: Subjects

  private func subject(of verb: CueVerb, in range: Range<Int>, _ number: Int) -> (SourceDescription, Int)? {
    let end = verb.group.lowerBound
    guard end > range.lowerBound else { return nil }
    let before = terms[end - 1]
    if passage.isComma(end - 1) {
      if verb.isGerund { return mainSubject(before: end - 1, in: range, number) }
      return overApposition(end - 1, in: range)
    }
    if verb.isGerund, before.word == .and { return mainSubject(before: end - 1, in: range, number) }
    if before.word == .who || before.word == .which { return antecedent(of: end - 1, in: range) }
    if before.word == .and || before.word == .but || before.word == .or {
      // "said A and added B": the same speaker.
      guard let earlier = found.last(where: { $0.sentence == number && $0.form == .verb }), let source = earlier.source
      else { return nil }
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
    guard let phrase = passage.subject(endingBefore: end, from: range.lowerBound) else { return nil }
    if before.word == .that || before.word == .it && before.tag != .pronoun { return nil }
    guard let source = classifier.describe(phrase) else { return nil }
    return (source, phrase.terms.lowerBound)
  }

  /// "S, an apposition or relative clause, said": the subject stands before the earlier comma.
  private func overApposition(_ comma: Int, in range: Range<Int>) -> (SourceDescription, Int)? {
    var open = comma - 1
    while open > range.lowerBound, comma - open < 26, !passage.isComma(open) { open -= 1 }
    guard passage.isComma(open), open > range.lowerBound, open + 1 < comma,
      let phrase = passage.subject(endingBefore: open, from: range.lowerBound)
    else { return nil }
    let inner = open + 1..<comma
    let first = terms[inner.lowerBound]
    let isRelative = first.word == .who || first.word == .which || first.word == .whose
    let isParticiple = first.tag.isParticiple
    let apposition = passage.nounPhrase(at: inner.lowerBound, limit: inner.upperBound)
    let isVerbless = apposition != nil && !inner.contains { terms[$0].tag.isFiniteVerb || passage.isQuoteMark($0) }
    guard
      isRelative || isParticiple || isVerbless || apposition?.terms == inner || first.kind == .number
        || first.word == .citing
        || first.word == .quoting
    else { return nil }
    let names = apposition?.terms == inner && !terms[phrase.head].isName ? apposition?.terms : nil
    guard var source = classifier.describe(phrase, apposition: names) else { return nil }
    if isRelative, inner.contains(where: { isReason($0) }) { source.givesReason = true }
    return (source, phrase.terms.lowerBound)
  }

  /// The subject of the sentence's own verb, for participles that follow it.
  private func mainSubject(before index: Int, in range: Range<Int>, _ number: Int) -> (SourceDescription, Int)? {
    if let earlier = found.last(where: { $0.sentence == number && $0.form == .verb }), let source = earlier.source,
      earlier.sourceFirst
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

  private func antecedent(of relative: Int, in range: Range<Int>) -> (SourceDescription, Int)? {
    let end = passage.isComma(relative - 1) ? relative - 1 : relative
    guard end > range.lowerBound, let phrase = passage.subject(endingBefore: end, from: range.lowerBound),
      let source = classifier.describe(phrase)
    else { return nil }
    return (source, relative)
  }

  /// Whether this party can do what this verb says.
  private func accepts(_ source: SourceDescription, _ verb: CueVerb) -> Bool {
    let term = terms[verb.verb]
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

  /// "“Go,” said Lind", ", claims the Greek City Times".
  private func inverted(_ verb: CueVerb, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let start = verb.group.lowerBound
    guard start > range.lowerBound, !verb.isGerund, terms[verb.verb].cue != .mental else { return nil }
    let isAfterQuote = passage.isQuoteMark(start - 1) && !passage.opensQuote(start - 1)
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

  /// A clause, a quotation or a figure.
  func hasClause(_ range: Range<Int>) -> Bool {
    range.contains { index in
      terms[index].tag.isFiniteVerb || terms[index].has(.auxiliary) || passage.isQuoteMark(index)
        || terms[index].kind == .number
    }
  }

  // MARK: Content

  /// Finds what is said, right of the cue, left of the source or on both sides; false where nothing is.
  private func place(
    _ attribution: inout LocalAttribution, _ verb: CueVerb, sourceStart: Int, in range: Range<Int>
  ) -> Bool {
    let cue = terms[verb.verb]
    var at = verb.verb + 1
    if takesHearer(cue), at < range.upperBound, let hearer = hearer(at: at, limit: range.upperBound) { at = hearer }
    let afterAdjuncts = adjuncts(from: at, limit: range.upperBound)
    let left = leftContent(sourceStart, in: range)
    var right = afterAdjuncts
    if right < range.upperBound, passage.isMark(right, 0x3A) { right += 1 }
    let isOpen = right < range.upperBound && !passage.isComma(right) && !isClauseBreak(right)
    let quoteIsLeft =
      left.map {
        passage.isQuoteMark($0.upperBound - 1) || $0.upperBound < terms.count && passage.isQuoteMark($0.upperBound)
      } ?? false
    if isOpen, left == nil || !quoteIsLeft && introduces(right, in: range) {
      let end = quoteEnd(from: right, in: range)
      let begin = afterAdjuncts == at ? right : opensClause(right) || passage.opensQuote(right) ? right : at
      attribution.content = [begin..<end]
      setQuotedAs(&attribution, verb, in: range)
      return isBelievable(attribution, verb)
    }
    if left == nil, passage.isComma(sourceStart - 1), passage.isComma(right), right == at, right + 1 < range.upperBound
    {
      // "The figure, it says, includes …"
      attribution.sourceFirst = false
      attribution.content = [range.lowerBound..<sourceStart - 1, right + 1..<range.upperBound]
      return true
    }
    guard let left else {
      // "The ministry said, …" with a comma before a quotation.
      if passage.isComma(right), right + 1 < range.upperBound, passage.opensQuote(right + 1) {
        attribution.content = [right + 1..<quoteEnd(from: right + 1, in: range)]
        return true
      }
      return attribution.isNegated
    }
    attribution.sourceFirst = false
    attribution.content = [left]
    // "C1, S said, C2" and "C1, S said, and C2".
    var rest = right
    while rest < range.upperBound, !passage.isComma(rest), !passage.opensQuote(rest) { rest += 1 }
    let begin = passage.isComma(rest) ? rest + 1 : rest
    if begin < range.upperBound,
      hasClause(begin..<range.upperBound) || begin + 1 < range.upperBound && terms[begin].has(.indefinite)
    {
      attribution.content.append(begin..<quoteEnd(from: begin, in: range))
    } else if isOpen, right == at, left.count > 0, quoteIsLeft, terms[right].word == .of || terms[right].word == .about
    {
      return true
    }
    return true
  }

  private func takesHearer(_ cue: Term) -> Bool {
    cue.word == .told || cue.key == Self.tell || cue.key == Self.tells || cue.key == Self.telling
      || Self.hearerVerbs.contains(cue.key)
  }

  private static let tell = foldedKey("tell")
  private static let tells = foldedKey("tells")
  private static let telling = foldedKey("telling")
  private static let hearerVerbs = Set(
    "informed assured reminded notified warned".split(separator: " ").map(foldedKeyOf))
  private static func foldedKeyOf(_ text: Substring) -> UInt64 { foldedKey(String(text)) }

  private func hearer(at index: Int, limit: Int) -> Int? {
    guard passage.word(index) != .that, let phrase = passage.baseNounPhrase(at: index, limit: limit) else { return nil }
    return phrase.terms.upperBound
  }

  /// Skips "in a statement", "on Monday", "at the gate", "yesterday" behind a cue.
  private func adjuncts(from index: Int, limit: Int) -> Int {
    var at = index
    while at < limit {
      let term = terms[at]
      if term.has(.weekday) || term.word == .yesterday || term.word == .today
        || term.tag.isAdverb && !term.has(.subordinator) && term.word != .not
      {
        at += 1
        continue
      }
      switch term.word {
      case .in, .on, .at, .during, .to, .after, .outside, .from, .through, .via:
        guard term.tag != .particle, let phrase = passage.baseNounPhrase(at: at + 1, limit: limit) else {
          if at + 1 < limit, passage.year(at: at + 1) != nil { at += 2; continue }
          return at
        }
        at = phrase.terms.upperBound
        while at < limit, terms[at].word == .of, let more = passage.baseNounPhrase(at: at + 1, limit: limit) {
          at = more.terms.upperBound
        }
      default: return at
      }
    }
    return at
  }

  private func isClauseBreak(_ index: Int) -> Bool {
    terms[index].kind == .punctuation && !passage.opensQuote(index) && !passage.isMark(index, 0x28)
  }

  /// Content to the left of ", S said": from the sentence or quotation's beginning to the comma.
  private func leftContent(_ sourceStart: Int, in range: Range<Int>) -> Range<Int>? {
    guard sourceStart > range.lowerBound else { return nil }
    var stop = sourceStart
    let isAfterQuote = passage.isQuoteMark(stop - 1) && !passage.opensQuote(stop - 1)
    guard isAfterQuote || passage.isComma(stop - 1) || passage.isDash(stop - 1) else { return nil }
    if !isAfterQuote { stop -= 1 }
    guard stop > range.lowerBound else { return nil }
    let isQuote = passage.isQuoteMark(stop - 1)
    let start = quoteStart(before: stop, in: range)
    let first = terms[start]
    if !isQuote {
      if first.has([.subordinator, .conjunction]) && !(first.word == .and || first.word == .but || first.word == .that)
        || first.has(.preposition) && !hasClause(start..<stop)
      {
        return nil
      }
      guard stop - start >= 2, hasClause(start..<stop) else { return nil }
    }
    return start..<stop
  }

  /// Whether what stands right of the cue is what is said, though a clause stands left of the source too.
  private func introduces(_ index: Int, in range: Range<Int>) -> Bool {
    if passage.word(index) == .that || passage.opensQuote(index) || passage.isMark(index - 1, 0x3A) { return true }
    return opensClause(index)
  }

  /// "that …", or a noun phrase with a verb behind it.
  func opensClause(_ index: Int) -> Bool {
    guard index < terms.count else { return false }
    if passage.word(index) == .that || passage.word(index) == .there || passage.opensQuote(index) { return true }
    guard let phrase = passage.nounPhrase(at: index, limit: terms.count) else { return false }
    var next = phrase.terms.upperBound
    while next < terms.count, terms[next].tag.isAdverb { next += 1 }
    return next < terms.count && (terms[next].tag.isFiniteVerb || terms[next].has([.auxiliary]))
  }

  /// Verbs that are often no report need a clause or a quotation.
  private func isBelievable(_ attribution: LocalAttribution, _ verb: CueVerb) -> Bool {
    guard let first = attribution.content.first else { return attribution.isNegated }
    let cue = terms[verb.verb]
    // "claimed 41 lives"
    if cue.cue == .loaded, terms[first.lowerBound].kind == .number { return false }
    let hasQuote = first.contains { passage.isQuoteMark($0) }
    switch cue.cue {
    case .emotive: return true
    case .citing: return true
    case .mental: return opensClause(first.lowerBound)
    case .loaded:
      return opensClause(first.lowerBound) || hasQuote
        || terms[first.lowerBound].word == .to && cue.forms.contains(.third) == false
    default: break
    }
    if Self.needClause.contains(cue.key) { return opensClause(first.lowerBound) || hasQuote || putsFigure(cue, first) }
    return true
  }

  private func putsFigure(_ cue: Term, _ content: Range<Int>) -> Bool {
    guard cue.word == .put || cue.word == .puts || Self.records.contains(cue.key) else { return false }
    return content.contains { terms[$0].kind == .number || terms[$0].has(.number) }
  }

  private static let records = Set(
    "recorded estimated counted lists listed records estimates shows showed show".split(separator: " ").map(foldedKeyOf)
  )

  private static let needClause = Set(
    """
    put puts putting hold holds held holding rule rules ruled ruling read reads list lists listed record records recorded
    continue continued continues agree agreed agrees answer answers answered reply replied post posts posted observe
    observed observes find finds found finding show shows showed showing know knows knew point points pointed detail
    details detailed establish established prove proves proved verify verified discover discovered document documents
    documented determine determined project projects projected forecast forecasts answer signal signals signalled
    recall recalls recalled identify identified identifies maintain maintains maintained assert predict boast boasts
    """.split { $0 == " " || $0 == "\n" }.map(foldedKeyOf))

  /// "quoted X as saying C": X says it, and the party before quotes X.
  private func setQuotedAs(_ attribution: inout LocalAttribution, _ verb: CueVerb, in range: Range<Int>) {
    let cue = terms[verb.verb]
    guard cue.cue == .citing, let content = attribution.content.first else { return }
    if let phrase = passage.nounPhrase(at: content.lowerBound, limit: content.upperBound) {
      attribution.cited = classifier.describe(phrase)
    }
  }
}

import ProseText

// Where what is said stands: right of the cue, left of the source, or on both sides of the two (D4 of the domain's rules).
extension AttributionReader {
  // MARK: Content

  /// Finds what is said, right of the cue, left of the source or on both sides; false where nothing is.
  func place(
    _ attribution: inout LocalAttribution, _ verb: CueVerb, sourceStart: Int, in range: Range<Int>
  ) -> Bool {
    let cue = terms[verb.verb]
    var at = verb.verb + 1
    if at < range.upperBound, let hearer = hearer(at: at, limit: range.upperBound) {
      // "answered the council that …": beside the verbs of telling, the clause shows who heard it.
      if takesHearer(cue) || Self.addressing.contains(cue.key) && passage.word(hearer) == .that { at = hearer }
    }
    let afterAdjuncts = adjuncts(from: at, limit: range.upperBound)
    let left = verb.isGerund ? nil : leftContent(sourceStart, in: range)
    var right = afterAdjuncts
    if right < range.upperBound, passage.isMark(right, 0x3A) { right += 1 }
    let isOpen = right < range.upperBound && !passage.isComma(right) && !isClauseBreak(right)
    let quoteIsLeft =
      left.map {
        passage.isQuoteMark($0.upperBound - 1) || $0.upperBound < terms.count && passage.isQuoteMark($0.upperBound)
      } ?? false
    if isOpen, left == nil || !quoteIsLeft && introduces(right) {
      let end = quoteEnd(from: right, in: range)
      let begin = afterAdjuncts == at ? right : opensClause(right) || passage.opensQuote(right) ? right : at
      attribution.content = [begin..<end]
      setQuotedAs(&attribution, verb)
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
      // "The Ledger reported on Monday, prices had risen"
      if passage.isComma(right), right > at, opensClause(right + 1), right + 1 < range.upperBound {
        attribution.content = [right + 1..<quoteEnd(from: right + 1, in: range)]
        return true
      }
      // "The ministry said, …" with a comma before a quotation.
      if passage.isComma(right), right + 1 < range.upperBound, passage.opensQuote(right + 1) {
        attribution.content = [right + 1..<quoteEnd(from: right + 1, in: range)]
        return true
      }
      if let quotation = quotationBefore(sourceStart, in: range), !isOpen {
        attribution.sourceFirst = false
        attribution.content = [quotation]
        return true
      }
      return attribution.isNegated || introducesList(right, in: range)
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

  /// "“Did we lose?” Reid asked.": the mark inside ended the sentence, and its speaker opens the next one.
  private func quotationBefore(_ sourceStart: Int, in range: Range<Int>) -> Range<Int>? {
    let last = range.lowerBound - 1
    guard sourceStart == range.lowerBound, last >= 0, quoteAt[last] >= 0,
      !terms[sourceStart].shape.contains(.lineBefore)
    else { return nil }
    let quotation = quotations[Int(quoteAt[last])]
    return quotation.isClosed && quotation.terms.upperBound == range.lowerBound ? quotation.terms : nil
  }

  /// "The ministry said:" at the end of a block: a list follows.
  private func introducesList(_ end: Int, in range: Range<Int>) -> Bool {
    end == range.upperBound && end == terms.count && passage.isMark(end - 1, 0x3A)
  }

  func takesHearer(_ cue: Term) -> Bool {
    cue.word == .told || cue.key == Self.tell || cue.key == Self.tells || cue.key == Self.telling
      || Self.hearerVerbs.contains(cue.key)
  }

  static let tell = foldedKey("tell")
  static let tells = foldedKey("tells")
  static let telling = foldedKey("telling")
  static let hearerVerbs = foldedKeys("informed assured reminded notified warned")
  static let addressing = foldedKeys(
    """
    answer answers answered advise advises advised caution cautions cautioned promise promises promised persuade persuades
    persuaded convince convinces convinced inform informs assure assures remind reminds notify notifies warn warns
    wrote write writes
    """)

  func hearer(at index: Int, limit: Int) -> Int? {
    guard passage.word(index) != .that, let phrase = passage.baseNounPhrase(at: index, limit: limit) else { return nil }
    // "told reporters 40 homes were lost": what is said may begin with a number.
    let number = phrase.terms.dropFirst().first { terms[$0].kind == .number && terms[$0 - 1].tag.isNoun }
    return number ?? overApposition(to: phrase.terms.upperBound, limit: limit)
  }

  /// Behind "the Ledger, a local paper," where what is said follows with "that".
  private func overApposition(to end: Int, limit: Int) -> Int {
    guard passage.isComma(end), let apposition = passage.nounPhrase(at: end + 1, limit: limit),
      terms[apposition.base.lowerBound].has([.indefinite, .definite]), passage.isComma(apposition.terms.upperBound),
      passage.word(apposition.terms.upperBound + 1) == .that
    else { return end }
    return apposition.terms.upperBound + 1
  }

  /// Skips "in a statement", "on Monday", "at the gate", "yesterday" behind a cue.
  func adjuncts(from index: Int, limit: Int) -> Int {
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
        // "admitted to hiding it": what is said, no place.
        if term.word == .to, at + 1 < limit, terms[at + 1].tag == .presentParticiple { return at }
        // "in mid-2019"
        if passage.word(at + 1) == .mid, passage.year(at: at + 3) != nil, at + 3 < limit { at += 4; continue }
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

  func isClauseBreak(_ index: Int) -> Bool {
    terms[index].kind == .punctuation && !passage.opensQuote(index) && !passage.isMark(index, 0x28)
  }

  /// Content to the left of ", S said": from the sentence or quotation's beginning to the comma.
  func leftContent(_ sourceStart: Int, in range: Range<Int>) -> Range<Int>? {
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
  func introduces(_ index: Int) -> Bool {
    if passage.word(index) == .that || passage.opensQuote(index) || passage.isMark(index - 1, 0x3A) { return true }
    return opensClause(index)
  }

  /// "that …", or a noun phrase with a verb behind it.
  func opensClause(_ index: Int) -> Bool {
    guard index < terms.count else { return false }
    if passage.word(index) == .that || passage.word(index) == .there || passage.opensQuote(index) { return true }
    // "claimed 190 were dead": a number alone can be the subject.
    if let number = passage.number(at: index), terms[number.end].tag.isFiniteVerb || terms[number.end].has(.auxiliary) {
      return true
    }
    guard let phrase = passage.nounPhrase(at: index, limit: terms.count) else { return false }
    var next = phrase.terms.upperBound
    while next < terms.count, terms[next].tag.isAdverb { next += 1 }
    if let close = relativeClause(at: next) { next = close }
    return next < terms.count && (terms[next].tag.isFiniteVerb || terms[next].has([.auxiliary]))
  }

  /// Behind ", which leaks often," where a relative clause stands between commas.
  private func relativeClause(at comma: Int) -> Int? {
    guard passage.isComma(comma), passage.word(comma + 1) == .which || passage.word(comma + 1) == .who else {
      return nil
    }
    let limit = min(terms.count, comma + 24)
    return (comma + 2..<max(comma + 2, limit)).first { passage.isComma($0) }.map { $0 + 1 }
  }

  /// Verbs that are often no report need a clause or a quotation.
  func isBelievable(_ attribution: LocalAttribution, _ verb: CueVerb) -> Bool {
    guard let first = attribution.content.first else { return attribution.isNegated }
    let cue = terms[verb.verb]
    // "claimed 41 lives"
    if cue.cue == .loaded, terms[first.lowerBound].kind == .number, !opensClause(first.lowerBound) { return false }
    // "write some code and “ship” it": a mark behind another verb belongs to that one.
    let hasQuote =
      first.first { passage.isQuoteMark($0) || passage.word($0) == .and }.map { passage.isQuoteMark($0) } ?? false
    switch cue.cue {
    case .emotive: return true
    case .citing: return true
    case .mental: return opensClause(first.lowerBound)
    case .loaded:
      return opensClause(first.lowerBound) || hasQuote
        || terms[first.lowerBound].word == .to && cue.forms.contains(.third) == false
    default: break
    }
    if Self.needClause.contains(cue.key) {
      return opensClause(first.lowerBound) || hasQuote || putsFigure(cue, first)
        || first.contains { terms[$0].word == .as || terms[$0].word == .how }
    }
    return true
  }

  func putsFigure(_ cue: Term, _ content: Range<Int>) -> Bool {
    guard cue.word == .put || cue.word == .puts || Self.records.contains(cue.key) else { return false }
    return content.contains { terms[$0].kind == .number || terms[$0].has(.number) }
  }

  static let records = foldedKeys("recorded estimated counted lists listed records estimates shows showed show")

  static let needClause = foldedKeys(
    """
    put puts putting hold holds held holding rule rules ruled ruling read reads list lists listed record records recorded
    continue continued continues agree agreed agrees answer answers answered reply replied post posts posted observe
    observed observes find finds found finding show shows showed showing know knows knew point points pointed detail
    details detailed establish established prove proves proved verify verified discover discovered document documents
    documented determine determined project projects projected forecast forecasts answer signal signals signalled
    add adds added write writes wrote describe describes described mention inform informs
    publish publishes published recall recalls recalled identify identified identifies maintain maintains maintained assert boast boasts
    """)

  /// "quoted X as saying C": X says it, and the party before quotes X.
  func setQuotedAs(_ attribution: inout LocalAttribution, _ verb: CueVerb) {
    let cue = terms[verb.verb]
    guard cue.cue == .citing, let content = attribution.content.first else { return }
    if let phrase = passage.nounPhrase(at: content.lowerBound, limit: content.upperBound) {
      attribution.cited = classifier.describe(phrase)
    }
  }
}

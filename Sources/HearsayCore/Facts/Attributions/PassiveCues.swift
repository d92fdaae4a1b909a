import ProseText

extension AttributionReader {
  /// "was told by X that C", "it is believed that C", "the deal was widely reported".
  func passive(_ verb: CueVerb, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let term = terms[verb.verb]
    let next = verb.verb + 1
    if let (source, end) = agent(after: next, in: range) {
      guard term.cue != .mental || term.has(.reportingPassive), term.key != Self.informed, term.key != Self.maintained
      else { return nil }
      let content =
        end < range.upperBound && (passage.word(end) == .that || opensClause(end))
        ? end..<range.upperBound : contentLeft(verb, in: range)
      var result = LocalAttribution(
        form: .passive, cueClass: term.cue, cue: [verb.group], principal: verb.verb, source: source,
        content: content.isEmpty ? [] : [content], sentence: number, sourceFirst: false)
      if takesHearer(term), let subject = passage.subject(endingBefore: verb.group.lowerBound, from: range.lowerBound),
        let hearer = classifier.describe(subject), hearer.kind != .writer
      {
        result.hearer = hearer
      }
      return result
    }
    guard term.has(.reportingPassive) || isWidelySuspected(verb), !isFiling(verb, next) else { return nil }
    var cue = verb.group
    var content: [Range<Int>] = []
    // "It is believed that": the pronoun stands for nothing and belongs to the cue.
    let before = cue.lowerBound - 1
    let isExpletive = before >= range.lowerBound && terms[before].word == .it
    if isExpletive {
      guard passage.word(next) == .that || opensClause(next) || isExpletiveOnly(term) else { return nil }
      cue = before..<cue.upperBound
      if next < range.upperBound { content.append(next..<range.upperBound) }
      if before > range.lowerBound, content.isEmpty { content.append(range.lowerBound..<before) }
    } else {
      guard isAgentless(term, verb, next, in: range) else { return nil }
      let left = contentLeft(verb, in: range)
      if !left.isEmpty { content.append(left) }
      if next < range.upperBound { content.append(next..<range.upperBound) }
    }
    return LocalAttribution(
      form: .passive, cueClass: .hedged, cue: [cue], principal: verb.verb, source: nil, content: content,
      sentence: number,
      sourceFirst: false, isNegated: verb.isNegated || !isExpletive && isOfNothing(verb, in: range))
  }

  /// "is widely suspected of it"
  private func isWidelySuspected(_ verb: CueVerb) -> Bool {
    terms[verb.verb].key == Self.suspected && verb.group.contains { terms[$0].word == .widely }
  }

  private static let suspected = foldedKey("suspected")

  /// "No injuries were reported": nobody told of anything.
  private func isOfNothing(_ verb: CueVerb, in range: Range<Int>) -> Bool {
    for index in stride(from: verb.group.lowerBound - 1, through: max(range.lowerBound, verb.verb - 12), by: -1) {
      if Self.nothing.contains(terms[index].key) { return true }
      if terms[index].tag.isFiniteVerb || passage.isComma(index) || passage.isMark(index, 0x3B) { return false }
    }
    return false
  }

  private static let nothing = foldedKeys("no none nobody nothing neither")

  private func isExpletiveOnly(_ term: Term) -> Bool {
    term.word == .reported || term.word == .said
  }

  private func contentLeft(_ verb: CueVerb, in range: Range<Int>) -> Range<Int> {
    // A relative clause or a clause behind a semicolon is about what it holds alone.
    var start = verb.group.lowerBound
    while start > range.lowerBound, !passage.isMark(start - 1, 0x3B), terms[start - 1].word != .which,
      terms[start - 1].word != .who
    { start -= 1 }
    return start..<max(start, verb.group.lowerBound)
  }

  /// What is reported to the police.
  private static let filed = WordKeys(["missing", "stolen", "lost"])
  /// "maintained by a crew": kept up.
  private static let maintained = foldedKey("maintained")
  private static let informed = foldedKey("informed")

  /// "by X" behind the participle, with at most a date between.
  private func agent(after index: Int, in range: Range<Int>) -> (SourceDescription, Int)? {
    var at = index
    while at < range.upperBound, at < index + 6, terms[at].word != .by {
      guard
        terms[at].has([.preposition, .weekday, .month, .adverb]) || terms[at].kind == .number || terms[at].tag.isNoun
          || terms[at].has(.definite)
      else { return nil }
      at += 1
    }
    guard at < range.upperBound, terms[at].word == .by,
      let phrase = passage.nounPhrase(at: at + 1, limit: range.upperBound),
      let source = classifier.describe(phrase)
    else { return nil }
    return (source, phrase.terms.upperBound)
  }

  /// "reported to police", "expected to arrive", "known for", "thought of": no report.
  private func isFiling(_ verb: CueVerb, _ next: Int) -> Bool {
    let term = terms[verb.verb]
    let follower = passage.word(next)
    // "Leaks may be reported by calling": what anybody may do. "may be reported to have left" is none.
    if term.word == .reported, follower != .to, verb.group.contains(where: { terms[$0].has(.modal) }) { return true }
    switch term.word {
    case .reported:
      if Self.filed.contains(terms[next].key) || isFiled(before: verb, next) { return true }
      // "donations are reported as small ones on the form": entered, not told.
      if follower == .as, terms[next + 1].tag != .presentParticiple { return true }
      if follower == .on,
        (next + 1..<min(terms.count, next + 5)).contains(where: { Self.forms.contains(terms[$0].key) })
      {
        return true
      }
      return follower == .to && next + 1 < terms.count && !terms[next + 1].tag.isVerb && !terms[next + 1].has(.be)
    case .known:
      return
        !(follower == .to && next + 1 < terms.count
        && (terms[next + 1].tag == .baseVerb || terms[next + 1].has([.be, .auxiliary]))) && follower != .that
    // "is widely considered a failure"
    case .considered where verb.group.contains { terms[$0].word == .widely }: return false
    case .expected, .considered: return follower != .to && follower != .that
    case .thought: return follower == .of
    case .said: return follower != .to && follower != .that
    default: return false
    }
  }

  /// "Some bugs were reported and fixed", "the thefts that are reported each year": brought to whoever is in charge of them.
  private func isFiled(before verb: CueVerb, _ next: Int) -> Bool {
    if passage.word(next) == .and, Self.handled.contains(terms[next + 1].key) { return true }
    var at = verb.group.lowerBound - 1
    if passage.word(at) == .that || passage.word(at) == .which { at -= 1 }
    let noun = terms[at]
    if Self.defects.contains(noun.key) { return true }
    let isHabit = verb.group.contains { terms[$0].word == .are || terms[$0].word == .is }
    return isHabit
      && (next..<min(terms.count, next + 8)).contains {
        (passage.word($0) == .every || terms[$0].key == Self.each) && passage.has($0 + 1, .timeUnit)
          || Self.yearly.contains(terms[$0].key)
      }
  }

  private static let forms = WordKeys(["form", "forms", "schedule", "return", "returns", "page", "line", "box"])
  private static let each = foldedKey("each")
  private static let yearly = WordKeys(["annually", "yearly", "daily", "weekly", "monthly"])
  private static let handled = WordKeys(["fixed", "resolved", "investigated", "logged", "handled", "repaired"])
  private static let defects = WordKeys([
    "bug", "bugs", "defect", "defects", "vulnerability", "vulnerabilities", "issue", "issues", "outage", "outages",
  ])

  /// Passives of saying and believing without an agent; feelings about people ("is feared") need an infinitive.
  private func isAgentless(_ term: Term, _ verb: CueVerb, _ next: Int, in range: Range<Int>) -> Bool {
    switch term.word {
    case .reported: return true
    case .expected: return passage.word(next) == .to
    case .considered: return verb.group.contains { terms[$0].word == .wide || terms[$0].word == .widely }
    case .said, .believed, .thought, .understood, .known:
      return passage.word(next) == .to || passage.word(next) == .that
    default:
      return passage.word(next) == .to || passage.word(next) == .that || passage.word(next) == .at
        || verb.group.contains { terms[$0].word == .widely }
        || next >= range.upperBound
    }
  }
}

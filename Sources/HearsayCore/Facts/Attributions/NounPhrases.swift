import ProseText

/// Where a noun phrase stands, and its head.
struct NounPhrase: Sendable, Equatable {
  /// All of it, with what stands behind its head.
  @Compact var terms: Range<Int>
  /// Determiner, modifiers and head alone.
  @Compact var base: Range<Int>
  @CompactIndex var head: Int
}

// Noun phrases are cut by tags and closed-class words, without a parser: a base phrase (determiner, modifiers, nouns), then
// "of", "at", "for" … phrases, participles and relative clauses that no comma parts from it.
extension Passage {
  /// The base noun phrase that begins at a term.
  func baseNounPhrase(at start: Int, limit: Int) -> NounPhrase? {
    guard start < limit else { return nil }
    let first = terms[start]
    if first.tag == .pronoun || first.has(.personalPronoun) || first.word == .who,
      !first.isSpelledAsBody,
      first.word != .one || first.tag == .pronoun
    {
      guard !first.has(.possessive) || first.tag == .pronoun else { return modified(at: start, limit: limit) }
      return NounPhrase(terms: start..<start + 1, base: start..<start + 1, head: start)
    }
    return modified(at: start, limit: limit)
  }

  private func modified(at start: Int, limit: Int) -> NounPhrase? {
    // "that a councillor called": the word opens a clause, not the phrase.
    if word(start) == .that, has(start + 1, [.definite, .indefinite, .possessive]) || terms[start + 1].isName {
      return nil
    }
    var at = start
    var head: Int?
    scanning: while at < limit {
      let term = terms[at]
      switch term.kind {
      case .punctuation:
        // Hyphens and the marks around a title inside the phrase; a comma between adjectives.
        if isMark(at, 0x2D), at > start, at + 1 < limit, !term.hasSpaceBefore { at += 1; continue }
        if isMark(at, 0x26), at > start { at += 1; continue }
        if head == nil, isComma(at), at > start, at + 1 < limit, terms[at - 1].tag.isAdjective,
          terms[at + 1].tag.isAdjective
        {
          at += 1
          continue
        }
        // "the Bakery Workers’ Union": a plural's possessive.
        if head != nil, isPluralPossessive(at), at + 1 < limit, isNounLike(at + 1) || terms[at + 1].tag.isAdjective {
          head = nil
          at += 1
          continue
        }
        // "the Tide Club’s ‘Haze’ report"
        if isQuoteMark(at), head == nil && at > start && at + 1 < limit || isTitleEnd(at, from: start, limit: limit) {
          at += 1
          continue
        }
        if isMark(at, 0x28), head != nil, let close = shortParenthesis(from: at, limit: limit) { at = close; continue }
        break scanning
      case .symbol:
        if isMark(at, 0x26), head != nil { at += 1; continue }
        break scanning
      case .number where head != nil:
        // "According to Ana Reid 40 homes …": a number begins something new.
        break scanning
      case .opaque, .number:
        if term.kind == .opaque { head = at }
        at += 1
      case .word:
        if isNounLike(at) {
          head = at
        } else if term.tag == .possessiveEnding || term.word == .clitic && head != nil {
          // "the country's largest terminal": the phrase goes on behind the possessive.
          head = nil
        } else if head != nil {
          // "Vale Polling and Marsh College": names joined, never clauses.
          if term.word == .and, at + 1 < limit, terms[at + 1].isName, terms[at - 1].isName { at += 1; continue }
          break scanning
        } else if !isModifier(at, isFirst: at == start) {
          break scanning
        }
        at += 1
      }
    }
    guard let head else { return nil }
    return NounPhrase(terms: start..<head + 1, base: start..<head + 1, head: head)
  }

  /// The mark behind a title of at most four words inside a phrase whose noun follows.
  private func isTitleEnd(_ index: Int, from start: Int, limit: Int) -> Bool {
    guard isQuoteMark(index), index > start + 1, index + 1 < limit, terms[index + 1].has([.documentNoun, .titledWork])
    else {
      return false
    }
    return (max(start + 1, index - 5)..<index).contains { isQuoteMark($0) }
  }

  private func isNounLike(_ index: Int) -> Bool {
    let term = terms[index]
    if term.has([.auxiliary, .preposition, .conjunction, .subordinator, .modal, .definite, .indefinite]), !term.isName {
      return false
    }
    if term.tag.isNoun { return true }
    if term.has([.vagueClass, .documentNoun, .personNoun, .organisationNoun]), !term.tag.isFiniteVerb, term.cue == .none
    {
      return true
    }
    return term.isCapitalised && !term.tag.isVerb && term.tag != .adverb && !term.has(.function)
      && !isSentenceStart(index) && !term.tag.isAdjective
  }

  private func isModifier(_ index: Int, isFirst: Bool) -> Bool {
    let term = terms[index]
    // "according to state media": no infinitive.
    if term.key == Self.state, Self.broadcasts.contains(terms[index + 1].key) { return true }
    if term.has([.definite, .indefinite, .possessive, .quantifier, .number, .scale]) {
      return term.word != .that || isFirst && !term.tag.isPronoun
    }
    // "the broadcaster later reported officials": a reporting verb in the past is no modifier of what follows.
    if term.cue != .none, term.tag == .pastParticiple || term.tag == .pastVerb, !isFirst,
      !has(index - 1, [.definite, .indefinite, .possessive])
    {
      return false
    }
    if term.cue != .none, isFirst, term.tag == .pastParticiple { return false }
    if term.tag.isNounModifier || term.tag == .cardinal { return !term.has([.auxiliary, .preposition]) }
    if term.tag.isAdverb, index + 1 < terms.count, terms[index + 1].cue == .none,
      terms[index + 1].tag.isAdjective || terms[index + 1].tag == .pastParticiple
    {
      return true
    }
    return false
  }

  private static let state = foldedKey("state")
  private static let broadcasts = WordKeys(["media", "press", "television", "tv", "radio", "broadcaster", "news"])

  /// An apostrophe close behind an "s" and followed by white space.
  func isPluralPossessive(_ index: Int) -> Bool {
    guard index > 0, isQuoteMark(index), terms[index].word != .clitic, !terms[index].hasSpaceBefore,
      index + 1 < terms.count, terms[index + 1].hasSpaceBefore, terms[index - 1].isWord
    else { return false }
    let mark = byte(Int(terms[index].end) - 1)
    return byte(Int(terms[index - 1].end) - 1) | 0x20 == 0x73 && (mark == 0x99 || mark == 0x27)
  }

  /// "(NYSE)" or "(CCP)" behind a name: the index behind the bracket.
  private func shortParenthesis(from open: Int, limit: Int) -> Int? {
    for at in (open + 1)..<min(limit, open + 4) where isMark(at, 0x29) { return at + 1 }
    return nil
  }

  func isSentenceStart(_ index: Int) -> Bool {
    let start = sentences[sentence(of: index)].tokens.lowerBound
    return index == start || (start..<index).allSatisfy { terms[$0].kind == .punctuation }
  }

  /// The noun phrase that begins at a term, with the phrases behind its head.
  func nounPhrase(at start: Int, limit: Int) -> NounPhrase? {
    guard var phrase = baseNounPhrase(at: start, limit: limit) else { return nil }
    var end = phrase.terms.upperBound
    while end < limit, let next = postmodifier(at: end, limit: limit) { end = next }
    if end > phrase.base.upperBound, terms[phrase.head].isName, let role = secondRole(at: end, limit: limit) {
      end = role
    }
    phrase.terms = start..<end
    return phrase
  }

  /// One past "and contributor to the Ledger" behind "Ida Brandt of Vale University": what else somebody named is.
  private func secondRole(at index: Int, limit: Int) -> Int? {
    let role = index + 1
    guard role + 2 < limit, word(index) == .and, !terms[role].isCapitalised,
      terms[role].has([.personNoun, .title]) || SourceClassifier(self).isAgentNoun(terms[role]),
      terms[role].tag == .noun, has(role + 1, .preposition)
    else { return nil }
    return prepositional(at: role + 1, limit: limit, withTime: true)
  }

  /// One past a phrase that belongs to the noun before: "of …", "at …", "familiar with …", "released by …".
  private func postmodifier(at index: Int, limit: Int) -> Int? {
    let term = terms[index]
    if term.tag == .adverb, index + 1 < limit, terms[index + 1].tag == .pastParticiple {
      return postmodifier(at: index + 1, limit: limit)
    }
    if isMark(index, 0x28), let close = shortParenthesis(from: index, limit: limit) { return close }
    if isParticipleModifier(index) {
      var end = index + 1
      while end < limit, let next = prepositional(at: end, limit: limit, withTime: true) { end = next }
      if end == index + 1, let object = baseNounPhrase(at: end, limit: limit), terms[index].tag == .presentParticiple {
        end = object.terms.upperBound
      }
      guard end > index + 1 else { return nil }
      return withOthers(end, limit: limit)
    }
    return prepositional(at: index, limit: limit, withTime: false)
  }

  /// "led by Ida Marsh and other clerks": the others behind a name belong to the phrase too.
  private func withOthers(_ end: Int, limit: Int) -> Int {
    guard end + 2 < limit, word(end) == .and, terms[end - 1].isName,
      terms[end + 1].key == Self.other || has(end + 1, .possessive),
      let others = baseNounPhrase(at: end + 1, limit: limit)
    else { return end }
    return others.terms.upperBound
  }

  private static let other = foldedKey("other")

  private func isParticipleModifier(_ index: Int) -> Bool {
    let term = terms[index]
    if term.word == .familiar || term.word == .close { return true }
    guard
      term.tag == .pastParticiple || term.tag == .presentParticiple
        || term.tag == .pastVerb && index + 1 < terms.count
          && (terms[index + 1].word == .by || terms[index + 1].word == .on)
    else { return false }
    if term.word == .quoting || term.word == .citing {
      return index + 1 < terms.count && terms[index + 1].has(.indefinite)
    }
    if term.word == .according || term.word == .including { return false }
    // "a poll published by the Marsh Post": with an agent even a reporting word only describes.
    if term.tag == .pastParticiple || term.tag == .pastVerb, index + 1 < terms.count, terms[index + 1].word == .by {
      return true
    }
    return term.cue == .none && index + 1 < terms.count && terms[index + 1].has(.preposition)
  }

  private func prepositional(at index: Int, limit: Int, withTime: Bool) -> Int? {
    switch terms[index].word {
    case .of, .at, .from, .by, .with, .to: break
    case .for, .in, .on, .within: break
    default: return nil
    }
    if terms[index].word == .to, !withTime { return nil }
    guard index + 1 < limit else { return nil }
    let isTime =
      terms[index + 1].has([.month, .weekday, .timeUnit]) && terms[index + 1].isCapitalised
      || year(at: index + 1) != nil
      || terms[index + 1].has(.demonstrative) && index + 2 < limit && terms[index + 2].has(.timeUnit)
    if isTime { return withTime ? baseNounPhrase(at: index + 1, limit: limit)?.terms.upperBound ?? index + 2 : nil }
    guard let object = baseNounPhrase(at: index + 1, limit: limit), object.head > index else { return nil }
    // "by 4 percent", "at noon" are no part of a name.
    if terms[index + 1].kind == .number || terms[index + 1].kind == .symbol { return nil }
    return object.terms.upperBound
  }

  /// A quotation mark of any kind, apostrophes inside words aside.
  func isQuoteMark(_ index: Int) -> Bool {
    guard terms.indices.contains(index), terms[index].kind == .punctuation else { return false }
    let start = Int(terms[index].start)
    switch byte(start) {
    case 0x22, 0x27: return true
    case 0xC2: return terms[index].range.count == 2 && (byte(start + 1) == 0xAB || byte(start + 1) == 0xBB)
    case 0xE2:
      return terms[index].range.count == 3 && byte(start + 1) == 0x80 && (0x98...0x9F).contains(byte(start + 2))
    default: return false
    }
  }

  /// A mark that opens a quotation: set off from what stands before, close to what follows.
  func opensQuote(_ index: Int) -> Bool {
    isQuoteMark(index) && index + 1 < terms.count && !terms[index + 1].hasSpaceBefore
      && (terms[index].hasSpaceBefore || index == 0 || terms[index - 1].kind == .punctuation)
  }
}

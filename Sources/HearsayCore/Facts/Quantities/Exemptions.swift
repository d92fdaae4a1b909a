import ProseText

extension Passage {
  /// Why a quantity needs no source, nil where it does; asked for those whose form alone does not say.
  func exemption(of quantity: Quantity, traits: SentenceTraits) -> Exemption? {
    if let known = quantity.exemption { return known }
    if kind == .heading { return .headline }
    if let identifier = identifier(quantity) { return identifier }
    if let notation = notation(quantity, traits) { return notation }
    if traits.contains(.instruction) { return .instruction }
    if traits.contains(.hypothetical) || followsIf(quantity) { return .hypothetical }
    if isDefinition(quantity) { return .definition }
    if traits.contains(.legal), quantity.kind == .percent || quantity.kind == .ratio || quantity.kind == .currency {
      return .law
    }
    if let idiom = idiom(quantity) { return idiom }
    return smallCount(quantity, traits)
  }

  // MARK: Numbers that name something

  private func identifier(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if quantity.isSpelled, quantity.high.map({ $0 < 130 }) == true, word(first - 1) == .aged || word(first - 1) == .age
    {
      return .age
    }
    guard terms[first].kind == .number else { return nil }
    if let phone = phone(first, next) { return phone }
    if let address = address(next), first == 0 || !terms[first - 1].has(.approximator) { return address }
    guard quantity.kind == .count || quantity.kind == .range || quantity.kind == .measure else { return nil }
    guard first > 0 else { return isListMarker(first, next) ? .reference : nil }
    // "1) … and 2) …"
    if isMark(next, 0x29), !isMark(first - 1, 0x28), integer(first).map({ $0 < 30 }) == true,
      !hasOpenBracket(before: first)
    {
      return .reference
    }
    let before = terms[first - 1]
    // "Covid-19", "F-16", "top-10": a hyphen ties the number to a word.
    if before.kind == .punctuation || before.kind == .symbol {
      if !terms[first].hasSpaceBefore, isMark(first - 1, 0x2D), first >= 2, terms[first - 2].isWord,
        !before.hasSpaceBefore
      {
        return .name
      }
      if isMark(first - 1, 0x23) { return .reference }
      if isMark(first - 1, 0x28) || isMark(first - 1, 0x5B), isMark(next, 0x29) || isMark(next, 0x5D),
        isMark(first - 1, 0x5B) || quantity.high.map({ $0 < 100 }) == true && terms[first].range.count <= 2
      {
        return age(first, next) ?? .reference
      }
    }
    if let age = age(first, next) { return age }
    if isMark(next, 0x2F), next + 1 < terms.count, terms[next + 1].kind == .number, !terms[next].hasSpaceBefore {
      return .identifier
    }
    if isMark(first - 1, 0x2F), first >= 2, terms[first - 2].kind == .number, !terms[first].hasSpaceBefore {
      return .identifier
    }
    guard before.isWord, quantity.kind != .measure || before.has(.identifierNoun) else { return nil }
    let isPlain = integer(first) != nil || terms[first].range.count <= 4
    if before.shape.contains(.abbreviation), before.has(.identifierNoun) { return .reference }
    if isNamed(before, at: first - 1, next: next, isPlain: isPlain) { return .name }
    return nil
  }

  private func hasOpenBracket(before index: Int) -> Bool {
    for at in stride(from: index - 1, through: max(0, index - 30), by: -1) {
      if isMark(at, 0x28) { return true }
      if isMark(at, 0x29) { return false }
    }
    return false
  }

  private func isListMarker(_ first: Int, _ next: Int) -> Bool {
    (isMark(next, 0x2E) || isMark(next, 0x29)) && terms[first].range.count <= 3 && next + 1 < terms.count
  }

  /// "Gate 7", "Boeing 747", "platform 2", "Python 3.11".
  private func isNamed(_ before: Term, at index: Int, next: Int, isPlain: Bool) -> Bool {
    let countsSomething =
      next < terms.count && terms[next].isWord
      && (terms[next].tag == .pluralNoun || terms[next].has([.peopleNoun, .scale]) || terms[next].tag.isAdjective)
    if Self.grades.contains(before.key) { return true }
    if before.has(.identifierNoun), before.word != .no || before.shape.contains(.abbreviation) {
      return !countsSomething || before.isCapitalised && index > 0
    }
    if before.has(.titledWork), before.tag == .noun, isPlain, !countsSomething { return true }
    guard isPlain, before.isCapitalised, !countsSomething else { return false }
    if before.has([.function, .approximator, .weekday]) || before.tag.isVerb || before.tag == .adverb { return false }
    // A sentence's first word has a capital anyway: only a name that stands there counts.
    return isInsideSentence(index) || before.tag.isProperNoun
  }

  /// Scales whose steps are numbered: "category 1 hurricanes".
  private static let grades = Set(
    "category type grade phase stage class tier".split(separator: " ").map { foldedKey(String($0)) })

  private func isInsideSentence(_ index: Int) -> Bool {
    sentences[sentence(of: index)].tokens.lowerBound != index
  }

  /// "555 0130", "call 101", "+44 20 7946 0000".
  private func phone(_ first: Int, _ next: Int) -> Exemption? {
    if next < terms.count, terms[next].kind == .number, year(at: next) == nil, integer(next) != nil,
      terms[first].range.count >= 2
    {
      return .phone
    }
    guard first > 0 else { return nil }
    if terms[first - 1].kind == .number, integer(first) != nil, year(at: first) == nil { return .phone }
    switch terms[first - 1].word {
    case .call, .dial, .phone, .ring: return next >= terms.count || !terms[next].tag.isNoun ? .phone : nil
    case .reference: return .identifier
    default: break
    }
    if Self.dialled.contains(terms[first - 1].key), integer(first) != nil, terms[first].range.count <= 5 {
      return .phone
    }
    if isMark(first - 1, 0x2B), !terms[first].hasSpaceBefore, integer(first) != nil { return .phone }
    if isMark(first - 1, 0x2D), first >= 2, terms[first - 2].kind == .number, integer(first) != nil,
      integer(first - 2) != nil,
      terms[first].range.count + terms[first - 2].range.count >= 6
    {
      return .phone
    }
    return nil
  }

  private static let dialled = Set(
    "phoned dialed dialled rang phoning dialling".split(separator: " ").map { foldedKey(String($0)) })

  /// "14 Mill Road".
  private func address(_ next: Int) -> Exemption? {
    var at = next
    while at < terms.count, at - next < 4, terms[at].isWord, terms[at].isCapitalised {
      if at > next || terms[at].has(.street), terms[at].has(.street), at > next { return .address }
      at += 1
    }
    return nil
  }

  /// "aged 19", "Ada Finch, 45,", "aged 19 and 23".
  private func age(_ first: Int, _ next: Int) -> Exemption? {
    guard let value = integer(first), value < 130, first > 0 else { return nil }
    switch terms[first - 1].word {
    case .aged, .age: return .age
    case .of: if word(first - 2) == .age || word(first - 2) == .ages { return .age }
    case .under, .over:
      // "users under 13": nothing is counted behind it.
      if terms[first - 2].has([.peopleNoun, .vagueClass]), next >= terms.count || terms[next].kind == .punctuation {
        return .age
      }
    case .and, .or, .to:
      if first >= 4, terms[first - 2].kind == .number, word(first - 3) == .of, word(first - 4) == .ages { return .age }
      if first >= 3, terms[first - 2].kind == .number, word(first - 3) == .aged || word(first - 3) == .ages {
        return .age
      }
    default: break
    }
    return isAgeInApposition(first, next) || isAgeInPredicate(first, next) ? .age : nil
  }

  /// "Ada Finch, 45,", "another brother, 22, was", "Reid (45)", "Reid and Finch, 40 and 49,".
  private func isAgeInApposition(_ first: Int, _ next: Int) -> Bool {
    var start = first
    var end = next
    if word(end) == .and, end + 1 < terms.count, terms[end + 1].kind == .number, isComma(first - 1) { end += 2 }
    if word(start - 1) == .and, start >= 3, terms[start - 2].kind == .number, isComma(start - 3) { start -= 2 }
    guard start >= 2, isComma(start - 1) || isMark(start - 1, 0x28) else { return false }
    let closes = end >= terms.count || isComma(end) || isMark(end, 0x29) || isMark(end, 0x2E)
    let before = terms[start - 2]
    guard closes, before.isWord else { return false }
    if before.isCapitalised, before.tag.isProperNoun { return true }
    // A common noun needs both commas and a verb or "who" behind: a list of numbers has neither.
    return isComma(start - 1) && isComma(end) && before.tag.isNoun && !before.has([.timeUnit, .month, .documentNoun])
      && end + 1 < terms.count && (terms[end + 1].tag.isFiniteVerb || word(end + 1) == .who)
  }

  /// "Hunter was 78.": a name or "he", a form of be, a number and nothing else.
  private func isAgeInPredicate(_ first: Int, _ next: Int) -> Bool {
    guard first >= 2, terms[first - 1].has(.be) else { return false }
    let subject = terms[first - 2]
    if subject.word == .he || subject.word == .she {
      return next >= terms.count || terms[next].kind == .punctuation || terms[next].has([.conjunction, .subordinator])
    }
    guard next >= terms.count || isMark(next, 0x2E) || isMark(next, 0x3B) || word(next) == .when else { return false }
    return subject.tag.isProperNoun && subject.isCapitalised || isComma(first - 2)
  }

  // MARK: Scores, statistics, sums

  private func notation(_ quantity: Quantity, _ traits: SentenceTraits) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if quantity.kind == .range, traits.contains(.contest), !quantity.hasScale, let high = quantity.high, high < 400,
      first + 1 < terms.count, isDash(first + 1) || isMark(first + 1, 0x2D)
    {
      return .score
    }
    if first > 1, isMark(first - 1, 0x3D) || isMark(first - 1, 0x3C) || isMark(first - 1, 0x3E),
      terms[first - 2].isWord, terms[first - 2].range.count <= 2
    {
      return .statistic
    }
    if traits.contains(.arithmetic), quantity.kind == .count || quantity.kind == .measure || quantity.kind == .currency
    {
      return .arithmetic
    }
    if isMark(next, 0x2B) || isMark(next, 0x3D), next + 1 < terms.count, terms[next + 1].kind == .number {
      return .arithmetic
    }
    return nil
  }

  private func followsIf(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    for index in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      if terms[index].word == .if { return true }
      if terms[index].kind == .punctuation { return false }
    }
    return false
  }

  /// "must sustain winds of at least 111 mph", "the cut-off is 130 mph": a limit set by rule.
  private func isDefinition(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure || quantity.kind == .percent || quantity.kind == .count || quantity.kind == .ratio
    else { return false }
    let range = sentences[quantity.sentence].tokens
    return range.contains { index in
      let term = terms[index]
      if Self.limits.contains(term.key), term.tag.isNoun || term.tag.isParticiple || term.tag.isVerb { return true }
      return term.word == .must
        && (index < quantity.terms.lowerBound && quantity.kind == .measure || quantity.kind == .ratio)
    }
  }

  private static let limits = Set(
    "cutoff threshold thresholds defined definition classified".split(separator: " ").map { foldedKey(String($0)) })

  // MARK: Figures of speech

  private func idiom(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if word(first) == .one, next == first + 1 { return nil }
    // "thanks a million", "a million thanks", "a hundred and one excuses", "one in a million"
    if terms[first].has(.indefinite), quantity.isSpelled {
      if word(first - 1) == .thanks || word(next) == .thanks || quantity.low == 101 { return .idiom }
    }
    if quantity.kind == .vague {
      // Geological and astronomical orders of magnitude.
      if word(next) == .of,
        word(next + 1) == .years || terms.indices.contains(next + 1) && terms[next + 1].key == Self.lightYears
      {
        return .idiom
      }
      if word(next) == .years { return .idiom }
    }
    if quantity.kind == .count, isMark(first + 1, 0x2F) { return .idiom }
    if next < terms.count, quantity.high.map({ $0 <= 20 }) == true, quantity.kind == .count,
      Self.enumerated.contains(terms[next].key)
    {
      return .smallCount
    }
    return nil
  }

  private static let lightYears = foldedKey("light")
  /// What a text counts of itself.
  private static let enumerated = Set(
    "things reasons ways steps tips questions examples options parts sections points rules lessons ideas sentences paragraphs"
      .split(separator: " ").map { foldedKey(String($0)) })

  /// A spelled-out one to nine with a plain noun, not with the dead, injured or arrested.
  private func smallCount(_ quantity: Quantity, _ traits: SentenceTraits) -> Exemption? {
    guard quantity.isSpelled, !quantity.hasScale, let high = quantity.high, high < 10,
      quantity.kind == .count || quantity.kind == .measure || quantity.kind == .range
    else { return nil }
    // "the two parents", "all four" were counted where they came in; "one of the nine" counts nothing.
    let before = quantity.terms.lowerBound - 1
    if has(before, .definite) && word(before) != .that || word(before) == .all { return .smallCount }
    if word(quantity.terms.lowerBound) == .one, word(quantity.terms.upperBound) == .of { return .idiom }
    if word(quantity.terms.lowerBound) == .one {
      return traits.contains(.casualties) && nearCasualty(quantity) ? nil : .idiom
    }
    return traits.contains(.casualties) && nearCasualty(quantity) ? nil : .smallCount
  }

  /// Whether a word like "killed" or "arrested" stands close enough to be about this count.
  private func nearCasualty(_ quantity: Quantity) -> Bool {
    let first = max(0, quantity.terms.lowerBound - 3)
    if (first..<quantity.terms.lowerBound).contains(where: { terms[$0].has(.casualty) }) { return true }
    if quantity.counted == nil, let noun = countedNoun(after: quantity), word(quantity.terms.lowerBound - 1) == .in,
      terms[noun].has(.casualty)
    {
      return false
    }
    for index in quantity.terms.upperBound..<min(terms.count, quantity.terms.upperBound + 9) {
      if isMark(index, 0x2E) || isMark(index, 0x3B) { return false }
      if terms[index].has(.casualty) { return true }
      // Behind a comma only "Two men, aged 19 and 23, were arrested" is still about them.
      if isComma(index), !has(index + 1, .relative), word(index + 1) != .aged, terms.indices.contains(index + 1),
        terms[index + 1].kind != .number
      {
        return false
      }
    }
    return false
  }
}

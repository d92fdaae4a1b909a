import ProseText

// Numbers that name something instead of counting: ages, addresses, telephone and reference numbers, models.
extension Passage {
  // MARK: Numbers that name something

  func identifier(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if quantity.high.map({ $0 < 130 }) == true, word(first - 1) == .from,
      word(first - 2) == .age || word(first - 2) == .ages
    {
      return .age
    }
    if quantity.isSpelled, quantity.high.map({ $0 < 130 }) == true, word(first - 1) == .aged || word(first - 1) == .age
    {
      return .age
    }
    guard terms[first].kind == .number else { return nil }
    if isServiceNumber(first, next) { return .phone }
    if word(first - 1) == .reference { return .identifier }
    if let address = address(next), first == 0 || !terms[first - 1].has(.approximator) { return address }
    guard quantity.kind == .count || quantity.kind == .range || quantity.kind == .measure else { return nil }
    // "… minority rights. 4 Even though …": a note's number before a sentence of its own.
    if isSentenceStart(first), integer(first).map({ $0 < 400 }) == true, terms[next].isCapitalised,
      terms[next].has(.function)
    {
      return .reference
    }
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
    if quantity.kind != .measure, let age = age(first, next) { return age }
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

  func hasOpenBracket(before index: Int) -> Bool {
    for at in stride(from: index - 1, through: max(0, index - 30), by: -1) {
      if isMark(at, 0x28) { return true }
      if isMark(at, 0x29) { return false }
    }
    return false
  }

  func isListMarker(_ first: Int, _ next: Int) -> Bool {
    (isMark(next, 0x2E) || isMark(next, 0x29)) && terms[first].range.count <= 3 && next + 1 < terms.count
  }

  /// "Gate 7", "Boeing 747", "platform 2", "Python 3.11".
  func isNamed(_ before: Term, at index: Int, next: Int, isPlain: Bool) -> Bool {
    let countsSomething =
      next < terms.count && terms[next].isWord && !opensPredicate(next)
      && (terms[next].tag == .pluralNoun || terms[next].has([.peopleNoun, .scale]) || terms[next].tag.isAdjective)
    if Self.grades.contains(before.key) { return true }
    if before.has(.identifierNoun), before.word != .no || before.shape.contains(.abbreviation) {
      return !countsSomething || before.isCapitalised
    }
    if before.has(.titledWork), before.tag == .noun, isPlain, !countsSomething { return true }
    guard isPlain, before.isCapitalised, !countsSomething else { return false }
    if before.has([.function, .approximator, .weekday]) || before.tag.isVerb || before.tag == .adverb { return false }
    // A sentence's first word has a capital anyway: only a name that stands there counts.
    return isInsideSentence(index) || before.tag.isProperNoun
  }

  /// "Figure 3 shows the loss": what a tagger takes for a plural here is a reporting verb.
  func opensPredicate(_ index: Int) -> Bool {
    terms[index].cue != .none && terms[index].forms.contains(.third) && has(index + 1, [.definite, .indefinite])
  }

  /// Scales whose steps are numbered: "category 1 hurricanes".
  static let grades = Set(
    "category type grade phase stage class tier".split(separator: " ").map { foldedKey(String($0)) })

  func isInsideSentence(_ index: Int) -> Bool {
    sentences[sentence(of: index)].tokens.lowerBound != index
  }

  /// "14 Mill Road".
  func address(_ next: Int) -> Exemption? {
    var at = next
    while at < terms.count, at - next < 4, terms[at].isWord, terms[at].isCapitalised {
      if at > next || terms[at].has(.street), terms[at].has(.street), at > next { return .address }
      at += 1
    }
    return nil
  }

  /// "aged 19", "Ida Marsh, 45,", "aged 19 and 23".
  func age(_ first: Int, _ next: Int) -> Exemption? {
    guard let value = integer(first), value < 130, first > 0 else { return nil }
    if terms[first - 1].key == Self.turned, next >= terms.count || !terms[next].tag.isNoun { return .age }
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

  private static let turned = foldedKey("turned")

  /// "Ida Marsh, 45,", "another brother, 22, was", "Reid (45)", "Reid and Finch, 40 and 49,".
  func isAgeInApposition(_ first: Int, _ next: Int) -> Bool {
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

  /// "Moss was 78.": a name or "he", a form of be, a number and nothing else.
  func isAgeInPredicate(_ first: Int, _ next: Int) -> Bool {
    guard first >= 2, terms[first - 1].has(.be) else { return false }
    let subject = terms[first - 2]
    if subject.word == .he || subject.word == .she {
      return next >= terms.count || terms[next].kind == .punctuation || terms[next].has([.conjunction, .subordinator])
    }
    guard next >= terms.count || isMark(next, 0x2E) || isMark(next, 0x3B) || word(next) == .when else { return false }
    return subject.tag.isProperNoun && subject.isCapitalised || isComma(first - 2)
  }

}

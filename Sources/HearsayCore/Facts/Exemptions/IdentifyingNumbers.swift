import ProseText

// Numbers that name something instead of counting: addresses, reference numbers, models, versions.
extension Passage {
  // MARK: Numbers that name something

  func identifier(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    if let age = age(quantity) { return age }
    guard terms[first].kind == .number else { return nil }
    // "At 77, Marsh was"
    if word(first - 1) == .at, isSentenceStart(first - 1), isComma(next), integer(first).map({ $0 < 120 }) == true,
      terms[next + 1].isName || has(next + 1, .personalPronoun)
    {
      return .age
    }
    // "in '69"
    if terms[first].range.count == 2, isApostrophe(first - 1), !terms[first].hasSpaceBefore,
      terms[first - 1].hasSpaceBefore,
      !terms[next].tag.isNoun
    {
      return .year
    }
    if isServiceNumber(first, next) { return .phone }
    if word(first - 1) == .reference { return .identifier }
    if isLawCited(next) || isParagraphCited(next) { return .reference }
    if let address = address(next), first == 0 || !terms[first - 1].has(.approximator) { return address }
    guard quantity.kind == .count || quantity.kind == .range || quantity.kind == .measure else { return nil }
    // "… minority rights. 4 Even though …": a note's number before a sentence of its own.
    if isSentenceStart(first), integer(first).map({ $0 < 400 }) == true, terms[next].isCapitalised,
      terms[next].has(.function)
    {
      return .reference
    }
    // "1.We seek": a number and a stop open a point of a list.
    if isSentenceStart(first), isMark(next, 0x2E), terms[next + 1].isCapitalised, terms[first].range.count <= 2 {
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
        next == first + 1,
        isMark(first - 1, 0x5B) || quantity.high.map({ $0 < 100 }) == true && terms[first].range.count <= 2
      {
        return .reference
      }
    }
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

  /// "17 Vale Code § 1201": the title of a collection of laws, with the section behind it.
  private func isLawCited(_ next: Int) -> Bool {
    var at = next
    while at < terms.count, at - next < 6, terms[at].isWord && terms[at].isCapitalised || isMark(at, 0x2E) { at += 1 }
    return at > next && at < terms.count && byte(of: at) == 0xC2 && string(terms[at].range) == "§"
  }

  /// "DVR 12.304(b)": a letter in brackets close behind the number of a rule.
  private func isParagraphCited(_ next: Int) -> Bool {
    isMark(next, 0x28) && !terms[next].hasSpaceBefore && terms[next + 1].isWord && terms[next + 1].range.count == 1
      && isMark(next + 2, 0x29)
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
    return isInsideSentence(index) || before.tag.isProperNoun || before.shape.contains(.allCaps)
  }

  /// "Figure 3 shows the loss": what a tagger takes for a plural here is a reporting verb.
  func opensPredicate(_ index: Int) -> Bool {
    terms[index].cue != .none && terms[index].forms.contains(.third) && has(index + 1, [.definite, .indefinite])
  }

  /// Scales whose steps are numbered: "category 1 hurricanes".
  static let grades = foldedKeys("category type grade phase stage class tier")

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

  private func isApostrophe(_ index: Int) -> Bool {
    isMark(index, 0x27) || isMark(index, 0xE2) && !isDash(index) && terms[index].kind == .punctuation
  }
}

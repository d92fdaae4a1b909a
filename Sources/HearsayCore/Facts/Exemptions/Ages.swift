import ProseText

// How old somebody is.
extension Passage {
  /// "aged 19", "Ida Marsh, 45,", "aged 19 and 23", "below the age of fifteen", "those under 19", "when she was 57".
  func age(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    guard quantity.high.map({ $0 < 130 }) == true, quantity.kind == .count || quantity.kind == .range,
      !quantity.hasScale, terms[first].kind == .number ? integer(first) != nil : quantity.isSpelled
    else { return nil }
    let before = isVaguely(first - 1) ? first - 2 : first - 1
    switch word(before) {
    case .aged, .age, .ages: return .age
    case .of, .from:
      if word(before - 1) == .age || word(before - 1) == .ages { return .age }
    case .under, .over, .between:
      // "users under 13", "women between 20 and 35": nothing is counted behind it.
      if endsPhrase(next) || word(next) == .and && endsPhrase(next + 2), namesPersons(before - 1) { return .age }
    default: break
    }
    if word(first - 1) == .and, word(first - 3) == .between, endsPhrase(next), namesPersons(first - 4) { return .age }
    if terms[before].key == Self.turned, !terms[next].tag.isNoun { return .age }
    if endsPhrase(next) || word(next) == .and || word(next) == .or || word(next) == .aged, isListedAge(first) {
      return .age
    }
    if word(first - 1) == .at, endsPhrase(next), endsLife(first - 2) { return .age }
    guard terms[first].kind == .number else {
      let isHisAge = (word(first - 2) == .he || word(first - 2) == .she) && isAgeInPredicate(first, next)
      return isAgeInClause(first, next) || isHisAge ? .age : nil
    }
    return isAgeInApposition(first, next) || isAgeInPredicate(first, next) || isAgeInClause(first, next) ? .age : nil
  }

  private static let turned = foldedKey("turned")

  private func isVaguely(_ index: Int) -> Bool {
    has(index, .approximator) && word(index) != .under && word(index) != .over || terms[index].key == Self.above
      || terms[index].key == Self.just
  }

  private static let above = foldedKey("above")
  private static let just = foldedKey("just")

  /// "died at 95", "dies aged 79, at 80", "retired at 60".
  private func endsLife(_ index: Int) -> Bool {
    has(index, .casualty) && terms[index].tag.isVerb || Self.turnsOfLife.contains(terms[index].key)
  }

  private static let turnsOfLife = WordKeys([
    "dies", "died", "dead", "die", "retired", "retires", "retire", "married", "debuted",
  ])

  private func endsPhrase(_ index: Int) -> Bool {
    index >= terms.count || terms[index].kind == .punctuation || terms[index].has([.be, .auxiliary])
      || terms[index].has(.preposition) && word(index) != .of
  }

  private func namesPersons(_ index: Int) -> Bool {
    has(index, [.peopleNoun, .personNoun, .vagueClass, .demonstrative])
  }

  /// "aged eight, twelve, two aged thirteen, 40 and 61": the list runs back to a word that says age.
  private func isListedAge(_ first: Int) -> Bool {
    var at = first - 1
    while at >= 0, first - at < 24 {
      switch word(at) {
      case .aged where at < first - 1: return true
      case .ages where at < first - 1: return true
      case .aged: break
      case .and, .or, .to, .between, .two, .one, .of, .from, .the: break
      default:
        guard isComma(at) || isDash(at) || isMark(at, 0x2D) || terms[at].kind == .number || terms[at].has(.number),
          !terms[at].has(.scale)
        else { return false }
      }
      // "aged 31 and 40 barges"
      at -= 1
    }
    return false
  }

  /// "Ida Marsh, 45,", "another brother, 22, was", "Reid (45)", "Reid and Finch, 40 and 49,", "Moss, now 22,".
  private func isAgeInApposition(_ first: Int, _ next: Int) -> Bool {
    var start = first
    var end = next
    if word(end) == .and, end + 1 < terms.count, terms[end + 1].kind == .number, isComma(first - 1) { end += 2 }
    if word(start - 1) == .and, start >= 3, terms[start - 2].kind == .number, isComma(start - 3) { start -= 2 }
    if word(start - 1) == .now { start -= 1 }
    guard start >= 2, isComma(start - 1) || isMark(start - 1, 0x28) else { return false }
    let closes = end >= terms.count || isComma(end) || isMark(end, 0x29) || isMark(end, 0x2E)
    let before = terms[start - 2]
    guard closes, before.isWord else { return false }
    if before.isCapitalised, before.tag.isProperNoun { return true }
    // A common noun needs both commas and a verb or "who" behind: a list of numbers has neither.
    // "the warden,": an adjective behind an article and in front of a comma stands for a noun.
    let isNoun = before.tag.isNoun || before.tag == .adjective && terms[start - 3].has([.definite, .indefinite])
    return isComma(start - 1) && isComma(end) && isNoun && !before.has([.timeUnit, .month, .documentNoun])
      && end + 1 < terms.count && (terms[end + 1].tag.isFiniteVerb || word(end + 1) == .who)
  }

  /// "Moss was 78.", "She would have turned 75 on 20 May": a name or "he", a form of be, a number and nothing else.
  private func isAgeInPredicate(_ first: Int, _ next: Int) -> Bool {
    guard first >= 2, terms[first - 1].has(.be) else { return false }
    var subject = first - 2
    while subject > 0, terms[subject].has(.auxiliary) || terms[subject].has(.adverb) { subject -= 1 }
    let closes =
      next >= terms.count || terms[next].kind == .punctuation || terms[next].has([.conjunction, .subordinator])
    if word(subject) == .he || word(subject) == .she { return closes || word(next) == .on || word(next) == .in }
    guard next >= terms.count || isMark(next, 0x2E) || isMark(next, 0x3B) || word(next) == .when else { return false }
    return terms[subject].tag.isProperNoun && terms[subject].isCapitalised || isComma(first - 2)
  }

  /// "when I was 19", "when she was about 57".
  private func isAgeInClause(_ first: Int, _ next: Int) -> Bool {
    let be = isVaguely(first - 1) ? first - 2 : first - 1
    guard has(be, .be), has(be - 1, .personalPronoun), word(be - 2) == .when, word(be - 1) != .it else { return false }
    return !terms[next].tag.isNoun && terms[next].kind != .symbol
  }
}

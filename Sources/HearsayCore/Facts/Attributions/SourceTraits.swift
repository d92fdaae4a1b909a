import ProseText

// What the words of a source are: indefinite, a bare plural, an own reporter, a name.
extension SourceClassifier {
  /// "Ida Marsh, one of the porters, said": the terms of the name that words like these stand behind.
  func nameInFront(ofOne one: Int) -> Range<Int>? {
    guard one > 1, passage.isComma(one - 1), terms[one - 2].isName else { return nil }
    var first = one - 2
    while first > 0, terms[first - 1].isName { first -= 1 }
    return first..<one - 1
  }

  func isDescribedPeople(_ phrase: NounPhrase) -> Bool {
    let next = phrase.base.upperBound
    return terms[phrase.head].word == .people && phrase.terms.count > phrase.base.count
      && !terms[phrase.base.lowerBound].has(.definite)
      && (passage.word(next) == .familiar || passage.word(next) == .close || passage.word(next) == .who
        || passage.word(next) == .with)
  }

  func isIndefinite(_ phrase: NounPhrase) -> Bool {
    let first = terms[phrase.base.lowerBound]
    if phrase.base.count == 1 { return first.word == .someone || first.word == .somebody }
    return first.has(.indefinite) || first.word == .one || first.word == .another || first.word == .some
      || first.word == .several
      || first.word == .many || first.has(.number) || first.kind == .number || first.word == .few || first.word == .two
  }

  /// "Reuters": an outlet's name in the form of a plural.
  func isOutletAlone(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    return phrase.base.count == 1 && head.isCapitalised && head.has(.publicationName) && !head.has(.vagueClass)
  }

  func isBarePlural(_ phrase: NounPhrase) -> Bool {
    let first = terms[phrase.base.lowerBound]
    // "Both porters": two who were named.
    return !first.has([.definite, .indefinite, .possessive]) && !first.has(.number) && first.key != Self.both
      && first.kind != .number
      && (terms[phrase.head].tag == .pluralNoun || terms[phrase.head].has(.vagueClass))
      && !isOwned(phrase)
  }

  /// "Marrow’s statistics", "FTO's data": whose they are, the words in front say.
  private func isOwned(_ phrase: NounPhrase) -> Bool {
    (phrase.base.lowerBound + 1..<max(phrase.base.lowerBound + 1, phrase.head)).contains {
      (terms[$0].word == .clitic || terms[$0].tag == .possessiveEnding) && terms[$0 - 1].isCapitalised
    }
  }

  func hasFigureHead(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    if head.has([.percent, .scale, .measureUnit, .currency]), !head.isCapitalised { return true }
    // "58 percent", "9 million people": the figure is the claim itself.
    return phrase.base.contains {
      terms[$0].has(.scale) || terms[$0].kind == .number && (terms[$0].range.count > 1 || terms[$0].kind == .symbol)
    }
      && head.has(.peopleNoun)
  }

  func isExpletive(_ index: Int) -> Bool {
    index + 1 < terms.count && terms[index + 1].has(.be)
  }

  /// "an Eastwire reporter", "this reporter", "our correspondent".
  func isOwnReporter(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    guard head.key == Self.reporter || head.key == Self.correspondent, phrase.base.count >= 2 else { return false }
    return terms[phrase.head - 1].isName || terms[phrase.base.lowerBound].has(.firstPerson)
  }

  /// "local press", "state television": outlets, and no one of them.
  func isPress(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    guard Self.press.contains(head.key), !head.isCapitalised || head.shape.contains(.allCaps), phrase.base.count > 1,
      phrase.base.count < 4
    else { return false }
    return phrase.base.dropLast().allSatisfy { index in
      Self.ofPress.contains(terms[index].key) || terms[index].tag == .adjective && !terms[index].isCapitalised
        || passage.isMark(index, 0x2D)
    }
  }

  private static let press = foldedKeys("press news television tv radio")
  private static let ofPress = foldedKeys(
    "local state state-run state-owned run owned regional national foreign international domestic public news")

  /// "witness accounts": those of nobody in particular.
  func isAccountsOfPeople(_ phrase: NounPhrase) -> Bool {
    phrase.base.count == 2 && Self.accounts.contains(terms[phrase.head].key)
      && terms[phrase.base.lowerBound].has(.anonymousNoun) && !terms[phrase.base.lowerBound].isName
  }

  private static let accounts = foldedKeys("accounts reports")

  /// "numbers reported by the Ledger": figures with whoever gives them.
  func isReportedNumbers(_ phrase: NounPhrase) -> Bool {
    let next = phrase.base.upperBound
    return Self.numbers.contains(terms[phrase.head].key) && next + 1 < phrase.terms.upperBound
      && (terms[next].tag.isParticiple || terms[next].tag == .pastVerb) && passage.word(next + 1) == .by
  }

  private static let numbers = foldedKeys("numbers counts totals tallies")

  static let both = foldedKey("both")
  static let reporter = foldedKey("reporter")
  static let correspondent = foldedKey("correspondent")

  func isPluralAgent(_ head: Term) -> Bool {
    head.tag == .pluralNoun
      && (head.has(.peopleNoun) || endsIn(head, "ers") || endsIn(head, "ors") || endsIn(head, "ists")
        || endsIn(head, "ians") || endsIn(head, "men"))
      && !head.has([.documentNoun]) && !Self.things.contains(head.key)
  }

  /// Nouns that end as those for persons do and name none, with their plurals.
  private static let things = WordKeys(
    """
    factor sector vector error number paper order letter server computer browser router filter header folder container marker
    matter center power tower river water chapter buffer register parameter indicator sensor motor reactor monitor mirror
    door floor color colour flavor flavour behavior behaviour cluster counter cover layer pointer printer quarter rumor
    scanner shoulder sticker tiger trailer transistor tumor tumour disaster encounter offer answer adapter theater
    """.split { $0 == " " || $0 == "\n" }.flatMap { [String($0), $0 + "s"] })

  func isAgentNoun(_ head: Term) -> Bool {
    head.tag == .noun
      && (endsIn(head, "er") || endsIn(head, "or") || endsIn(head, "ist") || endsIn(head, "ian") || endsIn(head, "man"))
      && !head.has([.documentNoun, .timeUnit, .measureUnit, .titledWork]) && !Self.things.contains(head.key)
  }

  func endsIn(_ term: Term, _ ending: String) -> Bool {
    let bytes = ending.utf8
    guard term.range.count >= bytes.count + 3 else { return false }
    return zip(bytes, (Int(term.end) - bytes.count)...).allSatisfy { passage.byte($1) | 0x20 == $0 }
  }

  func givesReason(_ phrase: NounPhrase) -> Bool {
    phrase.terms.contains {
      terms[$0].word == .fears || terms[$0].word == .because || terms[$0].word == .anonymity
        || terms[$0].word == .unnamed
    }
  }

  /// "experts including Ana Holt": somebody of the class is named.
  func namesItsMember(_ phrase: NounPhrase) -> Bool {
    let next = phrase.terms.upperBound
    return next < terms.count && (terms[next].word == .including || passage.word(next) == .like)
  }

  /// The longest run of capitalised words in the phrase; a sentence's first word counts only when it is tagged a name.
  func name(in phrase: NounPhrase) -> Range<Int>? {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in phrase.terms.lowerBound...phrase.terms.upperBound {
      let isInside =
        index < phrase.terms.upperBound && isNamePart(index, isOpen: start != nil, limit: phrase.terms.upperBound)
      if isInside {
        if start == nil { start = index }
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    // "Marsh Observer editor Ida Brandt" is she, not her paper.
    return runs.first { $0.contains(phrase.head) }
      ?? runs.max { $0.count < $1.count || $0.count == $1.count && $0.lowerBound > $1.lowerBound }
  }

  func isNamePart(_ index: Int, isOpen: Bool, limit: Int) -> Bool {
    let term = terms[index]
    if term.kind == .opaque { return isOpen }
    // "the Lost 12 Project"
    if term.kind == .number {
      return isOpen && index + 1 < limit && terms[index + 1].isCapitalised && terms[index + 1].has(.organisationName)
    }
    guard term.isWord else {
      guard isOpen, index + 1 < limit else { return false }
      if passage.isMark(index, 0x2D), passage.isNameSyllable(index + 1) { return true }
      return (passage.isMark(index, 0x26) || passage.isMark(index, 0x2D)) && terms[index + 1].isCapitalised
    }
    if term.isCapitalised {
      if term.has(.function), !isOpen, term.word != .who || !term.isSpelledAsBody { return false }
      return !passage.isSentenceStart(index) || term.tag.isProperNoun || isOpen || passage.isSpelledAsName(index)
    }
    // "al-Berani", "Tam Wei-lin"
    if passage.isNamePrefix(index), index + 2 < limit { return true }
    if isOpen, passage.isNameSyllable(index) { return true }
    // "Bank of England", "van der Berg", "Bakery Workers' Union"
    guard isOpen, index + 1 < limit else { return false }
    switch term.word {
    case .of, .and, .for, .the:
      return terms[index + 1].isCapitalised && !terms[index + 1].has(.function)
        || passage.word(index + 1) == .the && index + 2 < limit && terms[index + 2].isCapitalised
    case .van, .von, .de, .der, .la, .al, .bin: return terms[index + 1].isCapitalised || passage.word(index + 1) == .der
    case .clitic: return terms[index + 1].isCapitalised
    default: return false
    }
  }

  func isNameInside(_ phrase: NounPhrase) -> Bool {
    guard let name = name(in: phrase) else { return false }
    // "the Vale partner" is not Vale.
    let isJoined = passage.isMark(name.upperBound, 0x2D) && name.upperBound + 1 == phrase.head
    return name.lowerBound < phrase.base.upperBound && (name.upperBound > phrase.head || isJoined)
      && !terms[phrase.head].has([.documentNoun, .organisationNoun, .publicationNoun, .anonymousNoun])
  }

  func isInsideName(_ phrase: NounPhrase) -> Bool {
    guard let name = name(in: phrase) else { return false }
    return name.contains(phrase.head) && name.count > 1
  }

}

import ProseText

// Figures that are part of what something is called: "the 707", "Area 51", "$10 bill", "IT 70", "400 metres hurdles".
extension Passage {
  /// Why a figure is part of a name; nil where it is an amount.
  func partOfName(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    switch quantity.kind {
    case .currency:
      // "the $10 bill"
      return Self.moneyThings.contains(terms[next].key) && !quantity.hasScale ? .name : nil
    case .measure:
      if Self.events.contains(terms[next].key) { return .name }
      // "a 360° photo", "a 180-degree turn"
      guard quantity.unit == "deg", let low = quantity.low else { return nil }
      return low == 360 || low == 180 || low == 90 ? .idiom : nil
    case .count, .range: break
    default: return nil
    }
    if isWordOfName(first, next, quantity) || isTitle(next) { return .name }
    // "moveOars(100)": an argument, close behind what it belongs to.
    if isMark(first - 1, 0x28), !terms[first - 1].hasSpaceBefore, terms[first - 2].isWord, isMark(next, 0x29) {
      return .name
    }
    if isInAddress(first, next) { return .identifier }
    if isBracketedYear(first, next) { return .year }
    guard terms[first].kind == .number, next == first + 1, integer(first) != nil else {
      return isVersion(first, next) ? .version : nil
    }
    if isCatalogued(first, next) || isCalled(first, next) || isCalledInFront(first, next) || isRanking(first, next)
      || isKind(first, next)
    {
      return .name
    }
    return isForeignStreet(first, next) ? .address : nil
  }

  /// "the Harbour Six", "Studio Zero": inside a sentence only a name has the capital, beside another.
  private func isWordOfName(_ first: Int, _ next: Int, _ quantity: Quantity) -> Bool {
    guard quantity.isSpelled, !quantity.hasScale, next == first + 1, terms[first].isCapitalised, kind != .heading,
      first > 0, isInsideSentence(first)
    else { return false }
    let before = terms[first - 1]
    guard before.isWord else { return false }
    if before.isCapitalised, !before.has([.function, .approximator]), isInsideSentence(first - 1) { return true }
    // "the Legend of the Twelve Gates": the noun has the capital too, and the words before need none.
    return has(first - 1, .definite) && terms[next].isWord && terms[next].isCapitalised && terms[next].tag.isNoun
  }

  /// "the 99 lanterns song": what a work sings of.
  private func isTitle(_ next: Int) -> Bool {
    terms.indices.contains(next + 1) && terms[next].tag == .pluralNoun && Self.works.contains(terms[next + 1].key)
  }

  /// "7f.example.org": digits that open the name of a site.
  private func isInAddress(_ first: Int, _ next: Int) -> Bool {
    guard terms[first].kind == .number, terms.indices.contains(next), !terms[next].hasSpaceBefore else { return false }
    return string(terms[next].range).contains(".") && terms[next].range.count > 3
  }

  /// "[In 19]62-63": an editor's brackets round the first half of a year.
  private func isBracketedYear(_ first: Int, _ next: Int) -> Bool {
    if isMark(next, 0x5D), word(first - 1) == .in, isMark(first - 2, 0x5B), terms[next + 1].kind == .number {
      return !terms[next + 1].hasSpaceBefore
    }
    return isMark(first - 1, 0x5D) && !terms[first].hasSpaceBefore && first > 1 && terms[first - 2].kind == .number
      && terms[first - 2].range.count == 2 && word(first - 3) == .in
  }

  /// "the star HR 6819": capitals of a catalogue behind what they number, or a number in front of a name that stands for one thing.
  private func isCatalogued(_ first: Int, _ next: Int) -> Bool {
    let before = terms[first - 1]
    if before.isWord, before.shape.contains(.allCaps), before.range.count >= 2, first > 1 {
      // "in the US 640 mills"
      let kind = terms[first - 2]
      if kind.isWord, kind.tag == .noun, !kind.isCapitalised, !kind.has([.timeUnit, .measureUnit]) { return true }
    }
    // "51 Dornai b": a letter of its own closes the name.
    return terms[next].isWord && terms[next].isCapitalised && !terms[next].has(.function) && terms[next + 1].isWord
      && terms[next + 1].range.count == 1 && terms[next + 1].word != .a && terms[next + 1].word != .i
      && terms[next + 1].hasSpaceBefore
  }

  /// "the 707 was", "the 737 Max": one thing, so its number counts nothing.
  private func isCalled(_ first: Int, _ next: Int) -> Bool {
    // "A 5 may be", "A 1 is": a mark on a scale.
    if has(first - 1, .indefinite), terms[next].tag == .modal || has(next, .be), !has(next, .preposition) {
      return true
    }
    guard word(first - 1) == .the || has(first - 1, .indefinite), terms[first].range.count >= 3 else { return false }
    let follower = terms[next]
    if follower.word == .is || follower.tag == .pastParticiple && word(first - 1) == .the
      || follower.tag == .thirdPersonVerb || follower.key == Self.was
    {
      return true
    }
    return follower.isWord && follower.isCapitalised && follower.tag.isNoun && follower.tag != .pluralNoun
      && !terms[next + 1].tag.isNoun && terms[first - 1].word == .the
  }

  private static let was = foldedKey("was")

  /// "Area 51 has", "IT 70", "Building 12 burned": a singular noun in front, and nothing behind that it could count.
  private func isCalledInFront(_ first: Int, _ next: Int) -> Bool {
    let before = terms[first - 1]
    guard before.isWord, before.isCapitalised, first > 0, terms[first].range.count <= 4 else { return false }
    let follower = terms[next]
    let counts =
      follower.tag.isNoun || follower.tag.isAdjective || follower.has([.peopleNoun, .scale]) || follower.kind == .symbol
    guard !counts else { return false }
    // "Day 2 of the trial"
    if before.has(.timeUnit), before.tag != .pluralNoun { return true }
    if before.shape.contains(.allCaps), before.range.count >= 2, isInsideSentence(first - 1) { return true }
    guard before.tag == .noun || before.tag == .properNoun,
      !before.has([.function, .approximator, .weekday, .month])
    else { return false }
    return follower.tag.isFiniteVerb || follower.has(.auxiliary)
  }

  /// "640 compliance", "a 640 harbour expert": what is more than one stands in the plural, so the number says which kind.
  private func isKind(_ first: Int, _ next: Int) -> Bool {
    guard let value = integer(first), value > 1, (2...4).contains(terms[first].range.count) else { return false }
    var head = next
    while terms[head + 1].tag.isNoun, terms[head + 1].isWord, head - next < 3 { head += 1 }
    guard terms[next].isWord, !terms[next].isCapitalised, terms[head].tag != .pluralNoun,
      !terms[head].has([.peopleNoun, .scale, .measureUnit, .timeUnit, .percent, .currency, .casualty, .contest])
    else { return false }
    // "12 aircraft" and "90 staff" are plurals in the form of singulars; "a 149 vote margin" counts votes.
    return isAbstract(next) && !has(first - 1, .approximator)
  }

  /// "compliance", "accessibility", "certification": what cannot be counted, by its ending.
  private func isAbstract(_ index: Int) -> Bool {
    let word = string(terms[index].range).lowercased()
    return ["ance", "ence", "ility", "ation", "ness", "ship"].contains { word.hasSuffix($0) }
  }

  /// "Vale's 25 most influential pilots", "the 50 largest ports": how long a ranking is, its author chose.
  private func isRanking(_ first: Int, _ next: Int) -> Bool {
    guard has(first - 1, .definite) || terms[first - 1].tag == .possessiveEnding || word(first - 1) == .clitic else {
      return false
    }
    return terms[next].tag == .superlativeAdjective || terms[next].tag == .superlativeAdverb
  }

  /// "36 Quai des Lilas", "14 Rue Morgue": the kind of street stands in front of its name.
  private func isForeignStreet(_ first: Int, _ next: Int) -> Bool {
    Self.streets.contains(terms[next].key) && terms[next].isCapitalised && terms[next + 1].isWord
  }

  /// "the 1.0 release", "milestone 1.0".
  private func isVersion(_ first: Int, _ next: Int) -> Bool {
    guard terms[first].kind == .number, next == first + 1, number(at: first).map({ $0.decimals > 0 }) == true else {
      return false
    }
    // "like any true 2.0,": nobody counts in tenths of nought.
    if string(terms[first].range).hasSuffix(".0"), next >= terms.count || terms[next].kind == .punctuation,
      terms[first - 1].tag == .adjective || terms[first - 1].isName && isInsideSentence(first - 1)
    {
      return true
    }
    // "FieldBook 2.0 must"
    if hasSecondCapital(first - 1), !terms[next].tag.isNoun, terms[next].kind != .symbol {
      return true
    }
    return Self.versions.contains(terms[next].key) || Self.versions.contains(terms[first - 1].key)
  }

  /// "FieldBook", "MARCBook": capitals inside the word beside small letters.
  private func hasSecondCapital(_ index: Int) -> Bool {
    guard terms[index].isWord else { return false }
    let capitals = bytes[terms[index].range].reduce(0) { $0 + ($1 &- 0x41 < 26 ? 1 : 0) }
    return capitals >= 2 && capitals < terms[index].range.count
  }

  /// "4 business days", "the 13 last minutes", "14 long days": a length with a word between number and unit.
  func isPeriod(_ quantity: Quantity) -> Bool {
    let last = terms[quantity.terms.upperBound - 1].key
    if Self.terms.contains(last) || Self.terms.contains(terms[quantity.terms.upperBound].key),
      Self.periodWords.contains(terms[quantity.terms.lowerBound - 1].key)
    {
      return true
    }
    guard quantity.kind == .count || quantity.kind == .range, !quantity.hasScale, let high = quantity.high, high < 1000
    else { return false }
    var at = quantity.terms.upperBound
    let start = at
    while at < terms.count, at - start < 2, Self.periodWords.contains(terms[at].key) || terms[at].tag == .adjective {
      at += 1
    }
    return at > start && has(at, .timeUnit)
  }

  private static let moneyThings = foldedKeys("bill note coin banknote stamp bills notes coins banknotes stamps")
  private static let events = foldedKeys(
    "hurdles freestyle backstroke breaststroke butterfly relay race sprint dash final medley steeplechase event")
  private static let streets = foldedKeys(
    "rue quai via viale calle avenida avenue piazza plaza ulitsa rua strada chemin boulevard allée corso")
  private static let works = foldedKeys("song songs film movie novel book album poem ballad play")
  private static let versions = foldedKeys("release version milestone beta alpha candidate")
  private static let periodWords = foldedKeys(
    "business working calendar school trading consecutive straight successive last next past previous following coming more full whole earth lunar solar sidereal"
  )
  private static let terms = foldedKeys("quarters semesters seasons terms generations")
}

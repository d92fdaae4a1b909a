import ProseText

/// Finds the names of persons in a passage, whether anybody quotes them or not.
///
/// "She" and "Reid" lead back to whom the text has introduced, and most people are introduced by doing something, not by speaking.
struct PersonNameReader {
  let passage: Passage
  /// The passage's own, held apart: asking the passage at each look costs a reference count.
  private let terms: Terms

  init(_ passage: Passage) {
    self.passage = passage
    terms = passage.terms
  }

  /// The names among some terms, in order; single words with a capital are among them, uncertain.
  func names(in range: Range<Int>) -> [PersonName] {
    var result: [PersonName] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard opensName(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < terms.count, let next = continued(end) { end = next }
      if let name = name(index..<end) { append(spelled(name), to: &result) }
      index = end
    }
    return result
  }

  /// Adds a name, with what ties it to the one before.
  private func append(_ name: PersonName, to names: inout [PersonName]) {
    var name = name
    if var before = names.last, before.terms.upperBound + 1 == name.terms.lowerBound,
      terms[before.terms.upperBound].word == .and || passage.isComma(before.terms.upperBound)
    {
      // "Ann and Tom Reid": two of one surname.
      if !before.isCertain, before.terms.count == 1, name.isCertain, name.terms.count == 2,
        terms[before.terms.lowerBound].has(.firstName), terms[name.terms.lowerBound].has(.firstName),
        terms[before.terms.upperBound].word == .and, !passage.isComma(before.terms.lowerBound - 1)
      {
        let surname = name.terms.upperBound - 1..<name.terms.upperBound
        before.isCertain = true
        var spelling = before.spelling(in: passage)
        spelling.words += passage.nameKeys(surname)
        spelling.text = passage.nameText(before.terms) + " " + passage.nameText(surname)
        before.spelling = spelling
        before.isShort = true
        let given = terms[before.terms.lowerBound]
        before.gender = given.has(.feminine) ? .feminine : given.has(.masculine) ? .masculine : nil
        names[names.count - 1] = before
      }
      name.isJoined = true
    }
    let noun = terms[name.terms.lowerBound - 1]
    if noun.tag == .pluralNoun, !noun.isCapitalised { name.rowNoun = noun.key }
    names.append(name)
  }

  private func spelled(_ name: PersonName) -> PersonName {
    var name = name
    name.spelling = NameSpelling(name.terms, isCertain: name.isCertain, in: passage)
    return name
  }

  // MARK: Runs of capitals

  private func opensName(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.kind == .word, term.isCapitalised, !term.has([.function, .auxiliary, .month, .weekday]) else {
      return false
    }
    return !passage.isSentenceStart(index) || term.tag.isProperNoun || term.has([.firstName, .title])
  }

  /// One past what goes on with a name: another capital, an initial, "van der", a hyphen.
  private func continued(_ index: Int) -> Int? {
    let term = terms[index]
    if term.kind == .word, term.isCapitalised, !term.has([.function, .month, .weekday]) || Self.isInitial(term) {
      return index + 1
    }
    // "el-Sisi"
    if term.kind == .word, !term.isCapitalised, term.range.count <= 3, passage.isMark(index + 1, 0x2D),
      terms[index + 2].isCapitalised, !terms[index + 1].hasSpaceBefore, !terms[index + 2].hasSpaceBefore
    {
      return index + 3
    }
    if passage.isMark(index, 0x2D), !term.hasSpaceBefore, !terms[index + 1].hasSpaceBefore,
      terms[index + 1].kind == .word
    {
      return index + 2
    }
    switch term.word {
    case .van, .von, .de, .der, .la, .al, .bin:
      var next = index + 1
      while next < index + 3, !terms[next].isCapitalised { next += 1 }
      return terms[next].isCapitalised && terms[next].kind == .word ? next + 1 : nil
    default: return nil
    }
  }

  private static func isInitial(_ term: Term) -> Bool { term.range.count <= 2 }

  // MARK: Whose

  private static let notPersons: WordClasses = [
    .organisationName, .publicationName, .country, .placeNoun, .street, .month, .weekday,
  ]

  /// The person's name in a run of capitals, titles in front left out; nil where it names something else.
  func name(_ run: Range<Int>) -> PersonName? {
    var start = run.lowerBound
    var offices: [UInt64] = []
    var gender: Gender?
    // "U.S. Senator Ida Brandt": the name begins behind the last title.
    for index in run where terms[index].has([.title, .personNoun]) && !terms[index].has(.firstName) {
      guard index + 1 < run.upperBound else { break }
      offices += passage.offices(at: index)
      gender = Self.gender(of: terms[index]) ?? gender
      // "President-elect Ida Brandt"
      start = passage.isMark(index + 1, 0x2D) && index + 3 < run.upperBound ? index + 3 : index + 1
    }
    // "Potter Ida Brandt" at the beginning of a sentence: a profession with its capital.
    if offices.isEmpty, run.count > 2, passage.isSentenceStart(start), !terms[start].has(.firstName),
      terms[start + 1].has(.firstName)
    {
      offices.append(terms[start].key)
      start += 1
    }
    let hasTitle = !offices.isEmpty
    var terms = start..<run.upperBound
    // "Ida Brandt QC"
    while terms.count > 2, self.terms[terms.upperBound - 1].shape.contains(.allCaps),
      self.terms[terms.upperBound - 1].range.count <= 4, !self.terms[terms.lowerBound].shape.contains(.allCaps)
    {
      terms = terms.lowerBound..<terms.upperBound - 1
    }
    guard !terms.isEmpty, terms.count <= 6 else { return nil }
    let first = self.terms[terms.lowerBound]
    let isGiven = first.has(.firstName) && terms.count > 1
    if terms.count > 1,
      terms.contains(where: { self.terms[$0].has(Self.notPersons) && !self.terms[$0].has(.firstName) })
    {
      guard hasTitle || isGiven, !self.terms[terms.upperBound - 1].has([.organisationName, .publicationName]) else {
        return nil
      }
    }
    let before = terms.lowerBound - 1
    var isNamedByOffice = false
    if before >= 0, !hasTitle, isCalling(before) {
      isNamedByOffice = true
      offices += passage.offices(at: before)
      gender = Self.gender(of: self.terms[before]) ?? gender
    }
    let apposition = office(behind: terms.upperBound)
    if let apposition {
      offices += passage.offices(at: apposition)
      gender = gender ?? Self.gender(of: self.terms[apposition])
    }
    if let office = office(before: terms.lowerBound) {
      offices += passage.offices(at: office)
      isNamedByOffice = true
    }
    if first.has(.feminine) { gender = gender ?? .feminine }
    if first.has(.masculine) { gender = gender ?? .masculine }
    let isCertain =
      terms.count > 1 ? isGiven || hasTitle || isNamedByOffice || apposition != nil || hasAge(terms.upperBound) : false
    let next = terms.upperBound
    return PersonName(
      terms: terms, isCertain: isCertain, gender: gender,
      isPossessive: self.terms[next].word == .clitic || self.terms[next].tag == .possessiveEnding
        || passage.isPluralPossessive(next), offices: offices)
  }

  /// "mayor", "drummer", "biologist": a noun that stands in front of people's names.
  private func isCalling(_ index: Int) -> Bool {
    let term = terms[index]
    if term.has([.title, .personNoun, .anonymousNoun, .spokesperson]) {
      return !term.isCapitalised || !passage.isComma(index)
    }
    guard term.tag == .noun, !term.isCapitalised, !term.has([.documentNoun, .organisationNoun, .publicationNoun]) else {
      return false
    }
    if Self.callings.contains(term.key) { return true }
    let classifier = SourceClassifier(passage)
    return ["ist", "ian", "woman", "sman"].contains { classifier.endsIn(term, $0) }
  }

  private static let callings = foldedKeys(
    """
    host star drummer rapper painter composer photographer filmmaker film-maker designer footballer boxer swimmer runner
    skater golfer dancer presenter trainer keeper goalkeeper defender racer climber explorer campaigner organiser organizer
    barrister solicitor pollster strategist programmer co-developer cosmonaut personality philanthropist entrepreneur scholar
    athlete champion chef nominee incumbent delegate co-worker coworker boyfriend girlfriend fiance fiancee widow widower
    wrestler sprinter jockey referee umpire chemist physician surgeon diplomat magnate tycoon heiress heir playwright
    poet screenwriter showrunner streamer youtuber influencer broadcaster-journalist
    """)

  /// "Ida Brandt, the town’s mayor," and "Ida Brandt, who".
  private func office(behind index: Int) -> Int? {
    guard passage.isComma(index),
      let phrase = passage.baseNounPhrase(at: index + 1, limit: min(terms.count, index + 12))
    else { return nil }
    let head = terms[phrase.head]
    return head.has([.title, .personNoun, .anonymousNoun, .spokesperson]) && !head.isCapitalised ? phrase.head : nil
  }

  /// "the town’s mayor, Ida Brandt,"
  private func office(before index: Int) -> Int? {
    guard passage.isComma(index - 1), index >= 2 else { return nil }
    let head = terms[index - 2]
    let end = (index..<min(terms.count, index + 6)).first { terms[$0].kind == .punctuation }
    guard head.has([.title, .personNoun, .spokesperson]), !head.isCapitalised, end.map({ passage.isComma($0) }) == true
    else { return nil }
    return index - 2
  }

  /// "Ida Brandt, 54,"
  private func hasAge(_ index: Int) -> Bool {
    passage.isComma(index) && terms[index + 1].kind == .number && terms[index + 1].range.count == 2
      && (passage.isComma(index + 2) || terms[index + 2].kind == .punctuation)
  }

  /// Which gender a title or profession says.
  static func gender(of term: Term) -> Gender? {
    if feminine.contains(term.key) { return .feminine }
    return masculine.contains(term.key) ? .masculine : nil
  }

  private static let feminine = foldedKeys(
    "mrs ms miss lady dame queen princess chairwoman spokeswoman congresswoman actress woman girl mother sister daughter wife widow aunt"
  )
  private static let masculine = foldedKeys(
    "mr sir lord king prince chairman spokesman congressman actor man boy father brother son husband widower uncle pope bishop archbishop"
  )
}

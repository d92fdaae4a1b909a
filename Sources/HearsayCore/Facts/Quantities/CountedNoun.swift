import ProseText

extension Passage {
  /// The head of the noun that a quantity counts: the last noun of the phrase right behind it, or behind "of".
  func countedNoun(after quantity: Quantity) -> Int? {
    guard quantity.kind != .date, quantity.kind != .time, quantity.kind != .ordinal, quantity.kind != .currency
    else { return nil }
    var at = quantity.terms.upperBound
    if isMark(at, 0x2D) { at += 1 }
    if word(at) == .of {
      at += 1
      if word(at) == .all { at += 1 }
    } else if quantity.kind == .percent || quantity.kind == .measure || quantity.kind == .percentagePoints {
      if quantity.kind != .percent { return nil }
    }
    var head: Int?
    var steps = 0
    while at < terms.count, steps < 7 {
      let term = terms[at]
      guard term.isWord else {
        // A hyphen inside a compound joins it.
        if isMark(at, 0x2D), at + 1 < terms.count, !terms[at].hasSpaceBefore, !terms[at + 1].hasSpaceBefore {
          at += 1
          continue
        }
        break
      }
      // "402 million a year earlier": when, not what.
      if term.has(.indefinite), terms[at + 1].has(.timeUnit) { break }
      // "12 of the state’s delegates": the owner is not what is counted.
      if head != nil, term.word == .clitic || term.tag == .possessiveEnding {
        head = nil
        at += 1
        continue
      }
      if term.tag.isNoun || (term.tag == .pronoun && head == nil && word(at) == .them) {
        if term.has([.auxiliary, .preposition]) { break }
        if head != nil, term.word == .today || term.word == .yesterday || term.word == .tomorrow { break }
        head = at
      } else if let name = head, terms[name].tag == .properNoun, term.tag.isAdjective, at + 1 < terms.count,
        terms[at + 1].tag.isNoun, terms[at + 1].isWord
      {
        // "30,000 U.S. public schools": whose they are stands before what they are like.
        head = nil
      } else if head == nil, word(at) == .and || word(at) == .or, at > quantity.terms.upperBound,
        terms[at - 1].tag.isAdjective, at + 1 < terms.count, terms[at + 1].tag.isAdjective
      {
        // "340 red and blue boats"
      } else if head != nil || !(term.tag.isNounModifier || term.has([.definite, .possessive]) || term.tag.isAdverb)
        || term.has([.preposition, .auxiliary, .subordinator])
      {
        if head == nil, term.has([.peopleNoun, .documentNoun]) { head = at }
        break
      }
      at += 1
      steps += 1
    }
    return head.flatMap { sharedNoun(behind: $0, quantity) } ?? head
  }

  /// "34 Thai and 12 Malay sailors", "340 state and federal inspectors", "nine county planning hearings": the noun that
  /// the word behind the number only describes.
  private func sharedNoun(behind head: Int, _ quantity: Quantity) -> Int? {
    guard quantity.kind == .count, quantity.high.map({ $0 > 1 }) == true,
      terms[head].tag == .noun || terms[head].isCapitalised, head + 2 < terms.count
    else { return nil }
    if terms[head + 1].tag == .presentParticiple, terms[head + 2].tag == .pluralNoun,
      Self.levels.contains(terms[head].key)
    {
      return head + 2
    }
    guard word(head + 1) == .and || word(head + 1) == .or else { return nil }
    let isPeople = terms[head].isCapitalised && head == quantity.terms.upperBound
    guard isPeople || Self.levels.contains(terms[head].key) else { return nil }
    var at = head + 2
    if terms[at].kind == .number { at += 1 }
    guard terms.indices.contains(at), terms[at].isWord,
      isPeople ? terms[at].isCapitalised : terms[at].tag.isAdjective || Self.levels.contains(terms[at].key)
    else { return nil }
    at += 1
    while at < terms.count, terms[at].tag.isAdjective || terms[at].tag == .noun { at += 1 }
    return at < terms.count && terms[at].tag == .pluralNoun ? at : nil
  }

  private static let levels = WordKeys([
    "state", "city", "county", "council", "district", "province", "village", "town",
  ])
}

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
      } else if head != nil || !(term.tag.isNounModifier || term.has([.definite, .possessive]) || term.tag.isAdverb)
        || term.has([.preposition, .auxiliary, .subordinator])
      {
        if head == nil, term.has([.peopleNoun, .documentNoun]) { head = at }
        break
      }
      at += 1
      steps += 1
    }
    return head
  }
}

import ProseText

// Years, decades and spans of years.
extension Passage {
  /// "2023", "2019–20", "2014~2018", "1990s", "664 BC" where nothing says that it counts something.
  func yearSpan(at index: Int) -> CalendarReading? {
    let range = terms[index].range
    let next = index + 1
    if terms[next].key == Self.plural, range.count == 4 || range.count == 2, let value = integer(index),
      !terms[next].hasSpaceBefore || value % 10 == 0 && word(index - 1) == .the
    {
      return decade(index, value)
    }
    if Self.eras.contains(terms[next].key), integer(index) != nil {
      return CalendarReading(end: next + 1, exemption: .year)
    }
    if Self.eras.contains(terms[index - 1].key), terms[index - 1].shape.contains(.allCaps), let value = integer(index),
      value < 2200
    {
      return CalendarReading(end: next, exemption: .year)
    }
    guard let year = year(at: index) else { return nil }
    var end = next
    var last: PartialDate?
    if isMark(end, 0x2D) || isDash(end) || isMark(end, 0x2F) || isMark(end, 0x7E), terms[end + 1].kind == .number,
      !terms[end].hasSpaceBefore
    {
      if let second = self.year(at: end + 1) {
        last = PartialDate(year: second)
      } else if terms[end + 1].range.count == 2, let second = integer(end + 1) {
        last = PartialDate(year: year / 100 * 100 + second)
      } else {
        // "1000-5000" is a range of something else.
        return nil
      }
      end += 2
    }
    if last == nil, let second = spacedSpan(index, year) {
      last = PartialDate(year: second)
      end += 2
    }
    guard readsAsYear(index, year, next: end, isSpan: last != nil) else { return nil }
    return CalendarReading(end: end, exemption: .year, date: PartialDate(year: year), last: last)
  }

  /// "(1892 – 94)", "reigned 1715 - 1774": the later year behind a dash with a space on either side.
  private func spacedSpan(_ index: Int, _ year: Int) -> Int? {
    let dash = index + 1
    guard isDash(dash) || isMark(dash, 0x2D), terms[dash].hasSpaceBefore, terms[dash + 1].hasSpaceBefore else {
      return nil
    }
    let isClosed = dash + 2 >= terms.count || terms[dash + 2].kind == .punctuation
    guard isClosed, terms[dash + 1].kind == .number else { return nil }
    let isShort = terms[dash + 1].range.count == 2
    guard let second = isShort ? integer(dash + 1).map({ year / 100 * 100 + $0 }) : self.year(at: dash + 1),
      second > year, second - year <= Self.longestSpan
    else { return nil }
    return second
  }

  private func decade(_ index: Int, _ value: Int) -> CalendarReading {
    var result = CalendarReading(end: index + 2, exemption: .year)
    let first = value < 100 ? 1900 + value : value
    if first % 10 == 0 {
      result.date = PartialDate(year: first)
      result.last = PartialDate(year: first + (first % 100 == 0 ? 99 : 9))
    }
    return result
  }

  /// Four digits are a year unless what follows is counted or measured by them.
  private func readsAsYear(_ index: Int, _ year: Int, next: Int, isSpan: Bool) -> Bool {
    // "from roughly 1948 to 1951"
    let opener =
      has(index - 1, .approximator) && (word(index - 2) == .from || word(index - 2) == .in) ? index - 2 : index - 1
    // "since at least 1970"
    if word(index - 2) == .at, word(index - 3) == .since || word(index - 3) == .from,
      has(index - 1, .approximator) || terms[index - 1].tag.isAdjective || terms[index - 1].tag.isAdverb, isLikely(year)
    {
      return true
    }
    let before = terms[opener]
    if index > 0, before.kind == .symbol, !isMark(index - 1, 0x26) {
      // "> 2019" compares years where no unit follows.
      let compares = isMark(index - 1, 0x3D) || isMark(index - 1, 0x3C) || isMark(index - 1, 0x3E)
      return compares && (1900..<2100).contains(year) && (next >= terms.count || terms[next].kind == .punctuation)
    }
    let follower = terms[next]
    if follower.kind == .symbol { return isMark(next, 0x26) }
    // "2017's storm"
    if follower.word == .clitic || follower.tag == .possessiveEnding { return isLikely(year) }
    if !follower.hasSpaceBefore, follower.isWord { return false }
    if follower.has([.scale, .percent, .currency]), follower.range.count > 2 { return false }
    // "2019 Q1"
    if follower.isWord, follower.shape.contains(.hasDigit), follower.range.count == 2, isLikely(year) { return true }
    let counts =
      follower.tag == .pluralNoun || follower.has(.peopleNoun) || follower.has(.measureUnit) && follower.word != .a
      || follower.has(.timeUnit) && (!follower.tag.isNoun || follower.tag == .pluralNoun || !isLikely(year))
    switch before.word {
    case .in, .since, .until, .during, .mid, .late, .early: return true
    case .by, .before, .after, .from, .between: return !counts && !boundsCount(index, next)
    default: break
    }
    if before.has(.month) || before.key == Self.circa { return true }
    // "around 1970" is when, "some 1,970" and "around 1970 homes" how many.
    if before.has(.approximator) {
      return before.has(.preposition) && isLikely(year)
        && (next >= terms.count || follower.kind == .punctuation || follower.has([.preposition, .conjunction]))
    }
    // "reigned 1715 - 1774"
    if isSpan, terms[index + 1].hasSpaceBefore { return !counts }
    // "from 1699 or 1700"
    if before.word == .or, let other = self.year(at: index - 2), other < year, year - other <= 10 { return !counts }
    // "the town's 1829 abolition of tolls"
    if before.word == .clitic || before.tag == .possessiveEnding, follower.tag == .noun, !counts { return true }
    // "the 2020 elections"
    if before.has([.definite, .possessive]), follower.tag.isNoun,
      !follower.has([.peopleNoun, .timeUnit, .measureUnit])
    {
      return true
    }
    // "the Harbour Act, 1972", "Anime North 2019", "the Act of 1867"
    if isComma(index - 1), terms[index - 2].isName,
      follower.tag != .pluralNoun || follower.forms.contains(.third) || follower.cue != .none
    {
      return true
    }
    if before.isName, index > 1, isLikely(year) { return true }
    if counts { return false }
    if before.word == .of, terms[index - 2].isName { return true }
    if before.word == .to, Self.dating.contains(terms[index - 2].key) { return true }
    // A number that was hardly ever a year of the news needs more than a place of its own: "is 1501", "exceeded 1000".
    return isLikely(year) || before.kind == .punctuation || before.isName || word(index - 1) == .to && boundsYear(index)
      || word(index - 1) == .and && boundsYear(index)
  }

  /// The years that drafts speak of without a word that says so.
  private func isLikely(_ year: Int) -> Bool { (1900..<2100).contains(year) }

  /// "between 1000 and 2000 people", "from 1500 to 1800 metres": the second number counts.
  private func boundsCount(_ index: Int, _ next: Int) -> Bool {
    guard word(next) == .and || word(next) == .to, terms[next + 1].kind == .number else { return false }
    let follower = terms[next + 2]
    return year(at: next + 1) == nil || follower.tag == .pluralNoun && follower.hasSpaceBefore
      || follower.has([.peopleNoun, .measureUnit, .scale, .percent]) || follower.kind == .symbol
  }

  /// "from 1780 to 1815": the first of the two is a year.
  private func boundsYear(_ index: Int) -> Bool {
    guard year(at: index - 2) != nil else { return false }
    switch word(index - 3) {
    case .from, .between, .in: return true
    default: return false
    }
  }

  /// A year from 1000 to 2199 of four plain digits.
  func year(at index: Int) -> Int? {
    guard terms.indices.contains(index), terms[index].kind == .number, terms[index].range.count == 4,
      let value = integer(index), (1000...2199).contains(value)
    else { return nil }
    return value
  }

  /// "nineteen ninety-three", "nineteen hundred ninety three", "two thousand and five"; only behind what opens a date.
  func spelledYear(at index: Int) -> (year: Int, end: Int)? {
    guard let first = number(at: index), first.isSpelled else { return nil }
    if (1000..<2100).contains(first.low) { return (Int(first.low), first.end) }
    guard (10...20).contains(first.low), let second = number(at: first.end), second.isSpelled,
      (1...99).contains(second.low)
    else { return nil }
    return (Int(first.low) * 100 + Int(second.low), second.end)
  }

  /// Years of the longest life or reign that a span of years tells.
  private static let longestSpan = 120
  private static let plural = foldedKey("s")
  private static let dating = WordKeys(["dates", "date", "dated", "dating", "back"])
  private static let circa = foldedKey("circa")
  private static let eras = WordKeys([
    "bc", "bce", "ad", "ce", "b.c", "b.c.", "b.c.e", "b.c.e.", "c.e", "c.e.", "a.d", "a.d.",
  ])
}

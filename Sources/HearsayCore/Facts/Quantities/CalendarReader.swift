import ProseText

/// A date, time or year as it is written.
struct CalendarReading {
  var end: Int
  var exemption: Exemption
  var date = PartialDate()
}

extension Passage {
  /// The date, year or time of day that begins at a term.
  func calendar(at index: Int) -> CalendarReading? {
    let term = terms[index]
    if term.kind == .number {
      return isoDate(at: index) ?? clock(at: index) ?? dayBeforeMonth(at: index) ?? yearSpan(at: index)
    }
    if term.has(.month), term.isCapitalised { return monthFirst(at: index) }
    if term.has(.weekday), term.isCapitalised, term.range.count > 3 {
      // "Monday, January 7": one date.
      var next = index + 1
      if isComma(next) { next += 1 }
      if next < terms.count, terms[next].has(.month) || terms[next].kind == .number,
        var rest = calendar(at: next), rest.exemption == .date, rest.date.day != nil
      {
        rest.date.weekday = Lexicon.weekdays[term.key]
        return rest
      }
    }
    if term.word == .noon || term.word == .midnight { return CalendarReading(end: index + 1, exemption: .time) }
    return nil
  }

  /// "2023-07-19", "2023/07/19", "19/07/2023".
  private func isoDate(at index: Int) -> CalendarReading? {
    guard index + 4 < terms.count, isMark(index + 1, 0x2D) || isMark(index + 1, 0x2F),
      byte(of: index + 1) == byte(of: index + 3), terms[index + 2].kind == .number, terms[index + 4].kind == .number,
      let first = integer(index), let second = integer(index + 2), let third = integer(index + 4)
    else { return nil }
    if terms[index].range.count == 4, (1...12).contains(second), (1...31).contains(third) {
      return CalendarReading(
        end: index + 5, exemption: .date, date: PartialDate(year: first, month: second, day: third))
    }
    if terms[index + 4].range.count == 4 || terms[index + 4].range.count == 2, first <= 31, second <= 31 {
      return CalendarReading(end: index + 5, exemption: .date)
    }
    return nil
  }

  /// "10 a.m.", "3.40 a.m.", "14:30", "3pm", "1700 UTC".
  private func clock(at index: Int) -> CalendarReading? {
    var end = index + 1
    var hasColon = false
    while isMark(end, 0x3A), end + 1 < terms.count, terms[end + 1].kind == .number, !terms[end + 1].hasSpaceBefore {
      end += 2
      hasColon = true
    }
    if isMark(end, 0x2D), end + 1 < terms.count, terms[end + 1].kind == .number, let rest = clock(at: end + 1) {
      return rest
    }
    if end < terms.count {
      switch terms[end].word {
      case .amDotted, .pmDotted, .pm: return CalendarReading(end: end + 1, exemption: .time)
      case .am: return CalendarReading(end: end + 1, exemption: .time)
      case .utc, .gmt: return CalendarReading(end: end + 1, exemption: .time)
      default: break
      }
      if terms[end].key == Self.oClock { return CalendarReading(end: end + 1, exemption: .time) }
    }
    guard hasColon, let hour = integer(index), hour < 25 || end > index + 3 else { return nil }
    return CalendarReading(end: end, exemption: .time)
  }

  private static let oClock = foldedKey("o'clock")

  /// "1 July 2023", "1st July", "1st of July".
  private func dayBeforeMonth(at index: Int) -> CalendarReading? {
    guard let day = integer(index), (1...31).contains(day), terms[index].range.count <= 2 else { return nil }
    var at = index + 1
    if at < terms.count, isOrdinalSuffix(at) { at += 1 }
    if isMark(at, 0x2D) || isDash(at), at + 1 < terms.count, terms[at + 1].kind == .number { at += 2 }
    if word(at) == .of { at += 1 }
    guard at < terms.count, terms[at].has(.month), terms[at].isCapitalised, let month = Lexicon.months[terms[at].key]
    else { return nil }
    var date = PartialDate(month: month, day: day)
    at += 1
    let yearAt = isComma(at) ? at + 1 : at
    if let year = year(at: yearAt) {
      date.year = year
      at = yearAt + 1
    }
    return CalendarReading(end: at, exemption: .date, date: date)
  }

  /// "July 1", "July 1, 2023", "July 2023", "July 4-6, 2025", "July" alone is no figure.
  private func monthFirst(at index: Int) -> CalendarReading? {
    guard let month = Lexicon.months[terms[index].key] else { return nil }
    var date = PartialDate(month: month)
    let at = index + 1
    if let year = year(at: at) ?? (isComma(at) ? year(at: at + 1) : nil) {
      date.year = year
      return CalendarReading(end: isComma(at) ? at + 2 : at + 1, exemption: .date, date: date)
    }
    guard at < terms.count, terms[at].kind == .number, terms[at].range.count <= 2, let day = integer(at),
      (1...31).contains(day)
    else { return nil }
    // "In July 31 barges sank": a count, no day.
    if word(index - 1) == .in, terms[at + 1].tag == .pluralNoun { return nil }
    date.day = day
    var end = at + 1
    if end < terms.count, isOrdinalSuffix(end) { end += 1 }
    if isMark(end, 0x2D) || isDash(end), end + 1 < terms.count, terms[end + 1].kind == .number,
      terms[end + 1].range.count <= 2
    {
      end += 2
    }
    // "July 13 to 17", "May 3 and 4"
    if word(end) == .to || word(end) == .and, let second = integer(end + 1), (1...31).contains(second),
      terms[end + 1].range.count <= 2,
      end + 2 >= terms.count || !terms[end + 2].tag.isNoun && terms[end + 2].kind != .symbol
    {
      end += 2
    }
    let yearAt = isComma(end) ? end + 1 : end
    if let year = year(at: yearAt) {
      date.year = year
      end = yearAt + 1
    }
    return CalendarReading(end: end, exemption: .date, date: date)
  }

  /// "2023", "2019–20", "1990s", "'90s" where nothing says that it counts something.
  private func yearSpan(at index: Int) -> CalendarReading? {
    let range = terms[index].range
    let next = index + 1
    if next < terms.count, !terms[next].hasSpaceBefore, terms[next].key == Self.plural,
      range.count == 4 || range.count == 2
    {
      return CalendarReading(end: next + 1, exemption: .year)
    }
    if Self.eras.contains(terms[next].key) { return CalendarReading(end: next + 1, exemption: .year) }
    guard let year = year(at: index) else { return nil }
    var end = next
    if isMark(end, 0x2D) || isDash(end) || isMark(end, 0x2F), end + 1 < terms.count, terms[end + 1].kind == .number,
      terms[end + 1].range.count == 2 || self.year(at: end + 1) != nil, !terms[end].hasSpaceBefore
    {
      end += 2
    }
    guard readsAsYear(index, next: end) else { return nil }
    return CalendarReading(end: end, exemption: .year, date: PartialDate(year: year))
  }

  private static let plural = foldedKey("s")
  private static let eras = Set(["bc", "bce", "ad", "ce"].map(foldedKey))

  private static let circa = foldedKey("circa")

  /// Four digits are a year unless what follows is counted or measured by them.
  private func readsAsYear(_ index: Int, next: Int) -> Bool {
    if index > 0, terms[index - 1].kind == .symbol, !isMark(index - 1, 0x26) { return false }
    guard next < terms.count else { return true }
    let follower = terms[next]
    if follower.kind == .symbol { return isMark(next, 0x26) }
    if !follower.hasSpaceBefore, follower.isWord { return false }
    if follower.has([.scale, .percent, .currency]), follower.range.count > 2 { return false }
    if let before = index > 0 ? terms[index - 1] : nil {
      switch before.word {
      case .in, .since, .until, .by, .from, .during, .before, .after, .mid, .late, .early, .of, .between, .and, .to,
        .the:
        if before.word != .of && before.word != .and && before.word != .to && before.word != .the { return true }
      default:
        if before.has([.month]) { return true }
      }
      if before.key == Self.circa { return true }
      if before.has(.approximator) { return false }
      // "the 2020 elections"
      if before.has([.definite, .possessive]), follower.tag.isNoun,
        !follower.has([.peopleNoun, .timeUnit, .measureUnit])
      {
        return true
      }
    }
    if follower.has(.measureUnit), follower.word != .a { return false }
    // "2023 election" is a year, "2023 people" a count.
    return !(follower.tag == .pluralNoun && !follower.has(.timeUnit)) && !follower.has(.timeUnit)
  }

  /// A year from 1000 to 2199 of four plain digits.
  func year(at index: Int) -> Int? {
    guard terms.indices.contains(index), terms[index].kind == .number, terms[index].range.count == 4,
      let value = integer(index), (1000...2199).contains(value)
    else { return nil }
    return value
  }

  /// The value of plain digits; nil with separators or more than nine of them.
  func integer(_ index: Int) -> Int? {
    guard terms.indices.contains(index), terms[index].kind == .number else { return nil }
    let range = terms[index].range
    guard range.count <= 9 else { return nil }
    var value = 0
    for at in range {
      let digit = byte(at) &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// "st", "nd", "rd" or "th" close behind digits.
  func isOrdinalSuffix(_ index: Int) -> Bool {
    guard terms.indices.contains(index), !terms[index].hasSpaceBefore else { return false }
    switch terms[index].word {
    case .st, .nd, .rd, .th: return true
    default: return false
    }
  }

  /// An en or em dash.
  func isDash(_ index: Int) -> Bool {
    guard terms.indices.contains(index), terms[index].kind == .punctuation, terms[index].range.count >= 3 else {
      return false
    }
    let start = Int(terms[index].start)
    return byte(start) == 0xE2 && byte(start + 1) == 0x80 && (0x90...0x95).contains(byte(start + 2))
  }
}

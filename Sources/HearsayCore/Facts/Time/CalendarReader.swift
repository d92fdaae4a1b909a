import ProseText

/// A date, time or year as it is written.
struct CalendarReading {
  var end: Int
  var exemption: Exemption
  var date = PartialDate()
  /// The end of a span: "4-6 July", "2019–20".
  var last: PartialDate?
}

extension Passage {
  /// The date, year or time of day that begins at a term.
  func calendar(at index: Int) -> CalendarReading? {
    let term = terms[index]
    if term.kind == .number {
      return numericDate(at: index) ?? clock(at: index) ?? dayBeforeMonth(at: index) ?? yearSpan(at: index)
        ?? dayAlone(at: index)
    }
    guard term.isWord else { return nil }
    if term.has(.month) { return monthFirst(at: index) ?? (term.has(.number) ? clock(at: index) : nil) }
    if term.has(.weekday), term.range.count > 3 || term.isCapitalised { return weekdayFirst(at: index) }
    if term.word == .noon || term.word == .midnight { return CalendarReading(end: index + 1, exemption: .time) }
    if term.has([.number, .ordinal]) { return dayBeforeMonth(at: index) ?? clock(at: index) ?? yearInWords(at: index) }
    if term.has([.fraction, .indefinite]) { return clock(at: index) }
    return nil
  }

  // MARK: Figures alone

  /// "2023-07-19", "2023/07/19", "19/07/2023", "19.07.2023", "14-Nov-2023", "20230719".
  private func numericDate(at index: Int) -> CalendarReading? {
    if let date = dottedDate(at: index) ?? packedDate(at: index) { return date }
    guard isMark(index + 1, 0x2D) || isMark(index + 1, 0x2F), byte(of: index + 1) == byte(of: index + 3),
      let first = integer(index), let second = datePart(index + 2), let third = datePart(index + 4)
    else { return nil }
    let written = [index, index + 2, index + 4]
    if let month = written.lazy.compactMap({ [terms] at in terms[at].isWord ? Lexicon.months[terms[at].key] : nil })
      .first
    {
      var date = PartialDate(month: month)
      for at in written {
        if let year = year(at: at) { date.year = year } else if let day = day(at: at) { date.day = day }
      }
      return CalendarReading(end: index + 5, exemption: .date, date: date)
    }
    if terms[index].range.count == 4, (1...12).contains(second), (1...31).contains(third) {
      return CalendarReading(
        end: index + 5, exemption: .date, date: PartialDate(year: first, month: second, day: third))
    }
    if terms[index + 4].range.count == 4 || terms[index + 4].range.count == 2, first <= 31, second <= 31 {
      return CalendarReading(end: index + 5, exemption: .date)
    }
    return nil
  }

  private func datePart(_ index: Int) -> Int? {
    if let value = integer(index) { return value }
    return terms[index].isWord && !terms[index].hasSpaceBefore ? Lexicon.months[terms[index].key] : nil
  }

  /// "19.07.2023": one number with two dots.
  private func dottedDate(at index: Int) -> CalendarReading? {
    guard terms[index].range.count >= 8 else { return nil }
    let parts = string(terms[index].range).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4, let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2]), (1...31).contains(day), (1...12).contains(month)
    else { return nil }
    return CalendarReading(
      end: index + 1, exemption: .date, date: PartialDate(year: year, month: month, day: day))
  }

  /// "20230719".
  private func packedDate(at index: Int) -> CalendarReading? {
    guard terms[index].range.count == 8, let value = integer(index), (1900..<2100).contains(value / 10_000),
      let date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100),
      !terms[index + 1].tag.isNoun, index == 0 || terms[index - 1].kind != .symbol
    else { return nil }
    return CalendarReading(
      end: index + 1, exemption: .date, date: PartialDate(year: date.year, month: date.month, day: date.day))
  }

  // MARK: Days and months

  /// Day of a month in one or two digits.
  private func day(at index: Int) -> Int? {
    guard let day = integer(index), (1...31).contains(day), terms[index].range.count <= 2 else { return nil }
    return day
  }

  /// A day in digits with or without its ending, or in words: "1st", "the third", "twenty-fourth", "fifteen".
  private func monthDay(at index: Int) -> (day: Int, end: Int)? {
    if let day = day(at: index) { return (day, isOrdinalSuffix(index + 1) ? index + 2 : index + 1) }
    let at = word(index) == .the ? index + 1 : index
    guard terms[at].isWord else { return nil }
    if let day = Self.ordinalDay(terms[at].key) { return (day, at + 1) }
    guard let tens = Lexicon.numbers[terms[at].key], (1...31).contains(tens) else { return nil }
    let rest = isMark(at + 1, 0x2D) ? at + 2 : at + 1
    if tens >= 20, let ones = Self.ordinalDay(terms[rest].key) ?? Lexicon.numbers[terms[rest].key].map({ Int($0) }),
      ones < 10, Int(tens) + ones <= 31
    {
      return (Int(tens) + ones, rest + 1)
    }
    return (Int(tens), at + 1)
  }

  private static func ordinalDay(_ key: UInt64) -> Int? { Lexicon.ordinals[key].flatMap { $0 <= 31 ? Int($0) : nil } }

  /// "on the 17": a day without its month.
  private func dayAlone(at index: Int) -> CalendarReading? {
    guard let day = day(at: index), word(index - 1) == .the, word(index - 2) == .on,
      index + 1 >= terms.count || terms[index + 1].kind == .punctuation
        || terms[index + 1].has([.preposition, .conjunction])
    else { return nil }
    return CalendarReading(end: index + 1, exemption: .date, date: PartialDate(day: day))
  }

  /// A name of a month; in small letters only those that are no other word.
  private func month(at index: Int) -> Int? {
    guard terms[index].isWord, let month = Lexicon.months[terms[index].key] else { return nil }
    return terms[index].isCapitalised || month != 3 && month != 5 ? month : nil
  }

  /// What joins two days: "3-5", "3 to 5", "3 and 4".
  private func joint(_ index: Int) -> Bool {
    if isMark(index, 0x2D) || isDash(index) { return terms[index + 1].kind == .number }
    switch word(index) {
    case .to, .and, .or, .through, .until: return true
    default: return false
    }
  }

  /// "1 July 2023", "1st July", "1st of July", "18 and 19 June", "26 June to 3 July", "the third of April".
  private func dayBeforeMonth(at index: Int) -> CalendarReading? {
    guard let first = monthDay(at: index) else { return nil }
    var at = first.end
    var last: Int?
    if joint(at), let second = monthDay(at: at + 1) {
      last = second.day
      at = second.end
    }
    if word(at) == .of { at += 1 }
    guard let month = month(at: at) else { return nil }
    // "Some 26 may leave", "the third May"; in words only with an ending or the month's capital.
    if terms[index].isWord, !terms[at].isCapitalised, !terms[index].has(.ordinal), last == nil { return nil }
    var date = PartialDate(month: month, day: first.day)
    at += 1
    if let (year, end) = yearBehind(at) {
      date.year = year
      at = end
    }
    return CalendarReading(
      end: spelledHour(behindDate: at), exemption: .date, date: date,
      last: last.map { PartialDate(year: date.year, month: month, day: $0) })
  }

  /// "2023", ", 2023", "in 2020", "nineteen ninety-three" behind a day and a month.
  private func yearBehind(_ index: Int) -> (year: Int, end: Int)? {
    var at = isComma(index) ? index + 1 : index
    if let year = year(at: at) { return (year, at + 1) }
    if at == index, let spelled = spelledYear(at: index) { return spelled }
    let isOf = word(at) == .of
    if word(at) == .in || isOf { at += 1 } else { return nil }
    // "April of 87"
    if isOf, terms[at].range.count == 2, let short = integer(at), short > 31 { return (1900 + short, at + 1) }
    return year(at: at).map { ($0, at + 1) }
  }

  /// "July 1", "July 1, 2023", "July 2023", "July 4-6, 2025", "Aug/3", "January twenty-fourth"; "July" alone is no figure.
  private func monthFirst(at index: Int) -> CalendarReading? {
    guard let month = month(at: index) else { return nil }
    var date = PartialDate(month: month)
    var at = index + 1
    if isMark(at, 0x2E) || isMark(at, 0x2F) || isMark(at, 0x2D), !terms[at].hasSpaceBefore { at += 1 }
    if let year = year(at: at) ?? (isComma(at) ? year(at: at + 1) : nil) {
      date.year = year
      return CalendarReading(end: isComma(at) ? at + 2 : at + 1, exemption: .date, date: date)
    }
    if let (year, end) = yearBehind(at), word(at) != .in {
      date.year = year
      return CalendarReading(end: end, exemption: .date, date: date)
    }
    guard let first = monthDay(at: at),
      terms[at].kind == .number || isOrdinalDay(at, first.end)
        || terms[index].isCapitalised && !terms[first.end].tag.isNoun
    else { return nil }
    // "In July 31 barges sank": a count, no day.
    if terms[at].kind == .number, first.end == at + 1, countsBehind(first.end, in: index) { return nil }
    date.day = first.day
    var end = first.end
    var last: PartialDate?
    // "July 13 to 17", "May 3 and 4", "June twenty-eighth to the second"
    if joint(end), let second = monthDay(at: end + 1), terms[end + 1].kind == .number || word(end + 1) == .the,
      second.end >= terms.count || isClosed(end) && first.day < second.day
        || !terms[second.end].tag.isNoun && terms[second.end].kind != .symbol
    {
      last = PartialDate(month: month, day: second.day)
      end = second.end
    }
    if let (year, next) = yearBehind(end) {
      date.year = year
      end = next
    }
    last?.year = date.year
    return CalendarReading(end: spelledHour(behindDate: end), exemption: .date, date: date, last: last)
  }

  /// A dash close between two numbers: "the May 25–27 survey" runs over three days, "in May 25 to 27 barges" does not.
  private func isClosed(_ joint: Int) -> Bool {
    (isDash(joint) || isMark(joint, 0x2D)) && !terms[joint].hasSpaceBefore && !terms[joint + 1].hasSpaceBefore
  }

  private func isOrdinalDay(_ index: Int, _ end: Int) -> Bool {
    terms[end - 1].has(.ordinal) && terms[index].word != .second
  }

  private func countsBehind(_ next: Int, in month: Int) -> Bool {
    word(month - 1) == .in && terms[next].tag == .pluralNoun || !terms[month].isCapitalised && terms[next].tag.isNoun
  }

  /// "Monday, January 7", "Friday 7.6", "Monday 21", "Wednesday the thirty-first": one date.
  private func weekdayFirst(at index: Int) -> CalendarReading? {
    let next = isComma(index + 1) ? index + 2 : index + 1
    guard next < terms.count, let weekday = Lexicon.weekdays[terms[index].key] else { return nil }
    if terms[next].has(.month) || terms[next].kind == .number, var rest = calendar(at: next), rest.exemption == .date,
      rest.date.day != nil
    {
      rest.date.weekday = weekday
      return rest
    }
    guard next == index + 1 else { return nil }
    let date = PartialDate(weekday: weekday)
    if word(next) == .the, let day = monthDay(at: next),
      isOrdinalDay(next + 1, day.end) || isOrdinalSuffix(day.end - 1),
      !terms[day.end].tag.isNoun
    {
      return CalendarReading(end: day.end, exemption: .date, date: date)
    }
    // "On Monday 21 barges sank" counts; "on Monday 21" and "Friday 7.6" do not.
    let end = next + 1
    guard terms[next].kind == .number, day(at: next) != nil || isDayAndMonth(next),
      end >= terms.count || terms[end].kind == .punctuation && !isMark(end, 0x3A) && !isMark(end, 0x2D)
        || terms[end].has(.preposition)
    else { return nil }
    return CalendarReading(end: end, exemption: .date, date: date)
  }

  /// "7.6": a day and a month with a dot.
  private func isDayAndMonth(_ index: Int) -> Bool {
    let parts = string(terms[index].range).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]) else { return false }
    return (1...31).contains(day) && (1...12).contains(month)
  }

  // MARK: Digits

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

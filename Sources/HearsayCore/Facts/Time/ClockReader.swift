import ProseText

// Times of day, in figures and in words.
extension Passage {
  /// "10 a.m.", "3.40 a.m.", "14:30", "3pm", "1700 UTC", "0900", "5 in the morning", "from 9 to 11 a.m.".
  func clock(at index: Int) -> CalendarReading? {
    if terms[index].has([.fraction, .indefinite]) { return partOfHour(at: index) }
    guard let end = hour(at: index) else { return spelledClock(at: index) ?? pastHour(index) }
    if let past = pastHour(index) { return past }
    if let closed = closedClock(index, end) { return time(closed) }
    // "6 and 8 last evening", "9 to 11 a.m.", "1:30-3 p.m."
    var second = end
    if word(end) == .to || word(end) == .and || isMark(end, 0x2D) || isDash(end) { second += 1 }
    if second > end, isHour(index) {
      if let last = hour(at: second) ?? hourWord(second) {
        if let closed = closedClock(second, last) { return time(closed) }
        if isSpanOfHours(index, second, last) { return time(last) }
      }
    }
    if word(end) == .noon { return time(end + 1) }
    return end > index + 1 || isMilitaryHour(index, end) || isHourOfDay(index, end) ? time(end) : nil
  }

  private func hourWord(_ index: Int) -> Int? {
    Lexicon.numbers[terms[index].key].flatMap { (1...12).contains($0) ? index + 1 : nil }
  }

  /// "10 past 9", "twenty past seven in the evening".
  private func pastHour(_ index: Int) -> CalendarReading? {
    guard word(index + 1) == .past, let minutes = number(at: index), minutes.end == index + 1, minutes.low < 60,
      let hour = number(at: index + 2), (1...24).contains(hour.low), !terms[hour.end].tag.isNoun || isOClock(hour.end)
    else { return nil }
    return time(isOClock(hour.end) ? hour.end + 1 : hour.end)
  }

  private func isOClock(_ index: Int) -> Bool { Self.oClock.contains(terms[index].key) }

  /// "open from 10 to 4 on Friday", "Monday 6-8": two hours that count nothing, and a day near them.
  private func isSpanOfHours(_ index: Int, _ second: Int, _ end: Int) -> Bool {
    guard isHour(second) || terms[second].isWord, closesHour(end), hasDay(near: index, end) else { return false }
    switch word(index - 1) {
    case .between: return true
    case .from: return !(max(0, index - 6)..<index).contains { Self.changes.contains(terms[$0].key) }
    default: return has(index - 1, .weekday) || has(end, .weekday) || word(end) == .next || isPartOfDayNoun(index - 1)
    }
  }

  private func isPartOfDayNoun(_ index: Int) -> Bool { Self.partsOfDay.contains(terms[index].key) }

  private func closesHour(_ end: Int) -> Bool {
    end >= terms.count || terms[end].kind == .punctuation || terms[end].has([.preposition, .conjunction, .weekday])
      || isDayWord(end) || word(end) == .next
  }

  private func isDayWord(_ index: Int) -> Bool {
    switch word(index) {
    case .today, .tomorrow, .tonight, .yesterday: true
    default:
      has(index, .weekday) && (terms[index].range.count > 3 || terms[index].isCapitalised)
        || terms[index].key == Self.saturday && terms[index].isCapitalised
    }
  }

  private func hasDay(near index: Int, _ end: Int) -> Bool {
    (max(0, index - 6)..<min(terms.count, end + 4)).contains { at in
      isDayWord(at) || isPartOfDayNoun(at)
        || terms[at].kind == .number && (isMark(at + 1, 0x2F) && isMark(at + 3, 0x2F) || isMark(at + 1, 0x3A))
    }
  }

  /// What goes from one amount to another.
  private static let changes = foldedKeys(
    "rose fell grew cut dropped increased decreased reduced raised slipped climbed jumped went down up improved shrank")

  private func time(_ end: Int) -> CalendarReading { CalendarReading(end: end, exemption: .time) }

  /// One past the digits of an hour and its minutes.
  private func hour(at index: Int) -> Int? {
    guard index < terms.count, terms[index].kind == .number else { return nil }
    var end = index + 1
    while isMark(end, 0x3A), terms[end + 1].kind == .number, !terms[end + 1].hasSpaceBefore { end += 2 }
    guard end > index + 1 else {
      // "2.1 pm" and "2.123 am" are lengths: minutes have two digits.
      if let number = number(at: index), number.decimals > 0, number.decimals != 2 { return nil }
      return end
    }
    guard let hour = integer(index), hour < 25 || end > index + 3 else { return nil }
    return end
  }

  private func isHour(_ index: Int) -> Bool { terms[index].range.count <= 5 && (number(at: index)?.low ?? 99) < 25 }

  /// One past the words that make a number a time: "a.m.", "p m", "o'clock", "UTC", "in the morning", "hours" behind four digits.
  private func closedClock(_ index: Int, _ end: Int) -> Int? {
    var at = end
    // "9.am"
    if isMark(at, 0x2E), !terms[at].hasSpaceBefore, !terms[at + 1].hasSpaceBefore { at += 1 }
    switch word(at) {
    case .amDotted, .pmDotted, .pm, .utc, .gmt: return at + 1
    case .am where at == end || !terms[at].hasSpaceBefore: return at + 1
    default: break
    }
    guard at == end, end < terms.count else { return nil }
    let key = terms[end].key
    if Self.zones.contains(key), isHour(index) { return end + 1 }
    if Self.oClock.contains(key) { return end + 1 }
    if Self.halves.contains(key), terms[end + 1].key == Self.letterM, isHour(index) { return end + 2 }
    if Self.hours.contains(key), terms[index].range.count == 4, let value = integer(index), isClockFace(value) {
      return end + 1
    }
    return isHour(index) && isPartOfDay(end) ? end : nil
  }

  /// "in the morning", "last night", "this evening", "at night".
  private func isPartOfDay(_ index: Int) -> Bool {
    switch word(index) {
    case .in where word(index + 1) == .the: Self.partsOfDay.contains(terms[index + 2].key)
    case .at, .last, .this: Self.partsOfDay.contains(terms[index + 1].key)
    default: false
    }
  }

  private func isClockFace(_ value: Int) -> Bool { value / 100 < 25 && value % 100 < 60 }

  /// "0900", "0900-1700": four digits that open with a nought.
  private func isMilitaryHour(_ index: Int, _ end: Int) -> Bool {
    guard terms[index].range.count == 4, byte(of: index) == 0x30, let value = integer(index), isClockFace(value) else {
      return false
    }
    return end >= terms.count || !terms[end].tag.isNoun
  }

  /// "on Friday at 5", "last night at 8", "Thursdays at 17.30": nothing is counted, and a day stands before.
  private func isHourOfDay(_ index: Int, _ end: Int) -> Bool {
    guard word(index - 1) == .at || word(index - 1) == .around && !has(index - 2, [.auxiliary]), isHour(index) else {
      return false
    }
    let isZoned = terms[end].isCapitalised && word(end + 1) == .time
    guard closesHour(end) || isZoned, integer(index) != nil || terms[index].range.count >= 4 else { return false }
    return (max(0, index - 5)..<index - 1).contains { at in
      isDayWord(at) || isPartOfDayNoun(at)
        || terms[at].has(.timeUnit) && (word(at - 1) == .next || word(at - 1) == .last || word(at - 1) == .this)
    }
  }

  // MARK: In words

  /// "nine o'clock", "one thirty p.m.", "ten in the morning".
  private func spelledClock(at index: Int) -> CalendarReading? {
    guard let hour = Lexicon.numbers[terms[index].key], (1...12).contains(hour) else { return nil }
    var end = index + 1
    if let minutes = Lexicon.numbers[terms[end].key], minutes >= 5 {
      end = number(at: end)?.end ?? end + 1
    }
    switch word(end) {
    case .amDotted, .pmDotted, .pm, .am: return time(end + 1)
    default: break
    }
    let key = terms[end].key
    if Self.oClock.contains(key) { return time(end + 1) }
    if Self.halves.contains(key), terms[end + 1].key == Self.letterM { return time(end + 2) }
    if end > index + 1 || isMark(index + 1, 0x2D) {
      // "from two thirty to six thirty", "at five-thirty"
      let minutes = isMark(index + 1, 0x2D) ? index + 2 : index + 1
      let last = number(at: minutes)
      if let last, last.isSpelled, (10..<60).contains(last.low), !terms[last.end].tag.isNoun, !has(last.end, .scale) {
        switch word(index - 1) {
        case .at, .from, .to, .until, .around: return time(last.end)
        default: break
        }
      }
    }
    if isPartOfDay(end), word(index - 1) == .at || word(index - 1) == .around || word(index - 1) == .about {
      return time(end)
    }
    return nil
  }

  /// "half past five", "a quarter before 7 a.m.".
  private func partOfHour(at index: Int) -> CalendarReading? {
    let at = terms[index].has(.indefinite) ? index + 1 : index
    guard terms[at].word == .half || terms[at].key == Self.quarter else { return nil }
    switch word(at + 1) {
    case .past, .to, .before, .after:
      if let closed = clock(at: at + 2), terms[at + 2].kind == .number || terms[at + 2].has(.number) {
        return time(closed.end)
      }
      guard word(at + 1) == .past, let hour = number(at: at + 2), hour.low <= 12 else { return nil }
      return time(hour.end)
    default: return nil
    }
  }

  /// "in nineteen ninety-six", "since two thousand and fifteen".
  func yearInWords(at index: Int) -> CalendarReading? {
    switch word(index - 1) {
    case .in, .since, .until, .by, .of: break
    default: return nil
    }
    guard let spelled = spelledYear(at: index), !terms[spelled.end].tag.isNoun, !terms[spelled.end].tag.isAdjective,
      terms[spelled.end].kind != .symbol, !has(spelled.end, [.measureUnit, .scale])
    else { return nil }
    return CalendarReading(end: spelled.end, exemption: .year, date: PartialDate(year: spelled.year))
  }

  /// One past an hour and minutes in words that follow a day: "March eighteenth nine thirty".
  func spelledHour(behindDate index: Int) -> Int {
    if let clock = spelledClock(at: index) { return clock.end }
    guard let hour = Lexicon.numbers[terms[index].key], (1...12).contains(hour),
      let minutes = Lexicon.numbers[terms[index + 1].key], minutes >= 10, let end = number(at: index + 1)?.end,
      end >= terms.count || !terms[end].tag.isNoun
    else { return index }
    return end
  }

  private static let oClock = WordKeys(["o'clock", "oclock"])
  private static let hours = WordKeys(["hours", "hrs", "h"])
  private static let zones = foldedKeys("pst pdt est edt cst cdt mst mdt bst cet cest ist jst aest msk")
  private static let halves = WordKeys(["a", "p"])
  private static let letterM = foldedKey("m")
  private static let quarter = foldedKey("quarter")
  private static let saturday = foldedKey("sat")
  private static let partsOfDay = WordKeys([
    "morning", "afternoon", "evening", "night", "mornings", "afternoons", "evenings",
  ])
}

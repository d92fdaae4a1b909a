import ProseText

extension Passage {
  /// Every expression of a period in a sentence, in order.
  func windows(in sentence: Sentence) -> [WindowExpression] {
    var result: [WindowExpression] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      if let (expression, end) = window(at: index) {
        result.append(expression)
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    return result
  }

  private func window(at index: Int) -> (WindowExpression, Int)? {
    switch terms[index].word {
    case .since: since(at: index)
    case .in, .during, .on: within(at: index)
    case .this, .last, .past, .next: relative(at: index)
    case .a, .an, .per, .each, .every: rate(at: index)
    case .between, .from: between(at: index)
    case .over, .for: length(at: index)
    case .today, .yesterday, .tonight, .tomorrow:
      expression(
        index..<index + 1,
        .relative(days: 1, shift: terms[index].word == .yesterday ? -1 : terms[index].word == .tomorrow ? 1 : 0))
    default: adverb(at: index)
    }
  }

  private func expression(_ range: Range<Int>, _ period: WindowExpression.Period) -> (WindowExpression, Int) {
    (WindowExpression(range: self.range(range), period: period), range.upperBound)
  }

  /// A date, month, year or weekday.
  private func partialDate(at index: Int) -> (PartialDate, Int)? {
    guard index < terms.count else { return nil }
    if let reading = calendar(at: index), reading.exemption == .date || reading.exemption == .year,
      reading.date != PartialDate()
    {
      return (reading.date, reading.end)
    }
    guard terms[index].isCapitalised, terms[index].range.count >= 3 else { return nil }
    if let month = Lexicon.months[terms[index].key] { return (PartialDate(month: month), index + 1) }
    if let weekday = Lexicon.weekdays[terms[index].key] { return (PartialDate(weekday: weekday), index + 1) }
    return nil
  }

  private func since(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    if word(at) == .last || word(at) == .early || word(at) == .late || word(at) == .mid { at += 1 }
    guard let (date, end) = partialDate(at: at) else { return nil }
    return expression(index..<end, .since(date))
  }

  private func within(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    if word(at) == .the, word(at + 1) == .past || word(at + 1) == .last { return length(at: index) }
    if word(at) == .early || word(at) == .late || word(at) == .mid { at += 1 }
    guard let (date, end) = partialDate(at: at) else { return nil }
    return expression(index..<end, .within(date))
  }

  private func relative(at index: Int) -> (WindowExpression, Int)? {
    let shift = terms[index].word == .this ? 0 : terms[index].word == .next ? 1 : -1
    let next = index + 1
    guard next < terms.count else { return nil }
    switch terms[next].word {
    case .day, .morning, .afternoon, .evening, .night:
      return expression(index..<next + 1, .relative(days: 1, shift: shift))
    case .week: return expression(index..<next + 1, .relative(days: 7, shift: shift))
    case .month: return expression(index..<next + 1, .relative(days: 30, shift: shift))
    case .year: return expression(index..<next + 1, .relative(days: 365, shift: shift))
    default: break
    }
    if let (date, end) = partialDate(at: next) { return expression(index..<end, .within(date)) }
    return nil
  }

  private static let earlier = foldedKey("earlier")

  private func rate(at index: Int) -> (WindowExpression, Int)? {
    let next = index + 1
    guard next < terms.count, terms[next].has(.timeUnit), terms[next].tag != .pluralNoun,
      let days = Lexicon.timeUnits[terms[next].key], index > 0
    else { return nil }
    // "for a year", "in a week" say how long, not how often.
    if terms[index].has(.indefinite), terms[index - 1].has([.preposition, .adverb, .be]), terms[index - 1].word != .than
    {
      return nil
    }
    // "a year before" is a day in the past, no rate.
    switch word(next + 1) {
    case .ago, .later, .before, .after, .old: return nil
    default: if terms[next + 1].key == Self.earlier { return nil }
    }
    return expression(index..<next + 1, .rate(days: days))
  }

  private func between(at index: Int) -> (WindowExpression, Int)? {
    guard let (first, middle) = partialDate(at: index + 1) else { return nil }
    switch word(middle) {
    case .and, .to, .until: break
    default: return nil
    }
    guard let (second, end) = partialDate(at: middle + 1) else { return nil }
    return expression(index..<end, .between(first, second))
  }

  private func length(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    if word(at) == .the { at += 1 }
    if word(at) == .past || word(at) == .last || word(at) == .next { at += 1 }
    var count = 1.0
    if at < terms.count, let number = number(at: at) {
      count = number.low
      at = number.end
    }
    guard at < terms.count, terms[at].has(.timeUnit), let days = Lexicon.timeUnits[terms[at].key] else { return nil }
    return expression(index..<at + 1, .length(days: days * count))
  }

  private static let adverbs: [UInt64: Double] = [
    foldedKey("daily"): 1, foldedKey("weekly"): 7, foldedKey("monthly"): 30.4375, foldedKey("annually"): 365.25,
    foldedKey("yearly"): 365.25, foldedKey("hourly"): 1 / 24,
  ]

  private func adverb(at index: Int) -> (WindowExpression, Int)? {
    guard terms[index].isWord, terms[index].word == .unknown, let days = Self.adverbs[terms[index].key] else {
      return nil
    }
    return expression(index..<index + 1, .rate(days: days))
  }
}

extension PartialDate {
  /// The first day meant, seen from `today`: the latest one not after it where the year is not said.
  func firstDay(asOf today: CalendarDate) -> CalendarDate? {
    if let weekday {
      guard day == nil else { return exact(asOf: today) }
      let back = (today.weekday - weekday + 7) % 7
      return CalendarDate(dayNumber: today.dayNumber - (back == 0 ? 7 : back))
    }
    return exact(asOf: today)
  }

  private func exact(asOf today: CalendarDate) -> CalendarDate? {
    let month = month ?? 1
    let day = day ?? 1
    if let year { return CalendarDate(year: year, month: month, day: day) }
    guard self.month != nil, let date = CalendarDate(year: today.year, month: month, day: day) else { return nil }
    return date <= today ? date : CalendarDate(year: today.year - 1, month: month, day: day)
  }

  /// The last day meant.
  func lastDay(asOf today: CalendarDate) -> CalendarDate? {
    guard let first = firstDay(asOf: today) else { return nil }
    if day != nil || weekday != nil { return first }
    if month != nil {
      return CalendarDate(
        year: first.year, month: first.month, day: CalendarDate.length(of: first.month, in: first.year))
    }
    return CalendarDate(year: first.year, month: 12, day: 31)
  }
}

extension WindowExpression {
  /// First and last day, as far as the draft's date lets them be known.
  func days(asOf today: CalendarDate?) -> (from: CalendarDate?, to: CalendarDate?) {
    guard let today else {
      if case .within(let date) = period, date.year != nil {
        let anchor = CalendarDate(dayNumber: 0)
        return (date.firstDay(asOf: anchor), date.lastDay(asOf: anchor))
      }
      if case .since(let date) = period, date.year != nil {
        return (date.firstDay(asOf: CalendarDate(dayNumber: 0)), nil)
      }
      return (nil, nil)
    }
    switch period {
    case .since(let date): return (date.firstDay(asOf: today), today)
    case .within(let date): return (date.firstDay(asOf: today), date.lastDay(asOf: today))
    case .between(let first, let second): return (first.firstDay(asOf: today), second.lastDay(asOf: today))
    case .rate, .length: return (nil, nil)
    case .relative(let days, let shift): return relativeDays(days, shift, today)
    }
  }

  private func relativeDays(
    _ days: Int, _ shift: Int, _ today: CalendarDate
  ) -> (from: CalendarDate?, to: CalendarDate?) {
    switch days {
    case 1:
      let day = CalendarDate(dayNumber: today.dayNumber + shift)
      return (day, day)
    case 7:
      let monday = today.dayNumber - today.weekday + 7 * shift
      return (CalendarDate(dayNumber: monday), shift == 0 ? today : CalendarDate(dayNumber: monday + 6))
    case 30:
      let months = today.year * 12 + today.month - 1 + shift
      let (year, month) = (months / 12, months % 12 + 1)
      let last = CalendarDate(year: year, month: month, day: CalendarDate.length(of: month, in: year))
      return (CalendarDate(year: year, month: month, day: 1), shift == 0 ? today : last)
    default:
      let year = today.year + shift
      return (
        CalendarDate(year: year, month: 1, day: 1), shift == 0 ? today : CalendarDate(year: year, month: 12, day: 31)
      )
    }
  }
}

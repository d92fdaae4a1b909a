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
    case .in, .during, .on, .within: within(at: index)
    case .this, .last, .past, .next: relative(at: index)
    case .a, .an, .per, .each, .every: rateWindow(at: index)
    case .between, .from: between(at: index)
    case .over, .for: lengthWindow(at: index)
    case .by, .until, .before: until(at: index)
    case .the: closedPeriod(at: index) ?? yearPart(at: index)
    case .today, .yesterday, .tonight, .tomorrow:
      windowExpression(
        index..<index + 1,
        .relative(days: 1, shift: terms[index].word == .yesterday ? -1 : terms[index].word == .tomorrow ? 1 : 0))
    default: mayOpenWindow(terms[index]) ? yearPart(at: index) ?? toDate(at: index) ?? adverbWindow(at: index) : nil
    }
  }

  /// "Q3", "year to date", "so far this year", "daily": nearly all other words are passed by at a glance.
  @inline(__always)
  private func mayOpenWindow(_ term: Term) -> Bool {
    term.word == .year || term.shape.contains(.hasDigit) || term.key == Self.so || isRate(term)
  }

  func windowExpression(_ range: Range<Int>, _ period: WindowExpression.Period) -> (WindowExpression, Int) {
    (WindowExpression(range: self.range(range), period: period), range.upperBound)
  }

  // MARK: Dates

  /// A date, month, year, weekday or span of them.
  private func partialDate(at index: Int) -> (date: PartialDate, last: PartialDate?, end: Int)? {
    guard index < terms.count else { return nil }
    if let reading = calendar(at: index), reading.exemption == .date || reading.exemption == .year,
      reading.date != PartialDate()
    {
      return (reading.date, reading.last, reading.end)
    }
    guard terms[index].isCapitalised, terms[index].range.count >= 3 else { return nil }
    if let month = Lexicon.months[terms[index].key] { return (PartialDate(month: month), nil, index + 1) }
    if let weekday = Lexicon.weekdays[terms[index].key] { return (PartialDate(weekday: weekday), nil, index + 1) }
    return nil
  }

  /// Behind "the start of", "early", "mid-", "last": where the date itself begins.
  private func afterEdge(_ index: Int) -> Int {
    var at = index
    if word(at) == .the, Self.edges.contains(terms[at + 1].key), word(at + 2) == .of { at += 3 }
    if word(at) == .last || word(at) == .early || word(at) == .late || word(at) == .mid { at += 1 }
    if isMark(at, 0x2D), at > index { at += 1 }
    return at
  }

  private static let edges = WordKeys(["start", "beginning", "end", "middle", "night", "morning"])

  private func since(at index: Int) -> (WindowExpression, Int)? {
    guard let found = partialDate(at: afterEdge(index + 1)) else { return nil }
    return windowExpression(index..<found.end, .since(found.date))
  }

  private func until(at index: Int) -> (WindowExpression, Int)? {
    guard let found = partialDate(at: afterEdge(index + 1)) else { return nil }
    return windowExpression(index..<found.end, .until(found.date))
  }

  private func within(at index: Int) -> (WindowExpression, Int)? {
    if word(index + 1) == .the, word(index + 2) == .past || word(index + 2) == .last { return lengthWindow(at: index) }
    if word(index + 1) == .the {
      let closed = closedPeriod(at: index + 1) ?? yearPart(at: index + 1)
      if let closed { return (WindowExpression(range: range(index..<closed.1), period: closed.0.period), closed.1) }
    }
    // "in the 1990s"
    if word(index) == .in || word(index) == .during, word(index + 1) == .the,
      let decade = calendar(at: index + 2), let last = decade.last
    {
      return windowExpression(index..<decade.end, .between(decade.date, last))
    }
    if word(index) == .within { return lengthWindow(at: index) }
    if let fiscal = fiscalYear(at: index) { return fiscal }
    if let part = yearPart(at: index + 1) {
      return (WindowExpression(range: range(index..<part.1), period: part.0.period), part.1)
    }
    guard let found = partialDate(at: afterEdge(index + 1)) else { return nil }
    if let last = found.last { return windowExpression(index..<found.end, .between(found.date, last)) }
    return windowExpression(index..<found.end, .within(found.date))
  }

  /// "in fiscal 2022", "in the 2022 financial year": each body has a year of its own, so no days are known.
  private func fiscalYear(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    if word(at) == .the { at += 1 }
    if Self.fiscal.contains(terms[at].key) {
      at += word(at + 1) == .year ? 2 : 1
      guard year(at: at) != nil || terms[at].kind == .number else { return nil }
      return windowExpression(index..<at + 1, .length(days: 365))
    }
    guard let reading = calendar(at: at), reading.exemption == .year, Self.fiscal.contains(terms[reading.end].key),
      word(reading.end + 1) == .year
    else { return nil }
    return windowExpression(index..<reading.end + 2, .length(days: 365))
  }

  private static let fiscal = WordKeys(["fiscal", "financial", "fy", "tax", "academic"])

  private func between(at index: Int) -> (WindowExpression, Int)? {
    guard let first = partialDate(at: afterEdge(index + 1)) else { return nil }
    // "from 2019–21"
    if let last = first.last { return windowExpression(index..<first.end, .between(first.date, last)) }
    switch word(first.end) {
    case .and, .to, .until, .through: break
    default: return nil
    }
    guard let second = partialDate(at: afterEdge(first.end + 1)) else { return nil }
    var opening = first.date
    // "between March and May 2023"
    if opening.year == nil, let year = second.date.year, let month = opening.month {
      opening.year = month <= second.date.month ?? 12 ? year : year - 1
    }
    return windowExpression(index..<second.end, .between(opening, second.date))
  }

  // MARK: Seen from the draft's date

  private func relative(at index: Int) -> (WindowExpression, Int)? {
    let shift = terms[index].word == .this ? 0 : terms[index].word == .next ? 1 : -1
    let next = index + 1
    guard next < terms.count else { return nil }
    switch terms[next].word {
    case .day, .morning, .afternoon, .evening, .night:
      return windowExpression(index..<next + 1, .relative(days: 1, shift: shift))
    case .week: return windowExpression(index..<next + 1, .relative(days: 7, shift: shift))
    case .month: return windowExpression(index..<next + 1, .relative(days: 30, shift: shift))
    case .year: return windowExpression(index..<next + 1, .relative(days: 365, shift: shift))
    default: break
    }
    if let found = partialDate(at: next) { return windowExpression(index..<found.end, .within(found.date)) }
    return nil
  }

  /// "so far this year", "year to date", "to date" counts from nobody knows when.
  private func toDate(at index: Int) -> (WindowExpression, Int)? {
    if terms[index].key == Self.so, terms[index + 1].key == Self.far, word(index + 2) == .this,
      let unit = relative(at: index + 2)
    {
      return (WindowExpression(range: range(index..<unit.1), period: unit.0.period), unit.1)
    }
    if word(index) == .year, word(index + 1) == .to, word(index + 2) == .date {
      return windowExpression(index..<index + 3, .yearToDate)
    }
    return nil
  }

  private static let so = foldedKey("so")
  private static let far = foldedKey("far")

  /// "the year to May", "the week ending 4 May", "the 12 months to June 2023".
  private func closedPeriod(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    var count = 1.0
    if let number = number(at: at) {
      count = number.low
      at = number.end
    }
    guard has(at, .timeUnit), let length = Lexicon.timeUnits[terms[at].key], length >= 1, count < 1000 else {
      return nil
    }
    at += 1
    if word(at) == .to || word(at) == .through {
      at += 1
    } else if Self.endings.contains(terms[at].key) {
      at += word(at + 1) == .on || word(at + 1) == .in ? 2 : 1
    } else {
      return nil
    }
    guard let found = partialDate(at: afterEdge(at)) else { return nil }
    let (months, days) = Self.monthsOrDays(length, count)
    return windowExpression(index..<found.end, .ending(found.date, months: months, days: days))
  }

  private static let endings = WordKeys(["ending", "ended"])
}

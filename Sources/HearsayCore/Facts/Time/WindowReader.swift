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
    case .a, .an, .per, .each, .every: rate(at: index)
    case .between, .from: between(at: index)
    case .over, .for: length(at: index)
    case .by, .until, .before: until(at: index)
    case .the: closedPeriod(at: index) ?? part(at: index)
    case .today, .yesterday, .tonight, .tomorrow:
      expression(
        index..<index + 1,
        .relative(days: 1, shift: terms[index].word == .yesterday ? -1 : terms[index].word == .tomorrow ? 1 : 0))
    default: part(at: index) ?? toDate(at: index) ?? adverb(at: index)
    }
  }

  private func expression(_ range: Range<Int>, _ period: WindowExpression.Period) -> (WindowExpression, Int) {
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
    return expression(index..<found.end, .since(found.date))
  }

  private func until(at index: Int) -> (WindowExpression, Int)? {
    guard let found = partialDate(at: afterEdge(index + 1)) else { return nil }
    return expression(index..<found.end, .until(found.date))
  }

  private func within(at index: Int) -> (WindowExpression, Int)? {
    if word(index + 1) == .the, word(index + 2) == .past || word(index + 2) == .last { return length(at: index) }
    if word(index + 1) == .the {
      let closed = closedPeriod(at: index + 1) ?? part(at: index + 1)
      if let closed { return (WindowExpression(range: range(index..<closed.1), period: closed.0.period), closed.1) }
    }
    // "in the 1990s"
    if word(index) == .in || word(index) == .during, word(index + 1) == .the,
      let decade = calendar(at: index + 2), let last = decade.last
    {
      return expression(index..<decade.end, .between(decade.date, last))
    }
    if word(index) == .within { return length(at: index) }
    if let fiscal = fiscalYear(at: index) { return fiscal }
    if let part = part(at: index + 1) {
      return (WindowExpression(range: range(index..<part.1), period: part.0.period), part.1)
    }
    guard let found = partialDate(at: afterEdge(index + 1)) else { return nil }
    if let last = found.last { return expression(index..<found.end, .between(found.date, last)) }
    return expression(index..<found.end, .within(found.date))
  }

  /// "in fiscal 2022", "in the 2022 financial year": each body has a year of its own, so no days are known.
  private func fiscalYear(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    if word(at) == .the { at += 1 }
    if Self.fiscal.contains(terms[at].key) {
      at += word(at + 1) == .year ? 2 : 1
      guard year(at: at) != nil || terms[at].kind == .number else { return nil }
      return expression(index..<at + 1, .length(days: 365))
    }
    guard let reading = calendar(at: at), reading.exemption == .year, Self.fiscal.contains(terms[reading.end].key),
      word(reading.end + 1) == .year
    else { return nil }
    return expression(index..<reading.end + 2, .length(days: 365))
  }

  private static let fiscal = WordKeys(["fiscal", "financial", "fy", "tax", "academic"])

  private func between(at index: Int) -> (WindowExpression, Int)? {
    guard let first = partialDate(at: afterEdge(index + 1)) else { return nil }
    // "from 2019–21"
    if let last = first.last { return expression(index..<first.end, .between(first.date, last)) }
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
    return expression(index..<second.end, .between(opening, second.date))
  }

  // MARK: Parts of a year

  /// "the first half of 2023", "Q3", "Q3 2023", "the third quarter of 2023", "the second quarter".
  private func part(at index: Int) -> (WindowExpression, Int)? {
    if let months = quarter(named: index) {
      let at = word(index + 1) == .of ? index + 2 : index + 1
      let year = year(at: at)
      return expression(index..<(year == nil ? index + 1 : at + 1), span(months, year))
    }
    guard word(index) == .the, let ordinal = Self.ordinals[terms[index + 1].key] else { return nil }
    let months: ClosedRange<Int>
    if terms[index + 2].word == .half, ordinal <= 2 {
      months = ordinal * 6 - 5...ordinal * 6
    } else if terms[index + 2].key == Self.quarterWord, ordinal <= 4 {
      months = ordinal * 3 - 2...ordinal * 3
    } else {
      return nil
    }
    let at = word(index + 3) == .of || word(index + 3) == .in ? index + 4 : index + 3
    if let year = year(at: at) { return expression(index..<at + 1, span(months, year)) }
    // "the first half of the match" is no part of a year.
    guard word(index + 3) != .of || word(index + 4) == .this || word(index + 4) == .last || word(index + 5) == .year
    else { return nil }
    if word(index + 3) == .of, word(index + 4) == .this, word(index + 5) == .year {
      return expression(index..<index + 6, span(months, nil))
    }
    return word(index + 3) == .of ? nil : expression(index..<index + 3, span(months, nil))
  }

  private func span(_ months: ClosedRange<Int>, _ year: Int?) -> WindowExpression.Period {
    .between(PartialDate(year: year, month: months.lowerBound), PartialDate(year: year, month: months.upperBound))
  }

  /// "Q3", "H1".
  private func quarter(named index: Int) -> ClosedRange<Int>? {
    guard terms[index].isCapitalised, terms[index].range.count == 2, terms[index].shape.contains(.hasDigit) else {
      return nil
    }
    let digit = Int(byte(Int(terms[index].start) + 1)) - 0x30
    switch byte(of: index) {
    case 0x51 where (1...4).contains(digit): return digit * 3 - 2...digit * 3
    case 0x48 where (1...2).contains(digit): return digit * 6 - 5...digit * 6
    default: return nil
    }
  }

  private static let ordinals: [UInt64: Int] = [
    foldedKey("first"): 1, foldedKey("second"): 2, foldedKey("third"): 3, foldedKey("fourth"): 4,
  ]
  private static let quarterWord = foldedKey("quarter")

  // MARK: Seen from the draft's date

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
    if let found = partialDate(at: next) { return expression(index..<found.end, .within(found.date)) }
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
      return expression(index..<index + 3, .yearToDate)
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
    let (months, days) = Self.lengths(length, count)
    return expression(index..<found.end, .ending(found.date, months: months, days: days))
  }

  private static let endings = WordKeys(["ending", "ended"])

  /// Whole months where the unit is made of months, else days.
  private static func lengths(_ unit: Double, _ count: Double) -> (months: Int, days: Int) {
    // No calendar goes back further.
    let span = min(unit * count, 3e6)
    return unit >= 30 ? (Int(bounded: span / 30.4375 + 0.5), 0) : (0, Int(bounded: span + 0.5))
  }

  // MARK: Rates and lengths

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

  /// "for two weeks", "over the past three years", "for the last decade".
  private func length(at index: Int) -> (WindowExpression, Int)? {
    var at = index + 1
    if word(at) == .the { at += 1 }
    let isTrailing = word(at) == .past || word(at) == .last
    if isTrailing || word(at) == .next { at += 1 }
    var count = 1.0
    if at < terms.count, let number = number(at: at) {
      count = number.low
      at = number.end
    }
    guard at < terms.count, terms[at].has(.timeUnit), let days = Lexicon.timeUnits[terms[at].key], count < 1000 else {
      return nil
    }
    if isTrailing, days >= 1 {
      let (months, whole) = Self.lengths(days, count)
      return expression(index..<at + 1, .trailing(months: months, days: whole))
    }
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

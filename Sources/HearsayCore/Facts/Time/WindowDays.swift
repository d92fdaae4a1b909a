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

extension CalendarDate {
  /// The same day of an earlier month, or its last where that month is shorter.
  fileprivate func back(months: Int, days: Int) -> CalendarDate? {
    let total = year * 12 + month - 1 - months
    let (year, month) = (total / 12, total % 12 + 1)
    guard total > 0,
      let date = CalendarDate(year: year, month: month, day: min(day, CalendarDate.length(of: month, in: year)))
    else { return nil }
    return CalendarDate(dayNumber: date.dayNumber - days)
  }
}

extension WindowExpression {
  /// First and last day, as far as the draft's date lets them be known.
  func days(asOf today: CalendarDate?) -> (from: CalendarDate?, to: CalendarDate?) {
    guard let today else { return daysWithoutDate() }
    switch period {
    case .since(let date): return (date.firstDay(asOf: today), today)
    case .until(let date): return (nil, date.lastDay(asOf: today))
    // "on Monday" of a draft that is dated on a Monday is the day itself.
    case .within(let date) where date.weekday == today.weekday && date.day == nil: return (today, today)
    case .within(let date): return (date.firstDay(asOf: today), date.lastDay(asOf: today))
    case .between(let first, let second): return between(first, second, today)
    case .ending(let date, let months, let days): return ending(date.lastDay(asOf: today), months, days)
    case .trailing(let months, let days): return (today.back(months: months, days: days), today)
    case .yearToDate: return (CalendarDate(year: today.year, month: 1, day: 1), today)
    case .rate, .length: return (nil, nil)
    case .relative(let days, let shift): return relativeDays(days, shift, today)
    }
  }

  /// What names its year is known without the draft's date.
  private func daysWithoutDate() -> (from: CalendarDate?, to: CalendarDate?) {
    let anchor = CalendarDate(dayNumber: 0)
    switch period {
    case .within(let date) where date.year != nil: return (date.firstDay(asOf: anchor), date.lastDay(asOf: anchor))
    case .since(let date) where date.year != nil: return (date.firstDay(asOf: anchor), nil)
    case .until(let date) where date.year != nil: return (nil, date.lastDay(asOf: anchor))
    case .between(let first, let second) where first.year != nil && second.year != nil:
      return between(first, second, anchor)
    case .ending(let date, let months, let days) where date.year != nil:
      return ending(date.lastDay(asOf: anchor), months, days)
    default: return (nil, nil)
    }
  }

  /// The second day is never before the first: "between November and February" turns the year.
  private func between(
    _ first: PartialDate, _ second: PartialDate, _ today: CalendarDate
  ) -> (from: CalendarDate?, to: CalendarDate?) {
    guard let from = first.firstDay(asOf: today) else { return (nil, nil) }
    var closing = second
    if closing.year == nil, closing.weekday == nil {
      if closing.month == nil { closing.month = from.month }
      closing.year = (closing.month ?? 12) < from.month ? from.year + 1 : from.year
    }
    let to = closing.lastDay(asOf: today)
    return (from, to.map { $0 < from } == true ? nil : to)
  }

  private func ending(_ last: CalendarDate?, _ months: Int, _ days: Int) -> (from: CalendarDate?, to: CalendarDate?) {
    guard let last else { return (nil, nil) }
    // The whole of a month's last day counts back to the first day of a month.
    let isMonthsEnd = last.day == CalendarDate.length(of: last.month, in: last.year)
    guard months > 0 else { return (CalendarDate(dayNumber: last.dayNumber - days + 1), last) }
    guard let before = last.back(months: months, days: 0) else { return (nil, last) }
    let edge =
      isMonthsEnd
      ? CalendarDate(
        year: before.year, month: before.month, day: CalendarDate.length(of: before.month, in: before.year))
      : before
    return (edge.map { CalendarDate(dayNumber: $0.dayNumber + 1) }, last)
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

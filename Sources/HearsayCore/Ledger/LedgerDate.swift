/// A day, month or year as a ledger writes it.
package struct LedgerDate: Sendable, Equatable {
  package var first: CalendarDate
  package var last: CalendarDate

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else and for days that the calendar does not have.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    guard (month ?? 1) >= 1, (month ?? 12) <= 12,
      let first = CalendarDate(year: numbers[0], month: month ?? 1, day: day ?? 1)
    else { return nil }
    let lastMonth = month ?? 12
    let lastDay = day ?? CalendarDate.length(of: lastMonth, in: numbers[0])
    guard let last = CalendarDate(year: numbers[0], month: lastMonth, day: lastDay) else { return nil }
    self.first = first
    self.last = last
  }
}

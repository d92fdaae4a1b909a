/// Whether two ways to name a time can mean one, where the drafts' dates do not tell.
enum TimeExpressions {
  /// "in May" and "in June", "since July" and "since 2004": two times, whatever the year.
  static func differ(_ one: WindowExpression.Period?, _ other: WindowExpression.Period?) -> Bool {
    switch (one, other) {
    case (.within(let left)?, .within(let right)?): differ(left, right)
    case (.since(let left)?, .since(let right)?):
      differ(left, right) || isCoarser(left, right) || isCoarser(right, left)
    case (.until(let left)?, .until(let right)?): differ(left, right)
    default: false
    }
  }

  private static func differ(_ one: PartialDate, _ other: PartialDate) -> Bool {
    func contradict(_ left: Int?, _ right: Int?) -> Bool {
      guard let left, let right else { return false }
      return left != right
    }
    return contradict(one.year, other.year) || contradict(one.month, other.month) || contradict(one.day, other.day)
      || contradict(one.weekday, other.weekday)
  }

  /// "since 2004" beside "since July": the one names a year alone, the other none.
  private static func isCoarser(_ one: PartialDate, _ other: PartialDate) -> Bool {
    one.year != nil && one.month == nil && other.year == nil && other.month != nil
  }
}

import ProseText

/// How often, and for how long: spans that no date begins or ends.
extension Passage {
  private static let earlier = foldedKey("earlier")

  func rateWindow(at index: Int) -> (WindowExpression, Int)? {
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
    return windowExpression(index..<next + 1, .rate(days: days))
  }

  /// "for two weeks", "over the past three years", "for the last decade".
  func lengthWindow(at index: Int) -> (WindowExpression, Int)? {
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
      let (months, whole) = Self.monthsOrDays(days, count)
      return windowExpression(index..<at + 1, .trailing(months: months, days: whole))
    }
    return windowExpression(index..<at + 1, .length(days: days * count))
  }

  private static let adverbs: WordTable<Double> = [
    foldedKey("daily"): 1, foldedKey("weekly"): 7, foldedKey("monthly"): 30.4375, foldedKey("annually"): 365.25,
    foldedKey("yearly"): 365.25, foldedKey("hourly"): 1 / 24,
  ]

  /// "daily"
  func isRate(_ term: Term) -> Bool { term.isWord && term.word == .unknown && Self.adverbs[term.key] != nil }

  func adverbWindow(at index: Int) -> (WindowExpression, Int)? {
    guard isRate(terms[index]), let days = Self.adverbs[terms[index].key] else { return nil }
    return windowExpression(index..<index + 1, .rate(days: days))
  }

  /// Whole months where the unit is made of months, else days.
  static func monthsOrDays(_ unit: Double, _ count: Double) -> (months: Int, days: Int) {
    // No calendar goes back further.
    let span = min(unit * count, 3e6)
    return unit >= 30 ? (Int(bounded: span / 30.4375 + 0.5), 0) : (0, Int(bounded: span + 0.5))
  }
}

import ProseText

// What a sentence says of the time it speaks of and of what it compares with, by its words alone.
extension Passage {
  /// The scope of a sentence.
  func scope(of sentence: Int) -> SentenceScope {
    var found: SentenceScope = []
    let range = sentences[sentence].tokens
    let (baseWords, earlier, tradingWords) = (ChangeWords.baseWords, ChangeWords.earlier, ChangeWords.tradingWords)
    let (yearWords, words) = (Self.yearWords, Self.words)
    let telling = terms.indices(in: range) {
      $0.kind == .number || $0.has([.timeUnit, .month, .weekday]) || words.contains($0.key)
    }
    for index in telling {
      let term = terms[index]
      if baseWords.contains(term.key), term.word != .than || !isApproximating(index) { found.insert(.base) }
      if term.key == earlier, has(index - 1, .timeUnit) { found.insert(.base) }
      if term.word == .since || yearWords.contains(term.key) || year(at: index) != nil { found.insert(.period) }
      if term.has(.timeUnit) {
        found.insert(periodKind(at: index))
      }
      if term.has([.month, .weekday]) && term.isCapitalised || tradingWords.contains(term.key) {
        found.insert(.shortPeriod)
      }
    }
    return found
  }

  /// "more than 300%", "more than doubled": the words blur a number and compare nothing.
  private func isApproximating(_ than: Int) -> Bool {
    let next = terms[than + 1]
    return next.kind == .number || next.kind == .symbol || next.has([.number, .multiple])
      || next.has(.indefinite) && terms[than + 2].has([.scale, .fraction, .timeUnit])
  }

  /// All words that say something of a scope by themselves.
  private static let words = WordKeys.all(
    ChangeWords.baseWords, ChangeWords.tradingWords, yearWords,
    WordKeys(keys: [ChangeWords.earlier, foldedKey("since")]))
  private static let yearWords = foldedKeys(
    "annual annually yearly quarter quarterly season seasonally decade century year-on-year overnight summer winter spring autumn"
  )

  /// "a year" is a rate, "in a year" a length, "a year ago" a base, "this year" a period.
  private func periodKind(at index: Int) -> SentenceScope {
    if isLength(endingAt: index) { return .period }
    if word(index + 1) == .ago || word(index + 1) == .before { return .base }
    switch word(index - 1) {
    case .a, .an, .per, .each, .every: return .rate
    default: return Lexicon.timeUnits[terms[index].key] ?? 0 >= 365 ? .period : .shortPeriod
    }
  }

  /// "over three months", "within days", "in the past week": a length that the change took.
  private func isLength(endingAt index: Int) -> Bool {
    for at in stride(from: index - 1, through: max(0, index - 5), by: -1) {
      switch word(at) {
      case .over, .within, .during, .for, .past, .in, .between: return true
      case .last, .this: return false
      default: break
      }
      if terms[at].kind == .punctuation { return false }
    }
    return false
  }
}

import ProseText

// Votes, seats and delegates that were counted officially: anybody may look them up, unless a poll says so or the count is going on.
extension Passage {
  /// Whether a figure is what somebody got in a contest that is over.
  func isElectionResult(_ quantity: Quantity) -> Bool {
    isCountedVote(quantity) || isPastContest(quantity) || isSeatsUnnamed(quantity) || isReferendum(quantity)
      || isTurnout(quantity)
  }

  /// "Turnout was 67%, down 1.5% of the electorate from the 2017 vote": counted officially, where no poll foresees it.
  private func isTurnout(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent || quantity.kind == .percentagePoints else { return false }
    let sentence = sentences[quantity.sentence].tokens
    let near = max(sentence.lowerBound, quantity.terms.lowerBound - 40)..<quantity.terms.upperBound
    return near.contains { Self.turnout.contains(terms[$0].key) }
      && !near.contains { Self.pollWords.contains(terms[$0].key) || has($0, .modal) && terms[$0].tag == .modal }
  }

  private static let turnout = WordKeys(["turnout"])

  /// "received 41,200 votes (2 percent)", "won 6 percent of the vote in 2009": counted officially, unless a poll says so.
  private func isCountedVote(_ quantity: Quantity) -> Bool {
    let range = sentences[quantity.sentence].tokens
    guard !range.contains(where: { Self.pollWords.contains(terms[$0].key) }) else { return false }
    if quantity.kind == .percent, isShareOfSeats(quantity) { return true }
    let got = range.contains { $0 < quantity.terms.lowerBound && Self.gets.contains(terms[$0].key) }
    guard got else { return false }
    let next = quantity.terms.upperBound
    if quantity.kind == .count, terms[next].key == Self.votesKey { return true }
    guard quantity.kind == .percent else { return false }
    // Of a contest that is going on a share is news.
    let isPast = range.contains { year(at: $0) != nil || isOutcome($0) }
    // "secured a plurality of the vote, at 25.7%"
    if word(quantity.terms.lowerBound - 1) == .at, isComma(quantity.terms.lowerBound - 2),
      Self.voteNouns.contains(terms[quantity.terms.lowerBound - 3].key)
    {
      return true
    }
    if isPast, word(next) == .of {
      // "of the popular vote"
      let noun = word(next + 1) == .the ? next + 2 : next + 1
      if Self.voteNouns.contains(terms[noun].key) || Self.voteNouns.contains(terms[noun + 1].key) { return true }
    }
    // "received 41,200 votes, which was roughly 2 percent"
    if (max(range.lowerBound, quantity.terms.lowerBound - 6)..<quantity.terms.lowerBound).contains(where: {
      terms[$0].key == Self.votesKey && isComma($0 + 1)
    }) {
      return true
    }
    return isMark(quantity.terms.lowerBound - 1, 0x28) && terms[quantity.terms.lowerBound - 2].key == Self.votesKey
  }

  /// "secured 39 delegates", "came in second": the count is over.
  private func isOutcome(_ index: Int) -> Bool {
    terms[index].key == Self.delegates
      || Self.came.contains(terms[index].key) && (index + 1..<index + 4).contains { has($0, .ordinal) }
  }

  private static let delegates = foldedKey("delegates")
  private static let came = WordKeys(["came", "finished", "placed"])

  /// "over 80% of the 40 council seats went to": what a count gave.
  private func isShareOfSeats(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    guard word(next) == .of else { return false }
    return (next + 1..<min(terms.count, next + 8)).contains { index in
      Self.ballotNouns.contains(terms[index].key) && Self.gets.contains(terms[index + 1].key)
        && (next + 1..<index).allSatisfy {
          terms[$0].isWord && !terms[$0].tag.isFiniteVerb || terms[$0].kind == .number
        }
    }
  }

  /// "the second party lost 42", "had the most delegates, with 60": of the seats or votes that the sentence or the one before it names.
  private func isSeatsUnnamed(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    guard quantity.kind == .count, quantity.counted == nil, first > 0, let high = quantity.high, high < 10_000,
      Self.outcomes.contains(terms[first - 1].key)
    else { return false }
    let start = sentences[max(0, quantity.sentence - 1)].tokens.lowerBound
    let end = sentences[quantity.sentence].tokens.upperBound
    let near = max(start, first - 60)..<min(end, first + 12)
    return near.contains { Self.ballotNouns.contains(terms[$0].key) }
      && !near.contains { Self.pollWords.contains(terms[$0].key) }
  }

  /// "In the 2016 election she won 34% of the votes": the count of a contest of a year gone by.
  private func isPastContest(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent || quantity.kind == .count || quantity.kind == .ratio else { return false }
    let sentence = sentences[quantity.sentence].tokens
    let noun = quantity.counted.map { terms[$0].key } ?? 0
    guard Self.ballotNouns.contains(noun) || Self.shares.contains(noun), sentence.count < 80 else { return false }
    if namesDay(of: quantity), !sentence.contains(where: { Self.pollWords.contains(terms[$0].key) }),
      sentence.contains(where: { Self.gets.contains(terms[$0].key) })
    {
      return true
    }
    return sentence.contains { index in
      guard let year = year(at: index), (1800..<2100).contains(year) else { return false }
      return (index + 1..<min(sentence.upperBound, index + 6)).contains { Self.contests.contains(terms[$0].key) }
    }
  }

  /// Whether the sentences about a figure name a contest and the day or year of it.
  private func namesDay(of quantity: Quantity) -> Bool {
    let first = sentences[max(0, quantity.sentence - 3)].tokens.lowerBound
    let near = max(first, quantity.terms.lowerBound - 120)..<sentences[quantity.sentence].tokens.upperBound
    guard near.contains(where: { Self.contests.contains(terms[$0].key) }) else { return false }
    return near.contains { index in
      year(at: index) != nil || has(index, .month) && terms[index].isCapitalised && terms[index + 1].kind == .number
    }
  }

  /// "About 52% of voters voted to leave": a share of those who voted, where the vote is named.
  private func isReferendum(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent || quantity.kind == .count && quantity.hasScale else { return false }
    let sentence = sentences[quantity.sentence].tokens
    guard sentence.count < 80, !sentence.contains(where: { Self.pollWords.contains(terms[$0].key) }),
      let verb = sentence.first(where: { terms[$0].key == Self.voted }), !has(verb - 1, .auxiliary)
    else { return false }
    let first = sentences[max(0, quantity.sentence - 1)].tokens.lowerBound
    return (max(first, sentence.lowerBound - 60)..<sentence.upperBound).contains {
      Self.contests.contains(terms[$0].key)
    }
  }

  private static let voted = foldedKey("voted")
  private static let pollWords = foldedKeys(
    "poll polls polling survey surveys projected projection projections forecast")
  private static let gets = foldedKeys(
    "received receiving receives won winning got took earned earning attained attaining garnered polled secured went with"
  )
  private static let votesKey = foldedKey("votes")
  private static let voteNouns = foldedKeys("vote votes ballots")
  private static let outcomes = foldedKeys(
    "lost won gained kept lose win gain with had received secured securing earned got took winning")
  private static let shares = foldedKeys("vote votes ballots seats delegates")
  private static let contests = foldedKeys(
    "election elections primary primaries caucus caucuses referendum runoff ballot race contest")
}

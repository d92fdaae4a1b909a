import ProseText

// What a court, a chamber, an office or an election wrote down where anybody may look.
extension Passage {
  /// "received 41,200 votes (2 percent)", "won 6 percent of the vote in 2009": counted officially, unless a poll says so.
  private func isElectionResult(_ quantity: Quantity) -> Bool {
    let range = sentences[quantity.sentence].tokens
    guard !range.contains(where: { Self.pollWords.contains(terms[$0].key) }) else { return false }
    if quantity.kind == .percent, isShareOfSeats(quantity) { return true }
    let got = range.contains { $0 < quantity.terms.lowerBound && Self.gets.contains(terms[$0].key) }
    guard got else { return false }
    let next = quantity.terms.upperBound
    if quantity.kind == .count, terms[next].key == Self.votesKey { return true }
    guard quantity.kind == .percent else { return false }
    // Of a contest that is going on a share is news.
    let isPast = range.contains { year(at: $0) != nil }
    if isPast, word(next) == .of, Self.voteNouns.contains(terms[word(next + 1) == .the ? next + 2 : next + 1].key) {
      return true
    }
    return isMark(quantity.terms.lowerBound - 1, 0x28) && terms[quantity.terms.lowerBound - 2].key == Self.votesKey
  }

  /// "over 80% of the 40 council seats went to": what a count gave.
  private func isShareOfSeats(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    guard word(next) == .of else { return false }
    return (next + 1..<min(terms.count, next + 8)).contains { index in
      Self.ballots.contains(terms[index].key) && Self.gets.contains(terms[index + 1].key)
        && (next + 1..<index).allSatisfy {
          terms[$0].isWord && !terms[$0].tag.isFiniteVerb || terms[$0].kind == .number
        }
    }
  }

  /// Votes and seats of a chamber, parties to a treaty, charges and fines before a court: written down where anybody may look.
  func isPublicRecord(_ quantity: Quantity) -> Bool {
    if isElectionResult(quantity) || isContractTerm(quantity) || isPastContest(quantity) || isOfficialFee(quantity)
      || isSeatsUnnamed(quantity)
    {
      return true
    }
    guard quantity.kind == .count || quantity.kind == .currency || quantity.kind == .ratio else { return false }
    let clause = clause(of: quantity)
    let noun = quantity.counted.map { terms[$0].key } ?? 0
    if let high = quantity.high, high < 10_000, quantity.kind == .count {
      if Self.mandates.contains(noun) { return true }
      // "41 pledged delegates"
      let next = quantity.terms.upperBound
      if quantity.counted == nil, terms[next].tag == .pastParticiple || terms[next].tag == .pastVerb,
        Self.mandates.contains(terms[next + 1].key)
      {
        return true
      }
    }
    if let high = quantity.high, high < 1000, quantity.kind == .count {
      // "a majority of 170"
      if word(quantity.terms.lowerBound - 1) == .of, word(quantity.terms.lowerBound - 2) == .majority { return true }
      if Self.ballots.contains(noun) { return true }
      // "235 Democrats" of a chamber
      if let counted = quantity.counted, terms[counted].tag == .pluralProperNoun || Self.parties.contains(noun),
        sentences[quantity.sentence].tokens.contains(where: { Self.chambers.contains(terms[$0].key) })
      {
        return true
      }
      // "nine men were jailed", "found two officers guilty", "six were charged with theft"
      if clause.contains(where: { index in
        Self.verdicts.contains(terms[index].key) || terms[index].key == Self.charged && word(index + 1) == .with
      }) {
        return true
      }
      // "secured pluralities in ten states", "the primaries include 14 states"
      if Self.constituencies.contains(noun), clause.contains(where: { Self.carried.contains(terms[$0].key) }) {
        return true
      }
      if Self.parties.contains(noun), clause.contains(where: { Self.acts.contains(terms[$0].key) }) { return true }
    }
    return Self.charges.contains(noun)
      || quantity.kind == .currency && clause.contains(where: { Self.sentences.contains(terms[$0].key) })
  }

  /// "a contract to sell two million barrels": what named parties signed says it itself.
  private func isContractTerm(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure || quantity.kind == .count else { return false }
    let first = quantity.terms.lowerBound
    let start = max(sentences[quantity.sentence].tokens.lowerBound, first - 12)
    guard let contract = (start..<first).first(where: { Self.contracts.contains(terms[$0].key) }) else { return false }
    return (contract..<first).contains { Self.trades.contains(terms[$0].key) }
      && (sentences[quantity.sentence].tokens.lowerBound..<contract).contains {
        terms[$0].isName && isInsideSentence($0)
      }
  }

  /// "the second party lost 42": of the seats that the sentence or the one before it counts.
  private func isSeatsUnnamed(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    guard quantity.kind == .count, quantity.counted == nil, first > 0, Self.outcomes.contains(terms[first - 1].key)
    else {
      return false
    }
    let start = sentences[max(0, quantity.sentence - 1)].tokens.lowerBound
    return (max(start, first - 60)..<min(terms.count, first + 12)).contains { index in
      Self.ballots.contains(terms[index].key) && index > 0 && terms[index - 1].kind == .number
    }
  }

  /// "In the 2016 election she won 34% of the votes": the count of a contest of a year gone by.
  private func isPastContest(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent || quantity.kind == .count || quantity.kind == .ratio else { return false }
    let sentence = sentences[quantity.sentence].tokens
    let noun = quantity.counted.map { terms[$0].key } ?? 0
    guard Self.ballots.contains(noun) || Self.shares.contains(noun), sentence.count < 80 else { return false }
    return sentence.contains { index in
      guard let year = year(at: index), (1800..<2100).contains(year) else { return false }
      return (index + 1..<min(sentence.upperBound, index + 6)).contains { Self.contests.contains(terms[$0].key) }
    }
  }

  /// "applying for a licence costs $725": a fee that an office sets.
  private func isOfficialFee(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .currency, !quantity.hasScale, quantity.high.map({ $0 < 100_000 }) == true else {
      return false
    }
    var verb = quantity.terms.lowerBound - 1
    while verb > 0, terms[verb].has(.approximator) { verb -= 1 }
    guard verb > 0, Self.costs.contains(terms[verb].key) || terms[verb].has(.be) else { return false }
    let start = max(sentences[quantity.sentence].tokens.lowerBound, verb - 8)
    var first = start
    for index in start..<verb where isComma(index) { first = index + 1 }
    if (first..<verb).contains(where: { Self.applying.contains(terms[$0].key) }) { return true }
    return terms[verb].has(.be) ? false : Self.papers.contains(terms[verb - 1].key)
  }

  private static let pollWords = foldedKeys(
    "poll polls polling survey surveys projected projection projections forecast")
  private static let gets = foldedKeys(
    "received receiving receives won winning got took earned garnered polled secured went with")
  private static let votesKey = foldedKey("votes")
  private static let voteNouns = foldedKeys("vote votes ballots")
  private static let ballots = foldedKeys("votes seats delegates electors abstentions mps")
  private static let parties = foldedKeys(
    "states nations countries members democrats republicans lawmakers mps senators")
  private static let mandates = foldedKeys("delegates electors")
  private static let constituencies = foldedKeys("states districts constituencies counties cantons provinces")
  private static let carried = foldedKeys(
    "won win wins secured carried carries plurality pluralities includes include comprise comprises holding")
  private static let contracts = foldedKeys("contract agreement letter memorandum deal accord")
  private static let trades = foldedKeys(
    "sell selling buy buying supply supplying purchase purchasing deliver delivering lease leasing export exporting import importing"
  )
  private static let outcomes = foldedKeys("lost won gained kept lose win gain")
  private static let shares = foldedKeys("vote votes ballots seats delegates")
  private static let contests = foldedKeys(
    "election elections primary primaries caucus caucuses referendum runoff ballot race contest")
  private static let costs = foldedKeys("costs cost")
  private static let applying = foldedKeys("application applications applying registration")
  private static let papers = foldedKeys(
    "licence license visa permit passport licences licenses visas permits passports")
  private static let acts = foldedKeys(
    "signed ratified filed joined voted sued approved acceded withdrew defected signatories elected opposed backed")
  private static let chambers = foldedKeys(
    "congress parliament senate house assembly chamber council legislature bundestag duma")
  private static let verdicts = foldedKeys(
    "jailed jails jailing sentenced convicted acquitted guilty guilt pleaded indicted extradited pardoned")
  private static let charged = foldedKey("charged")
  private static let charges = foldedKeys("counts charges crimes offences offenses felonies indictments")
  private static let sentences = foldedKeys("sentenced fined fine fines ordered bail bond restitution compensation")

}

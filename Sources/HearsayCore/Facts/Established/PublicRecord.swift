import ProseText

// What a court, a chamber, an office or an election wrote down where anybody may look.
extension Passage {
  /// Votes and seats of a chamber, parties to a treaty, charges and fines before a court: written down where anybody may look.
  func isPublicRecord(_ quantity: Quantity) -> Bool {
    if isElectionResult(quantity) || isContractTerm(quantity) || isOfficialFee(quantity) {
      return true
    }
    guard quantity.kind == .count || quantity.kind == .currency || quantity.kind == .ratio else { return false }
    let clause = clause(of: quantity)
    let noun = quantity.counted.map { terms[$0].key } ?? 0
    if let high = quantity.high, high < 10_000, quantity.kind == .count {
      if Self.mandates.contains(noun) { return true }
      // "brings her delegate total to 86"
      if quantity.counted == nil,
        (max(0, quantity.terms.lowerBound - 4)..<quantity.terms.lowerBound).contains(where: {
          terms[$0].key == Self.delegate && Self.tallies.contains(terms[$0 + 1].key)
        })
          || word(quantity.terms.lowerBound - 1) == .of
            && Self.tallies.contains(terms[quantity.terms.lowerBound - 2].key)
            && sentences[quantity.sentence].tokens.contains(where: { Self.mandates.contains(terms[$0].key) })
      {
        return true
      }
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
      if Self.ballotNouns.contains(noun) { return true }
      // "235 Democrats" of a chamber
      if let counted = quantity.counted,
        terms[counted].tag == .pluralProperNoun || terms[counted].shape.contains(.capitalised)
          || Self.parties.contains(noun),
        sentences[quantity.sentence].tokens.contains(where: {
          Self.chambers.contains(terms[$0].key) || Self.motions.contains(terms[$0].key)
        })
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
      // "54 have signed, 27 have ratified"
      if quantity.counted == nil, has(quantity.terms.upperBound, .auxiliary),
        Self.treaties.contains(terms[quantity.terms.upperBound + 1].key)
      {
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

  /// "applying for a licence costs $725": a fee that an office sets.
  private func isOfficialFee(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .currency, !quantity.hasScale, quantity.high.map({ $0 < 100_000 }) == true else {
      return false
    }
    var verb = quantity.terms.lowerBound - 1
    while verb > 0, terms[verb].has(.approximator) { verb -= 1 }
    // "Fee: $25 for members, $35 for others"
    if isMark(1, 0x3A), Self.prices.contains(terms[0].key),
      word(quantity.terms.upperBound) == .for || word(quantity.terms.upperBound) == .per
    {
      return true
    }
    guard verb > 0, Self.costs.contains(terms[verb].key) || terms[verb].has(.be) else { return false }
    let start = max(sentences[quantity.sentence].tokens.lowerBound, verb - 8)
    var first = start
    for index in start..<verb where isComma(index) { first = index + 1 }
    if (first..<verb).contains(where: { Self.applying.contains(terms[$0].key) }) { return true }
    return terms[verb].has(.be) ? false : Self.papers.contains(terms[verb - 1].key)
  }

  static let ballotNouns = foldedKeys("votes seats delegates electors abstentions mps")
  private static let delegate = foldedKey("delegate")
  private static let tallies = foldedKeys("total count tally")
  private static let treaties = foldedKeys("ratified signed acceded")
  private static let parties = foldedKeys(
    "states nations countries members democrats republicans lawmakers mps senators")
  private static let mandates = foldedKeys("delegates electors")
  private static let constituencies = foldedKeys("states districts constituencies counties cantons provinces")
  private static let carried = foldedKeys(
    "won win wins secured carried carries plurality pluralities includes include comprise comprises holding held")
  private static let contracts = foldedKeys("contract agreement letter memorandum deal accord")
  private static let trades = foldedKeys(
    "sell selling buy buying supply supplying purchase purchasing deliver delivering lease leasing export exporting import importing"
  )
  private static let costs = foldedKeys("costs cost")
  private static let applying = foldedKeys("application applications applying registration")
  private static let prices = foldedKeys("fee fees cost costs price prices admission registration tickets rates")
  private static let papers = foldedKeys(
    "licence license visa permit passport licences licenses visas permits passports")
  private static let acts = foldedKeys(
    "signed ratified filed joined voted sued approved acceded withdrew defected signatories elected opposed backed")
  private static let chambers = foldedKeys(
    "congress parliament senate house assembly chamber council legislature bundestag duma")
  private static let motions = foldedKeys("resolution bill motion amendment")
  private static let verdicts = foldedKeys(
    "jailed jails jailing sentenced convicted acquitted guilty guilt pleaded indicted extradited pardoned")
  private static let charged = foldedKey("charged")
  private static let charges = foldedKeys(
    "petitioners co-petitioners plaintiffs counts charges crimes offences offenses felonies indictments")
  private static let sentences = foldedKeys("sentenced fined fine fines ordered bail bond restitution compensation")

}

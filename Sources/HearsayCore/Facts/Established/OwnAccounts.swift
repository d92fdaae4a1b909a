import ProseText

// In a draft that speaks for its writers, most numbers are of their own doing: the team's size, the price of a ticket, the
// lines of a function, who came to their site. A source is asked of those that can be about the world outside: large counts, sums,
// shares.
extension Draft {
  /// Whether a figure of the writers' own account says nothing of the world outside.
  func isOwnDoing(_ figure: DraftFigure) -> Bool {
    isOwnAccount && !blocks[figure.block].passage.speaksOfWorld(figure.quantity)
  }
}

extension Passage {
  fileprivate func speaksOfWorld(_ quantity: Quantity) -> Bool {
    if isPossibility(quantity) || isGeneralAdvice(quantity) || isOfOwnMaterial(quantity) || isLookedUp(quantity) {
      return false
    }
    switch quantity.kind {
    case .percent, .percentagePoints, .ratio, .multiple: return true
    case .currency: return quantity.high.map { $0 >= Self.largeSum } ?? true
    case .vague: return isLargeOrSubject(quantity)
    case .count, .range, .measure: return quantity.high.map { $0 >= Self.largeCount } ?? true
    case .date, .time, .ordinal: return false
    }
  }

  /// "a boat can carry 4,000 sacks", "an offer may reach $300,000": what might be, not what is.
  private func isPossibility(_ quantity: Quantity) -> Bool {
    let clause = clause(of: quantity)
    if (clause.lowerBound..<quantity.terms.lowerBound).contains(where: { terms[$0].has(.modal) }) { return true }
    // "A crew of less than 75 percent may mean trouble."
    guard let verb = (quantity.terms.upperBound..<clause.upperBound).first(where: { terms[$0].tag.isFiniteVerb }) else {
      return false
    }
    return Self.perhaps.contains(terms[verb].key) && !terms[verb + 1].has(.auxiliary)
  }

  /// "Turning back after $500,000 is cheaper than after $90 million", "five years and millions of crowns later": what anyone
  /// might do, with amounts that might stand there.
  private func isGeneralAdvice(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    if (next..<min(terms.count, next + 3)).contains(where: { word($0) == .later && isInsideSentence($0) }) {
      return true
    }
    let sentence = sentences[quantity.sentence].tokens
    var opener = sentence.lowerBound
    if word(opener) == .for, isComma(opener + 2) { opener += 3 }
    guard opener < sentence.upperBound,
      terms[opener].tag == .presentParticiple || terms[opener].forms.contains(.gerund),
      !has(opener, [.preposition, .subordinator]), !isComma(opener + 1)
    else { return false }
    let rest = (opener..<sentence.upperBound).prefix(Self.longestAdvice)
    return !rest.contains { terms[$0].tag == .pastVerb || has($0, .firstPerson) }
      && rest.contains { terms[$0].tag == .thirdPersonVerb || terms[$0].tag == .modal }
  }

  /// A plural without a number that is large, has a period, or that the sentence is about.
  private func isLargeOrSubject(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    let clause = clause(of: quantity)
    // "projects that reach millions of people": what they are for.
    let opening = max(clause.lowerBound, first - 4)..<first
    if opening.contains(where: { has($0, .relative) || word($0) == .that || terms[$0].tag == .to }) { return false }
    if first == clause.lowerBound { return true }
    if let window = quantity.window?.range, range(clause).overlaps(window) { return true }
    return quantity.low.map { $0 >= Self.manyAtLeast } ?? true
  }

  /// "2,000 lines of code", "5 million page views", "a list of 4,000 boats": what the writers wrote, made or have on their site.
  private func isOfOwnMaterial(_ quantity: Quantity) -> Bool {
    if let counted = quantity.counted, Self.material.contains(terms[counted].key) { return true }
    let first = quantity.terms.lowerBound
    let lower = max(sentences[quantity.sentence].tokens.lowerBound, first - 20)
    for index in stride(from: first - 1, through: lower, by: -1) {
      if isComma(index) || isMark(index, 0x3B) || isMark(index, 0x3A) { return false }
      if terms[index].tag.isFiniteVerb, !terms[index].tag.isNoun { return false }
      if Self.collections.contains(terms[index].key) {
        return word(index + 1) != .about && (index + 1..<first).contains { has($0, .preposition) }
      }
    }
    return false
  }

  /// "At the time of writing 40% of the boats are out. But the ferry …": the writers looked. "quay.example helps 15 million": a site
  /// says of itself how many use it.
  private func isLookedUp(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    let before = sentences[max(0, quantity.sentence - 1)].tokens.lowerBound
    return (max(before, first - 80)..<first).contains {
      terms[$0].key == Self.writing && word($0 - 1) == .of && word($0 - 2) == .time
        || $0 >= sentences[quantity.sentence].tokens.lowerBound && isSiteName($0)
          && terms[$0 + 1].tag.isFiniteVerb && !has($0 - 1, .preposition)
    }
  }

  private static let writing = foldedKey("writing")
  private static let largeSum = 100_000.0
  private static let largeCount = 1000.0
  private static let manyAtLeast = 50_000.0
  private static let longestAdvice = 80
  private static let perhaps = foldedKeys("may might could")
  private static let material = foldedKeys(
    """
    lines rows columns fields files pixels characters words pages points records tables functions classes modules commits
    resolutions tests scripts templates views pageviews visits visitors hits sessions downloads clicks impressions subscribers
    followers users
    """)
  private static let collections = foldedKeys(
    "data database dataset datasets list lists catalogue catalog directory index archive collection library registry spreadsheet"
  )
}

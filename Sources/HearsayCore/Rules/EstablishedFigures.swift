import ProseText

// Figures without support that no editor asks a source for: what anybody can measure, look up in the public record, or finds sourced
// elsewhere in the same draft.
extension Draft {
  /// Whether a figure states what is established: what anybody can measure, or what a chamber or court decided.
  func isEstablished(_ figure: DraftFigure) -> Bool {
    isMeasurable(figure) || blocks[figure.block].passage.isPublicRecord(figure.quantity)
  }

  /// Whether a figure says how a thing is built, how far places lie apart, what a rate is per.
  func isMeasurable(_ figure: DraftFigure) -> Bool {
    let passage = blocks[figure.block].passage
    let quantity = figure.quantity
    if passage.isDenominator(quantity) || passage.isBuild(quantity) || passage.isDistance(quantity) { return true }
    if passage.isPartOfGroup(quantity) { return true }
    // "- $500 - $999": an item of amounts alone names a class.
    if blocks[figure.block].outline.kind == .listItem,
      !passage.terms.contains(where: { $0.isWord && ($0.tag.isNoun || $0.tag.isVerb) })
    {
      return true
    }
    return false
  }

  /// The amounts that have a source somewhere in the draft: a lead may go ahead of its source, and a repeat needs no second one.
  func sourcedAmounts() -> Set<Amount> {
    var result: Set<Amount> = []
    for figure in figures where figure.isCheckable {
      switch figure.support.status {
      case .inSentence, .cited, .carried, .selfMeasured, .ledger:
        if let amount = amount(figure) { result.insert(amount) }
      default: break
      }
    }
    return result
  }

  /// What a figure states, to be compared with others; nil where it names neither a unit nor what it counts.
  func amount(_ figure: DraftFigure) -> Amount? {
    let quantity = figure.quantity
    guard quantity.counted != nil || quantity.unit != nil else { return nil }
    return Amount(
      low: quantity.low, high: quantity.high, kind: quantity.kind, unit: quantity.unit,
      counted: quantity.counted.map { blocks[figure.block].passage.terms[$0].key })
  }
}

/// The same amount of the same thing, wherever it stands.
struct Amount: Hashable {
  var low: Double?
  var high: Double?
  var kind: FigureKind
  var unit: String?
  /// Key of the noun that is counted.
  var counted: UInt64?
}

extension Passage {
  /// "per 100,000 people": what a rate is per.
  fileprivate func isDenominator(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    return quantity.kind == .count && (word(first - 1) == .per || word(first - 1) == .every)
  }

  /// "a ten-storey block", "the 55-member union", "the 75 m ship": tied to a noun, a number says what kind of thing it is.
  fileprivate func isBuild(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    if quantity.kind == .count, isMark(next, 0x2D), !terms[next].hasSpaceBefore, !terms[next + 1].hasSpaceBefore,
      terms[next + 1].tag != .pluralNoun, terms[next + 1].isWord, terms[next + 2].tag.isNoun
    {
      return true
    }
    guard quantity.kind == .measure else { return false }
    // "five-inch-thick binders"
    if isMark(next, 0x2D), Self.directions.contains(terms[next + 1].key) { return true }
    // "a 48-acre field"
    if isMark(quantity.terms.upperBound - 2, 0x2D), terms[next].tag.isNoun { return true }
    guard Self.lengths.contains(quantity.unit ?? ""), has(quantity.terms.lowerBound - 1, [.definite, .indefinite])
    else {
      return false
    }
    return terms[next].tag == .noun || isMark(next, 0x28)
  }

  /// "one of them", "three of the victims": part of those whom the draft has counted.
  fileprivate func isPartOfGroup(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count, quantity.isSpelled, !quantity.hasScale, let high = quantity.high, high < 10 else {
      return false
    }
    let next = quantity.terms.upperBound
    return high == 1 || word(next) == .of && (has(next + 1, .definite) || word(next + 1) == .them)
  }

  /// "ten kilometres from Dorn", "700 miles to the coast", "50 m apart", "fourteen feet tall".
  fileprivate func isDistance(_ quantity: Quantity) -> Bool {
    // "50 light-years away"
    if quantity.unit == "[ly]" { return true }
    guard quantity.kind == .measure, Self.lengths.contains(quantity.unit ?? "") else { return false }
    var next = quantity.terms.upperBound
    // Behind a conversion in brackets.
    if isMark(next, 0x28), let close = (next..<min(terms.count, next + 8)).first(where: { isMark($0, 0x29) }) {
      next = close + 1
    }
    // "within two miles of each other"
    if word(quantity.terms.lowerBound - 1) == .within, word(next) == .of { return true }
    return word(next) == .from || Self.directions.contains(terms[next].key)
  }

  /// Votes and seats of a chamber, parties to a treaty, charges and fines before a court: written down where anybody may look.
  fileprivate func isPublicRecord(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count || quantity.kind == .currency || quantity.kind == .ratio else { return false }
    let clause = clause(of: quantity)
    let noun = quantity.counted.map { terms[$0].key } ?? 0
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
      // "nine men were jailed", "found two officers guilty"
      if clause.contains(where: { Self.verdicts.contains(terms[$0].key) }) { return true }
      if Self.parties.contains(noun), clause.contains(where: { Self.acts.contains(terms[$0].key) }) { return true }
    }
    return Self.charges.contains(noun)
      || quantity.kind == .currency && clause.contains(where: { Self.sentences.contains(terms[$0].key) })
  }

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { foldedKey(String($0)) })
  }

  private static let lengths: Set<String> = ["m", "km", "cm", "mm", "[mi_i]", "[ft_i]", "[in_i]", "[yd_i]"]
  private static let directions = keys(
    """
    off north south east west northeast northwest southeast southwest northern southern away apart inland offshore upstream
    downstream long wide tall high deep across thick below above down up
    """)
  private static let ballots = keys("votes seats delegates electors abstentions mps")
  private static let parties = keys("states nations countries members democrats republicans lawmakers mps senators")
  private static let acts = keys(
    "signed ratified filed joined voted sued approved acceded withdrew defected signatories elected opposed backed")
  private static let chambers = keys(
    "congress parliament senate house assembly chamber council legislature bundestag duma")
  private static let verdicts = keys(
    "jailed jails jailing sentenced convicted acquitted guilty pleaded indicted extradited pardoned")
  private static let charges = keys("counts charges crimes offences offenses felonies indictments")
  private static let sentences = keys("sentenced fined fine fines ordered bail bond restitution compensation")
}

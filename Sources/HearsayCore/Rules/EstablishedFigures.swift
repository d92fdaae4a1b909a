import ProseText

// Figures without support that no editor asks a source for: what anybody can measure, look up in the public record, or finds sourced
// elsewhere in the same draft.
extension Draft {
  /// Whether a figure states what is established: how a thing is built, how far places lie apart, what a chamber or court decided.
  func isEstablished(_ figure: DraftFigure) -> Bool {
    let passage = blocks[figure.block].passage
    let quantity = figure.quantity
    if passage.isDenominator(quantity) || passage.isBuild(quantity) || passage.isDistance(quantity) { return true }
    // "- $500 - $999": an item of amounts alone names a class.
    if blocks[figure.block].outline.kind == .listItem,
      !passage.terms.contains(where: { $0.isWord && ($0.tag.isNoun || $0.tag.isVerb) })
    {
      return true
    }
    return passage.isPublicRecord(quantity)
  }

  /// The same amount of the same thing has a source in another sentence: a lead may go ahead of it, a repeat needs no second one.
  func isSourcedElsewhere(_ figure: DraftFigure) -> Bool {
    figures.contains { other in
      switch other.support.status {
      case .inSentence, .cited, .carried, .selfMeasured, .ledger: break
      default: return false
      }
      return other.isCheckable && other.quantity.low == figure.quantity.low
        && other.quantity.high == figure.quantity.high
        && other.quantity.kind == figure.quantity.kind && other.quantity.unit == figure.quantity.unit
        && isSameThing(figure, other)
    }
  }

  private func isSameThing(_ figure: DraftFigure, _ other: DraftFigure) -> Bool {
    guard let counted = figure.quantity.counted, let second = other.quantity.counted else {
      return figure.quantity.counted == nil && other.quantity.counted == nil && figure.quantity.unit != nil
    }
    return blocks[figure.block].passage.terms[counted].key == blocks[other.block].passage.terms[second].key
  }
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
    guard quantity.kind == .measure, Self.lengths.contains(quantity.unit ?? ""),
      has(quantity.terms.lowerBound - 1, [.definite, .indefinite])
    else { return false }
    return terms[next].tag == .noun || isMark(next, 0x28)
  }

  /// "ten kilometres from Dorn", "700 miles to the coast", "50 m apart", "fourteen feet tall".
  fileprivate func isDistance(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure, Self.lengths.contains(quantity.unit ?? "") else { return false }
    var next = quantity.terms.upperBound
    // Behind a conversion in brackets.
    if isMark(next, 0x28), let close = (next..<min(terms.count, next + 8)).first(where: { isMark($0, 0x29) }) {
      next = close + 1
    }
    return word(next) == .from || Self.directions.contains(terms[next].key)
  }

  /// Votes and seats of a chamber, parties to a treaty, charges and fines before a court: written down where anybody may look.
  fileprivate func isPublicRecord(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count || quantity.kind == .currency || quantity.kind == .ratio else { return false }
    let clause = clause(of: quantity)
    let noun = quantity.counted.map { terms[$0].key } ?? 0
    if let high = quantity.high, high < 1000, quantity.kind == .count {
      if Self.ballots.contains(noun) { return true }
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
  private static let ballots = keys("votes seats delegates electors abstentions")
  private static let parties = keys("states nations countries members democrats republicans lawmakers mps senators")
  private static let acts = keys(
    "signed ratified filed joined voted sued approved acceded withdrew defected signatories elected opposed backed")
  private static let charges = keys("counts charges crimes offences offenses felonies indictments")
  private static let sentences = keys("sentenced fined ordered bail bond restitution")
}

import ProseText

// Numbers that belong to the text itself by the kind of text it is: values of code in a manual, readings of the writers' own
// instruments in a paper.
extension Draft {
  /// Whether a figure of a manual or paper says nothing that somebody else has to have counted.
  func isValueOfText(_ figure: DraftFigure) -> Bool {
    guard manner.isTechnical || manner.isResearch else { return false }
    let facts = blocks[figure.block].facts
    let quantity = figure.quantity
    guard quantity.window == nil, facts.quoteAt[quantity.terms.lowerBound] < 0 else { return false }
    if manner.isTechnical, facts.passage.isValueOfCode(quantity) { return true }
    return manner.isResearch && facts.passage.isReading(quantity)
  }
}

extension Passage {
  /// "returns -1", "raised the limit to 64", "2 kinds of flags": a number that counts nothing, or few plain things.
  fileprivate func isValueOfCode(_ quantity: Quantity) -> Bool {
    if quantity.kind == .measure, let unit = quantity.unit {
      // "64 bits", "files larger than 4 GiB": of what width and up to what size it works.
      return unit == "bit" || unit.hasSuffix("By") && quantity.bound != nil
    }
    guard quantity.kind == .count || quantity.kind == .range, !quantity.hasScale, !quantity.isApproximate else {
      return false
    }
    let isNought = quantity.low == 0 && quantity.high == 0
    guard !quantity.isSpelled || isNought else { return false }
    if isNought || isReply(quantity) { return true }
    // "by a factor of 200", "a total of 64"
    let first = quantity.terms.lowerBound
    if word(first - 1) == .of, Self.amounts.contains(terms[first - 2].key) { return false }
    guard let counted = quantity.counted else { return word(quantity.terms.upperBound) != .of }
    // "IEEE 754 features", "C++ 11 attributes": the name of a standard with its number.
    let name = terms[quantity.terms.lowerBound - 1]
    if quantity.kind == .count, name.isWord,
      name.shape.contains(.allCaps) || isMark(quantity.terms.lowerBound - 1, 0x2B)
    {
      return true
    }
    let isFew = quantity.high.map { $0 < Self.many } == true
    return isFew && !has(counted, [.peopleNoun, .personNoun, .casualty])
  }

  /// "a 404 error", "301 redirects": what servers answer, by its number.
  private func isReply(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    guard let value = integer(quantity.terms.lowerBound), (100..<600).contains(value) else { return false }
    return (next..<min(terms.count, next + 2)).contains { Self.replies.contains(terms[$0].key) }
  }

  /// "at 30 mA", "a slab of 0.5 m", "36 clones": small amounts of things that are measured or kept in a laboratory, not people.
  fileprivate func isReading(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .measure, .count, .range:
      guard quantity.high.map({ $0 < Self.large }) == true, !quantity.hasScale else { return false }
    case .percent, .ratio, .multiple:
      guard isShown(quantity) else { return false }
    default: return false
    }
    guard let counted = quantity.counted else { return true }
    return !has(counted, [.peopleNoun, .personNoun, .casualty, .placeNoun])
  }

  /// "rose to 30% (Fig. 4)": the text's own figure shows it.
  private func isShown(_ quantity: Quantity) -> Bool {
    let sentence = sentences[quantity.sentence].tokens
    return
      (max(
        sentence.lowerBound + 1, quantity.terms.lowerBound - Self.near)..<min(
        sentence.upperBound, quantity.terms.upperBound + Self.near)).contains {
        terms[$0].kind == .number && isExhibit($0)
      }
  }

  private static let amounts = WordKeys(["factor", "total", "average", "sum", "mean", "rate"])
  private static let replies = foldedKeys(
    "error errors redirect redirects response responses status code codes reply replies")
  private static let many = 10.0
  private static let large = 1000.0
  private static let near = 80
}

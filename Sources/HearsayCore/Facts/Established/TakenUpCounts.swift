import ProseText

// People who were counted where they came in, and are taken up by their number alone.
extension Draft {
  /// "the twelve sailed home" behind "twelve sailors", "all 31 were freed": those who were counted where they came in.
  func isTakenUp(_ figure: DraftFigure) -> Bool {
    let quantity = figure.quantity
    let passage = blocks[figure.block].passage
    let next = quantity.terms.upperBound
    guard quantity.kind == .count, quantity.counted == nil, quantity.low == quantity.high, !quantity.isApproximate,
      passage.has(quantity.terms.lowerBound - 1, [.definite, .demonstrative])
        || passage.terms[quantity.terms.lowerBound - 1].key == Self.whole,
      passage.terms[next].tag.isFiniteVerb || passage.has(next, [.auxiliary, .modal]) || next >= passage.terms.count
        || passage.terms[next].kind == .punctuation
    else { return false }
    let before = figuresOfBlock[figure.block].upperBound
    return figures[max(0, before - Self.mostNamed)..<before].contains { other in
      guard other.quantity.low == quantity.low, other.quantity.high == quantity.high,
        let counted = other.quantity.counted
      else { return false }
      return (other.block, other.quantity.terms.lowerBound) < (figure.block, quantity.terms.lowerBound)
        && blocks[other.block].passage.isPeople(counted)
    }
  }

  private static let whole = foldedKey("all")
}

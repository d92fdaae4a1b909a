import ProseText

// How exactly a figure is stated: the digits it is written with, and the words that blur or bound it.
extension Passage {
  /// Sets the words that blur or bound a quantity, and which way they leave it open.
  func readApproximator(of quantity: inout Quantity) {
    // A range says both ends itself.
    let isRange = quantity.low != quantity.high
    if let before = approximator(before: quantity.terms.lowerBound) {
      quantity.approximator = before.terms
      quantity.bound = isRange ? nil : before.bound
      quantity.isApproximate = before.bound == nil || before.blurs
    } else if !isRange, let behind = bound(behind: quantity.terms.upperBound) {
      quantity.approximator = behind.terms
      quantity.bound = behind.bound
    }
  }

  typealias Approximator = (terms: Range<Int>, bound: Bound?, blurs: Bool)

  /// Words right before a number: "about", "up to", "no fewer than".
  func approximator(before index: Int) -> Approximator? {
    var last = index - 1
    // "more than a hundred", "nearly a third": the article may be part of the words before.
    if has(last, .indefinite), terms[index].has([.scale, .fraction]) { last -= 1 }
    guard last >= 0, terms[last].isWord || isMark(last, 0x7E) || terms[last].kind == .symbol else { return nil }
    if let one = Approximators.single[terms[last].key] {
      // "oars/c 0.99": a letter close behind a mark is part of a name.
      if terms[last].range.count == 1, terms[last].isWord, !terms[last].hasSpaceBefore, last > 0,
        !isMark(last - 1, 0x28)
      {
        return nil
      }
      // "over the years", "in around": what stands before does not matter; "close to" and "up to" are pairs.
      return (last..<index, one.bound, one.blurs)
    }
    // "less than or equal to 40", "higher or equal than 40", "equal to or more than 40"
    if last >= 3, word(last) == .to || word(last) == .than, terms[last - 1].key == Approximators.equal,
      word(last - 2) == .or
    {
      let than = word(last - 3) == .than
      if let bound = than
        ? approximator(before: last - 2)?.bound : Approximators.pairs[foldedKey("than")]?[terms[last - 3].key]?.bound
      {
        let first = than ? last - 4 : last - 3
        return (max(0, first)..<index, bound == .above || bound == .atLeast ? .atLeast : .atMost, false)
      }
    }
    guard last >= 1, let heads = Approximators.pairs[terms[last].key], let pair = heads[terms[last - 1].key] else {
      return nil
    }
    // "no more than", "not less than" turn the bound about.
    if last >= 2, pair.bound != nil, has(last - 2, .negation) || word(last - 2) == .no || word(last - 2) == .not {
      return (last - 2..<index, pair.bound?.negated, false)
    }
    return (last - 1..<index, pair.bound, pair.blurs)
  }

  /// "40 or more", "40 and over", "40 or fewer".
  private func bound(behind index: Int) -> Approximator? {
    if isMark(index, 0x2B), !terms[index].hasSpaceBefore { return (index..<index + 1, .atLeast, false) }
    guard word(index) == .or || word(index) == .and, let bound = Approximators.behind[terms[index + 1].key] else {
      return nil
    }
    return (index..<index + 2, bound, false)
  }

  /// Sets how many digits a quantity states, and what its last one is worth.
  func readPrecision(of quantity: inout Quantity) {
    guard let value = quantity.high ?? quantity.low,
      let index = quantity.terms.last(where: { terms[$0].kind == .number }), let number = number(at: index)
    else { return }
    quantity.significantDigits = significantDigits(at: index)
    let mantissa = number.mantissa
    let factor = mantissa == 0 ? 1 : (value / mantissa).magnitude
    quantity.step = factor / power(10, number.decimals)
  }

  /// How many digits of a number say more than its size: zeros at either end do not, unless they stand behind a point.
  private func significantDigits(at index: Int) -> Int {
    var count = 0
    var trailingZeros = 0
    var hasPoint = false
    for at in terms[index].range {
      let digit = byte(at) &- 0x30
      if digit < 10 {
        if digit != 0 || count > 0 { count += 1 }
        trailingZeros = digit == 0 ? trailingZeros + 1 : 0
      } else if byte(at) == 0x2E {
        hasPoint = true
      }
    }
    return hasPoint ? count : max(0, count - trailingZeros)
  }
}

extension Bound {
  /// Whether it says that the value is at least the number.
  var isLower: Bool { self == .atLeast || self == .above }

  /// What "no" before the words makes of it: "no more than 40" is at most 40.
  var negated: Bound {
    switch self {
    case .above: .atMost
    case .below: .atLeast
    case .atLeast: .below
    case .atMost: .above
    }
  }
}

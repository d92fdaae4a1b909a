import ProseText

// How exactly a figure is stated: the digits it is written with, and the words that blur or bound it.
extension Passage {
  /// Sets the words that blur or bound a quantity, and which way they leave it open.
  func readApproximator(of quantity: inout Quantity) {
    if let before = approximator(before: quantity.terms.lowerBound) {
      quantity.approximator = before.terms
      quantity.bound = before.bound
      quantity.isApproximate = before.bound == nil || before.blurs
    } else if let behind = bound(behind: quantity.terms.upperBound) {
      quantity.approximator = behind.terms
      quantity.bound = behind.bound
    }
  }

  private typealias Approximator = (terms: Range<Int>, bound: Bound?, blurs: Bool)

  /// Words right before a number: "about", "up to", "no fewer than".
  private func approximator(before index: Int) -> Approximator? {
    var last = index - 1
    // "more than a hundred", "nearly a third": the article may be part of the words before.
    if has(last, .indefinite), terms[index].has([.scale, .fraction]) { last -= 1 }
    guard last >= 0, terms[last].isWord || isMark(last, 0x7E) || terms[last].kind == .symbol else { return nil }
    if let one = Approximators.single[terms[last].key] {
      // "over the years", "in around": what stands before does not matter; "close to" and "up to" are pairs.
      return (last..<index, one.bound, one.blurs)
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

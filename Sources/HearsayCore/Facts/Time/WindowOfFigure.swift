import ProseText

// Which of a sentence's periods a figure speaks of.
extension Passage {
  /// Gives each figure the period of its own clause, else the one that frames the sentence.
  func readWindows(of quantities: inout [Quantity]) {
    var known: (sentence: Int, windows: [WindowExpression]) = (-1, [])
    let amounts = quantities.filter { $0.exemption == nil || $0.kind == .count && $0.exemption == .smallCount }
    var next = 0
    for index in quantities.indices where quantities[index].exemption == nil || quantities[index].kind == .count {
      let quantity = quantities[index]
      if known.sentence != quantity.sentence {
        known = (quantity.sentence, windows(in: sentences[quantity.sentence]))
      }
      guard !known.windows.isEmpty else { continue }
      while next < amounts.count, amounts[next].sentence < quantity.sentence { next += 1 }
      quantities[index].window = window(of: quantity, among: known.windows, amounts[next...])
    }
  }

  private func window(
    of quantity: Quantity, among windows: [WindowExpression], _ amounts: ArraySlice<Quantity>
  ) -> WindowExpression? {
    let after = windows.first { $0.range.lowerBound >= quantity.range.upperBound }
    let before = windows.last { $0.range.upperBound <= quantity.range.lowerBound }
    guard let after, let before else { return after ?? before }
    let behind = quantity.range.upperBound..<after.range.lowerBound
    let ahead = before.range.upperBound..<quantity.range.lowerBound
    // Another clause's period is that clause's.
    let isAfterApart = closesClause(within: behind, before: after)
    let isBeforeApart = closesClause(within: ahead, before: nil)
    if isAfterApart != isBeforeApart { return isAfterApart ? before : after }
    // Another figure nearer to a period takes it.
    let isAfterTaken = hasAmount(in: behind, amounts, quantity)
    let isBeforeTaken = hasAmount(in: ahead, amounts, quantity)
    if isAfterTaken != isBeforeTaken { return isAfterTaken ? before : after }
    return after
  }

  /// Whether a clause ends between two places: at a semicolon, colon or dash, or at "and", "but", "while" and their like that a
  /// new period or a comma announces.
  private func closesClause(within range: Range<Int>, before window: WindowExpression?) -> Bool {
    guard !range.isEmpty else { return false }
    var index = firstTerm(from: range.lowerBound)
    while index < terms.count, Int(terms[index].start) < range.upperBound {
      if isMark(index, 0x3B) || isMark(index, 0x3A) || isDash(index) { return true }
      if terms[index].has(.conjunction) || terms[index].word == .while || terms[index].word == .whereas {
        if isComma(index - 1) || terms[index].word == .but || terms[index].word == .while { return true }
        if let window, Int(terms[index + 1].start) == window.range.lowerBound { return true }
      }
      index += 1
    }
    return false
  }

  private func hasAmount(in range: Range<Int>, _ amounts: ArraySlice<Quantity>, _ quantity: Quantity) -> Bool {
    for amount in amounts {
      if amount.sentence > quantity.sentence || amount.range.lowerBound >= range.upperBound { return false }
      if amount.range.lowerBound >= range.lowerBound { return true }
    }
    return false
  }

  /// The first term that begins at or behind an offset.
  private func firstTerm(from offset: Int) -> Int {
    terms.firstPlace { Int($0.start) >= offset }
  }
}

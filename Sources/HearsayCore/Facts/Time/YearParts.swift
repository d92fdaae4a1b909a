import ProseText

/// Halves and quarters of a year.
extension Passage {
  /// "the first half of 2023", "Q3", "Q3 2023", "the third quarter of 2023", "the second quarter".
  func yearPart(at index: Int) -> (WindowExpression, Int)? {
    if let months = quarter(named: index) {
      let at = word(index + 1) == .of ? index + 2 : index + 1
      let year = year(at: at)
      return windowExpression(index..<(year == nil ? index + 1 : at + 1), span(months, year))
    }
    guard word(index) == .the, let ordinal = Self.ordinals[terms[index + 1].key] else { return nil }
    let months: ClosedRange<Int>
    if terms[index + 2].word == .half, ordinal <= 2 {
      months = ordinal * 6 - 5...ordinal * 6
    } else if terms[index + 2].key == Self.quarterWord, ordinal <= 4 {
      months = ordinal * 3 - 2...ordinal * 3
    } else {
      return nil
    }
    let at = word(index + 3) == .of || word(index + 3) == .in ? index + 4 : index + 3
    if let year = year(at: at) { return windowExpression(index..<at + 1, span(months, year)) }
    // "the first half of the match" is no part of a year.
    guard word(index + 3) != .of || word(index + 4) == .this || word(index + 4) == .last || word(index + 5) == .year
    else { return nil }
    if word(index + 3) == .of, word(index + 4) == .this, word(index + 5) == .year {
      return windowExpression(index..<index + 6, span(months, nil))
    }
    return word(index + 3) == .of ? nil : windowExpression(index..<index + 3, span(months, nil))
  }

  private func span(_ months: ClosedRange<Int>, _ year: Int?) -> WindowExpression.Period {
    .between(PartialDate(year: year, month: months.lowerBound), PartialDate(year: year, month: months.upperBound))
  }

  /// "Q3", "H1".
  private func quarter(named index: Int) -> ClosedRange<Int>? {
    guard terms[index].isCapitalised, terms[index].range.count == 2, terms[index].shape.contains(.hasDigit) else {
      return nil
    }
    let digit = Int(byte(Int(terms[index].start) + 1)) - 0x30
    switch byte(of: index) {
    case 0x51 where (1...4).contains(digit): return digit * 3 - 2...digit * 3
    case 0x48 where (1...2).contains(digit): return digit * 6 - 5...digit * 6
    default: return nil
    }
  }

  private static let ordinals: WordTable<Int> = [
    foldedKey("first"): 1, foldedKey("second"): 2, foldedKey("third"): 3, foldedKey("fourth"): 4,
  ]
  private static let quarterWord = foldedKey("quarter")
}

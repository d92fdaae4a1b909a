import ProseText

extension Passage {
  /// "a margin of error of plus or minus 3.1 percentage points".
  func marginOfError(_ quantity: Quantity) -> Double? {
    guard quantity.kind == .percent || quantity.kind == .percentagePoints, let value = quantity.value else {
      return nil
    }
    let last = quantity.terms.lowerBound
    let start = max(sentences[quantity.sentence].tokens.lowerBound, last - 9)
    return (start..<last).contains { word($0) == .error && terms[$0 - 2].key == Self.marginKey } ? value : nil
  }

  private static let marginKey = foldedKey("margin")
}

import ProseText

/// Shares of a hundred that do not come to it: the answers to one question.
extension PartsReader {
  /// Answers to one question: at least three shares, of which one is for the rest.
  func shares(_ range: Range<Int>, after earlier: Range<Int>?) -> WrongSum? {
    var parts = range.filter { isShare(quantity($0)) }
    guard parts.count >= 2 else { return nil }
    var before: [Int] = []
    if let earlier, quantity(range.lowerBound).sentence == quantity(earlier.lowerBound).sentence + 1,
      goesOn(quantity(parts[0]))
    {
      before = earlier.filter { isShare(quantity($0)) }
      // Shares of something else, of which only some stand in the list.
      guard isOneList(before, links: .any) else { return nil }
    }
    let tokens = passage.sentences[quantity(range.lowerBound).sentence].tokens
    guard before.count + parts.count >= 3, isOneList(parts, links: .commas), !isChange(tokens),
      range.allSatisfy({ quantity($0).kind == .percent || quantity($0).kind == .date || isMargin($0) })
    else { return nil }
    parts = before + parts
    let residue = parts.filter { leavesRest(of: $0, in: parts) }
    guard !residue.isEmpty || saysYesAndNo(tokens) else { return nil }
    let sum = parts.reduce(0) { $0 + (quantity($1).value ?? 0) }
    let tolerance = parts.reduce(0) { $0 + (quantity($1).isApproximate ? 2 : 0.5) }
    // Far above it is no division, far below it is not the whole of one.
    guard (sum - 100).magnitude > tolerance + 1e-9, sum < 130,
      sum > 100 || sum > 80 && residue.contains(parts[parts.count - 1])
    else { return nil }
    return wrong(parts, listed: Array(parts.dropFirst(before.count)), sum: sum, whole: 100, at: nil)
  }

  private func isShare(_ quantity: Quantity) -> Bool {
    quantity.kind == .percent && quantity.exemption == nil && quantity.value != nil && quantity.bound == nil
  }

  private func isMargin(_ figure: Int) -> Bool { quantity(figure).kind == .percentagePoints }

  /// The words of a part say that it holds what the others do not.
  private func leavesRest(of part: Int, in parts: [Int]) -> Bool {
    words(of: part).contains { Self.rest.contains(passage.terms[$0].key) }
  }

  private func saysYesAndNo(_ tokens: Range<Int>) -> Bool {
    tokens.contains { passage.terms[$0].key == Self.yes } && tokens.contains { passage.word($0) == .no }
  }

  /// Growth and decline are no shares.
  private func isChange(_ tokens: Range<Int>) -> Bool {
    tokens.contains { Self.changes.contains(passage.terms[$0].key) }
  }

  private static let yes = foldedKey("yes")
  private static let changes = foldedKeys(
    """
    rose rise rises risen rising fell fall falls fallen falling grew grow grown growth gained gain gains lost down up
    increase increased increases decrease decreased decline declined dropped drop jumped cut cuts higher lower
    """)
}

import ProseText

/// A sum that a sentence does itself. Numbers are indices of the block's quantities.
enum Restatement: Sendable, Equatable {
  /// "one in eight, or 12.5 percent": one share in two notations.
  case same(Int, Int)
  /// "a tenth of the 400 staff, or 60 people".
  case share(Int, whole: Int, part: Int)
  /// "64 people collected 1,152 kg in all, an average of 18 kg".
  case average(Int, total: Int, count: Int)
}

/// Finds where a sentence says one amount twice.
struct RestatementReader {
  let passage: Passage
  let quantities: [Quantity]

  init(_ passage: Passage, _ quantities: [Quantity]) {
    self.passage = passage
    self.quantities = quantities
  }

  /// The restatements, in the order of their figures.
  func restatements() -> [Restatement] {
    quantities.indices.compactMap { same(at: $0) ?? share(at: $0) ?? average(at: $0) }
  }

  // MARK: The same share twice

  private func same(at index: Int) -> Restatement? {
    guard isShare(index), isShare(index + 1), quantities[index].kind != quantities[index + 1].kind,
      isRestated(index, by: index + 1)
    else { return nil }
    let last = passage.terms[quantities[index + 1].terms.upperBound]
    guard last.word != .of, !last.tag.isNoun || !last.isWord, !last.tag.isAdjective || !last.isWord else { return nil }
    return .same(index, index + 1)
  }

  private func isShare(_ index: Int) -> Bool {
    guard quantities.indices.contains(index), quantities[index].low == quantities[index].high else { return false }
    return quantities[index].kind == .percent || quantities[index].kind == .ratio
  }

  /// "A noun, or B", "A noun (B)" with nothing else between.
  private func isRestated(_ first: Int, by second: Int) -> Bool {
    guard quantities[first].sentence == quantities[second].sentence else { return false }
    let start = quantities[first].terms.upperBound
    let end =
      quantities[second].approximator.map { min($0.lowerBound, quantities[second].terms.lowerBound) }
      ?? quantities[second].terms.lowerBound
    guard end > start, end - start <= 9 else { return false }
    var at = end - 1
    if passage.word(at) == .or, passage.isComma(at - 1) {
      at -= 1
    } else if !passage.isMark(at, 0x28) || !passage.isMark(quantities[second].terms.upperBound, 0x29) {
      return false
    }
    return (start..<max(start, at)).allSatisfy { isNominal($0) }
  }

  private func isNominal(_ index: Int) -> Bool {
    let term = passage.terms[index]
    return term.isWord && !term.tag.isVerb && !term.has([.conjunction, .auxiliary, .relative])
      || passage.isMark(index, 0x2D)
  }

  // MARK: A share of a whole

  private func share(at index: Int) -> Restatement? {
    guard index + 2 < quantities.count, quantities[index + 2].sentence == quantities[index].sentence else { return nil }
    let (first, second, third) = (index, index + 1, index + 2)
    if isShare(first), isAmount(second), isAmount(third), areAlike(second, third), isOf(first, second),
      isRestated(second, by: third), passage.word(quantities[third].terms.upperBound) != .of
    {
      return .share(first, whole: second, part: third)
    }
    if isAmount(first), isAmount(second), isShare(third), areAlike(first, second), isOf(first, second),
      isRestated(second, by: third)
    {
      return .share(third, whole: second, part: first)
    }
    // "Of the 48 hens, 12 (25 percent)": the whole comes first.
    if isAmount(first), isAmount(second), isShare(third), areAlike(first, second), opensWithOf(first),
      follows(second, first), isRestated(second, by: third)
    {
      return .share(third, whole: first, part: second)
    }
    if isShare(first), isAmount(second), isAmount(third), areAlike(second, third), isRestated(first, by: second),
      isOf(second, third)
    {
      return .share(first, whole: third, part: second)
    }
    return nil
  }

  private func opensWithOf(_ index: Int) -> Bool {
    let start = passage.sentences[quantities[index].sentence].tokens.lowerBound
    let first = quantities[index].terms.lowerBound
    return passage.word(start) == .of && first - start <= 2
  }

  /// A comma and nothing but the noun between.
  private func follows(_ second: Int, _ first: Int) -> Bool {
    let gap =
      quantities[first].terms
      .upperBound..<max(
        quantities[first].terms.upperBound, quantities[second].terms.lowerBound)
    return (1...6).contains(gap.count) && passage.isComma(gap.upperBound - 1)
      && gap.dropLast().allSatisfy { isNominal($0) }
  }

  private func isAmount(_ index: Int) -> Bool {
    let quantity = quantities[index]
    guard quantity.low != nil, quantity.low == quantity.high else { return false }
    return quantity.exemption == nil || quantity.exemption == .smallCount
      ? quantity.kind == .count || quantity.kind == .currency || quantity.kind == .measure : false
  }

  private func areAlike(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (quantities[first], quantities[second])
    return a.unit == b.unit || a.unit == nil && a.kind == .count && b.kind == .count
  }

  /// "A of the B": only words of the noun phrase between.
  private func isOf(_ first: Int, _ second: Int) -> Bool {
    let gap =
      quantities[first].terms
      .upperBound..<max(
        quantities[first].terms.upperBound, quantities[second].terms.lowerBound)
    guard (1...4).contains(gap.count), gap.contains(where: { passage.word($0) == .of }) else { return false }
    return gap.allSatisfy { at in
      passage.word(at) == .of || passage.terms[at].tag.isNoun || passage.isComma(at)
        || passage.has(at, [.definite, .possessive, .approximator]) || passage.word(at) == .all
    }
  }

  // MARK: Averages

  /// "64 people collected 1,152 kg in all, an average of 18 kg".
  private func average(at index: Int) -> Restatement? {
    let quantity = quantities[index]
    guard index >= 2, isAmount(index), passage.word(quantity.terms.lowerBound - 1) == .of,
      passage.terms[quantity.terms.lowerBound - 2].key == ChangeWords.average,
      passage.has(quantity.terms.lowerBound - 3, .indefinite), passage.isComma(quantity.terms.lowerBound - 4)
    else { return nil }
    let (first, second) = (index - 2, index - 1)
    guard isAmount(first), isAmount(second), quantities[first].sentence == quantity.sentence,
      index < 3 || quantities[index - 3].sentence != quantity.sentence,
      (quantities[first].terms.upperBound..<quantity.terms.lowerBound).prefix(40).contains(where: {
        ChangeWords.combined.contains(passage.terms[$0].key)
          && (passage.word($0) != .all || passage.word($0 - 1) == .in)
      })
    else { return nil }
    if quantities[first].unit == quantities[second].unit { return nil }
    if quantities[second].unit == quantity.unit { return .average(index, total: second, count: first) }
    if quantities[first].unit == quantity.unit { return .average(index, total: first, count: second) }
    return nil
  }
}

import ProseText

/// Counts and sums of money that do not come to the whole that their sentence states.
extension PartsReader {
  /// "Of 100 seats, …", "The 300 dead include …", "The $10m budget is …".
  func counts(_ range: Range<Int>) -> WrongSum? {
    for whole in range.prefix(3) {
      let total = quantity(whole)
      guard total.kind == .count || total.kind == .currency, let value = total.value, value > 2, total.bound == nil,
        total.exemption == nil || total.exemption == .smallCount, block.facts.traits[total.sentence].isPlain,
        let opening = opening(total, next: range.filter { $0 > whole }.first)
      else { continue }
      let parts = parts(of: total, in: whole + 1..<range.upperBound)
      guard parts.count >= 2, isOneList(parts, links: .commas) else { continue }
      if opening == .people, !isPartition(parts) { continue }
      let sum = parts.reduce(0) { $0 + (quantity($1).value ?? 0) }
      var tolerance = value * 1e-9
      for part in parts + [whole] {
        if quantity(part).isApproximate { tolerance += quantity(part).rounding }
        // Errors of rounding in part cancel out.
        if quantity(part).hasScale { tolerance += quantity(part).rounding / 4 }
      }
      guard (sum - value).magnitude > tolerance else { return nil }
      if sum > value {
        guard sum < value * 1.6 else { return nil }
      } else {
        guard sum > value * 0.6, opening != .some || isPartition(parts) else { return nil }
      }
      return wrong(parts, listed: parts, sum: sum, whole: value, at: whole, marksWhole: opening == .composed)
    }
    return nil
  }

  private enum Opening {
    /// The words promise all of it: "The $10m budget is".
    case whole
    /// They promise all of it and are about the total: "is made up of".
    case composed
    /// They do if the parts are those of people: "The 300 guests were 180 men, …".
    case people
    /// They do not: "Of 6,000 jobs, …", "include".
    case some
  }

  /// How the words around a total open a list of its parts; nil where they do not.
  private func opening(_ total: Quantity, next: Int?) -> Opening? {
    guard let next else { return nil }
    let tokens = passage.sentences[total.sentence].tokens
    var first = total.terms.lowerBound
    if let words = total.approximator, words.upperBound == first { first = words.lowerBound }
    if passage.has(first - 1, .definite) { first -= 1 }
    let part = quantity(next).terms.lowerBound
    let between = total.terms.upperBound..<max(part, total.terms.upperBound)
    guard between.count <= 16 else { return nil }
    if passage.word(first - 1) == .of, first - 1 == tokens.lowerBound || passage.isComma(first - 2) {
      return between.contains { passage.isComma($0) } ? .some : nil
    }
    // The total is the subject, or all that stands before the list.
    guard first - tokens.lowerBound <= 1 else { return nil }
    guard
      let verb = between.last(where: {
        Self.including.contains(passage.terms[$0].key) || Self.composing.contains(passage.terms[$0].key)
          || passage.has($0, .be)
      })
    else { return nil }
    let rest = verb + 1..<part
    if Self.including.contains(passage.terms[verb].key) { return rest.count <= 2 ? .some : nil }
    if Self.composing.contains(passage.terms[verb].key) { return rest.count <= 5 ? .composed : nil }
    // "The $10m budget is $6m for roads"; "The 300 boats were 20 feet long" is no list, "The 300 guests were 180 men …" is.
    guard rest.isEmpty else { return nil }
    return total.kind == .currency ? .whole : .people
  }

  /// The figures behind a total that are of its kind, up to where another list begins inside.
  private func parts(of total: Quantity, in range: Range<Int>) -> [Int] {
    var result: [Int] = []
    var depth = total.terms.upperBound
    for figure in range {
      let part = quantity(figure)
      // "of which 9 are new", "including 4 children", "(40 of them women)": parts of a part.
      let between = depth..<part.terms.lowerBound
      if between.contains(where: { isNested($0) }) { return [] }
      depth = part.terms.upperBound
      guard part.kind == total.kind, part.unit == total.unit, part.value != nil, part.bound == nil else {
        // Another kind of figure in the middle: dates and shares in brackets do no harm.
        if part.kind == .date || part.kind == .percent || part.kind == .ordinal { continue }
        return []
      }
      switch part.exemption {
      case nil, .smallCount, .name: result.append(figure)
      default: return []
      }
    }
    return result
  }

  private func isNested(_ index: Int) -> Bool {
    switch passage.word(index) {
    case .which, .them, .including: true
    default: passage.isMark(index, 0x28) || passage.terms[index].key == Self.whom
    }
  }

  /// "men … women … children", or a part for the others.
  private func isPartition(_ parts: [Int]) -> Bool {
    guard let last = parts.last else { return false }
    if words(of: last).contains(where: { Self.rest.contains(passage.terms[$0].key) }) { return true }
    let nouns = Set(parts.compactMap { quantity($0).counted.map { passage.terms[$0].key } })
    return nouns.isSuperset(of: Self.sexes) || nouns.isSuperset(of: Self.ages)
  }

  private static let whom = foldedKey("whom")
  private static let including = foldedKeys("include includes included including")
  private static let composing = foldedKeys(
    "made consist consists consisted comprise comprises comprised comprising composed split divided")
  private static let sexes = foldedKeys("men women")
  private static let ages = foldedKeys("adults children")
}

extension SentenceTraits {
  /// It states something: no instruction, supposition or sum worked out aloud.
  fileprivate var isPlain: Bool { isDisjoint(with: [.instruction, .hypothetical, .arithmetic, .question]) }
}

import ProseText

// The group that a figure is a part of: "62 percent of 1,004 adults", "70% (n = 812)", "9 million a year in a city of 2 million".
extension Passage {
  /// For each quantity the index of the one that states its population; quantities without one are left out.
  ///
  /// - Parameter quantities: those of the passage, in order.
  func populations(of quantities: [Quantity]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var first = 0
    while first < quantities.count {
      var last = first
      while last < quantities.count, quantities[last].sentence == quantities[first].sentence { last += 1 }
      if last - first > 1 { addPopulations(first..<last, quantities, &result) }
      first = last
    }
    return result
  }

  private enum Role {
    /// Of the figure right before it: "62 percent of 1,004 adults".
    case ofFigureBefore
    /// Of all shares and counts of the sentence: "a survey of 1,004 adults", "n = 812".
    case sample
    /// Of the sentence's rates: "a city of 2 million".
    case inhabitants
  }

  private func addPopulations(_ range: Range<Int>, _ quantities: [Quantity], _ result: inout [Int: Int]) {
    var sample: Int?
    var inhabitants: Int?
    for index in range {
      guard let role = role(of: quantities[index], before: index > range.lowerBound ? quantities[index - 1] : nil)
      else { continue }
      switch role {
      case .ofFigureBefore: result[index - 1] = index
      case .sample: sample = sample ?? index
      case .inhabitants: inhabitants = inhabitants ?? index
      }
    }
    guard sample != nil || inhabitants != nil else { return }
    for index in range where result[index] == nil && quantities[index].exemption == nil {
      if let sample, index != sample, quantities[index].kind == .percent || quantities[index].kind == .ratio {
        result[index] = sample
      } else if let inhabitants, index != inhabitants, quantities[index].kind == .count,
        case .rate = quantities[index].window?.period
      {
        result[index] = inhabitants
      }
    }
  }

  private func role(of quantity: Quantity, before: Quantity?) -> Role? {
    guard quantity.kind == .count, let value = quantity.value, value >= 2, quantity.exemption != .date else {
      return nil
    }
    var at = quantity.terms.lowerBound - 1
    if isMark(at, 0x3D), at > 0, terms[at - 1].range.count == 1, byte(of: at - 1) | 0x20 == 0x6E { return .sample }
    if let words = quantity.approximator, words.upperBound == quantity.terms.lowerBound { at = words.lowerBound - 1 }
    if has(at, .definite) { at -= 1 }
    if word(at) == .all { at -= 1 }
    guard terms.indices.contains(at) else { return nil }
    if terms[at].key == Self.among, isPeople(quantity) { return .sample }
    guard word(at) == .of else { return nil }
    let head = word(at - 1) == .out ? at - 2 : at - 1
    if let before, before.terms.upperBound == head + 1, before.exemption != .date {
      switch before.kind {
      case .percent: return .ofFigureBefore
      case .count, .ratio: return (before.value ?? .infinity) < value ? .ofFigureBefore : nil
      default: return nil
      }
    }
    if at == sentences[quantity.sentence].tokens.lowerBound, isPeople(quantity) { return .sample }
    guard terms.indices.contains(head) else { return nil }
    if Self.samples.contains(terms[head].key) { return .sample }
    if Self.places.contains(terms[head].key) { return .inhabitants }
    return nil
  }

  private func isPeople(_ quantity: Quantity) -> Bool {
    quantity.counted.map { terms[$0].has([.peopleNoun, .vagueClass]) } ?? false
  }

  private static let among = foldedKey("among")
  private static let samples = foldedKeys("poll polls survey surveys study sample samples panel canvass questionnaire")
  private static let places = foldedKeys(
    "city town village country region province district state island county nation population municipality suburb")
}

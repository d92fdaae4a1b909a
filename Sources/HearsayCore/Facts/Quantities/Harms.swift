import ProseText

// What befell those whom a quantity counts. A lead counts "people", the paragraph with the source "passengers", and both mean one toll.
extension Passage {
  /// For counts beside a word of harm the key that stands for that harm, by the quantity's index.
  func harms(of quantities: [Quantity]) -> [Int: UInt64] {
    var harms: [Int: UInt64] = [:]
    for (index, quantity) in quantities.enumerated() where quantity.kind == .count && quantity.unit == nil {
      if let harm = harm(to: quantity) { harms[index] = harm }
    }
    return harms
  }

  private func harm(to quantity: Quantity) -> UInt64? {
    let sentence = sentences[quantity.sentence].tokens
    let first = max(sentence.lowerBound, quantity.terms.lowerBound - Self.reachOfHarm)
    let last = min(sentence.upperBound, quantity.terms.upperBound + Self.reachOfHarm)
    var nearest: (distance: Int, key: UInt64)?
    for index in first..<last {
      guard let key = Self.harmOfWord[terms[index].key] else { continue }
      let distance =
        index < quantity.terms.lowerBound ? quantity.terms.lowerBound - index : index + 1 - quantity.terms.upperBound
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, key) }
    }
    return nearest?.key
  }

  /// Terms on either side within which a word of harm says what is counted.
  private static let reachOfHarm = 9

  /// For each word of harm the key that stands for all words of the same harm.
  private static let harmOfWord = WordTable(
    [
      foldedKeys(
        "dead died die dies dying killed killing kills kill deaths death fatalities toll deceased perished"),
      foldedKeys("injured injuring injures injury injuries wounded wounding hurt hospitalised hospitalized"),
      foldedKeys("arrested arrests arrest detained detaining"),
      foldedKeys("missing unaccounted"),
    ].flatMap { words in words.map { (key: $0, value: words.min() ?? $0) } })
}

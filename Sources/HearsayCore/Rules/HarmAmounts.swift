import ProseText

// How many were killed, hurt, arrested or lost. A lead counts "people", the paragraph with the source "passengers", and both mean one toll.
extension Draft {
  /// The blocks in which a toll has a source.
  func sourcedTolls() -> [Amount: [Int]] {
    var tolls: [Amount: [Int]] = [:]
    for figure in claims where figure.support.isSourced {
      if let harm = harm(figure) { tolls[harm, default: []].append(figure.block) }
    }
    return tolls
  }

  /// Whether a toll has its source in the paragraphs around: an hour's reading away it is another accident.
  func isSourcedToll(_ figure: DraftFigure, _ tolls: [Amount: [Int]]) -> Bool {
    guard !tolls.isEmpty, let harm = harm(figure) else { return false }
    let next = tolls[harm]?.from(figure.block - Self.farthestSource).first
    return next.map { $0 <= figure.block + Self.farthestSource } ?? false
  }

  private static let farthestSource = 8

  /// What befell as many as a figure says, to be compared with others; nil where nobody came to harm.
  func harm(_ figure: DraftFigure) -> Amount? {
    let quantity = figure.quantity
    guard quantity.kind == .count, let value = quantity.value, quantity.unit == nil else { return nil }
    let passage = blocks[figure.block].passage
    let sentence = passage.sentences[quantity.sentence].tokens
    var nearest: (distance: Int, key: UInt64)?
    for index in max(
      sentence.lowerBound, quantity.terms.lowerBound - Self.reach)..<min(
        sentence.upperBound, quantity.terms.upperBound + Self.reach)
    {
      guard let key = Self.harms.first(where: { $0.contains(passage.terms[index].key) })?.min() else { continue }
      let distance =
        index < quantity.terms.lowerBound ? quantity.terms.lowerBound - index : index + 1 - quantity.terms.upperBound
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, key) }
    }
    return nearest.map { Amount(low: value, high: value, kind: .count, unit: nil, counted: $0.key) }
  }

  /// Terms on either side within which a word of harm says what is counted.
  private static let reach = 9

  /// Words for one harm each.
  private static let harms = [
    foldedKeys("dead died die dies dying killed killing kills kill deaths death fatalities toll deceased perished"),
    foldedKeys("injured injuring injures injury injuries wounded wounding hurt hospitalised hospitalized"),
    foldedKeys("arrested arrests arrest detained detaining"),
    foldedKeys("missing unaccounted"),
  ]
}

import ProseText

/// Finds the places of a draft that state the same figure.
///
/// Figures are kept by the size of their value, so that a look-up sees those alone that could agree, whatever the draft's length.
package struct FigureIndex: Sendable {
  private struct Entry: Sendable {
    var figure: Int
    var value: Double
    var rounding: Double
    var noun: UInt64?
    /// Digits enough that two of them rarely agree by chance.
    var isTelling: Bool
  }

  /// What figures must share before their values are compared: what they measure, and the order of size.
  private struct Shelf: Hashable {
    var measure: UInt64
    var size: Int
  }

  private var shelves: [Shelf: [Entry]] = [:]
  private var entries: [Int: (shelf: Shelf, entry: Entry)] = [:]
  private var counting: [UInt64: [Int]] = [:]

  init() {}

  init(_ draft: Draft) {
    for (index, figure) in draft.figures.enumerated() {
      guard figure.isCheckable || figure.quantity.exemption == .headline,
        let (measure, value, rounding) = Self.measured(figure.quantity), value > 0, value.isFinite
      else { continue }
      let passage = draft.blocks[figure.block].passage
      let shelf = Shelf(measure: measure, size: Self.size(value))
      let entry = Entry(
        figure: index, value: value, rounding: min(rounding, value * Self.widest),
        noun: passage.countedKey(figure.quantity),
        isTelling: figure.quantity.significantDigits >= 3 || figure.quantity.hasScale
          || figure.quantity.kind == .measure || figure.quantity.kind == .currency)
      shelves[shelf, default: []].append(entry)
      entries[index] = (shelf, entry)
      if let noun = entry.noun { counting[noun, default: []].append(index) }
    }
  }

  /// Values further apart than this share are never called the same, however roughly they are stated.
  private static let widest = 0.05

  /// The figures that state the same as one: the same value within rounding, in the same unit after conversion, of the same
  /// noun where both count one. Indices into the draft's figures, in order, without itself; at most `limit`.
  package func same(as figure: Int, limit: Int) -> [Int] {
    guard let (shelf, entry) = entries[figure] else { return [] }
    var found: [Int] = []
    for size in shelf.size - 1...shelf.size + 1 {
      var matches = 0
      for other in shelves[Shelf(measure: shelf.measure, size: size)] ?? [] where other.figure != figure {
        guard matches < limit else { break }
        guard Self.agree(entry, other) else { continue }
        matches += 1
        found.append(other.figure)
      }
    }
    return Array(found.sorted().prefix(limit))
  }

  /// The figures that count a noun and stand before another, in order.
  func figures(counting noun: UInt64, before figure: Int) -> ArraySlice<Int> {
    let all = counting[noun] ?? []
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle] < figure { low = middle + 1 } else { high = middle }
    }
    return all[..<low]
  }

  private static func agree(_ one: Entry, _ other: Entry) -> Bool {
    switch (one.noun, other.noun) {
    case (let left?, let right?): guard left == right else { return false }
    case (nil, nil), (nil, _), (_, nil): guard one.isTelling && other.isTelling else { return false }
    }
    return (one.value - other.value).magnitude <= max(one.rounding, other.rounding) * 1.000_001
  }

  /// The exponent and the first three bits of the fraction: steps of 6 to 12 percent, so that values that agree are on one
  /// shelf or on neighbours.
  private static func size(_ value: Double) -> Int { Int(value.bitPattern >> 49) }

  /// A key of what is measured, the value in its base unit, and the rounding there.
  private static func measured(_ quantity: Quantity) -> (UInt64, Double, Double)? {
    guard let value = quantity.value else { return nil }
    switch quantity.kind {
    case .count: return (0, value, quantity.rounding)
    case .percent: return (1, value, quantity.rounding)
    case .percentagePoints: return (2, value, quantity.rounding)
    case .currency: return (foldedKey(quantity.unit ?? ""), value, quantity.rounding)
    case .measure:
      guard let unit = quantity.unit else { return nil }
      guard let scale = UnitConversions.scale(of: unit) else { return (foldedKey(unit), value, quantity.rounding) }
      let base = value * scale.factor + scale.offset
      // A converted value is rounded once more.
      return (16 + UInt64(scale.dimension.rawValue), base, quantity.rounding * scale.factor)
    case .ratio, .multiple, .range, .vague, .date, .time, .ordinal: return nil
    }
  }
}

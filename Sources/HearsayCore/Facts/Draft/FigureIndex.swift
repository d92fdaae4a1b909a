import ProseText

/// Finds the places of a draft that state the same figure.
///
/// Figures are kept by the size of their value, so that a look-up sees those alone that could agree, whatever the draft's length.
package struct FigureIndex: Sendable {
  private struct Entry: Sendable {
    var shelf: Shelf
    var value: Double
    var rounding: Double
    var noun: UInt64?
    /// Digits enough that two of them rarely agree by chance.
    var isTelling: Bool
    /// The figure before this one on the same shelf.
    var previousOnShelf: Int?
  }

  /// What figures must share before their values are compared: what they measure, and the order of size.
  private struct Shelf: Hashable {
    var measure: UInt64
    var size: Int
  }

  /// For each figure of the draft.
  private var entries: [Entry?] = []
  /// The last figure of each shelf.
  private var shelves: [Shelf: Int] = [:]
  /// What was found for the figures that alone are asked about.
  private var known: [Int: [Int]] = [:]

  init() {}

  /// - Parameter same: what is answered for some figures, with nothing to be answered for any other.
  init(same: [Int: [Int]]) { known = same }

  init(_ draft: Draft) {
    entries = [Entry?](repeating: nil, count: draft.figures.count)
    for index in draft.figures.indices {
      guard Self.isIndexed(draft.figures[index].quantity) else { continue }
      let figure = draft.figures[index]
      guard let (measure, value, rounding) = Self.measured(figure.quantity) else { continue }
      let noun = draft.blocks[figure.block].facts.countedKeys[figure.quantity.terms.lowerBound]
      let shelf = Shelf(measure: measure, size: Self.size(value))
      entries[index] = Entry(
        shelf: shelf, value: value, rounding: min(rounding, value * Self.widest), noun: noun,
        isTelling: figure.quantity.significantDigits >= 3 || figure.quantity.hasScale
          || figure.quantity.kind == .measure || figure.quantity.kind == .currency,
        previousOnShelf: shelves.updateValue(index, forKey: shelf))
    }
  }

  /// Values further apart than this share are never called the same, however roughly they are stated.
  private static let widest = 0.05

  /// The figures that state the same as one: the same value within rounding, in the same unit after conversion, of the same
  /// noun where both count one. Indices into the draft's figures, in order, without itself; at most `limit`.
  package func same(as figure: Int, limit: Int) -> [Int] {
    if let known = known[figure] { return Array(known.prefix(limit)) }
    guard entries.indices.contains(figure), let entry = entries[figure] else { return [] }
    var found: [Int] = []
    for size in entry.shelf.size - 1...entry.shelf.size + 1 {
      var at = shelves[Shelf(measure: entry.shelf.measure, size: size)]
      while let index = at, let other = entries[index] {
        if index != figure, Self.agree(entry, other) { found.append(index) }
        at = other.previousOnShelf
      }
    }
    return Array(found.sorted().prefix(limit))
  }

  /// Whether a quantity states a value that others can agree with.
  static func isIndexed(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .date, .time, .ordinal: return false
    default: break
    }
    guard quantity.exemption == nil || quantity.exemption == .headline, let (_, value, _) = measured(quantity) else {
      return false
    }
    return value > 0 && value.isFinite
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

/// The figures of a draft that count the same noun.
struct CountingFigures {
  /// For each figure the one before it that counts the same noun.
  private var previous: [Int?]

  init(_ draft: Draft) {
    var last: [UInt64: Int] = [:]
    previous = [Int?](repeating: nil, count: draft.figures.count)
    for block in draft.blocks.indices {
      for quantity in draft.blocks[block].shared.marks.counting {
        let index = draft.figuresOfBlock[block].lowerBound + quantity.number
        previous[index] = last.updateValue(index, forKey: quantity.noun)
      }
    }
  }

  /// The figures that stand before one and count the same noun, the nearest first, at most `limit`.
  func before(_ figure: Int, limit: Int) -> [Int] {
    var found: [Int] = []
    var at = previous[figure]
    while let index = at, found.count < limit {
      found.append(index)
      at = previous[index]
    }
    return found
  }
}

/// Values that a rule has marked, so that a telling one is not marked again because the draft counts with another noun, or none.
struct MarkedValues {
  private struct Value: Hashable {
    var low: Double?
    var kind: FigureKind
    var unit: String?
  }

  private var all: Set<Value> = []
  private var withoutNoun: Set<Value> = []

  /// Takes in a figure; false where it repeats one: the same many digits, and one of the two names nothing that it counts.
  mutating func insert(_ figure: DraftFigure) -> Bool {
    let quantity = figure.quantity
    guard quantity.significantDigits >= 3 || quantity.hasScale && quantity.significantDigits >= 2 else { return true }
    let value = Value(low: quantity.low, kind: quantity.kind, unit: quantity.unit)
    let isRepeat = quantity.counted == nil ? all.contains(value) : withoutNoun.contains(value)
    all.insert(value)
    if quantity.counted == nil { withoutNoun.insert(value) }
    return !isRepeat
  }
}

import ProseText

/// A statement of change whose amount can be judged: prose of the draft's own, outside quotations.
struct MeasuredChange {
  var block: Int
  var change: Change
  var amount: Quantity
}

/// What the two ends of a change say of the amount that is stated with them.
enum ChangeOutcome: Equatable {
  case right
  /// The amount is the difference of two percentages, and is called percent.
  case points
  /// The amount that follows from the two ends, in the unit of the one stated.
  case wrong(Double)
}

extension Draft {
  /// The changes of which the draft itself says how much.
  func measuredChanges() -> [MeasuredChange] {
    var result: [MeasuredChange] = []
    for (index, block) in readBlocks where isProse(index) {
      for change in block.facts.changes {
        guard let amount = change.amount.map({ block.facts.quantities[$0] }), isChecked(amount, change, in: index)
        else {
          continue
        }
        result.append(MeasuredChange(block: index, change: change, amount: amount))
      }
    }
    return result
  }

  /// Whether a block is read for claims.
  func isProse(_ block: Int) -> Bool {
    switch blocks[block].outline.kind {
    case .paragraph, .listItem: true
    default: false
    }
  }

  /// With both ends given a sum is right or wrong, whatever the sentence is for.
  private func isChecked(_ amount: Quantity, _ change: Change, in block: Int) -> Bool {
    var amount = amount
    if change.from != nil, change.to != nil {
      switch amount.exemption {
      case .instruction, .law, .definition, .hypothetical, .smallCount: amount.exemption = nil
      default: break
      }
    }
    return isAsserted(amount, in: block)
  }

  /// Whether the draft itself asserts a quantity: nobody is quoted, nothing is supposed.
  func isAsserted(_ quantity: Quantity, in block: Int) -> Bool {
    quantity.exemption == nil && quotation(block: block, term: quantity.terms.lowerBound) == nil
  }

  /// The absolute range of a quantity's digits or number words.
  func numeral(of quantity: Quantity, in block: Int) -> Range<Int> {
    let first = quantity.terms.lowerBound
    let end = blocks[block].passage.number(at: first)?.end ?? quantity.terms.upperBound
    return blocks[block].range(first..<min(max(end, first + 1), quantity.terms.upperBound))
  }
}

/// Judges stated changes by interval arithmetic: only what no rounding of the stated numbers makes right is wrong.
struct ChangeArithmetic {
  let quantities: [Quantity]

  /// What the ends of a change say of its amount; nil where they say nothing.
  func outcome(_ change: Change) -> ChangeOutcome? {
    guard var from = change.from, var to = change.to, let amount = change.amount.map({ quantities[$0] }),
      amount.low == amount.high, let stated = amount.low, from.value > 0, to.value >= 0
    else { return nil }
    // "from 2.1m to 4m": the finer of the two says how both are rounded.
    if from.step > 0, to.step > 0 {
      from.step = min(from.step, to.step)
      to.step = from.step
    }
    let before = range(from)
    let after = range(to)
    switch amount.kind {
    case .percent, .ratio: return relative(amount, from, to)
    case .percentagePoints:
      guard arePercentages(from, to), amount.unit != "bp" else { return nil }
      return check(before.distance(to: after), amount.possible, abs(to.value - from.value))
    case .multiple: return multiple(amount, stated, from, to)
    case .count, .currency, .measure:
      guard change.form != .comparison, amount.unit == quantities[to.quantity].unit, !arePercentages(from, to) else {
        return nil
      }
      return check(before.distance(to: after), amount.possible, abs(to.value - from.value))
    default: return nil
    }
  }

  private func range(_ end: Endpoint) -> ValueRange { quantities[end.quantity].possible(end.value, step: end.step) }

  private func arePercentages(_ from: Endpoint, _ to: Endpoint) -> Bool {
    quantities[from.quantity].kind == .percent && quantities[to.quantity].kind == .percent
  }

  private func check(_ possible: ValueRange, _ stated: ValueRange, _ value: Double) -> ChangeOutcome {
    possible.overlaps(stated) ? .right : .wrong(value)
  }

  /// "rose 20 percent from 40 to 50": the difference as a share of where it began.
  private func relative(_ amount: Quantity, _ from: Endpoint, _ to: Endpoint) -> ChangeOutcome? {
    guard let ratio = range(to).divided(by: range(from)), ratio.isFinite else { return nil }
    let unit = amount.kind == .percent ? 100.0 : 1
    let one = ValueRange(low: 1, high: 1)
    let distance = ratio.distance(to: one)
    let possible = ValueRange(low: distance.low * unit, high: distance.high * unit)
    let nominal = abs(to.value / from.value - 1) * unit
    if amount.kind == .percent, arePercentages(from, to), let stated = amount.low,
      abs(abs(to.value - from.value) - stated) < 1e-6,
      !ValueRange(nominal, slack: 0).overlaps(amount.possibleChange)
    {
      return .points
    }
    if possible.overlaps(amount.possibleChange) { return .right }
    if amount.kind == .percent, arePercentages(from, to),
      range(from).distance(to: range(to)).overlaps(amount.possible)
    {
      return .points
    }
    return .wrong(nominal)
  }

  /// "doubled from 3 to 5": twice is twice; rounding of the ends counts for a twentieth of them at most.
  private func multiple(_ amount: Quantity, _ stated: Double, _ from: Endpoint, _ to: Endpoint) -> ChangeOutcome? {
    let before = narrowed(from)
    let after = narrowed(to)
    guard let ratio = after.divided(by: before), ratio.isFinite else { return nil }
    var wanted = amount.possible
    if !amount.isApproximate { wanted = ValueRange(low: wanted.low + stated * 0.05, high: wanted.high - stated * 0.05) }
    // "a fivefold rise" is to five times as much for most writers, and by five times for some.
    if stated > 2 { wanted.high = max(wanted.high, stated + 1) }
    return check(ratio, wanted, to.value / from.value)
  }

  private func narrowed(_ end: Endpoint) -> ValueRange {
    let whole = range(end)
    let slack = min(max(end.value - whole.low, 0), end.value * (quantities[end.quantity].isApproximate ? 0.1 : 0.05))
    return ValueRange(end.value, slack: slack)
  }
}

extension Quantity {
  /// How many digits behind the point it states.
  var places: Int { step <= 0 || step >= 0.5 ? 0 : step >= 0.05 ? 1 : 2 }
}

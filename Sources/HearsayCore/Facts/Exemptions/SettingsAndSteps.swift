import ProseText

// Numbers that a manual states because they are set so: what a program does by default, and how its steps grow.
extension Passage {
  /// "(default: 5)", "defaults to 30 seconds", "the default is 4".
  func isDefaultSetting(_ quantity: Quantity) -> Bool {
    var at = quantity.terms.lowerBound - 1
    var steps = 0
    while at > 0, steps < 3, isMark(at, 0x3A) || isMark(at, 0x3D) || word(at) == .to || terms[at].has(.be) {
      at -= 1
      steps += 1
    }
    return steps > 0 && at >= 0 && Self.defaults.contains(terms[at].key)
  }

  /// "the delay doubles after each try": how a mechanism goes on, step by step.
  func isStep(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    guard quantity.kind == .multiple || quantity.kind == .ratio, first > 0,
      Self.mechanisms.contains(terms[first - 1].key)
    else { return false }
    switch word(next) {
    case .after, .with, .on, .at: return Self.each.contains(terms[next + 1].key)
    default: return false
    }
  }

  private static let defaults = foldedKeys("default defaults preset presets")
  private static let mechanisms = foldedKeys("wait delay interval timeout pause backoff step buffer limit")
  private static let each = foldedKeys("each every")
}

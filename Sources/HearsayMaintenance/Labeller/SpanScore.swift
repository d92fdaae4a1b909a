import HearsayCore

/// Counts of what was found, wrongly found and missed.
struct Tally {
  var right = 0
  var wrong = 0
  var missed = 0

  mutating func add(_ gold: Set<Range<Int>>, _ found: Set<Range<Int>>) {
    let both = gold.intersection(found).count
    right += both
    wrong += found.count - both
    missed += gold.count - both
  }

  static func + (first: Tally, second: Tally) -> Tally {
    Tally(right: first.right + second.right, wrong: first.wrong + second.wrong, missed: first.missed + second.missed)
  }

  var precision: Double { Double(right) / Double(max(1, right + wrong)) }
  var recall: Double { Double(right) / Double(max(1, right + missed)) }
  var score: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  /// F1, precision and recall in percent.
  var line: String { "\(percent(score)) (P \(percent(precision)) R \(percent(recall)))" }
}

/// A share in percent with one decimal.
func percent(_ share: Double) -> String {
  let tenths = Int((share * 1000).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

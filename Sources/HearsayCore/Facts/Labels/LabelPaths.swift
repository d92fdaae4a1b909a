/// The best paths so far that end in each label: Viterbi's algorithm in 16 bits.
///
/// Scores are relative to the best path's, so that they stay small however long the passage: one term moves them by less than
/// 9,000 (a sum of at most 70 weights of 8 bits) and a transition that is allowed by a few hundred.
package struct LabelPaths {
  private static let labelCount = 7
  /// The size in bytes of the transitions that lead to one class of terms: a row of eight scores for each label that a
  /// path may come from.
  static let tableSize = labelCount * rowSize
  private static let rowSize = 16
  /// What a forbidden transition costs: more than any term gives back.
  package static let forbidden: Int16 = -16_384
  /// No transition that is allowed brings or costs more.
  package static let largestTransition: Float = 500
  /// Nothing is worse, so that no sum leaves 16 bits.
  private static let lowest: Int16 = -12_000

  /// One a label; the last one is padding.
  private var scores = SIMD8<Int16>(repeating: Self.lowest)
  private let costs: SIMD8<Int16>

  /// - Parameter leaning: what a term outside of all spans costs.
  init(leaning: Int16) {
    scores[0] = 0
    var costs = SIMD8<Int16>.zero
    costs[0] = leaning
    self.costs = costs
  }

  /// Goes on to the next term and answers which label each path came from.
  ///
  /// - Parameters:
  ///   - table: the transitions that lead to the term.
  ///   - emission: the scores of the labels for the term by itself.
  @inline(__always)
  mutating func extend(_ table: UnsafeRawPointer, _ emission: SIMD8<Int16>) -> SIMD8<UInt8> {
    var best = table.loadUnaligned(as: SIMD8<Int16>.self) &+ SIMD8(repeating: scores[0])
    var source = SIMD8<Int16>.zero
    for label in 1..<Self.labelCount {
      let row = table.loadUnaligned(fromByteOffset: label * Self.rowSize, as: SIMD8<Int16>.self)
      let candidate = row &+ SIMD8(repeating: scores[label])
      let isBetter = candidate .> best
      best.replace(with: candidate, where: isBetter)
      source.replace(with: Int16(truncatingIfNeeded: label), where: isBetter)
    }
    best = pointwiseMax(best, SIMD8(repeating: Self.lowest)) &+ emission &- costs
    let halves = pointwiseMax(best.lowHalf, best.highHalf)
    let quarters = pointwiseMax(halves.lowHalf, halves.highHalf)
    let highest = max(quarters[0], quarters[1])
    scores = pointwiseMax(best &- SIMD8(repeating: highest), SIMD8(repeating: Self.lowest))
    return SIMD8<UInt8>(truncatingIfNeeded: source)
  }

  /// The label in which the best path ends.
  var best: UInt8 {
    var best = 0
    for label in 1..<Self.labelCount where scores[label] > scores[best] { best = label }
    return UInt8(truncatingIfNeeded: best)
  }
}

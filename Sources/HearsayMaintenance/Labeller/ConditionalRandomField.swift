import HearsayCore

/// A linear-chain conditional random field in training: FTRL-proximal (McMahan et al. 2013), one step a sequence.
///
/// One thread and a fixed order of sums, so that the same data gives the same weights to the bit.
struct ConditionalRandomField {
  static let labels = 7
  static let transitionClasses = 16

  let bits: Int
  private let rate: Float
  private let sparsity: Float
  /// For each row eight sums of gradients, eight sums of their squares and eight weights.
  private var sums: [SIMD8<Float>]
  private var squares: [SIMD8<Float>]
  private(set) var rows: [SIMD8<Float>]
  private var transitionSums: [Float]
  private var transitionSquares: [Float]

  /// - Parameters:
  ///   - rate: alpha of the method; beta is 1.
  ///   - sparsity: the L1 penalty of rows; transitions have none.
  init(bits: Int, rate: Float, sparsity: Float) {
    self.bits = bits
    self.rate = rate
    self.sparsity = sparsity
    sums = [SIMD8<Float>](repeating: .zero, count: 1 << bits)
    squares = sums
    rows = sums
    transitionSums = [Float](repeating: 0, count: Self.transitionClasses * 49)
    transitionSquares = transitionSums
  }

  /// Scores of going from a label to a label, 49 for each class of term; what may not be is far below.
  func transitions() -> [Float] {
    (0..<transitionSums.count).map { index in
      Self.mayFollow(index % 49 / 7, index % 7) ? transition(index) : Self.never
    }
  }

  static let never: Float = -1e30

  /// What is inside stands behind its own kind.
  private static func mayFollow(_ before: Int, _ label: Int) -> Bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
  }

  private func transition(_ index: Int) -> Float {
    -transitionSums[index] * rate / (1 + transitionSquares[index].squareRoot())
  }

  /// Goes once through all sequences in an order that the seed gives.
  mutating func pass(_ sequences: [LabellerSequence], seed: UInt64) {
    var random = SplitMix64(state: seed)
    for index in sequences.indices.shuffled(using: &random) { learn(sequences[index]) }
  }

  private mutating func learn(_ sequence: LabellerSequence) {
    guard sequence.count > 0 else { return }
    let expectation = LabelExpectation(scores(sequence), transitions(), sequence.sample.transitionClasses)
    let mask = UInt32(1 << bits - 1)
    for index in 0..<sequence.count {
      var gradient = expectation.labels[index]
      gradient[Int(sequence.labels[index])] -= 1
      // What is right already teaches nothing.
      if gradient.replacing(with: -gradient, where: gradient .< 0).max() < 0.002 { continue }
      let square = gradient * gradient
      for place in sequence.features(index) {
        step(Int(sequence.sample.features[place] & mask), gradient, square)
      }
    }
    learnTransitions(sequence, expectation)
  }

  @inline(__always)
  private mutating func step(_ row: Int, _ gradient: SIMD8<Float>, _ square: SIMD8<Float>) {
    let old = squares[row]
    let new = old + square
    let (oldRoot, newRoot) = (old.squareRoot(), new.squareRoot())
    let sum = sums[row] + (gradient - (newRoot - oldRoot) / rate * rows[row])
    let isNegative = sum .< 0
    let magnitude = sum.replacing(with: -sum, where: isNegative)
    let penalty = SIMD8<Float>(repeating: sparsity).replacing(with: -sparsity, where: isNegative)
    let weight = -(sum - penalty) / ((1 + newRoot) / rate)
    squares[row] = new
    sums[row] = sum
    rows[row] = weight.replacing(with: 0, where: magnitude .<= sparsity)
  }

  private mutating func learnTransitions(_ sequence: LabellerSequence, _ expectation: LabelExpectation) {
    var gradient = [Float](repeating: 0, count: transitionSums.count)
    var before = 0
    for index in 0..<sequence.count {
      let table = Int(sequence.sample.transitionClasses[index]) * 49
      for pair in 0..<49 { gradient[table + pair] += expectation.transitions[index * 49 + pair] }
      gradient[table + before * 7 + Int(sequence.labels[index])] -= 1
      before = Int(sequence.labels[index])
    }
    for index in gradient.indices where gradient[index] != 0 {
      let old = transitionSquares[index]
      let new = old + gradient[index] * gradient[index]
      transitionSums[index] += gradient[index] - (new.squareRoot() - old.squareRoot()) / rate * transition(index)
      transitionSquares[index] = new
    }
  }

  /// The scores of the labels of each term.
  private func scores(_ sequence: LabellerSequence) -> [SIMD8<Float>] {
    let mask = UInt32(1 << bits - 1)
    return (0..<sequence.count).map { index in
      var sum = SIMD8<Float>.zero
      for place in sequence.features(index) { sum += rows[Int(sequence.sample.features[place] & mask)] }
      return sum
    }
  }
}

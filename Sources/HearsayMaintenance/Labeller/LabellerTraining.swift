/// Trains the labeller's two models: one for blocks, one for what is said inside contents.
struct LabellerTraining {
  var outerBits = 18
  var innerBits = 17
  var rounds = 6
  var rate: Float = 0.04
  var sparsity: Float = 0.3

  /// The file of weights for annotated blocks; the same blocks give the same bytes.
  func train(_ blocks: [LabelledBlock]) -> [UInt8] {
    let outer = field(LabellerSequence.outer(blocks), bits: outerBits)
    let inner = field(LabellerSequence.inner(blocks), bits: innerBits)
    return LabellerFile.write(outer: outer, inner: inner)
  }

  private func field(_ sequences: [LabellerSequence], bits: Int) -> ConditionalRandomField {
    var field = ConditionalRandomField(bits: bits, rate: rate, sparsity: sparsity)
    for round in 1...rounds { field.pass(sequences, seed: UInt64(round)) }
    return field
  }
}

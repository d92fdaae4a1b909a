import HearsayCore

/// A row of terms to learn from: features, transition classes and the right labels.
struct LabellerSequence {
  var sample: LabellerSample
  var labels: [UInt8]

  var count: Int { labels.count }

  init(_ sample: LabellerSample, _ labels: some Sequence<AttributionLabel>) {
    self.sample = sample
    self.labels = labels.map(\.rawValue)
  }

  /// The features of a term.
  func features(_ index: Int) -> Range<Int> {
    Int(sample.offsets[index])..<Int(sample.offsets[index + 1])
  }

  /// What the outer model learns from: whole blocks.
  static func outer(_ blocks: [LabelledBlock]) -> [LabellerSequence] {
    blocks.map { LabellerSequence($0.block.sample(), $0.outer) }
  }

  /// What the inner model learns from: whole blocks, and contents with what is attributed inside them.
  ///
  /// Nested attributions are few; the outermost ones teach what cues and sources look like.
  static func inner(_ blocks: [LabelledBlock]) -> [LabellerSequence] {
    outer(blocks)
      + blocks.flatMap { block in
        block.parts.map { LabellerSequence(block.block.sample(part: $0), block.nested[$0]) }
      }
  }
}

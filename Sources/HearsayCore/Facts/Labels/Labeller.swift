import Model

/// Where the labeller has its weights from.
package enum LabellerWeights: Sendable {
  /// Nowhere: the rules stand alone.
  case none
  /// The program's own bytes.
  case embedded
  /// A file that was just trained.
  case bytes([UInt8])

  /// The size of the embedded weights in bytes.
  package static var embeddedSize: Int { hearsay_labeller_size() }
}

/// Labels passages with the weights of one model, whatever was labelled before.
struct Labeller: Sendable {
  private let weights: LabellerWeights
  private var sums = LabellerSums()

  init(_ weights: LabellerWeights) { self.weights = weights }

  /// Whether the labels of the next block are worth keeping: it is being written.
  var keepsLast: Bool {
    get { sums.keepsLast }
    set { sums.keepsLast = newValue }
  }

  /// One of the same weights that has read nothing yet.
  func anew() -> Labeller { Labeller(weights) }

  /// Forgets the block that was read last.
  mutating func forgetLast() { sums.memory = LabelMemory() }

  /// Calls a closure with the model where there are weights of the version that this code reads.
  mutating func withModel(_ body: (LabellerModel, inout LabellerSums) -> Void) {
    switch weights {
    case .none: break
    case .embedded:
      let buffer = UnsafeRawBufferPointer(start: hearsay_labeller_bytes(), count: hearsay_labeller_size())
      if let model = LabellerModel(buffer) { body(model, &sums) }
    case .bytes(let bytes):
      bytes.withUnsafeBytes { buffer in
        if let model = LabellerModel(buffer) { body(model, &sums) }
      }
    }
  }
}

// Labels the terms of a passage as source, cue and content: a linear-chain conditional random field (Lafferty, McCallum
// and Pereira 2001) with hashed features and integer weights, decoded by Viterbi's algorithm. The same text has the same
// labels on every machine.
extension LabellerModel {
  /// The outermost spans among the terms of a passage.
  func outerSpans(of passage: LabellerPassage, _ sums: inout LabellerSums) -> [LabelledSpan] {
    LabelledSpan.spans(of: outer.labels(of: passage, &sums)).map { $0.moved(by: passage.terms.lowerBound) }
  }

  /// Few contents hold an attribution, so that training leans to none: one that is nearly found counts.
  private static let leaning: Int16 = 20

  /// The spans inside a content; none in other spans.
  func nestedSpans(
    in content: LabelledSpan, of passage: LabellerPassage, _ sums: inout LabellerSums
  ) -> [LabelledSpan] {
    guard content.role == .content, content.terms.count >= LabellerBlock.leastPart,
      content.terms.contains(where: { passage[$0].anchor != 0 })
    else { return [] }
    let part = LabellerPassage(passage, part: content.terms)
    let labels = inner.labels(of: part, &sums, leaning: Self.leaning)
    return LabelledSpan.spans(of: labels).map { $0.moved(by: content.terms.lowerBound) }
  }
}

extension LabellerModel.Weights {
  /// The best row of labels for a passage's terms.
  ///
  /// - Parameter leaning: what a term outside of all spans costs.
  func labels(of passage: LabellerPassage, _ sums: inout LabellerSums, leaning: Int16 = 0) -> [AttributionLabel] {
    let terms = passage.terms
    let labels: [AttributionLabel]? = passage.withFeatures { features in
      var from = [SIMD8<UInt8>](repeating: .zero, count: terms.count)
      var last: UInt8 = 0
      sums.withEmissions(self, features) { emissions in
        var paths = LabelPaths(leaning: leaning)
        var ahead = emissions.places(of: terms.lowerBound)
        for index in terms {
          let places = ahead
          if index + 1 < terms.upperBound { ahead = emissions.places(of: index + 1) }
          let table = transitions + features.transitionClass(index) * LabelPaths.tableSize
          from[index - terms.lowerBound] = paths.extend(table, emissions.scores(of: index, places))
        }
        last = paths.best
      }
      var labels = [AttributionLabel](repeating: .outside, count: terms.count)
      for index in stride(from: terms.count - 1, through: 0, by: -1) {
        labels[index] = AttributionLabel(rawValue: last) ?? .outside
        last = from[index][Int(last)]
      }
      return labels
    }
    return labels ?? []
  }

  /// What the selected rows add up to.
  @inline(__always)
  func sum(_ selected: UnsafeMutablePointer<UInt32>, _ count: Int) -> SIMD8<Int16> {
    var sum = SIMD8<Int16>(repeating: 0)
    for index in 0..<count {
      let row = (rows + Int(selected[index]) * 8).loadUnaligned(as: SIMD8<Int8>.self)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
    }
    return sum
  }
}

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
  /// The spans in a passage: the outermost ones, then those inside contents.
  func spans(of passage: LabellerPassage, _ sums: inout LabellerSums) -> [LabelledSpan] {
    let outer = LabelledSpan.spans(of: self.outer.labels(of: passage, &sums))
    return outer + outer.flatMap { nestedSpans(in: $0, of: passage, &sums) }
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
    return LabelledSpan.spans(of: labels).map { span in
      let low = content.terms.lowerBound
      return LabelledSpan(role: span.role, terms: span.terms.lowerBound + low..<span.terms.upperBound + low)
    }
  }
}

extension LabellerModel.Weights {
  /// The best row of labels for a passage's terms.
  ///
  /// - Parameters:
  ///   - part: the terms to label, outside of which no span reaches; nil for all.
  ///   - leaning: what a term outside of all spans costs.
  func labels(
    of passage: LabellerPassage, in part: Range<Int>? = nil, _ sums: inout LabellerSums, leaning: Int16 = 0
  ) -> [AttributionLabel] {
    let count = part?.count ?? passage.count
    let first = part?.lowerBound ?? 0
    guard count > 0 else { return [] }
    let labels: [AttributionLabel]? = passage.withFeatures { features in
      var from = [SIMD8<UInt8>](repeating: .zero, count: count)
      var last: UInt8 = 0
      sums.withEmissions(self, features) { emissions in
        var paths = LabelPaths(leaning: leaning)
        var ahead = features.words[first].isInIdleSentence ? nil : emissions.places(of: first)
        for index in 0..<count {
          let places = ahead
          let next = first + index + 1
          ahead = index + 1 < count && !features.words[next].isInIdleSentence ? emissions.places(of: next) : nil
          if let places {
            let table = transitions + features.transitionClass(first + index) * LabelPaths.tableSize
            from[index] = paths.extend(table, emissions.scores(of: first + index, places))
          } else {
            from[index][0] = paths.restartOutside()
          }
        }
        last = paths.best
      }
      var labels = [AttributionLabel](repeating: .outside, count: count)
      for index in stride(from: count - 1, through: 0, by: -1) {
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

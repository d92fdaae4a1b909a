package import ProseText

/// A block of a draft as the labeller is trained on it.
package struct LabellerBlock {
  /// Absolute UTF-8 byte ranges of the terms.
  package let terms: [Range<Int>]
  private let input: LabellerInput

  /// The prose blocks of a draft, read without the labeller.
  package static func blocks(of text: SourceText, _ format: DraftFormat) -> [LabellerBlock] {
    let whole = format.outline(of: text.bytes)
    let usage = DraftUsage(labels: ByteHash.hash(whole), numbers: NumberFormat(of: text.bytes))
    var cache = BlockCache(.none)
    cache.beginDraft(text.bytes)
    return whole.blocks.compactMap { outline in
      let shared = cache.facts(of: outline, in: text.bytes, format, whole, usage)
      guard shared.facts.isEnglish, shared.facts.passage.isTagged else { return nil }
      let block = DraftBlock(outline: outline, facts: shared)
      return LabellerBlock(
        terms: block.passage.terms.indices.map { block.range($0..<$0 + 1) },
        input: LabellerInput(
          block.passage, block.facts.quotations, block.facts.quoteAt, block.facts.attributions))
    }
  }

  /// The features of the block's terms, or of one content's.
  package func sample(part: Range<Int>? = nil) -> LabellerSample {
    let whole = LabellerPassage(input.passage.terms.indices, of: input)
    return LabellerSample(part.map { LabellerPassage(whole, part: $0) } ?? whole)
  }

  /// Shorter contents hold no attribution of their own.
  package static let leastPart = 4

  /// The spans that the labeller finds in the block, those inside contents included.
  package func spans(_ weights: LabellerWeights) -> [LabelledSpan] {
    var result: [LabelledSpan] = []
    var labeller = Labeller(weights)
    labeller.withModel { model, sums in
      let stretches = model.stretches(of: input, most: .max, nil, &sums) ?? []
      result = stretches.flatMap(\.outer) + stretches.flatMap(\.nested).flatMap(\.spans)
    }
    return result
  }
}

/// Features and transition classes of a row of terms.
package struct LabellerSample {
  /// Hashes of the features of all terms, one term behind the other.
  package var features: [UInt32] = []
  /// Where each term's features begin, and where the last one's end.
  package var offsets: [Int32] = [0]
  package var transitionClasses: [UInt8] = []

  init(_ passage: LabellerPassage) {
    guard let sample = passage.withFeatures({ LabellerSample($0) }) else { return }
    self = sample
  }

  private init(_ view: LabellerFeatures) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LabellerRows.capacity) { room in
      guard let base = room.baseAddress else { return }
      var rows = LabellerRows(base, mask: .max)
      for index in view.terms {
        rows.clear()
        view.add(index, to: &rows)
        features.append(contentsOf: room.prefix(rows.count))
        offsets.append(Int32(features.count))
        transitionClasses.append(UInt8(view.transitionClass(index)))
      }
    }
  }
}

import ProseText

extension Draft {
  /// Whether the words of a source are a figure's: "more than two million people replied".
  func holdsFigure(_ source: SourceDescription, in block: Int) -> Bool {
    figuresOfBlock[block].contains { index in
      let quantity = figures[index].quantity
      return quantity.kind != .vague && !(quantity.isSpelled && (quantity.high ?? 0) < 10)
        && source.phrase.terms.contains(quantity.terms.lowerBound)
    }
  }

  /// "Imagine you run a mill. Someone on your team says …": whoever speaks in a scene that the reader is asked to imagine.
  func isImagined(_ attribution: DraftAttribution) -> Bool {
    let block = blocks[attribution.block]
    let traits = block.facts.traits
    guard traits.prefix(attribution.local.sentence + 1).contains(where: { $0.contains(.hypothetical) }) else {
      return false
    }
    if traits[attribution.local.sentence].contains(.hypothetical) { return true }
    let passage = block.passage
    return passage.sentences.prefix(attribution.local.sentence).contains { sentence in
      guard let first = sentence.tokens.first(where: { passage.terms[$0].isWord }) else { return false }
      return passage.word(first) == .imagine || passage.word(first) == .suppose
    }
  }
}

extension SourceDescription {
  /// "what users say": the words of a clause that stands for a thing.
  func isInFreeRelative(of passage: Passage) -> Bool {
    phrase.terms.lowerBound > 0 && Self.relatives.contains(passage.terms[phrase.terms.lowerBound - 1].key)
  }

  private static let relatives = foldedKeys("what whatever")
}

package import ProseText

/// The stages of reading quantities one by one, for those who measure them: nothing here is used by the analysis itself.
///
/// No part of speech is read, so what a quantity counts and whether it is exempt stays open.
package enum ReadingStages {
  /// How many tokens the prose of a draft has.
  package static func tokens(of text: SourceText, _ format: DraftFormat) -> Int {
    let outline = format.outline(of: text.bytes)
    return outline.blocks.reduce(0) { sum, block in
      guard block.kind.isProse else { return sum }
      return sum
        + tokenize(text.bytes, at: block.range.lowerBound, format.content(of: block, in: text.bytes, outline)).count
    }
  }

  /// The prose of a draft as terms: tokens with what the lexicon knows of them.
  package static func passages(of text: SourceText, _ format: DraftFormat) -> Passages {
    let outline = format.outline(of: text.bytes)
    let numbers = NumberFormat(of: text.bytes)
    return Passages(
      blocks: outline.blocks.compactMap { block in
        guard block.kind.isProse else { return nil }
        return Passage(
          untagged: block, format.content(of: block, in: text.bytes, outline), in: text.bytes, numbers: numbers)
      })
  }

  /// Terms of a draft, block by block.
  package struct Passages: Sendable {
    let blocks: [Passage]

    package var terms: Int { blocks.reduce(0) { $0 + $1.terms.count } }

    /// Finds every quantity expression, and answers how many there are.
    package func quantities() -> Int { blocks.reduce(0) { $0 + QuantityReader($1).quantities().count } }
  }
}

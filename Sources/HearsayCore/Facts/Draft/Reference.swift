import ProseText

/// A link, note, address or key in the draft that answers for a figure.
package struct Reference: Sendable, Equatable {
  /// The whole of it, absolute UTF-8 byte range.
  package var range: Range<Int>
  /// Where it leads, or the label that it names; empty where it has none.
  package var target: Range<Int>

  private static let mostOfFigure = 8
  /// Bytes behind a sentence's stop within which a note still belongs to it.
  private static let farthestNote = 24

  /// What is cited for a figure that a citation answers for.
  fileprivate static func all(for figure: DraftFigure, in draft: Draft) -> [Reference] {
    guard figure.support.status == .cited else { return [] }
    let block = draft.blocks[figure.block]
    let sentence = block.passage.sentences[figure.quantity.sentence].range
    let inlines = block.facts.content.inlines
    let low = inlines.firstPlace { $0.range.lowerBound >= sentence.lowerBound }
    let near = inlines[low...].prefix { $0.range.lowerBound < sentence.upperBound + farthestNote }
    let references = near.lazy.filter {
      switch $0.kind {
      case .link, .address, .footnote, .citation: true
      case .code, .math, .image, .html, .emphasis, .comment: false
      }
    }
    return references.prefix(mostOfFigure).map { inline in
      Reference(
        range: block.absolute(inline.range), target: inline.target.isEmpty ? 0..<0 : block.absolute(inline.target))
    }
  }
}

extension Analysis {
  /// What is cited for a figure, by its index; empty where no citation answers for it.
  package func references(of figure: Int) -> [Reference] {
    draft.map { Reference.all(for: $0.figures[figure], in: $0) } ?? []
  }
}

package import ProseText

/// A place where a draft names a source by its key: `[@id]`, `{src:id}`, `\cite{id}`.
package struct KeyMention: Sendable, Equatable {
  /// The whole of it, absolute UTF-8 byte range.
  package var range: Range<Int>
  /// The key alone.
  package var idRange: Range<Int>
  package var id: String
  /// Index of the ledger's source that has the id; nil where none has, or where there is no ledger.
  package var entry: Int?
  /// Whether the draft itself has an entry for it, as a list of references.
  package var isDefinedInDraft: Bool

  /// The keys of a text, in order, without any other reading of it.
  package static func all(in text: SourceText, format: DraftFormat) -> [KeyMention] {
    let outline = format.outline(of: text.bytes)
    return outline.blocks.filter(\.kind.isProse).flatMap { block in
      format.content(of: block, in: text.bytes, outline).inlines.filter(\.isKey).map { inline in
        KeyMention(inline, text) { $0.lowerBound + block.range.lowerBound..<$0.upperBound + block.range.lowerBound }
      }
    }
  }

  /// The keys of an analysed draft, in order.
  static func all(in draft: Draft) -> [KeyMention] {
    draft.blocks.indices.flatMap { all(in: draft, block: $0) }
  }

  /// The keys of one of its blocks, by the block's index.
  static func all(in draft: Draft, block index: Int) -> [KeyMention] {
    let block = draft.blocks[index]
    guard block.outline.kind.isProse else { return [] }
    return block.facts.content.inlines.filter(\.isKey).map { inline in
      var mention = KeyMention(inline, draft.text, at: block.absolute)
      mention.entry = draft.ledger?.opened.index.entry(mention.id)
      return mention
    }
  }

  private init(_ inline: Inline, _ text: SourceText, at absolute: (Range<Int>) -> Range<Int>) {
    range = absolute(inline.range)
    idRange = absolute(inline.target)
    id = text.string(idRange)
    isDefinedInDraft = inline.isResolved
  }
}

extension Inline {
  fileprivate var isKey: Bool { kind == .citation && !target.isEmpty }
}

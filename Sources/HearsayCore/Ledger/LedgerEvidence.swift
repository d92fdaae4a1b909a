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
    draft.blocks.lazy.filter(\.outline.kind.isProse).flatMap { block in
      block.facts.content.inlines.filter(\.isKey).map { inline in
        var mention = KeyMention(inline, draft.text, at: block.absolute)
        mention.entry = draft.ledger?.opened.index.entry(mention.id)
        return mention
      }
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

/// How a figure of a draft goes with the ledger's source for it.
package struct LedgerEvidence: Sendable, Equatable {
  /// Index of the source.
  package var entry: Int
  /// Whether source and draft say the same.
  package var agrees: Bool
  /// What the source says, in its words, as far as they are known.
  package var sentence: String?
  /// Where its saved copy says it, UTF-8 byte range of the copy.
  package var place: Range<Int>?
  /// Index of the source's figure that it was held against, where the ledger's list says otherwise than draft and copy.
  package var listed: Int?

  /// The evidence for the figures of a draft, by their indices.
  static func all(in draft: Draft) -> [Int: LedgerEvidence] {
    guard let facts = draft.ledger else { return [:] }
    var result: [Int: LedgerEvidence] = [:]
    for (figure, entry) in facts.supports where entry >= 0 {
      result[figure] = LedgerEvidence(entry: entry, agrees: true)
    }
    for (figure, verdict) in facts.verdicts {
      result[figure] = LedgerEvidence(
        entry: verdict.entry, agrees: verdict.kind == .agrees, sentence: verdict.sentence ?? verdict.archived?.sentence,
        place: verdict.archived.flatMap { facts.opened.archive(of: verdict.entry)?.sentence(of: $0) },
        listed: verdict.isLedgerWrong ? verdict.listed : nil)
    }
    return result
  }
}

extension LedgerVerdict {
  /// Draft and copy agree, and the ledger's list says otherwise.
  fileprivate var isLedgerWrong: Bool { if case .ledgerDiffers = kind { true } else { false } }
}

extension ArchivedSource {
  /// The copy's text.
  package var text: SourceText { draft.text }

  /// Where the sentence of a figure stands, UTF-8 byte range.
  func sentence(of figure: ArchivedFigure) -> Range<Int> {
    let quantity = draft.figures[figure.index]
    let block = draft.blocks[quantity.block]
    return block.absolute(block.passage.sentences[quantity.quantity.sentence].range)
  }
}

extension OpenedLedger {
  /// The text of an entry's saved copy, where it was read.
  package func copiedText(of entry: Int) -> SourceText? { archive(of: entry)?.text }
}

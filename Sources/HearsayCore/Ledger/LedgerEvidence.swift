package import ProseText

/// What the ledger says of one figure of a draft: which source is meant, and how the figure goes with it.
package struct LedgerEvidence: Sendable, Equatable {
  /// How the figure goes with the source.
  package enum Verdict: String, Sendable {
    case agrees, differs
    /// The source is credited, and was not held against the figure.
    case credited
  }

  /// Index of the source.
  package var entry: Int
  package var source: LedgerSource
  package var verdict: Verdict
  /// What the source says, in its words, as far as they are known.
  package var sentence: String?
  /// Where its saved copy says it, UTF-8 byte range of the copy.
  package var place: Range<Int>?
  /// Index of the source's figure that it was held against, where the ledger's list says otherwise than draft and copy.
  package var listed: Int?

  private init(_ entry: Int, _ facts: LedgerFacts, _ verdict: Verdict) {
    self.entry = entry
    source = facts.ledger.sources[entry]
    self.verdict = verdict
  }

  /// Nil where the ledger says nothing of the figure.
  fileprivate init?(of index: Int, in draft: Draft) {
    guard let facts = draft.ledger else { return nil }
    if let verdict = facts.verdicts[index] {
      self.init(verdict.entry, facts, verdict.kind == .agrees ? .agrees : .differs)
      sentence = verdict.sentence ?? verdict.archived?.sentence
      place = verdict.archived.flatMap { facts.opened.archive(of: verdict.entry)?.sentence(of: $0) }
      listed = verdict.isLedgerWrong ? verdict.listed : nil
    } else if let entry = facts.supports[index], entry >= 0 {
      self.init(entry, facts, .agrees)
    } else if draft.figures[index].isCheckable,
      let entry = draft.figures[index].support.attribution.flatMap({ facts.entries[$0] })
    {
      self.init(entry, facts, .credited)
    } else {
      return nil
    }
  }
}

extension Analysis {
  /// What the ledger says of a figure, by its index; nil where that is nothing.
  package func evidence(of figure: Int) -> LedgerEvidence? {
    draft.flatMap { LedgerEvidence(of: figureNumbers.isEmpty ? figure : figureNumbers[figure], in: $0) }
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

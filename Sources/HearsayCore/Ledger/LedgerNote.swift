/// What the ledger says of one figure of a draft: which entry is meant, and what its saved copy has.
package struct LedgerNote: Sendable, Equatable {
  /// How the figure goes with the entry.
  package enum Verdict: String, Sendable {
    case agrees, differs
    /// The entry is credited, and was not held against the figure.
    case credited
  }

  /// The entry's key.
  package var id: String
  package var title: String?
  package var publisher: String?
  package var url: String?
  /// The address of an archived copy.
  package var archived: String?
  /// The saved copy, relative to the ledger.
  package var file: String?
  package var verdict: Verdict
  /// The sentence of the saved copy, or the ledger's quotation, that the verdict rests on.
  package var sentence: String?

  /// By figure: the notes of all figures of which the ledger says something.
  static func all(in draft: Draft, _ evidence: [Int: LedgerEvidence]) -> [Int: LedgerNote] {
    guard let facts = draft.ledger else { return [:] }
    var notes = evidence.mapValues {
      LedgerNote(facts.ledger.sources[$0.entry], $0.agrees ? .agrees : .differs, $0.sentence)
    }
    for (index, figure) in draft.figures.enumerated() where notes[index] == nil && figure.isCheckable {
      guard let entry = figure.support.attribution.flatMap({ facts.entries[$0] }) else { continue }
      notes[index] = LedgerNote(facts.ledger.sources[entry], .credited, nil)
    }
    return notes
  }

  private init(_ source: LedgerSource, _ verdict: Verdict, _ sentence: String?) {
    id = source.id
    title = source.title
    publisher = source.publisher
    url = source.url
    archived = source.archived
    file = source.file
    self.verdict = verdict
    self.sentence = sentence
  }
}

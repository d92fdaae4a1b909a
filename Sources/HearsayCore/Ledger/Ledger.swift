/// What a project knows of its sources: who they are, what they count, and where they have it from.
///
/// A value read from `hearsay.sources.jsonc`; nothing here was checked against the world.
package struct Ledger: Sendable, Equatable {
  package var sources: [LedgerSource] = []
  /// Figures that everybody knows and nobody needs to source.
  package var commonKnowledge: [CommonFact] = []
  package var settings = LedgerSettings()

  package init() {}

  /// The entry of an id, which counts byte by byte.
  package func index(of id: String) -> Int? {
    sources.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }
  }
}

/// How near a source stands to what it tells.
package enum SourceRank: String, Sendable, CaseIterable {
  /// It counted, decided or saw for itself.
  case primary
  /// It passes on what others counted.
  case secondary
  /// It gathers what others passed on.
  case tertiary
}

/// Whether an entry still counts.
package enum EntryStatus: String, Sendable, CaseIterable {
  case active, retired, disputed
}

/// One source of the ledger.
package struct LedgerSource: Sendable, Equatable {
  package var id: String
  package var title: String?
  package var publisher: String?
  package var author: String?
  package var rank: SourceRank?
  /// A type of the Citation Style Language: "article", "report", "book".
  package var type: String?
  /// Other names under which drafts credit it.
  package var aliases: [String] = []
  package var url: String?
  package var archived: String?
  /// The saved copy, relative to the ledger.
  package var file: String?
  /// The copy's place in the ledger's bytes, for findings about it.
  package var fileRange: Range<Int>?
  package var issued: LedgerDate?
  package var accessed: LedgerDate?
  package var derivations: [Derivation] = []
  package var figures: [LedgerFigure] = []
  package var interest: String?
  package var verifications: [Verification] = []
  package var status = EntryStatus.active
  /// Why the source cannot be shown, where it cannot.
  package var confidentiality: String?
  /// An example of how the copy writes numbers: "1.234,5".
  package var numberFormat: String?
  /// Where the id stands in the ledger's bytes.
  package var idRange: Range<Int>

  /// Whether a person opened the source and said so with a date.
  package var isVerified: Bool { verifications.contains { $0.by != nil && $0.on != nil } }

  /// What messages call it: who publishes it, else its title, else its id.
  package var name: String { publisher ?? author ?? title ?? id }
}

/// One source has something from another.
package struct Derivation: Sendable, Equatable {
  /// The reserved id of an origin that was looked for and not found.
  package static let unknown = "unknown"

  package var source: String
  package var relation: String?
  package var note: String?
  /// Where the other's id stands in the ledger's bytes.
  package var range: Range<Int>

  package var isUnknown: Bool { source == Self.unknown }
}

/// A figure that a source gives.
package struct LedgerFigure: Sendable, Equatable {
  package var id: String?
  package var value: Double
  package var unit: String?
  /// What is counted, in words.
  package var what: String
  /// What it is taken for, and does not count.
  package var not: [String] = []
  package var asOf: LedgerDate?
  package var from: LedgerDate?
  package var to: LedgerDate?
  /// How far the value may have been rounded.
  package var precision: Double?
  package var quote: String?
  package var locator: String?
  /// The id of the figure that this one replaces.
  package var supersedes: String?
  /// What can be no larger than this figure, in words: exits, of members.
  package var bounds: [String] = []
  /// Where the value stands in the ledger's bytes.
  package var valueRange: Range<Int>
}

/// Somebody opened a source.
package struct Verification: Sendable, Equatable {
  package var by: String?
  package var on: LedgerDate?
  package var how: String?
}

/// A figure that needs no source: fifty states.
package struct CommonFact: Sendable, Equatable {
  package var value: Double
  package var what: String
}

/// What the ledger asks of the rules.
package struct LedgerSettings: Sendable, Equatable {
  /// How far a source named once carries.
  package var scope = SupportScope.paragraph
  /// People a day above which a figure is called implausible.
  package var personsPerDay: Double?
  /// By rank: days after which an entry has to be opened again.
  package var staleAfterDays: [SourceRank: Int] = [:]
}

/// A ledger with the copies of its sources, ready to be held against drafts.
///
/// Whoever reads files makes it, once for many drafts; it is cheap to copy.
package struct OpenedLedger: Sendable {
  /// What became of a source's saved copy.
  package enum Copy: Sendable {
    case read(ArchivedSource)
    /// It is not there, or cannot be used, and why.
    case missing(String)
  }

  package let ledger: Ledger
  /// By the ids of sources that name a copy.
  package let copies: [String: Copy]
  /// For each source the senses of its figures.
  let senses: [[FigureSense]]
  /// For each source and figure what it does not count.
  let exclusions: [[[CountedPhrase]]]
  /// For each source and figure what it bounds.
  let bounds: [[[CountedPhrase]]]
  let common: [FigureSense]
  let names: PartyNames
  private let entries: [String: Int]
  /// By the noun that a figure counts, or does not, the entries that list such a figure.
  private let entriesCounting: [UInt64: [Int]]

  package init(_ ledger: Ledger, copies: [String: Copy] = [:]) {
    self.ledger = ledger
    self.copies = copies
    senses = ledger.sources.map { $0.figures.map { FigureSense($0) } }
    exclusions = ledger.sources.map { $0.figures.map { $0.not.map { CountedPhrase($0) } } }
    bounds = ledger.sources.map { $0.figures.map { $0.bounds.map { CountedPhrase($0) } } }
    common = ledger.commonKnowledge.map {
      FigureSense(LedgerFigure(value: $0.value, what: $0.what, valueRange: 0..<0))
    }
    names = PartyNames(ledger)
    var entries: [String: Int] = [:]
    for (index, source) in ledger.sources.enumerated() where entries[source.id] == nil { entries[source.id] = index }
    self.entries = entries
    var counting: [UInt64: [Int]] = [:]
    for index in ledger.sources.indices {
      let heads = senses[index].compactMap(\.counted.head) + exclusions[index].joined().compactMap(\.head)
      for head in Set(heads) { counting[head, default: []].append(index) }
    }
    entriesCounting = counting
  }

  /// The entry that has an id.
  func entry(_ id: String) -> Int? { entries[id] }

  /// The entries that list a figure of something that a figure's words name, in the ledger's order.
  func entries(about sense: FigureSense) -> [Int] {
    Set(sense.clause.flatMap { entriesCounting[$0] ?? [] }).sorted()
  }

  /// The copy of an entry, where it was read.
  func archive(of entry: Int) -> ArchivedSource? {
    guard case .read(let copy) = copies[ledger.sources[entry].id] else { return nil }
    return copy
  }

  /// Why an entry's copy cannot be used; nil where it can, or where none is named.
  func missingCopy(of entry: Int) -> String? {
    guard case .missing(let reason) = copies[ledger.sources[entry].id] else { return nil }
    return reason
  }
}

extension OpenedLedger: Equatable {
  package static func == (left: OpenedLedger, right: OpenedLedger) -> Bool {
    left.ledger == right.ledger && left.copies.count == right.copies.count
      && left.copies.allSatisfy { id, copy in
        switch (copy, right.copies[id]) {
        case (.read(let one), .read(let other)): one === other
        case (.missing(let one), .missing(let other)): one == other
        default: false
        }
      }
  }
}

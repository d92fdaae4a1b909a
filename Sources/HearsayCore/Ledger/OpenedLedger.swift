/// A ledger with the copies of its sources that a draft needs, ready to be held against it.
///
/// Whoever reads files makes it; it is cheap to copy.
package struct OpenedLedger: Sendable {
  /// What became of a source's saved copy.
  package enum Copy: Sendable {
    case read(ArchivedSource)
    /// It is not there, or cannot be used, and why.
    case missing(String)
  }

  package let index: LedgerIndex
  /// By entry.
  package let copies: [Int: Copy]

  package init(_ index: LedgerIndex, copies: [Int: Copy] = [:]) {
    self.index = index
    self.copies = copies
  }

  package var ledger: Ledger { index.ledger }

  /// The copy of an entry, where it was read.
  func archive(of entry: Int) -> ArchivedSource? {
    guard case .read(let copy) = copies[entry] else { return nil }
    return copy
  }

  /// Why an entry's copy cannot be used; nil where it can, or where none is named.
  func missingCopy(of entry: Int) -> String? {
    guard case .missing(let reason) = copies[entry] else { return nil }
    return reason
  }
}

extension OpenedLedger: Equatable {
  /// The same ledger as it was read, with the same copies.
  package static func == (left: OpenedLedger, right: OpenedLedger) -> Bool {
    (left.index === right.index || left.ledger == right.ledger) && left.copies.count == right.copies.count
      && left.copies.allSatisfy { entry, copy in
        switch (copy, right.copies[entry]) {
        case (.read(let one), .read(let other)): one === other
        case (.missing(let one), .missing(let other)): one == other
        default: false
        }
      }
  }
}

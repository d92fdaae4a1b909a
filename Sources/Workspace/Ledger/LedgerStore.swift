/// Where ledgers come from.
package enum LedgerChoice: Sendable, Equatable {
  case none
  /// The nearest one, upwards from a draft.
  case nearest
  /// This one for all drafts.
  case file(String)
}

/// Finds the ledgers of drafts, and keeps what it has read: each file is read once as long as it stays the same.
package struct LedgerStore: Sendable {
  private let choice: LedgerChoice
  private let workingFolder: String?
  private var open = OpenTexts()
  private var search: UpwardSearch
  private var read: [String: FoundLedger] = [:]
  /// What was read before the last refresh and not asked for since.
  private var earlier: [String: FoundLedger] = [:]

  /// - Parameter workingFolder: where relative paths begin.
  package init(_ choice: LedgerChoice, workingFolder: String? = currentFolder()) {
    self.choice = choice
    self.workingFolder = workingFolder
    search = UpwardSearch(FoundLedger.name, workingFolder: workingFolder)
  }

  /// The ledger for a draft, by its path; nil where there is none.
  package mutating func ledger(forDraft path: String) -> FoundLedger? { ledger(in: folder(of: path)) }

  /// The ledger for the drafts of a folder.
  package mutating func ledger(in folder: String) -> FoundLedger? {
    switch choice {
    case .none: nil
    case .file(let path): found(path)
    case .nearest: search.nearest(to: folder).map { found($0) }
    }
  }

  /// The ledger at an absolute path, whether it holds for a draft or not.
  package mutating func file(at path: String) -> FoundLedger {
    found(normalised(path, workingFolder: workingFolder))
  }

  /// Forgets where it looked and looks again from now on; what was read is read again where it has changed.
  ///
  /// - Parameter open: texts that win over files.
  package mutating func refresh(_ open: OpenTexts = OpenTexts()) {
    self.open = open
    search = UpwardSearch(FoundLedger.name, workingFolder: workingFolder, open)
    earlier.merge(read) { _, new in new }
    read = [:]
  }

  /// Every ledger that was asked for since the last refresh, by path.
  package var files: [FoundLedger] {
    read.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { read[$0] }
  }

  private mutating func found(_ path: String) -> FoundLedger {
    if let known = read[path] { return known }
    let last = earlier.removeValue(forKey: path)
    let place = absolute(path, workingFolder: workingFolder) ?? path
    let found =
      if let last, last.isCurrent(open) { last } else { FoundLedger(reading: path, at: place, open, after: last) }
    read[path] = found
    return found
  }
}

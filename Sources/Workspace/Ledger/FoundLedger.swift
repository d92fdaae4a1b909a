package import HearsayCore
import ProseText

/// A ledger that was found, and what came of reading it.
package struct FoundLedger: Sendable {
  /// What a ledger is called.
  package static let name = "hearsay.sources.jsonc"

  /// As it was named or found.
  package let path: String
  /// What it says and what is wrong in it; nil where the file could not be read.
  package let reading: LedgerReading?
  /// Why nothing of it counts.
  package let problem: Problem?
  /// The reading that counts for drafts: this one, or the one before while an open text makes no sense.
  package let understood: LedgerReading?
  /// The path from the root, where that is known.
  package let place: String
  private let index: LedgerIndex?
  private let origin: TextOrigin
  private let copies: CopyShelf?

  /// Reads the file at a path.
  package init(reading path: String) {
    self.init(reading: path, at: path, OpenTexts(), after: nil)
  }

  /// Reads a file, or the text that somebody has open in its place.
  ///
  /// While an open text makes no sense, what it said last still counts.
  ///
  /// - Parameter last: the ledger as it was read before; what is the same of its copies is not read again.
  init(reading path: String, at place: String, _ open: OpenTexts, after last: FoundLedger?) {
    // The stamp first: a change while the file is read is seen the next time.
    let origin = TextOrigin(of: place, open)
    var reading: LedgerReading?
    var problem: Problem?
    do throws(Problem) {
      let read = LedgerReading(try Self.bytes(origin, place))
      reading = read
      problem = read.unreadable.map { Self.problem($0, in: read) }
    } catch let unreadable {
      problem = unreadable
    }
    self.path = path
    self.place = place
    self.reading = reading
    self.problem = problem
    self.origin = origin
    if case .open = origin, problem != nil, let last {
      understood = last.understood
      index = last.index
      copies = last.copies
    } else {
      understood = problem == nil ? reading : nil
      index = reading?.ledger.map { LedgerIndex($0) }
      copies = index.map { CopyShelf(folder: folder(of: place), $0.ledger, after: last?.copies) }
    }
  }

  private static func bytes(_ origin: TextOrigin, _ place: String) throws(Problem) -> [UInt8] {
    switch origin {
    case .file: return try readText(place, limit: LedgerReading.sizeLimit)
    case .open(let bytes):
      guard bytes.count <= LedgerReading.sizeLimit else {
        throw Problem("it is larger than \(LedgerReading.sizeLimit / 1_000_000) MB", remedy: "split it")
      }
      return bytes
    }
  }

  private static func problem(_ unreadable: LedgerProblem, in reading: LedgerReading) -> Problem {
    let text = SourceText(reading.bytes)
    var cursor = PositionCursor(text, .utf32)
    let place = cursor.position(of: unreadable.range.lowerBound)
    // It stands inside a sentence, with which the remedy goes on.
    let sentence = unreadable.message.hasSuffix(".") ? String(unreadable.message.dropLast()) : unreadable.message
    let message = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return Problem(
      "line \(place.line + 1), column \(place.character + 1): \(message)",
      remedy: "mend it, or leave the ledger out with --no-ledger")
  }

  /// The ledger with the copies that a draft needs; nil where it could not be read. Copies are read the first time they are needed.
  package func opened(for draft: [UInt8]) -> OpenedLedger? {
    guard let index, let copies else { return nil }
    return OpenedLedger(index, copies: copies.copies(for: draft, index))
  }

  /// The ledger with all the copies that it names.
  package func openedWithAllCopies() -> OpenedLedger? {
    guard let index, let copies else { return nil }
    return OpenedLedger(index, copies: copies.all(index))
  }

  /// The saved copies that cannot be read, as problems of the ledger at their names.
  package func problemsOfCopies() -> [LedgerProblem] {
    guard let opened = openedWithAllCopies() else { return [] }
    return opened.copies.compactMap { entry, copy in
      guard case .missing(let reason) = copy, let range = opened.ledger.sources[entry].fileRange else { return nil }
      return LedgerProblem(kind: .missingCopy, range: range, message: "The saved copy cannot be read: \(reason).")
    }
  }

  /// The paths of the saved copies that it names, as a search of folders finds them.
  package var copyPaths: Set<String> {
    let folder = folder(of: path)
    return Set(
      (reading?.ledger?.sources ?? []).compactMap { source in
        source.file.map { normalised(folder == "." ? $0 : folder + "/" + $0, workingFolder: nil) }
      })
  }

  /// Where the saved copy of a source lies, as an absolute path where the ledger's is known; nil where none is named.
  package func copyPlace(of source: LedgerSource) -> String? {
    source.file.map { folder(of: place) + "/" + $0 }
  }

  /// Whether the ledger and the copies that were read are still what they were.
  package var isFresh: Bool { isCurrent(OpenTexts()) }

  func isCurrent(_ open: OpenTexts) -> Bool { origin.isCurrent(at: place, open) && copies?.isFresh ?? true }
}

extension FoundLedger: Equatable {
  /// What counts of it is the same reading of the same file, with the same copies.
  package static func == (left: FoundLedger, right: FoundLedger) -> Bool {
    left.path == right.path && left.index === right.index && left.copies === right.copies
  }
}

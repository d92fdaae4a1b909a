import HearsayCore
import ProseText
import Synchronization

/// The saved copies beside a ledger, each read and analysed once, by whoever needs it first.
///
/// Drafts are read on several threads, and most of them cite the same few sources.
final class CopyShelf: Sendable {
  /// The most bytes of one copy.
  static let sizeLimit = 8_000_000
  /// The most bytes of all copies together.
  static let totalLimit = 64_000_000

  private struct Shelf: Sendable {
    var copies: [Int: OpenedLedger.Copy] = [:]
    var stamps: [String: FileStamp?] = [:]
    /// By the file's name in the ledger: the entry that it was read for, and its path.
    var places: [String: Place] = [:]
    var bytes = 0

    struct Place: Sendable {
      var entry: Int
      var path: String
    }
  }

  private let folder: String
  private let sources: [LedgerSource]
  private let shelf = Mutex(Shelf())

  /// - Parameter last: the shelf of the ledger as it was before; what did not change of it is kept.
  init(folder: String, _ ledger: Ledger, after last: CopyShelf? = nil) {
    self.folder = folder
    sources = ledger.sources
    if let last, last.folder == folder { keep(last) }
  }

  /// Takes over the copies whose files and entries are still what they were.
  private func keep(_ last: CopyShelf) {
    let old = last.shelf.withLock { $0 }
    guard !old.copies.isEmpty else { return }
    var kept = Shelf()
    for (entry, source) in sources.enumerated() {
      guard let file = source.file, let place = old.places[file], let stamp = old.stamps[place.path],
        stamp != nil, stamp == FileStamp(of: place.path), case .read(let archive) = old.copies[place.entry],
        last.sources[place.entry].isReadLike(source)
      else { continue }
      kept.copies[entry] = .read(archive)
      kept.stamps[place.path] = stamp
      kept.places[file] = Shelf.Place(entry: entry, path: place.path)
      kept.bytes += archive.bytes.count
    }
    shelf.withLock { [kept] in $0 = kept }
  }

  /// The copies that a draft needs, and those that they need themselves, as their own sources have copies too.
  func copies(for draft: [UInt8], _ index: LedgerIndex) -> [Int: OpenedLedger.Copy] {
    var result: [Int: OpenedLedger.Copy] = [:]
    var waiting = index.copiesNeeded(by: draft)
    while let entry = waiting.popLast() {
      guard result[entry] == nil else { continue }
      let copy = copy(of: entry)
      result[entry] = copy
      if case .read(let archive) = copy { waiting += index.copiesNeeded(by: archive.bytes) }
    }
    return result
  }

  func all(_ index: LedgerIndex) -> [Int: OpenedLedger.Copy] {
    var result: [Int: OpenedLedger.Copy] = [:]
    for entry in sources.indices where sources[entry].file != nil { result[entry] = copy(of: entry) }
    return result
  }

  var isFresh: Bool {
    shelf.withLock { shelf in shelf.stamps.allSatisfy { path, stamp in stamp == FileStamp(of: path) } }
  }

  private func copy(of entry: Int) -> OpenedLedger.Copy {
    if let known = shelf.withLock({ $0.copies[entry] }) { return known }
    let (copy, path, stamp, count) = read(entry)
    return shelf.withLock { shelf in
      // Whoever was first counts, so that equal surroundings stay equal.
      if let known = shelf.copies[entry] { return known }
      var kept = copy
      if shelf.bytes + count > Self.totalLimit {
        kept = .missing("the copies together are larger than \(Self.totalLimit / 1_000_000) MB")
      } else {
        shelf.bytes += count
      }
      shelf.copies[entry] = kept
      if let path { shelf.stamps[path] = stamp }
      if let path, let file = sources[entry].file { shelf.places[file] = Shelf.Place(entry: entry, path: path) }
      return kept
    }
  }

  private func read(_ entry: Int) -> (OpenedLedger.Copy, path: String?, FileStamp?, bytes: Int) {
    let source = sources[entry]
    guard let file = source.file else { return (.missing("no file is named"), nil, nil, 0) }
    do throws(Problem) {
      let path = try containedPath(file, in: folder)
      let stamp = FileStamp(of: path)
      do throws(Problem) {
        guard isRegularFile(path) else {
          throw stamp == nil
            ? Problem("there is no such file", remedy: "check the name")
            : Problem("it is no file", remedy: "name a text file")
        }
        let bytes = try readText(path, limit: Self.sizeLimit)
        let archive = ArchivedSource(
          SourceText(bytes), format: DraftFormat(fileName: file), date: source.issued?.day ?? source.accessed?.day,
          numberFormat: source.numberFormat)
        return (.read(archive), path, stamp, bytes.count)
      } catch {
        return (.missing(error.message), path, stamp, 0)
      }
    } catch {
      return (.missing(error.message), nil, nil, 0)
    }
  }
}

extension LedgerSource {
  /// Whether another entry's copy would be read the same way.
  fileprivate func isReadLike(_ other: LedgerSource) -> Bool {
    issued == other.issued && accessed == other.accessed && numberFormat == other.numberFormat
  }
}

extension LedgerDate {
  /// The day, where it names one.
  fileprivate var day: CalendarDate? { first == last ? first : nil }
}

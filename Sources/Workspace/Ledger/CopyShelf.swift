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

  private struct Shelf {
    var copies: [Int: OpenedLedger.Copy] = [:]
    var stamps: [String: FileStamp?] = [:]
    var bytes = 0
  }

  private let folder: String
  private let sources: [LedgerSource]
  private let shelf = Mutex(Shelf())

  init(folder: String, _ ledger: Ledger) {
    self.folder = folder
    sources = ledger.sources
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

extension LedgerDate {
  /// The day, where it names one.
  fileprivate var day: CalendarDate? { first == last ? first : nil }
}

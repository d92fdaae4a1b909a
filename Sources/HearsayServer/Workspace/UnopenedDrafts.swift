import HearsayCore
import LanguageServerProtocol
import ProseText
import Workspace

/// The drafts of the client's folders that are not open, for a client that asks what is found in all of them.
struct UnopenedDrafts: Sendable {
  /// The most findings that are kept; drafts beyond them are not reported as long as they are not open.
  static let mostFindings = 50_000

  private let mostFindings: Int
  /// What was made of a draft's findings last.
  struct Report: Sendable {
    /// What names it in the protocol's pull model.
    let resultID: String
    /// What other drafts give rise to in it.
    let crossing: [Finding]?
  }

  private struct Entry: Sendable {
    let draft: UnopenedDraft
    /// Nil where it has to be made anew.
    var report: Report?
    /// Open drafts that were edited since, as they were when the report was made: it may still be right.
    var edited: [String: DraftDigest?] = [:]
    /// A number for what the report depends on, never used twice.
    var generation: Int
  }

  /// Whether the client has asked, so that they are kept.
  var isKept = false
  private var entries: [String: Entry] = [:]
  /// By the ids of drafts, the others that their last reports name; most name none.
  private var pointers: [String: Set<String>] = [:]
  private var count = 0
  private var lastGeneration = 0
  /// Whether some draft was left out for its findings.
  private var isOverfull = false
  private var isOverfullSaid = false

  /// Sorted; kept from one question to the next.
  private(set) var ids: [String] = []
  var stamps: [String: FileStamp] { entries.compactMapValues(\.draft.stamp) }

  init(mostFindings: Int = Self.mostFindings) { self.mostFindings = mostFindings }

  subscript(id: String) -> UnopenedDraft? { entries[id]?.draft }

  /// The report of a draft, where it is surely right.
  func report(of id: String) -> Report? { entries[id].flatMap { $0.edited.isEmpty ? $0.report : nil } }

  /// The report of a draft that is right where the drafts that were edited since have nothing else to do with it.
  func doubtful(_ id: String) -> (report: Report, edited: [String: DraftDigest?])? {
    entries[id].flatMap { entry in entry.report.map { ($0, entry.edited) } }
  }
  func generation(of id: String) -> Int { entries[id]?.generation ?? 0 }

  /// Takes a draft in, in place of what it was.
  ///
  /// - Returns: whether something else may be found in it.
  mutating func take(_ draft: UnopenedDraft) -> Bool {
    let known = entries[draft.id]
    let others = count - (known?.draft.count ?? 0)
    guard others + draft.count <= mostFindings else {
      isOverfull = true
      return remove(draft.id)
    }
    count = others + draft.count
    if known == nil { insert(draft.id) }
    entries[draft.id] = Entry(draft: draft, generation: nextGeneration())
    return known?.draft.ownName != draft.ownName || known?.draft.digest != draft.digest
  }

  /// Forgets a draft that is gone, or open now; whether it was known.
  mutating func remove(_ id: String) -> Bool {
    guard let known = entries.removeValue(forKey: id) else { return false }
    pointers[id] = nil
    count -= known.draft.count
    let place = place(of: id)
    if place < ids.count, ids[place] == id { ids.remove(at: place) }
    return true
  }

  private mutating func nextGeneration() -> Int {
    lastGeneration += 1
    return lastGeneration
  }

  private mutating func insert(_ id: String) { ids.insert(id, at: place(of: id)) }

  /// Where an id stands among the others, or would.
  private func place(of id: String) -> Int { ids.firstPlace { $0 >= id } }

  /// Whether drafts were left out for the first time.
  mutating func takeOverfull() -> Bool {
    guard isOverfull, !isOverfullSaid else { return false }
    isOverfullSaid = true
    return true
  }

  mutating func removeAll() {
    entries = [:]
    ids = []
    pointers = [:]
    count = 0
  }

  /// Has the reports of drafts made anew of which others have changed.
  mutating func touch(_ ids: Set<String>) {
    guard !entries.isEmpty else { return }
    for id in ids { touch(id) }
  }

  /// Notes that an open draft was edited, which may change the reports of others.
  mutating func touch(_ ids: Set<String>, by draft: String, whichWas digest: DraftDigest?) {
    guard !entries.isEmpty else { return }
    for id in ids {
      guard let entry = entries[id], entry.report != nil else { continue }
      let generation = nextGeneration()
      entries[id]?.generation = generation
      if entry.edited[draft] == nil { entries[id]?.edited[draft] = .some(digest) }
    }
  }

  /// Has the reports made anew that depend on whether all drafts are known.
  mutating func touchSuppressing() {
    for (id, entry) in entries where entry.draft.isSuppressing { touch(id) }
  }

  private mutating func touch(_ id: String) {
    guard entries[id] != nil else { return }
    entries[id]?.report = nil
    entries[id]?.edited = [:]
    let generation = nextGeneration()
    entries[id]?.generation = generation
  }

  /// Keeps a report, unless something has changed since it was begun.
  mutating func keep(_ report: Report, of id: String, generation: Int) {
    guard entries[id]?.generation == generation else { return }
    entries[id]?.report = report
    entries[id]?.edited = [:]
    let named = Set((report.crossing ?? []).flatMap { $0.related.compactMap(\.draft) })
    pointers[id] = named.isEmpty ? nil : named
  }

  /// The drafts in whose last reports a place in another is named.
  func naming(_ id: String) -> [String] { pointers.filter { $0.value.contains(id) }.map(\.key) }
}

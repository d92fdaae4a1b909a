import HearsayCore
import LanguageServerProtocol
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
    /// Counts what may have changed the report.
    var generation = 0
  }

  /// Whether the client has asked, so that they are kept.
  var isKept = false
  private var entries: [String: Entry] = [:]
  /// By the ids of drafts, the others that their last reports name; most name none.
  private var pointers: [String: Set<String>] = [:]
  private var count = 0
  /// Whether some draft was left out for its findings.
  private var isOverfull = false
  private var isOverfullSaid = false

  /// Sorted; kept from one question to the next.
  private(set) var ids: [String] = []
  var stamps: [String: FileStamp] { entries.compactMapValues(\.draft.stamp) }

  init(mostFindings: Int = Self.mostFindings) { self.mostFindings = mostFindings }

  subscript(id: String) -> UnopenedDraft? { entries[id]?.draft }

  func report(of id: String) -> Report? { entries[id]?.report }
  func generation(of id: String) -> Int { entries[id]?.generation ?? 0 }

  /// Takes a draft in, in place of what it was.
  ///
  /// - Returns: whether something else is found in it by itself.
  mutating func take(_ draft: UnopenedDraft) -> Bool {
    let known = entries[draft.id]
    let others = count - (known?.draft.count ?? 0)
    guard others + draft.count <= mostFindings else {
      isOverfull = true
      return remove(draft.id)
    }
    count = others + draft.count
    let isSame = known?.draft.ownName == draft.ownName
    if known == nil { insert(draft.id) }
    entries[draft.id] = Entry(
      draft: draft, report: isSame ? known?.report : nil, generation: (known?.generation ?? 0) + (isSame ? 0 : 1))
    return !isSame
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

  private mutating func insert(_ id: String) { ids.insert(id, at: place(of: id)) }

  /// Where an id stands among the others, or would.
  private func place(of id: String) -> Int {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

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

  /// Has the reports made anew that depend on whether all drafts are known.
  mutating func touchSuppressing() {
    for (id, entry) in entries where entry.draft.isSuppressing { touch(id) }
  }

  private mutating func touch(_ id: String) {
    guard entries[id] != nil else { return }
    entries[id]?.report = nil
    entries[id]?.generation += 1
  }

  /// Keeps a report, unless something has changed since it was begun.
  mutating func keep(_ report: Report, of id: String, generation: Int) {
    guard entries[id]?.generation == generation else { return }
    entries[id]?.report = report
    let named = Set((report.crossing ?? []).flatMap { $0.related.compactMap(\.draft) })
    pointers[id] = named.isEmpty ? nil : named
  }

  /// The drafts in whose last reports a place in another is named.
  func naming(_ id: String) -> [String] { pointers.filter { $0.value.contains(id) }.map(\.key) }
}

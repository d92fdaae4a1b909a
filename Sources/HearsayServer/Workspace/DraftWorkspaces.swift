import HearsayCore
import LanguageServerProtocol

/// The drafts of the client's folders and its open ones, held against one another.
///
/// A value of the loop: to update a draft and to ask for what concerns it costs as much as the entries that match.
struct DraftWorkspaces: Sendable {
  /// By what the drafts of a workspace share.
  private var indices: [String: DraftIndex] = [:]
  private var drafts: [String: WorkspaceDraft] = [:]
  /// By workspace the one draft that it has, which nobody asks what it contributes.
  private var alone: [String: String] = [:]
  /// Whether the client's folders were read, so that what no draft says is said nowhere.
  var isComplete = false

  /// Takes a draft in, in place of what it was.
  ///
  /// - Returns: the ids of other drafts whose findings may have changed.
  mutating func update(_ draft: WorkspaceDraft) -> Set<String> {
    var touched: Set<String> = []
    if let known = drafts[draft.id], known.workspace != draft.workspace { touched = remove(draft.id) }
    drafts[draft.id] = draft
    guard hasOthers(than: draft.id, in: draft.workspace) else {
      indices[draft.workspace] = nil
      alone[draft.workspace] = draft.id
      return touched
    }
    if let first = alone.removeValue(forKey: draft.workspace), first != draft.id { touched.formUnion(index(first)) }
    return touched.union(index(draft.id))
  }

  private mutating func index(_ id: String) -> [String] {
    drafts[id]?.read()
    guard let draft = drafts[id] else { return [] }
    return indices[draft.workspace, default: DraftIndex()].update(id, draft.digest)
  }

  /// Whether a workspace has drafts beside one.
  func hasOthers(than id: String, in workspace: String) -> Bool {
    if let first = alone[workspace] { return first != id }
    guard let index = indices[workspace] else { return false }
    return index.count > (index.holds(id) ? 1 : 0)
  }

  var isEmpty: Bool { drafts.isEmpty }

  /// The parties and claims of the drafts that are not open, by address.
  var symbols: [String: DraftSymbols] {
    drafts.values.reduce(into: [:]) { symbols, draft in
      if let own = draft.symbols { symbols[draft.uri] = own }
    }
  }

  var ids: [String] { Array(drafts.keys) }

  /// Forgets a draft that is gone.
  mutating func remove(_ id: String) -> Set<String> {
    guard let known = drafts.removeValue(forKey: id) else { return [] }
    if alone[known.workspace] == id { alone[known.workspace] = nil }
    return Set(indices[known.workspace]?.update(id, nil) ?? [])
  }

  /// What a draft contributes now; nil where that is nothing, or not read.
  func digest(of id: String) -> DraftDigest? { drafts[id]?.digest }

  /// Whether a draft has something else to do with another than when it was `digest`.
  func hasChanged(_ id: String, since digest: DraftDigest?, for other: String) -> Bool {
    guard let draft = drafts[other], let own = draft.digest else { return false }
    // Drafts of another workspace have nothing to do with it.
    let present = drafts[id].flatMap { $0.workspace == draft.workspace ? $0.digest : nil }
    return DraftIndex.findings(in: other, own, beside: id, digest)
      != DraftIndex.findings(in: other, own, beside: id, present)
  }

  /// Whether a draft shares something with more others than it is held against, or did before others changed.
  ///
  /// - Parameter changes: how many others have changed.
  func isCrowded(_ id: String, changes: Int) -> Bool {
    drafts[id].flatMap { indices[$0.workspace]?.isCrowded(id, changes: changes) } ?? false
  }

  /// What other drafts give rise to in one; nil where too little is known of them.
  func findings(in id: String) -> [Finding]? {
    let found = drafts[id].flatMap { indices[$0.workspace]?.findings(in: id) } ?? []
    return found.isEmpty && !isComplete ? nil : found
  }

  /// Where a related place in another draft stands.
  func location(of related: Related) -> LSP.Location? {
    guard let draft = related.draft.flatMap({ drafts[$0] }), let range = draft[related.range] else { return nil }
    return LSP.Location(uri: draft.uri, range: range)
  }
}

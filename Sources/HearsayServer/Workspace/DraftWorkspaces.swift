import HearsayCore
import LanguageServerProtocol

/// The drafts of the client's folders and its open ones, held against one another.
///
/// A value of the loop: to update a draft and to ask for what concerns it costs as much as the entries that match.
struct DraftWorkspaces: Sendable {
  /// By what the drafts of a workspace share.
  private var indices: [String: DraftIndex] = [:]
  private var drafts: [String: WorkspaceDraft] = [:]
  /// Whether the client's folders were read, so that what no draft says is said nowhere.
  var isComplete = false

  /// Takes a draft in, in place of what it was.
  ///
  /// - Returns: the ids of other drafts whose findings may have changed.
  mutating func update(_ draft: WorkspaceDraft) -> Set<String> {
    var touched: Set<String> = []
    if let known = drafts[draft.id], known.workspace != draft.workspace { touched = remove(draft.id) }
    drafts[draft.id] = draft
    return touched.union(indices[draft.workspace, default: DraftIndex()].update(draft.id, draft.digest))
  }

  var isEmpty: Bool { drafts.isEmpty }

  /// Forgets a draft that is gone.
  mutating func remove(_ id: String) -> Set<String> {
    guard let known = drafts.removeValue(forKey: id) else { return [] }
    return Set(indices[known.workspace]?.update(id, nil) ?? [])
  }

  /// What other drafts give rise to in one; nil where too little is known of them.
  func findings(in id: String) -> [Finding]? {
    let found = drafts[id].flatMap { indices[$0.workspace]?.findings(in: id) } ?? []
    return found.isEmpty && !isComplete ? nil : found
  }

  /// Where a related place in another draft stands.
  func location(of related: Related) -> LSP.Location? {
    guard let draft = related.draft.flatMap({ drafts[$0] }), let range = draft.places[related.range] else { return nil }
    return LSP.Location(uri: draft.uri, range: range)
  }
}

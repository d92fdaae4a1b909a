import HearsayCore
import LanguageServerProtocol
import Workspace

extension Session {
  /// Has the client's folders read, so that open drafts are held against those that are not open.
  mutating func readFolders() {
    let paths = folders.compactMap { FileURI.path(of: $0) }
    guard !paths.isEmpty else { return }
    read(FolderReadingJob(folders: paths, files: [], open: openPaths, client: client))
  }

  /// Has single drafts read again that are not open.
  mutating func readFiles(_ uris: [String]) {
    let open = openPaths
    let roots = folders.compactMap { FileURI.path(of: $0) }
    let paths = uris.compactMap { FileURI.path(of: $0) }.filter { path in
      !open.contains(path) && isDraftName(path) && roots.contains { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }
    guard !paths.isEmpty else { return }
    read(FolderReadingJob(folders: [], files: paths, open: openPaths, client: client))
  }

  private var openPaths: Set<String> { Set(documents.keys.compactMap { FileURI.path(of: $0) }) }

  /// Takes drafts over that were read; what the client has open by now counts by its own text.
  mutating func take(_ outcome: FolderReadingOutcome) {
    showProgress(of: outcome)
    let open = openPaths
    var touched: Set<String> = []
    for draft in outcome.drafts where !open.contains(draft.id) { touched.formUnion(workspaces.update(draft)) }
    for id in outcome.gone where !open.contains(id) { touched.formUnion(workspaces.remove(id)) }
    if outcome.isLast, !workspaces.isComplete {
      workspaces.isComplete = true
      touched.formUnion(open)
      watchDrafts()
    }
    refreshFindings(of: touched)
  }

  /// Says anew what is found in open drafts of which other drafts have changed.
  ///
  /// - Parameter ids: of drafts in the index; those that are not open are passed over.
  mutating func refreshFindings(of ids: Set<String>) {
    guard !ids.isEmpty else { return }
    var hasChanged = false
    for uri in documents.values.filter({ ids.contains($0.workspaceID) }).map(\.uri).sorted() {
      guard let draft = documents[uri]?.current, let joined = joined(draft) else { continue }
      documents[uri]?.take(joined)
      if let publication = joined.publication { send(publication) }
      hasChanged = hasChanged || joined.saysOther(than: draft)
    }
    if hasChanged, client.refreshesDiagnostics { ask(.diagnosticRefresh) }
  }

  /// A draft with what other drafts give rise to; nil where that changes nothing.
  func joined(_ draft: AnalysedDraft) -> AnalysedDraft? {
    let crossing = workspaces.findings(in: WorkspaceDraft.id(of: draft.uri))
    let isSame = crossing ?? [] == draft.crossing ?? []
    // Whether a suppression is of use can be told as soon as all drafts are known.
    let isTold = draft.openFindings.isSuppressing && (crossing == nil) != (draft.crossing == nil)
    guard !isSame || isTold else { return nil }
    return draft.joined(with: crossing, client: client) { workspaces.location(of: $0) }
  }
}

import HearsayCore
import LanguageServerProtocol
import Workspace

extension Session {
  /// Has the client's folders read, so that open drafts are held against those that are not open.
  mutating func readFolders() {
    readFolders(known: [:])
  }

  /// Has those drafts of the client's folders read that have changed since, for clients that do not say so.
  mutating func readChangedDrafts() {
    readFolders(known: unopened.stamps)
  }

  private mutating func readFolders(known: [String: FileStamp]) {
    let paths = folderPaths
    guard !paths.isEmpty else { return }
    folderReading?.cancel()
    let cancellation = Cancellation()
    folderReading = cancellation
    read(
      FolderReadingJob(
        folders: paths, files: [], open: openPaths, known: known, keepsFindings: unopened.isKept, client: client,
        cancellation: cancellation))
  }

  /// The client's folders, as paths.
  var folderPaths: [String] { folders.compactMap { FileURI.path(of: $0) } }

  /// Has single drafts read again that are not open.
  mutating func readFiles(_ uris: [String]) {
    let open = openPaths
    let roots = folderPaths
    let paths = uris.compactMap { FileURI.path(of: $0) }.filter { path in
      !open.contains(path) && isDraftName(path) && roots.contains { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }
    guard !paths.isEmpty else { return }
    read(
      FolderReadingJob(
        folders: roots, files: paths, open: open, known: [:], keepsFindings: unopened.isKept, client: client,
        cancellation: Cancellation()))
  }

  private var openPaths: Set<String> { Set(documents.keys.compactMap { FileURI.path(of: $0) }) }

  /// Takes drafts over that were read; what the client has open by now counts by its own text.
  mutating func take(_ outcome: FolderReadingOutcome) {
    showProgress(of: outcome)
    showPulls(outcome)
    if outcome.isDone { readings -= 1 }
    let open = openPaths
    var touched: Set<String> = []
    for draft in outcome.drafts where !open.contains(draft.id) { touched.formUnion(workspaces.update(draft)) }
    for draft in outcome.unopened where !open.contains(draft.id) {
      if unopened.take(draft) { hasUntoldReadings = true }
    }
    for id in outcome.gone + goneDrafts(outcome) where !open.contains(id) {
      touched.formUnion(workspaces.remove(id))
      if unopened.remove(id) { hasUntoldReadings = true }
    }
    if outcome.isLast, !workspaces.isComplete {
      workspaces.isComplete = true
      touched.formUnion(open)
      unopened.touchSuppressing()
      watchDrafts()
    }
    unopened.touch(touched)
    outdate(touched, by: .reading)
    tellReadings(outcome)
  }

  /// The drafts that a reading of all folders did not come upon any more.
  private func goneDrafts(_ outcome: FolderReadingOutcome) -> [String] {
    guard let present = outcome.present else { return [] }
    return workspaces.ids.filter { !present.contains($0) }
  }

  /// Sees to it that the client learns what was read: of those that wait for parts of an answer, and by asking anew.
  private mutating func tellReadings(_ outcome: FolderReadingOutcome) {
    let read = outcome.unopened.map { WorkspacePull.Item.unopened($0.id, uri: nil) }
    for (id, pull) in pulls where pull.params.partialResultToken != nil && !pull.isComplete {
      pulls[id]?.rest = read.reversed() + pull.rest
    }
    guard outcome.isDone, readings == 0 else { return }
    if unopened.takeOverfull() {
      let most = UnopenedDrafts.mostFindings
      log(.warning, "There are more than \(most) findings; those of some drafts are shown when these are opened.")
    }
    // Whoever waits for what is read learns of it anyway; what has changed in open drafts is asked for by itself.
    if holdsRefresh || hasUntoldReadings && pulls.isEmpty { stale.isUntold = true }
    (holdsRefresh, hasUntoldReadings) = (false, false)
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

import HearsayCore
import ProseText
import Workspace

/// Asks for drafts that are not open, to be read away from the loop.
package struct FolderReadingJob: Sendable {
  /// The most names in folders that are looked at, the most drafts and the most bytes of them that are read.
  private static let mostNames = 20_000
  private static let mostDrafts = 5_000
  private static let mostBytes = 64_000_000
  /// Drafts that are handed over at once: few, so that no turn of the loop is long.
  private static let batch = 16

  /// Paths of the client's folders.
  let folders: [String]
  /// Paths of the drafts in them to read; all drafts where there are none.
  let files: [String]
  /// Paths of the open drafts, whose own text counts.
  let open: Set<String>
  /// Drafts that need not be read as long as they are still these files.
  let known: [String: FileStamp]
  /// Whether what is found in the drafts is kept, beside what they are to others.
  let keepsFindings: Bool
  let client: ClientProfile
  let cancellation: Cancellation

  /// Reads the drafts, and hands them over in batches; the last batch says so.
  package func run(_ store: inout SurroundingsStore, _ report: (FolderReadingOutcome) -> Void) {
    let began = ContinuousClock.now
    store.refresh(OpenTexts())
    let paths = draftPaths(&store)
    var outcome = FolderReadingOutcome()
    var total = 0
    for (index, path) in paths.enumerated() where !open.contains(path) && total < Self.mostBytes {
      guard !cancellation.isCancelled else { break }
      let stamp = FileStamp(of: path)
      if let stamp, known[path] == stamp { continue }
      guard let bytes = try? readDraft(path) else {
        outcome.gone.append(path)
        continue
      }
      total += bytes.count
      read(path, bytes, stamp, &store, &outcome)
      if outcome.drafts.count == Self.batch {
        (outcome.read, outcome.total, outcome.elapsed) = (index + 1, paths.count, ContinuousClock.now - began)
        report(outcome)
        outcome = FolderReadingOutcome()
      }
    }
    if files.isEmpty, !cancellation.isCancelled {
      outcome.isLast = true
      outcome.present = Set(paths)
    }
    outcome.isDone = true
    report(outcome)
  }

  private func draftPaths(_ store: inout SurroundingsStore) -> [String] {
    let folder = currentFolder()
    var paths = files.filter { isFound($0, below: folders, settings: &store.settings) }
    for name in files.isEmpty ? folders : [] {
      paths += drafts(below: name, mostNames: Self.mostNames, settings: &store.settings).map {
        absolute($0, workingFolder: folder) ?? $0
      }
    }
    // A ledger's saved copies are sources, not drafts.
    let copies = Set(
      Set(paths.map { Workspace.folder(of: $0) }).flatMap { store.ledgers.ledger(in: $0)?.copyPaths ?? [] }
        .map { absolute($0, workingFolder: folder) ?? $0 })
    return Array(paths.filter { !copies.contains($0) }.prefix(Self.mostDrafts))
  }

  private func read(
    _ path: String, _ bytes: [UInt8], _ stamp: FileStamp?, _ store: inout SurroundingsStore,
    _ outcome: inout FolderReadingOutcome
  ) {
    let uri = FileURI.uri(of: path)
    let found = store.surroundings(of: uri, editor: client.settings)
    let surroundings = DraftSurroundings(ledger: found.ledger?.opened(for: bytes), settings: found.settings)
    var analyzer = Analyzer()
    let analysis = analyzer.analyze(
      SourceText(bytes), format: DraftFormat(fileName: path), in: surroundings,
      isCancelled: { cancellation.isCancelled })
    guard let analysis else { return }
    var draft = WorkspaceDraft(analysis, uri: uri, workspace: found.workspace, client: client, keepsSymbols: true)
    draft.read()
    outcome.drafts.append(draft)
    if keepsFindings { outcome.unopened.append(UnopenedDraft(analysis, draft, stamp: stamp, client: client)) }
  }
}

/// Drafts that were read.
package struct FolderReadingOutcome: Sendable {
  var drafts: [WorkspaceDraft] = []
  /// What is found in the same drafts, where that is kept.
  var unopened: [UnopenedDraft] = []
  /// The paths of all drafts in the client's folders, where all were looked for.
  var present: Set<String>?
  /// Paths at which there is no draft any more.
  var gone: [String] = []
  /// Whether all folders are read.
  var isLast = false
  /// Whether the reading has ended, be it of folders or of single files.
  var isDone = false
  /// How many names of how many were looked at, and in what time.
  var read = 0
  var total = 0
  var elapsed = Duration.zero
}

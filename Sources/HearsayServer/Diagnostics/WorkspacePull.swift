import HearsayCore
import JSON
import LanguageServerProtocol

/// A request for what is found in all drafts of the client's folders, as far as it is answered.
struct WorkspacePull: Sendable {
  /// A draft that has to be looked at.
  enum Item: Sendable {
    /// One that is open, by its address.
    case open(String)
    /// One that is not, by its id and by the client's address where that is not ours.
    case unopened(String, uri: String?)
    /// One that the client knows, by its address, and that is gone or counts for no draft any more.
    case gone(String)
  }

  let params: LSP.WorkspaceDiagnosticParams
  /// The names of the reports that the client has, by its addresses.
  private(set) var known: [String: String]
  /// The addresses of drafts of which the client has been told in answer to this request.
  private var told: Set<String> = []
  /// Drafts to look at, last first.
  var rest: [Item] = []
  /// Reports of the answer to a client that takes no parts.
  var reports: [LSP.WorkspaceDocumentDiagnosticReport] = []
  /// Whether everything is read, so that what is in `rest` is all.
  var isComplete = false
  /// Whether a part is being made.
  var isWorking = false
  /// Calls off the part that is being made.
  let cancellation = Cancellation()
  /// Whether the client shows that the drafts are being read.
  var isShown = false

  init(_ params: LSP.WorkspaceDiagnosticParams) {
    self.params = params
    known = Dictionary(params.previousResultIds.map { ($0.uri, $0.value) }) { $1 }
  }

  func isTold(_ uri: String) -> Bool { told.contains(uri) }

  /// Notes that the client has been told the report with a name.
  mutating func tell(_ uri: String, _ resultID: String) {
    known[uri] = resultID
    told.insert(uri)
  }
}

extension Session {
  /// So many reports of drafts that are not open are made at once, and so many drafts are passed by at once.
  private static let made = 64
  private static let passed = 2000

  /// Goes on with every request for what is found in all drafts.
  mutating func advancePulls() {
    for id in pulls.keys { advance(id) }
  }

  /// Has the next part of an answer made, if one is due.
  private mutating func advance(_ id: RequestID) {
    guard var pull = pulls[id], !pull.isWorking else { return }
    if pull.rest.isEmpty, !pull.isComplete {
      guard readings == 0, let items = items(for: pull) else { return }
      pull.isComplete = true
      pull.rest = items
    }
    var job = WorkspaceReportJob(
      request: id, client: client, token: pull.params.partialResultToken, workspaces: workspaces,
      cancellation: pull.cancellation)
    var count = 0
    while count < Self.passed, job.unopened.count < Self.made, count == 0 || !stale.isShareDone,
      let item = pull.rest.popLast()
    {
      count += 1
      look(at: item, for: &pull, &job)
    }
    job.isLast = pull.isComplete && pull.rest.isEmpty
    if job.isLast, job.token == nil { job.reports = pull.reports + job.reports }
    pull.isWorking = true
    pulls[id] = pull
    make(job)
  }

  /// All drafts of the client's folders, last first, and what it knows beside them; nil as long as nothing is known of an open one.
  private func items(for pull: WorkspacePull) -> [WorkspacePull.Item]? {
    let roots = folderPaths.map { $0 == "/" ? $0 : $0 + "/" }
    var open: [String: String] = [:]
    for document in documents.values { open[document.workspaceID] = document.uri }
    var drafts: [String] = []
    for (uri, document) in documents where document.role == .draft && !isTooLarge(document) {
      let id = WorkspaceDraft.id(of: uri)
      guard roots.contains(where: id.hasPrefix) else { continue }
      guard document.latest != nil else { return nil }
      drafts.append(uri)
    }
    var items = drafts.sorted(by: >).map { WorkspacePull.Item.open($0) }
    var strange = pull.known
    for uri in open.values { strange[uri] = nil }
    let ids = unopened.ids.filter { open[$0] == nil }
    for id in ids { if let uri = unopened[id]?.uri { strange[uri] = nil } }
    // What is left is gone, or the client writes the address in another way.
    var addresses: [String: String] = [:]
    for uri in strange.keys.sorted(by: >) {
      let id = WorkspaceDraft.id(of: uri)
      if unopened[id] != nil { addresses[id] = uri } else if open[id] == nil { items.append(.gone(uri)) }
    }
    return items + ids.reversed().map { .unopened($0, uri: addresses[$0]) }
  }

  private mutating func look(
    at item: WorkspacePull.Item, for pull: inout WorkspacePull, _ job: inout WorkspaceReportJob
  ) {
    switch item {
    case .gone(let uri): job.reports.append(.full(.init(items: [], uri: uri, version: nil)))
    case .open(let uri):
      refreshFindings(in: uri)
      guard let draft = documents[uri]?.latest else { return }
      toldReports[uri] = draft.resultID
      job.reports.append(
        pull.known[uri] == draft.resultID
          ? .unchanged(.init(resultId: draft.resultID, uri: uri, version: draft.version))
          : .full(.init(resultId: draft.resultID, items: draft.diagnostics, uri: uri, version: draft.version)))
    case .unopened(let id, let address):
      guard let draft = unopened[id], !isOpen(id) else { return }
      let uri = address ?? draft.uri
      let isTold = pull.isTold(uri)
      if let report = unopened.report(of: id), report.resultID == pull.known[uri] {
        if !isTold { job.reports.append(.unchanged(.init(resultId: report.resultID, uri: uri, version: nil))) }
        return pull.tell(uri, report.resultID)
      }
      job.unopened.append(
        .init(
          draft: draft, uri: uri, generation: unopened.generation(of: id), doubtful: unopened.doubtful(id),
          previous: pull.known[uri], isTold: isTold))
    }
  }

  private func isOpen(_ id: String) -> Bool {
    documents[FileURI.uri(of: id)] != nil || documents.values.contains { $0.workspaceID == id }
  }

  /// Sends a part that was made, unless nobody waits for it any more.
  mutating func take(_ outcome: WorkspaceReportOutcome) {
    for made in outcome.made { unopened.keep(made.report, of: made.id, generation: made.generation) }
    guard var pull = pulls[outcome.request] else { return }
    pull.isWorking = false
    for made in outcome.made {
      pull.tell(made.uri, made.report.resultID)
      toldReports[made.uri] = made.report.resultID
    }
    pull.reports += outcome.reports
    pulls[outcome.request] = outcome.isLast ? nil : pull
    if outcome.isLast { endWork(for: pull) }
    for message in outcome.messages { send(message) }
  }

  // MARK: How far it is

  /// Shows a client that asked for it how far the reading of its folders is.
  mutating func showPulls(_ outcome: FolderReadingOutcome) {
    guard !outcome.isDone else { return }
    let message = JSONValue.string("\(outcome.read) of \(outcome.total)")
    for (id, pull) in pulls {
      guard let token = pull.params.workDoneToken else { continue }
      if pull.isShown {
        send(.progress(LSP.ProgressParams(token: token, value: ["kind": "report", "message": message])))
      } else if outcome.elapsed > ShownWork.patience {
        pulls[id]?.isShown = true
        send(
          .progress(
            LSP.ProgressParams(
              token: token,
              value: ["kind": "begin", "title": "Reading drafts", "cancellable": true, "message": message])))
      }
    }
  }

  /// Ends the work for a request, and what the client shows of it.
  mutating func endWork(for pull: WorkspacePull) {
    pull.cancellation.cancel()
    guard pull.isShown, let token = pull.params.workDoneToken else { return }
    send(.progress(LSP.ProgressParams(token: token, value: ["kind": "end"])))
  }
}

import HearsayCore
import LanguageServerProtocol
import ProseText

extension Session {
  /// Starts to read what lies around the open documents, where somebody asked for it; one reading at a time.
  mutating func startReading() {
    guard needsReading, !isReading else { return }
    needsReading = false
    var drafts: [String] = []
    var openFiles: [String: SurroundingsJob.OpenFile] = [:]
    for (uri, document) in documents {
      if document.role == .draft {
        drafts.append(uri)
      } else if !isTooLarge(document) {
        openFiles[uri] = SurroundingsJob.OpenFile(
          role: document.role, version: document.version, revision: document.revision, bytes: document.text.bytes)
      }
    }
    guard !drafts.isEmpty || !openFiles.isEmpty || !houseFiles.isEmpty else { return }
    isReading = true
    read(SurroundingsJob(drafts: drafts.sorted(), openFiles: openFiles, client: client))
  }

  /// Takes over what was read: drafts around which something has changed are analysed again at once.
  mutating func take(_ outcome: SurroundingsOutcome) {
    isReading = false
    var hasChanged = false
    for (uri, found) in outcome.surroundings {
      guard let document = documents[uri], document.surroundings != found else { continue }
      if document.surroundings != nil { hasChanged = true }
      // Before the first surroundings nothing was found, and nothing has to be told apart.
      let revision = document.surroundings == nil ? document.revision : nextRevision()
      documents[uri]?.take(found, revision: revision)
      changed.append(uri)
    }
    if hasChanged { refreshes = Set(Refresh.allCases) }
    publish(outcome.files)
    watch(outcome.copies)
  }

  /// Shows what is wrong in settings files and ledgers, in the files themselves.
  private mutating func publish(_ files: [HouseFile]) {
    let earlier = houseFiles
    houseFiles = [:]
    for file in files {
      houseFiles[file.uri] = file
      let known = earlier[file.uri]
      if let problem = file.problem, known?.problem != problem { show(.error, problem) }
      answerWaiting(for: file)
      let shown = known.map { isPulled($0) ? [] : $0.diagnostics } ?? []
      // An editor that has just opened the file may have shown nothing of what was said before.
      let isNew = file.revision != nil && known?.revision == nil
      push(isPulled(file) ? [] : file.diagnostics, of: file, after: isNew && !isPulled(file) ? [] : shown)
    }
    for (uri, file) in earlier where houseFiles[uri] == nil && !isPulled(file) {
      if !file.diagnostics.isEmpty { send(.publishing([], of: uri, version: nil)) }
    }
  }

  private mutating func push(_ diagnostics: [LSP.Diagnostic], of file: HouseFile, after shown: [LSP.Diagnostic]) {
    guard diagnostics != shown else { return }
    let document = documents[file.uri]
    send(
      .publishing(
        diagnostics, of: file.uri, version: document?.revision == file.revision ? document?.version : nil))
  }

  /// Whether the client asks for what is wrong in a file, as it has it open.
  private func isPulled(_ file: HouseFile) -> Bool { client.pullsDiagnostics && file.revision != nil }
}

import LanguageServerProtocol

// Who handles what: one handler a file in `Handlers/`. The switches are exhaustive, so that every method of the
// protocol files has its handler.
extension Session {
  mutating func receive(_ message: ClientMessage) {
    switch message.content {
    case .request(let id, let request): receive(id, request)
    case .notification(let notification): receive(notification)
    case .answer(let id, let result): if stage == .serving { take(answerTo: id, result) }
    case .shutdownNotification: shutDown()
    case .ignored: break
    case .unusable(let problem): log(.warning, "A notification was ignored: \(message.label): \(problem)")
    case .malformed(let malformed): refuse(malformed.id, malformed.error)
    case .fault(let fault): report(fault)
    }
  }

  private mutating func receive(_ id: RequestID, _ request: Result<LSP.ClientRequest, ResponseError>) {
    if let refusal = refusal(id, request) { return refuse(id, refusal) }
    switch request {
    case .failure(let error): refuse(id, error)
    case .success(.initialize(let params)): initialize(id, params)
    case .success(.shutdown):
      shutDown()
      answer(id, .success(.shutdown))
    case .success(.hover(let params)): answerWhenAnalysed(id, .hover(params))
    case .success(.codeAction(let params)): answerWhenAnalysed(id, .codeAction(params))
    case .success(.diagnostic(let params)): answerWhenAnalysed(id, .diagnostic(params))
    case .success(.workspaceDiagnostic(let params)): pullWorkspace(id, params)
    case .success(.analysis(let params)): answerWhenAnalysed(id, .analysis(params))
    case .success(.chain(let params)): answerWhenAnalysed(id, .chain(params))
    case .success(.executeCommand(let params)): executeCommand(id, params)
    case .success(.definition(let params)): answerWhenAnalysed(id, .definition(params))
    case .success(.references(let params)): answerWhenAnalysed(id, .references(params))
    case .success(.documentHighlight(let params)): answerWhenAnalysed(id, .documentHighlight(params))
    case .success(.documentLink(let params)): answerWhenAnalysed(id, .documentLink(params))
    case .success(.completion(let params)): complete(id, params)
    case .success(.prepareRename(let params)): answerWhenAnalysed(id, .prepareRename(params))
    case .success(.rename(let params)): answerWhenAnalysed(id, .rename(params))
    case .success(.symbol(let params)): findSymbols(id, params)
    case .success(.documentSymbol(let params)): answerWhenAnalysed(id, .documentSymbol(params))
    case .success(.selectionRange(let params)): answerWhenAnalysed(id, .selectionRange(params))
    case .success(.prepareCallHierarchy(let params)): answerWhenAnalysed(id, .prepareCallHierarchy(params))
    case .success(.incomingCalls(let params)): answerWhenAnalysed(id, .incomingCalls(params))
    case .success(.outgoingCalls(let params)): answerWhenAnalysed(id, .outgoingCalls(params))
    case .success(.codeLens(let params)): answerWhenAnalysed(id, .codeLens(params))
    case .success(.inlayHint(let params)): answerWhenAnalysed(id, .inlayHint(params))
    case .success(.semanticTokensFull(let params)): answerWhenAnalysed(id, .semanticTokensFull(params))
    case .success(.semanticTokensFullDelta(let params)): answerWhenAnalysed(id, .semanticTokensFullDelta(params))
    case .success(.semanticTokensRange(let params)): answerWhenAnalysed(id, .semanticTokensRange(params))
    case .success(.resolve(let action)): resolve(id, action)
    }
  }

  /// Why a request cannot be answered at this stage.
  private func refusal(_ id: RequestID, _ request: Result<LSP.ClientRequest, ResponseError>) -> ResponseError? {
    let isInitialize = if case .success(.initialize) = request { true } else { false }
    switch stage {
    case .beforeInitialize:
      if case .failure(let error) = request, error.code == ErrorCode.invalidParams.rawValue { return error }
      return isInitialize ? nil : ResponseError(.serverNotInitialized, "the first request must be initialize")
    case .shutDown: return ResponseError(.invalidRequest, "the server is shut down")
    case .serving where isInitialize: return ResponseError(.invalidRequest, "the server is initialized already")
    case .serving:
      let isFree = pending[id] == nil && pulls[id] == nil && !symbolSearches.contains(id)
      return isFree ? nil : ResponseError(.invalidRequest, "this id waits for an answer already")
    }
  }

  private mutating func receive(_ notification: LSP.ClientNotification) {
    if case .exit = notification { return end(.exit(afterShutdown: stage == .shutDown)) }
    guard stage == .serving else { return }
    switch notification {
    case .exit: break
    case .initialized: initialized()
    case .didOpen(let params): didOpen(params)
    case .didChange(let params): didChange(params)
    case .didClose(let params): didClose(params)
    case .setTrace(let params): setTrace(params)
    case .cancelRequest(let params): cancelRequest(params)
    case .didSave(let params): didSave(params)
    case .didChangeWatchedFiles(let params): didChangeWatchedFiles(params)
    case .didChangeConfiguration(let params): didChangeConfiguration(params)
    case .didChangeWorkspaceFolders(let params): didChangeWorkspaceFolders(params)
    case .progress(let params): progress(params)
    }
  }

  private mutating func report(_ fault: FrameError) {
    let message = "Bytes from the editor were skipped: \(fault)."
    if case .tooLong = fault { show(.error, message) } else { log(.error, message) }
  }
}

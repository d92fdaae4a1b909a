import HearsayCore
import LanguageServerProtocol

/// A request about a document, to be answered from the analysis of its present text.
enum DocumentRequest: Sendable {
  case hover(LSP.HoverParams)
  case codeAction(LSP.CodeActionParams)
  case diagnostic(LSP.DocumentDiagnosticParams)
  case analysis(LSP.TextDocumentIdentifier)
  case chain(LSP.TextDocumentIdentifier)
  case executeCommand(CommandCall)
  case definition(LSP.DefinitionParams)
  case references(LSP.ReferenceParams)
  case documentHighlight(LSP.DocumentHighlightParams)
  case documentLink(LSP.DocumentLinkParams)
  case prepareRename(LSP.PrepareRenameParams)
  case rename(LSP.RenameParams)
  case documentSymbol(LSP.DocumentSymbolParams)
  case selectionRange(LSP.SelectionRangeParams)
  case prepareCallHierarchy(LSP.CallHierarchyPrepareParams)
  case incomingCalls(LSP.CallHierarchyIncomingCallsParams)
  case outgoingCalls(LSP.CallHierarchyOutgoingCallsParams)
  case codeLens(LSP.CodeLensParams)
  case inlayHint(LSP.InlayHintParams)
  case semanticTokensFull(LSP.SemanticTokensParams)
  case semanticTokensFullDelta(LSP.SemanticTokensDeltaParams)
  case semanticTokensRange(LSP.SemanticTokensRangeParams)
  case resolve(DeferredAction)

  var uri: String {
    switch self {
    case .hover(let params): params.textDocument.uri
    case .codeAction(let params): params.textDocument.uri
    case .diagnostic(let params): params.textDocument.uri
    case .analysis(let document): document.uri
    case .chain(let document): document.uri
    case .executeCommand(let call): call.uri
    case .definition(let params): params.textDocument.uri
    case .references(let params): params.textDocument.uri
    case .documentHighlight(let params): params.textDocument.uri
    case .documentLink(let params): params.textDocument.uri
    case .prepareRename(let params): params.textDocument.uri
    case .rename(let params): params.textDocument.uri
    case .documentSymbol(let params): params.textDocument.uri
    case .selectionRange(let params): params.textDocument.uri
    case .prepareCallHierarchy(let params): params.textDocument.uri
    case .incomingCalls(let params): params.item.uri
    case .outgoingCalls(let params): params.item.uri
    case .codeLens(let params): params.textDocument.uri
    case .inlayHint(let params): params.textDocument.uri
    case .semanticTokensFull(let params): params.textDocument.uri
    case .semanticTokensFullDelta(let params): params.textDocument.uri
    case .semanticTokensRange(let params): params.textDocument.uri
    case .resolve(let action): action.uri
    }
  }

  /// Whether it names a place, which means nothing any more once the text has changed.
  private var hasPlace: Bool {
    switch self {
    case .diagnostic, .analysis, .chain, .executeCommand, .documentLink, .documentSymbol, .codeLens,
      .semanticTokensFull, .semanticTokensFullDelta:
      false
    case .hover, .codeAction, .definition, .references, .documentHighlight, .prepareRename, .rename, .selectionRange,
      .prepareCallHierarchy, .incomingCalls, .outgoingCalls, .inlayHint, .semanticTokensRange, .resolve:
      true
    }
  }

  /// Why it cannot wait on, when the text that it asked about is replaced by another.
  var endOfWait: ResponseError? {
    hasPlace ? ResponseError(.contentModified, "the text was changed before the answer was known") : nil
  }

  func reply(from draft: AnalysedDraft, for client: ClientProfile) -> Reply {
    switch self {
    case .hover(let params): .result(.hover(draft.hover(params, for: client)))
    case .codeAction(let params): .result(.codeAction(draft.codeActions(params, for: client)))
    case .diagnostic(let params): .report(draft.report(params), of: draft)
    case .analysis(let document): .result(.analysis(draft.analysisReport(document)))
    case .chain: .result(.chain(draft.chainReport()))
    case .executeCommand(let call): draft.run(call, for: client)
    case .definition(let params): .result(.definition(draft.definition(params, for: client)))
    case .references(let params): draft.references(params, for: client)
    case .documentHighlight(let params): .result(.documentHighlight(draft.highlights(params, for: client)))
    case .documentLink: .result(.documentLink(draft.links(for: client)))
    case .prepareRename(let params): .result(.prepareRename(draft.renamed(params, for: client)))
    case .rename(let params): draft.rename(params, for: client)
    case .documentSymbol: .result(.documentSymbol(draft.symbols(for: client)))
    case .selectionRange(let params): .result(.selectionRange(draft.selections(params, for: client)))
    case .prepareCallHierarchy(let params): .result(.prepareCallHierarchy(draft.chainStart(params, for: client)))
    case .incomingCalls(let params): .result(.incomingCalls(draft.takers(params, for: client)))
    case .outgoingCalls(let params): .result(.outgoingCalls(draft.origins(params, for: client)))
    case .codeLens: .result(.codeLens(draft.lenses(for: client)))
    case .inlayHint(let params): .result(.inlayHint(draft.hints(params, for: client)))
    case .semanticTokensFull: .tokens(draft.tokens(for: client), after: nil)
    case .semanticTokensFullDelta(let params): .tokens(draft.tokens(for: client), after: params.previousResultId)
    case .semanticTokensRange(let params): .result(.semanticTokensRange(draft.tokens(params, for: client)))
    case .resolve(let action): draft.resolved(action, for: client)
    }
  }

  /// The answer where there is no analysis, since the document is not open or too large.
  func answerWithoutDraft(_ reason: String) -> Result<LSP.ServerResult, ResponseError> {
    switch self {
    case .hover: .success(.hover(nil))
    case .codeAction: .success(.codeAction(nil))
    case .diagnostic: .success(.diagnostic(.relatedFull(.init(items: []))))
    case .analysis, .chain, .executeCommand, .rename: .failure(ResponseError(.requestFailed, reason))
    case .definition: .success(.definition(nil))
    case .references: .success(.references(nil))
    case .documentHighlight: .success(.documentHighlight(nil))
    case .documentLink: .success(.documentLink(nil))
    case .prepareRename: .success(.prepareRename(nil))
    case .documentSymbol: .success(.documentSymbol(nil))
    case .selectionRange: .success(.selectionRange(nil))
    case .prepareCallHierarchy: .success(.prepareCallHierarchy(nil))
    case .incomingCalls: .success(.incomingCalls(nil))
    case .outgoingCalls: .success(.outgoingCalls(nil))
    case .codeLens: .success(.codeLens(nil))
    case .inlayHint: .success(.inlayHint(nil))
    case .semanticTokensFull: .success(.semanticTokensFull(nil))
    case .semanticTokensFullDelta: .success(.semanticTokensFullDelta(nil))
    case .semanticTokensRange: .success(.semanticTokensRange(nil))
    case .resolve(let deferred): .success(.resolve(deferred.action))
    }
  }
}

extension Session {
  /// Answers a request at once where the document's text is analysed, else when it is.
  mutating func answerWhenAnalysed(_ id: RequestID, _ request: DocumentRequest) {
    refreshFindings(in: request.uri)
    guard let document = documents[request.uri] else {
      if case .diagnostic(let params) = request, let report = report(ofUnopened: params) {
        return answer(id, .success(.diagnostic(report)))
      }
      return answer(id, request.answerWithoutDraft("the document is not open"))
    }
    if let refusal = document.role.refusal {
      answer(id, request, aboutHouseFile: document, refusal)
    } else if isTooLarge(document) {
      answer(id, request.answerWithoutDraft("the document is too large"))
    } else if let draft = document.current {
      reply(id, request, request.reply(from: draft, for: client))
    } else {
      pending[id] = request
      documents[request.uri]?.waiting.append(id)
    }
  }

  /// Answers what is asked about a settings file or ledger, now or when it is read.
  private mutating func answer(
    _ id: RequestID, _ request: DocumentRequest, aboutHouseFile document: OpenDocument, _ refusal: String
  ) {
    if isTooLarge(document) {
      answer(id, request.answerWithoutDraft("the document is too large"))
    } else if let file = houseFiles[document.uri], file.revision == document.revision {
      answer(id, request, from: file, document, refusal)
    } else {
      pending[id] = request
      documents[document.uri]?.waiting.append(id)
    }
  }

  private mutating func answer(
    _ id: RequestID, _ request: DocumentRequest, from file: HouseFile, _ document: OpenDocument, _ refusal: String
  ) {
    reply(
      id, request,
      file.reply(to: request, document.text, version: document.version, for: client)
        ?? .answer(request.answerWithoutDraft(refusal)))
  }

  /// Answers what waited for a settings file or ledger to be read.
  mutating func answerWaiting(for file: HouseFile) {
    guard let document = documents[file.uri], document.revision == file.revision, let refusal = document.role.refusal
    else { return }
    for (id, request) in takeWaiting(for: file.uri, where: { _ in true }) {
      answer(id, request, from: file, document, refusal)
    }
  }

  /// Answers what waited for this analysis.
  mutating func answerWaiting(from draft: AnalysedDraft) {
    for (id, request) in takeWaiting(for: draft.uri, where: { _ in true }) {
      reply(id, request, request.reply(from: draft, for: client))
    }
  }

  /// Ends the wait of requests whose text was changed.
  mutating func refuseOutdated(_ uri: String) {
    for (id, request) in takeWaiting(for: uri, where: { $0.endOfWait != nil }) {
      if let error = request.endOfWait { refuse(id, error) }
    }
  }

  /// Answers what waits for a document that will not be analysed.
  mutating func answerWaiting(for uri: String, withoutDraft reason: String) {
    for (id, request) in takeWaiting(for: uri, where: { _ in true }) { answer(id, request.answerWithoutDraft(reason)) }
  }

  /// Takes pending requests of a document out, first come first.
  private mutating func takeWaiting(
    for uri: String, where isWanted: (DocumentRequest) -> Bool
  ) -> [(RequestID, DocumentRequest)] {
    guard let waiting = documents[uri]?.waiting, !waiting.isEmpty else { return [] }
    var taken: [(RequestID, DocumentRequest)] = []
    var kept: [RequestID] = []
    for id in waiting {
      // One that was cancelled is not pending any more.
      guard let request = pending[id], request.uri == uri else { continue }
      if isWanted(request) {
        pending[id] = nil
        taken.append((id, request))
      } else {
        kept.append(id)
      }
    }
    documents[uri]?.waiting = kept
    return taken
  }
}

import HearsayCore
import LanguageServerProtocol

/// A request about a document, to be answered from the analysis of its present text.
enum DocumentRequest: Sendable {
  case hover(LSP.HoverParams)
  case codeAction(LSP.CodeActionParams)
  case diagnostic(LSP.DocumentDiagnosticParams)
  case analysis(LSP.TextDocumentIdentifier)
  case definition(LSP.DefinitionParams)
  case references(LSP.ReferenceParams)
  case documentHighlight(LSP.DocumentHighlightParams)
  case documentLink(LSP.DocumentLinkParams)
  case prepareRename(LSP.PrepareRenameParams)
  case rename(LSP.RenameParams)

  var uri: String {
    switch self {
    case .hover(let params): params.textDocument.uri
    case .codeAction(let params): params.textDocument.uri
    case .diagnostic(let params): params.textDocument.uri
    case .analysis(let document): document.uri
    case .definition(let params): params.textDocument.uri
    case .references(let params): params.textDocument.uri
    case .documentHighlight(let params): params.textDocument.uri
    case .documentLink(let params): params.textDocument.uri
    case .prepareRename(let params): params.textDocument.uri
    case .rename(let params): params.textDocument.uri
    }
  }

  /// Whether it names a place, which means nothing any more once the text has changed.
  private var hasPlace: Bool {
    switch self {
    case .hover, .codeAction, .definition, .references, .documentHighlight, .prepareRename, .rename: true
    case .diagnostic, .analysis, .documentLink: false
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
    case .diagnostic(let params): .result(.diagnostic(draft.report(params)))
    case .analysis(let document): .result(.analysis(draft.analysisReport(document)))
    case .definition(let params): .result(.definition(draft.definition(params, for: client)))
    case .references(let params): draft.references(params, for: client)
    case .documentHighlight(let params): .result(.documentHighlight(draft.highlights(params, for: client)))
    case .documentLink: .result(.documentLink(draft.links(for: client)))
    case .prepareRename(let params): .result(.prepareRename(draft.renamed(params, for: client)))
    case .rename(let params): draft.rename(params, for: client)
    }
  }

  /// The answer where there is no analysis, since the document is not open or too large.
  func answerWithoutDraft(_ reason: String) -> Result<LSP.ServerResult, ResponseError> {
    switch self {
    case .hover: .success(.hover(nil))
    case .codeAction: .success(.codeAction(nil))
    case .diagnostic: .success(.diagnostic(.relatedFull(.init(items: []))))
    case .analysis, .rename: .failure(ResponseError(.requestFailed, reason))
    case .definition: .success(.definition(nil))
    case .references: .success(.references(nil))
    case .documentHighlight: .success(.documentHighlight(nil))
    case .documentLink: .success(.documentLink(nil))
    case .prepareRename: .success(.prepareRename(nil))
    }
  }
}

extension Session {
  /// Answers a request at once where the document's text is analysed, else when it is.
  mutating func answerWhenAnalysed(_ id: RequestID, _ request: DocumentRequest) {
    guard let document = documents[request.uri] else {
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
      file.reply(to: request, document.text, for: client) ?? .answer(request.answerWithoutDraft(refusal)))
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

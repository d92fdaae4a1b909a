import HearsayCore
import LanguageServerProtocol

/// A request about a document, to be answered from the analysis of its present text.
enum DocumentRequest: Sendable {
  case hover(LSP.HoverParams)
  case codeAction(LSP.CodeActionParams)
  case diagnostic(LSP.DocumentDiagnosticParams)
  case analysis(LSP.TextDocumentIdentifier)

  var uri: String {
    switch self {
    case .hover(let params): params.textDocument.uri
    case .codeAction(let params): params.textDocument.uri
    case .diagnostic(let params): params.textDocument.uri
    case .analysis(let document): document.uri
    }
  }

  /// Whether it names a place, which means nothing any more once the text has changed.
  private var hasPlace: Bool {
    switch self {
    case .hover, .codeAction: true
    case .diagnostic, .analysis: false
    }
  }

  /// Why it cannot wait on, when the text that it asked about is replaced by another.
  var endOfWait: ResponseError? {
    hasPlace ? ResponseError(.contentModified, "the text was changed before the answer was known") : nil
  }

  func answer(from draft: AnalysedDraft, for client: ClientProfile) -> Result<LSP.ServerResult, ResponseError> {
    switch self {
    case .hover(let params): .success(.hover(draft.hover(params, for: client)))
    case .codeAction(let params): .success(.codeAction(draft.codeActions(params, for: client)))
    case .diagnostic(let params): .success(.diagnostic(draft.report(params)))
    case .analysis(let document): .success(.analysis(draft.analysisReport(document)))
    }
  }

  /// The answer where there is no analysis, since the document is not open or too large.
  func answerWithoutDraft(_ reason: String) -> Result<LSP.ServerResult, ResponseError> {
    switch self {
    case .hover: .success(.hover(nil))
    case .codeAction: .success(.codeAction(nil))
    case .diagnostic: .success(.diagnostic(.relatedFull(.init(items: []))))
    case .analysis: .failure(ResponseError(.requestFailed, reason))
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
      answer(id, request.answer(from: draft, for: client))
    } else {
      pending[id] = request
      documents[request.uri]?.waiting.append(id)
    }
  }

  /// Answers what is asked about a settings file or ledger: what is wrong in it, nothing else.
  private mutating func answer(
    _ id: RequestID, _ request: DocumentRequest, aboutHouseFile document: OpenDocument, _ refusal: String
  ) {
    guard case .diagnostic(let params) = request, !isTooLarge(document) else {
      return answer(id, request.answerWithoutDraft(refusal))
    }
    if let file = houseFiles[document.uri], file.revision == document.revision {
      answer(id, .success(.diagnostic(file.report(params))))
    } else {
      pending[id] = request
      documents[document.uri]?.waiting.append(id)
    }
  }

  /// Answers what waited for a settings file or ledger to be read.
  mutating func answerWaiting(for file: HouseFile) {
    guard let document = documents[file.uri], document.revision == file.revision else { return }
    for (id, request) in takeWaiting(for: file.uri, where: { _ in true }) {
      guard case .diagnostic(let params) = request else { continue }
      answer(id, .success(.diagnostic(file.report(params))))
    }
  }

  /// Answers what waited for this analysis.
  mutating func answerWaiting(from draft: AnalysedDraft) {
    for (id, request) in takeWaiting(for: draft.uri, where: { _ in true }) {
      answer(id, request.answer(from: draft, for: client))
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

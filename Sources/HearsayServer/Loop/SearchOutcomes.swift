import LanguageServerProtocol

extension Session {
  /// Answers a request, or has it searched for away from the loop.
  mutating func reply(_ id: RequestID, _ request: DocumentRequest, _ reply: Reply) {
    switch reply {
    case .answer(let result): answer(id, result)
    case .asking(let requests, let notes, let result):
      answer(id, .success(result))
      for request in requests { ask(request, then: request.question) }
      for note in notes { show(.info, note) }
    case .report(let report, let draft): answer(id, report, of: draft)
    case .tokens(let tokens, let previous): answer(id, tokens, of: request.uri, after: previous)
    case .page(let draft):
      pending[id] = request
      make(ReportPageJob(id, draft, for: client))
    case .search(let search):
      pending[id] = request
      var open: [String: KeySearchJob.OpenText] = [:]
      for (uri, document) in documents
      where uri == search.ledgerURI || document.surroundings?.ledgerURI == search.ledgerURI {
        open[uri] = KeySearchJob.OpenText(
          version: document.version, revision: document.revision, text: document.text, format: document.format)
      }
      find(KeySearchJob(request: id, search: search, open: open, client: client))
    }
  }

  /// Takes what a search found, unless nobody waits for it any more or a text has changed since.
  mutating func take(_ outcome: KeySearchOutcome) {
    guard pending.removeValue(forKey: outcome.request) != nil else { return }
    let isCurrent = outcome.revisions.allSatisfy { documents[$0.key]?.revision == $0.value }
    guard isCurrent else {
      return refuse(outcome.request, ResponseError(.contentModified, "a text was changed before the answer was known"))
    }
    answer(outcome.request, outcome.result)
  }
}

extension LSP.ServerRequest {
  /// What matters of the answer, of what commands ask for.
  fileprivate var question: AskedQuestion? {
    if case .applyEdit(let params) = self { .edit(title: params.label ?? "") } else { nil }
  }
}

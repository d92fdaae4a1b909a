import HearsayCore
import LanguageServerProtocol

extension Session {
  /// Takes a document over; a second opening replaces the first.
  mutating func didOpen(_ params: LSP.DidOpenTextDocumentParams) {
    let item = params.textDocument
    refuseOutdated(item.uri)
    let earlier = documents[item.uri]
    earlier?.giveUpAnalysis()
    var document = OpenDocument(item, revision: nextRevision())
    document.waiting = earlier?.waiting ?? []
    documents[item.uri] = document
    textChanged(item.uri)
  }

  mutating func didChange(_ params: LSP.DidChangeTextDocumentParams) {
    let uri = params.textDocument.uri
    guard documents[uri] != nil else {
      return log(.warning, "A change to a document that is not open was ignored: \(uri)")
    }
    refuseOutdated(uri)
    let revision = nextRevision()
    documents[uri]?.apply(
      params.contentChanges, client.positionEncoding, version: params.textDocument.version, revision: revision)
    textChanged(uri)
  }

  /// Forgets a document and takes its marks away.
  mutating func didClose(_ params: LSP.DidCloseTextDocumentParams) {
    let uri = params.textDocument.uri
    guard let document = documents[uri] else { return }
    answerWaiting(for: uri, withoutDraft: "the document was closed")
    document.giveUpAnalysis()
    documents[uri] = nil
    if !client.pullsDiagnostics { send(.publishing([], of: uri, version: nil)) }
  }

  private mutating func textChanged(_ uri: String) {
    guard let document = documents[uri] else { return }
    guard isTooLarge(document) else { return changed.append(uri) }
    answerWaiting(for: uri, withoutDraft: "the document is too large")
    if !client.pullsDiagnostics { send(.publishing([], of: uri, version: document.version)) }
    guard !document.isTooLargeSaid else { return }
    documents[uri]?.isTooLargeSaid = true
    show(.warning, "This document has more than \(largestText) bytes and is not checked: \(uri)")
  }

  /// Takes what an analysis found, unless the text has changed since.
  mutating func finish(_ outcome: AnalysisOutcome) {
    guard let draft = documents[outcome.uri]?.finish(outcome) else { return changed.append(outcome.uri) }
    if let publication = draft.publication { send(publication) }
    answerWaiting(from: draft)
    logTrace("analysed \(draft.uri)", verbose: "version \(draft.version ?? 0), \(draft.diagnostics.count) findings")
    guard draft.analysis.isOtherLanguage, documents[draft.uri]?.isOtherLanguageSaid == false else { return }
    documents[draft.uri]?.isOtherLanguageSaid = true
    log(.info, "Most of this document is not English and was left alone: \(draft.uri)")
  }
}

import LanguageServerProtocol

extension HouseFile {
  /// The diagnostics for a client that asks for them.
  func report(_ params: LSP.DocumentDiagnosticParams) -> LSP.DocumentDiagnosticReport {
    if let resultID, params.previousResultId == resultID {
      return .relatedUnchanged(LSP.RelatedUnchangedDocumentDiagnosticReport(resultId: resultID))
    }
    return .relatedFull(LSP.RelatedFullDocumentDiagnosticReport(resultId: resultID, items: diagnostics))
  }
}

extension AnalysedDraft {
  /// The diagnostics for a client that asks for them.
  func report(_ params: LSP.DocumentDiagnosticParams) -> LSP.DocumentDiagnosticReport {
    if params.previousResultId == resultID {
      return .relatedUnchanged(LSP.RelatedUnchangedDocumentDiagnosticReport(resultId: resultID))
    }
    return .relatedFull(LSP.RelatedFullDocumentDiagnosticReport(resultId: resultID, items: diagnostics))
  }
}

extension Session {
  /// The diagnostics of a draft that is not open, for a client that has asked for those of all; nil where it is not known.
  mutating func report(ofUnopened params: LSP.DocumentDiagnosticParams) -> LSP.DocumentDiagnosticReport? {
    let id = WorkspaceDraft.id(of: params.textDocument.uri)
    guard let draft = unopened[id] else { return nil }
    if let report = unopened.report(of: id), report.resultID == params.previousResultId {
      return .relatedUnchanged(LSP.RelatedUnchangedDocumentDiagnosticReport(resultId: report.resultID))
    }
    let report = makeReport(of: draft)
    return report.resultId == params.previousResultId
      ? .relatedUnchanged(LSP.RelatedUnchangedDocumentDiagnosticReport(resultId: report.resultId ?? ""))
      : .relatedFull(LSP.RelatedFullDocumentDiagnosticReport(resultId: report.resultId, items: report.items))
  }

  /// Makes the report of a draft that is not open, and keeps its name.
  mutating func makeReport(of draft: UnopenedDraft) -> LSP.FullDocumentDiagnosticReport {
    let crossing = workspaces.findings(in: draft.id)
    let diagnostics = draft.diagnostics(with: crossing, in: workspaces, for: client)
    let name = UnopenedDraft.name(of: diagnostics)
    unopened.keep(
      UnopenedDrafts.Report(resultID: name, crossing: crossing), of: draft.id,
      generation: unopened.generation(of: draft.id))
    return LSP.FullDocumentDiagnosticReport(resultId: name, items: diagnostics)
  }
}

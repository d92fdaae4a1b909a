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

import HearsayCore
import LanguageServerProtocol

extension Session {
  /// The most drafts that are not open whose reports are made beside an answer.
  private static let mostUnopened = 16

  /// Adds to a report what has changed in the other drafts that have to do with this one: open ones, and those that the client has asked for.
  mutating func answer(_ id: RequestID, _ report: LSP.DocumentDiagnosticReport, of draft: AnalysedDraft) {
    toldReports[draft.uri] = draft.resultID
    guard client.takesRelatedReports else { return answer(id, .success(.diagnostic(report))) }
    refreshFindings()
    let related = relatedReports(of: draft)
    switch report {
    case .relatedFull(var full):
      full.relatedDocuments = related
      answer(id, .success(.diagnostic(.relatedFull(full))))
    case .relatedUnchanged(var unchanged):
      unchanged.relatedDocuments = related
      answer(id, .success(.diagnostic(.relatedUnchanged(unchanged))))
    }
  }

  /// The open drafts that point to a draft or that it points to, where the client has not been told their last findings.
  private mutating func relatedReports(of draft: AnalysedDraft) -> [String: LSP.FullDocumentDiagnosticReport]? {
    let own = WorkspaceDraft.id(of: draft.uri)
    let named = Set((draft.crossing ?? []).flatMap { $0.related.compactMap(\.draft) })
    var reports: [String: LSP.FullDocumentDiagnosticReport] = [:]
    for (uri, document) in documents where uri != draft.uri {
      guard let other = document.current, toldReports[uri] != other.resultID else { continue }
      let isNamed = named.contains(document.workspaceID)
      let namesIt = (other.crossing ?? []).contains { $0.related.contains { $0.draft == own } }
      guard isNamed || namesIt else { continue }
      toldReports[uri] = other.resultID
      reports[uri] = LSP.FullDocumentDiagnosticReport(resultId: other.resultID, items: other.diagnostics)
    }
    for id in named.union(unopened.naming(own)).sorted().prefix(Self.mostUnopened) {
      guard let (uri, report) = unopenedReport(of: id), toldReports[uri] != report.resultId else { continue }
      toldReports[uri] = report.resultId
      reports[uri] = report
    }
    return reports.isEmpty ? nil : reports
  }

  /// What is found now in a draft that is not open and of which the client was told; nil where that is no other.
  private mutating func unopenedReport(of id: String) -> (uri: String, report: LSP.FullDocumentDiagnosticReport)? {
    guard let draft = unopened[id], toldReports[draft.uri] != nil, unopened.report(of: id) == nil else { return nil }
    return (draft.uri, makeReport(of: draft))
  }
}

import LanguageServerProtocol

extension AnalysedDraft {
  /// Has the client apply the preferred fix of every finding, for clients that have no fixes on saving.
  func fixAll(for client: ClientProfile) -> Reply {
    guard client.appliesEdits else {
      return .answer(.failure(ResponseError(.requestFailed, "this editor applies no edits of a language server")))
    }
    guard let action = FindingActions(draft: self, client: client).all(), let edit = action.edit else {
      return .asking([], notes: ["There is nothing to fix without a question."], .executeCommand(nil))
    }
    return .asking(
      [.applyEdit(LSP.ApplyWorkspaceEditParams(label: action.title, edit: edit))], notes: [], .executeCommand(nil))
  }
}

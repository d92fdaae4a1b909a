import LanguageServerProtocol

extension AnalysedDraft {
  /// The quick fixes at a place, or for the diagnostics that the client names.
  func codeActions(_ params: LSP.CodeActionParams, for client: ClientProfile) -> [LSP.CodeAction]? {
    if let kinds = params.context.only, !kinds.contains(where: { $0.includes(.quickFix) }) { return [] }
    let requested = RequestedFindings(params, in: self, client.positionEncoding)
    return FindingActions(draft: self, client: client).actions(for: requested)
  }
}

extension LSP.CodeActionKind {
  /// Whether a kind is this one or a part of it: kinds are hierarchical, parted by dots, the empty one holds all.
  fileprivate func includes(_ kind: LSP.CodeActionKind) -> Bool {
    rawValue.isEmpty || kind == self || kind.rawValue.hasPrefix(rawValue + ".")
  }
}

import LanguageServerProtocol

extension Session {
  /// Does what the user chose: every command is one of a draft, and waits for its analysis.
  mutating func executeCommand(_ id: RequestID, _ params: LSP.ExecuteCommandParams) {
    do throws(ResponseError) {
      answerWhenAnalysed(id, .executeCommand(try CommandCall(params)))
    } catch {
      refuse(id, error)
    }
  }
}

extension AnalysedDraft {
  /// Carries a command out; one file in `Commands/` each.
  func run(_ call: CommandCall, for client: ClientProfile) -> Reply {
    switch call.command {
    case .chain: .result(.executeCommand(chainReport()))
    case .fixAll: fixAll(for: client)
    case .showUnsupported: showUnsupported(for: client)
    case .showDeepestChain: showDeepestChain(for: client)
    case .openReport: .page(self)
    }
  }
}

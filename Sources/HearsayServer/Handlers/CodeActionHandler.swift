import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// The quick fixes at a place, or for the diagnostics that the client names, and what takes figures into the ledger.
  func codeActions(_ params: LSP.CodeActionParams, for client: ClientProfile) -> [LSP.CodeAction]? {
    let requested = RequestedFindings(params, in: self, client.positionEncoding)
    let ledger = requested.isWholeDocument ? nil : LedgerActions(self, client)
    var actions: [LSP.CodeAction] = []
    if params.context.asks(for: .quickFix) {
      actions += FindingActions(draft: self, client: client).actions(for: requested)
      actions += ledger?.corrections(for: requested.findings) ?? []
    }
    if params.context.asks(for: .refactor), let ledger {
      actions += ledger.additions(at: text.byteRange(of: params.range, in: client.positionEncoding))
    }
    if params.context.namesKind(.fixAll) {
      let fix = FindingActions(draft: self, client: client).all(isDeferred: client.resolvesEdits)
      actions += fix.map { [$0] } ?? []
    }
    return actions
  }
}

extension LSP.CodeActionKind {
  /// All preferred fixes of a draft at once.
  static let fixAll = LSP.CodeActionKind(rawValue: "source.fixAll.hearsay")

  /// Whether a kind is this one or a part of it: kinds are hierarchical, parted by dots, the empty one holds all.
  fileprivate func includes(_ kind: LSP.CodeActionKind) -> Bool {
    rawValue.isEmpty || kind == self || kind.rawValue.hasPrefix(rawValue + ".")
  }
}

extension LSP.CodeActionContext {
  /// Whether actions of a kind are wanted: all are where the client names none.
  func asks(for kind: LSP.CodeActionKind) -> Bool { only?.contains { $0.includes(kind) } ?? true }

  /// Whether the client says that it wants actions of a kind.
  fileprivate func namesKind(_ kind: LSP.CodeActionKind) -> Bool {
    only?.contains { !$0.rawValue.isEmpty && $0.includes(kind) } ?? false
  }
}

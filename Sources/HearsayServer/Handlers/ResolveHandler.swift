import HearsayCore
import JSON
import LanguageServerProtocol

/// An action whose edit is made when the user chooses it, as the client sends it back.
struct DeferredAction: Sendable {
  enum Kind: Sendable, Equatable {
    case fixAll
    /// A figure goes into the ledger: its index.
    case addition(Int)
  }

  let kind: Kind
  /// The address of the draft.
  let uri: String
  /// The server's number for the text that the action was offered for.
  let revision: Int
  let action: LSP.CodeAction

  /// - Throws: `ResponseError` for an action that was not offered like this.
  init(_ action: LSP.CodeAction) throws(ResponseError) {
    guard let uri = action.data?["uri"]?.string, let revision = action.data?["revision"]?.int else {
      throw ResponseError(.invalidParams, "there is nothing left to find out about this action")
    }
    kind = action.data?["figure"]?.int.map { .addition($0) } ?? .fixAll
    self.uri = uri
    self.revision = revision
    self.action = action
  }

  /// What is sent with an action in place of its edit.
  static func data(_ kind: Kind, of draft: AnalysedDraft) -> JSONValue {
    var data: JSONObject = ["uri": .string(draft.uri), "revision": .integer(draft.revision)]
    if case .addition(let figure) = kind { data["figure"] = .integer(figure) }
    return .object(data)
  }
}

extension Session {
  /// Makes the edit of an action that was offered without one.
  mutating func resolve(_ id: RequestID, _ action: LSP.CodeAction) {
    do throws(ResponseError) {
      answerWhenAnalysed(id, .resolve(try DeferredAction(action)))
    } catch {
      refuse(id, error)
    }
  }
}

extension AnalysedDraft {
  /// The action with its edit; an error where the draft has changed since it was offered.
  func resolved(_ deferred: DeferredAction, for client: ClientProfile) -> Reply {
    guard deferred.revision == revision else {
      return .answer(.failure(ResponseError(.contentModified, "the draft has changed since the action was offered")))
    }
    var action = deferred.action
    switch deferred.kind {
    case .fixAll: action.edit = FindingActions(draft: self, client: client).all()?.edit
    case .addition(let figure): action.edit = LedgerActions(self, client)?.edit(ofAddition: figure)
    }
    guard action.edit != nil else {
      return .answer(.failure(ResponseError(.requestFailed, "the ledger has no place for it")))
    }
    return .result(.resolve(action))
  }
}

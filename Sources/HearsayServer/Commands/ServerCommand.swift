import JSON
import LanguageServerProtocol

/// What the user of a client can have the server do, by the names under which clients know it.
///
/// Each has a draft's address as its first argument.
enum ServerCommand: String, CaseIterable, Sendable {
  case chain = "hearsay.chain"
  case fixAll = "hearsay.fixAll"
  case showUnsupported = "hearsay.showUnsupported"
  case showDeepestChain = "hearsay.showDeepestChain"
  case openReport = "hearsay.openReport"

  static let names = allCases.map(\.rawValue)

  /// The command as a client shows it, for a draft.
  func titled(_ title: String, of uri: String) -> LSP.Command {
    LSP.Command(title: title, command: rawValue, arguments: [.string(uri)])
  }
}

/// A command with what it is to be done to.
struct CommandCall: Sendable {
  let command: ServerCommand
  /// The address of the draft.
  let uri: String

  /// - Throws: `ResponseError` for a command that there is not, or one without a draft.
  init(_ params: LSP.ExecuteCommandParams) throws(ResponseError) {
    guard let command = ServerCommand(rawValue: params.command) else {
      throw ResponseError(.invalidParams, "no such command: \(params.command.prefix(80))")
    }
    guard let uri = params.arguments?.first?.string else {
      throw ResponseError(.invalidParams, "\(command.rawValue) needs the address of a document")
    }
    self.command = command
    self.uri = uri
  }
}

import JSON
import LanguageServerProtocol

extension Session {
  /// Asks for the editor's settings anew, or takes them from a client that only says them.
  mutating func didChangeConfiguration(_ params: LSP.DidChangeConfigurationParams) {
    client.saidSettings = params.settings
    if client.answersConfiguration { askForSettings() } else { take(settings: params.settings) }
  }

  /// Takes the settings that a client said, where it does not answer the question for them.
  ///
  /// Qt Creator 9 offers to answer, does not know the question when it comes, and says its settings unasked.
  mutating func stopAskingForSettings() {
    client.answersConfiguration = false
    take(settings: client.saidSettings)
  }
}

extension ClientProfile {
  /// Takes over what an editor says of its own settings: `{"inlayHints": true, "claimLenses": true}`, by themselves or under our
  /// name.
  mutating func take(_ settings: JSONValue?) {
    let own = settings?["hearsay"] ?? settings
    if let isWanted = own?["inlayHints"]?.bool { wantsInlayHints = isWanted }
    if let isWanted = own?["claimLenses"]?.bool { wantsClaimLenses = isWanted }
  }
}

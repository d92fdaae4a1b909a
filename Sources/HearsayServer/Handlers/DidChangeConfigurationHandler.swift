import JSON
import LanguageServerProtocol

extension Session {
  /// Asks for the editor's settings anew, or takes them from a client that only says them.
  mutating func didChangeConfiguration(_ params: LSP.DidChangeConfigurationParams) {
    if client.answersConfiguration { askForSettings() } else { take(settings: params.settings) }
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

import JSON
import LanguageServerProtocol

extension Session {
  /// Takes over what the user wants to see. What is found is settled in files, alike for every editor and the command line.
  mutating func didChangeConfiguration(_ params: LSP.DidChangeConfigurationParams) {
    client.take(params.settings)
  }
}

extension ClientProfile {
  /// Takes over what an editor says of its own settings: `{"inlayHints": true}`, by itself or under our name.
  mutating func take(_ settings: JSONValue?) {
    let own = settings?["hearsay"] ?? settings
    if let isWanted = own?["inlayHints"]?.bool { wantsInlayHints = isWanted }
  }
}

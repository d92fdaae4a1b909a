import HearsayCore
import JSON
import LanguageServerProtocol

extension Session {
  /// Asks the client to say when a settings file changes, if it can.
  mutating func initialized() {
    guard client.watchesFiles else { return }
    let pattern = JSONValue.string("**/" + SettingsFile.name)
    ask(
      .registerCapability(
        LSP.RegistrationParams(registrations: [
          LSP.Registration(
            id: "settings", method: "workspace/didChangeWatchedFiles",
            registerOptions: ["watchers": [["globPattern": pattern]]])
        ])))
  }
}

import HearsayCore
import JSON
import LanguageServerProtocol

/// What the user has set in the editor.
///
/// The keys are those of a settings file, and hold for drafts that have none: a house's file counts alike for everybody.
struct EditorSettings: Sendable, Equatable {
  /// Keys that a search of folders alone has a use for.
  private static let others: Set<SettingsKey> = [.schema, .include, .exclude]

  /// What the client said when it started; what it says later wins, key by key.
  private let atStart: JSONObject
  private(set) var settings = Settings()
  /// What of it is not understood.
  private(set) var problems: [String] = []

  /// - Parameter atStart: the client's `initializationOptions`.
  init(atStart: JSONValue? = nil) {
    let own = atStart?["hearsay"]?.object ?? atStart?.object
    self.atStart = own ?? [:]
    read([:])
  }

  /// Takes over what the client says now; nothing where that is no object.
  mutating func take(_ said: JSONValue?) {
    guard let own = said?["hearsay"]?.object ?? said?.object else { return }
    read(own)
  }

  private mutating func read(_ said: JSONObject) {
    var members: JSONObject = [:]
    for key in SettingsKey.allCases where !Self.others.contains(key) {
      // Editors send null for what nobody has set.
      let value = [said, atStart].lazy.compactMap { $0[key.rawValue] }.first { !$0.isNull }
      if let value { members[key.rawValue] = value }
    }
    guard let file = try? SettingsFile(JSONValue.object(members).serialized()) else { return }
    settings = file.settings
    problems = file.findings.map(\.message)
  }
}

extension Session {
  private static let section = "hearsay"

  /// Has the client say when its settings change, and asks for them.
  mutating func followSettings() {
    if client.registersConfiguration {
      ask(
        .registerCapability(
          LSP.RegistrationParams(registrations: [
            LSP.Registration(
              id: "editor-settings", method: "workspace/didChangeConfiguration",
              registerOptions: ["section": .string(Self.section)])
          ])))
    }
    askForSettings()
  }

  /// Asks a client that answers it for what its user has set.
  mutating func askForSettings() {
    guard client.answersConfiguration else { return }
    ask(
      .configuration(LSP.ConfigurationParams(items: [LSP.ConfigurationItem(section: Self.section)])), then: .settings)
  }

  /// Takes over what the user has set; drafts that it concerns are analysed again.
  mutating func take(settings said: JSONValue?) {
    let (hadHints, hadLenses) = (client.wantsInlayHints, client.wantsClaimLenses)
    client.take(said)
    if client.wantsInlayHints != hadHints { refreshes.insert(.hints) }
    if client.wantsClaimLenses != hadLenses { refreshes.insert(.lenses) }
    let earlier = client.settings
    client.settings.take(said)
    guard client.settings != earlier else { return }
    for problem in client.settings.problems where !earlier.problems.contains(problem) {
      log(.warning, "In the editor's settings: \(shownOnOneLine(problem))")
    }
    needsReading = true
    readFolders()
  }
}

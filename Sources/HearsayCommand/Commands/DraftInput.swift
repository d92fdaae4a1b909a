import HearsayCore
import Workspace

/// What lies around the drafts of a folder.
struct InputSurroundings: Sendable {
  var settings = Settings()
  var ledger: FoundLedger?
  /// The path of the settings file that holds for them.
  var settingsPath: String?
  /// The bytes of that file.
  var settingsText: [UInt8]?
}

/// A draft with what lies around it, which drafts by the thousand have in common.
struct DraftInput: Sendable {
  let found: FoundInput
  private var around: Shared<InputSurroundings>

  init(_ found: FoundInput, in surroundings: Shared<InputSurroundings>) {
    self.found = found
    around = surroundings
  }

  var settings: Settings {
    get { around.value.settings }
    set {
      var value = around.value
      value.settings = newValue
      around = Shared(value)
    }
  }
  var ledger: FoundLedger? { around.value.ledger }
  var settingsPath: String? { around.value.settingsPath }
  var settingsText: [UInt8]? { around.value.settingsText }

  /// What it shares with the drafts of its workspace: their ledger, else their settings.
  var workspace: String { ledger?.path ?? settingsPath ?? "" }

  var path: String { found.path }

  /// The inputs as a selection of rules changes their settings; what they have in common they still have.
  static func applying(_ selection: RuleSelection, to inputs: [DraftInput]) -> [DraftInput] {
    var known: [ObjectIdentifier: Shared<InputSurroundings>] = [:]
    return inputs.map { input in
      let name = ObjectIdentifier(input.around)
      if let around = known[name] { return DraftInput(input.found, in: around) }
      var applied = input
      applied.settings = selection.applied(to: input.settings)
      known[name] = applied.around
      return applied
    }
  }
}

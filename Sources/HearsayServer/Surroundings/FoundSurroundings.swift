import HearsayCore
import Workspace

/// What was found around a draft.
struct FoundSurroundings: Sendable, Equatable {
  /// What the house has settled.
  var settings = Settings()
  /// Nil where there is none.
  var ledger: FoundLedger?
  /// By which the client knows the ledger, or would.
  var ledgerURI: String?
  /// The client's number for the ledger's text; nil where it is not open.
  var ledgerVersion: Int?
  /// The path of the settings file; nil where there is none.
  var settingsPath: String?

  /// What it shares with the drafts of its workspace: their ledger, else their settings.
  var workspace: String { ledger?.path ?? settingsPath ?? "" }
}

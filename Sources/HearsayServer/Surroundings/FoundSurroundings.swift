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
}

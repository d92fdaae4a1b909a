import HearsayCore
package import Workspace

/// Finds what lies around drafts, and keeps what it has read of it.
package struct SurroundingsStore: Sendable {
  var settings: SettingsStore
  var ledgers: LedgerStore
  private let readsSettings: Bool

  package init(settings: SettingsSource, ledger: LedgerChoice) {
    self.settings = SettingsStore(settings)
    readsSettings = settings != .none
    ledgers = LedgerStore(ledger)
  }

  /// Looks anew from now on; what has not changed is not read again.
  mutating func refresh(_ open: OpenTexts) {
    settings.refresh(open)
    ledgers.refresh(open)
  }

  /// What lies around the document of an address.
  ///
  /// - Parameter editor: what holds where there is no settings file.
  mutating func surroundings(of uri: String, editor: EditorSettings) -> FoundSurroundings {
    // What is saved nowhere belongs to the folder in which the server was started.
    let folder = FileURI.path(of: uri).map { Workspace.folder(of: $0) } ?? "."
    let found = settings.settings(in: folder)
    return FoundSurroundings(
      settings: found?.settings ?? (readsSettings ? editor.settings : .init()), ledger: ledgers.ledger(in: folder),
      settingsPath: found?.path)
  }
}

/// Where the settings of drafts come from.
package enum SettingsSource: Sendable, Equatable {
  /// The nearest settings file in a draft's folder or above.
  case nearest
  /// One file for all drafts.
  case file(String)
  /// From nowhere.
  case none
}

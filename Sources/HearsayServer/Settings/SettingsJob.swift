import HearsayCore
package import Workspace

/// Asks for the settings of open documents, to be read away from the loop.
package struct SettingsJob: Sendable {
  /// The addresses of the documents.
  let uris: [String]

  /// Looks for the settings anew and reads what has changed.
  package func run(_ store: inout SettingsStore) -> SettingsOutcome {
    store.refresh()
    var outcome = SettingsOutcome()
    for uri in uris {
      // What is saved nowhere has the settings of the folder in which the server was started.
      let path = FileURI.path(of: uri)
      let found = path.map { store.settings(forDraft: $0) } ?? store.settings(in: ".")
      outcome.settings[uri] = found?.settings ?? Settings()
    }
    let folder = currentFolder()
    outcome.files = store.files.map {
      ReadSettings($0, uri: FileURI.uri(of: absolute($0.path, workingFolder: folder) ?? $0.path))
    }
    return outcome
  }
}

/// What was found of settings.
package struct SettingsOutcome: Sendable {
  /// The settings of each document that was asked for, by its address.
  var settings: [String: Settings] = [:]
  /// Every file that settles something for a document.
  var files: [ReadSettings] = []
}

/// A settings file with its address.
struct ReadSettings: Sendable {
  let uri: String
  /// Nil where it could not be read.
  let file: SettingsFile?
  /// What to say where it could not be read.
  let problem: String?

  init(_ found: FoundSettings, uri: String) {
    self.uri = uri
    file = found.file
    problem = found.problem.map { "The settings in \(found.path) cannot be read: \($0.message); \($0.remedy)." }
  }
}

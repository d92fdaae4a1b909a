import HearsayCore
import LanguageServerProtocol

extension Session {
  /// Asks for the settings of documents; with none named, of all that are open.
  mutating func readSettings(of uris: [String]? = nil) {
    let uris = uris ?? documents.keys.sorted()
    if !uris.isEmpty { read(SettingsJob(uris: uris)) }
  }

  /// Whether an address is that of a settings file.
  func isSettings(_ uri: String) -> Bool {
    FileURI.path(of: uri)?.split(separator: "/").last.map { $0 == SettingsFile.name } ?? false
  }

  /// Takes settings over: documents for which they have changed are analysed again at once.
  mutating func take(_ outcome: SettingsOutcome) {
    var hasChanged = false
    for (uri, settings) in outcome.settings {
      guard let document = documents[uri], document.settings != settings else { continue }
      if document.settings != nil { hasChanged = true }
      // Before the first settings nothing was found, and nothing has to be told apart.
      let revision = document.settings == nil ? document.revision : nextRevision()
      documents[uri]?.take(settings, revision: revision)
      changed.append(uri)
    }
    if hasChanged, client.refreshesDiagnostics { ask(.diagnosticRefresh) }
    publish(outcome.files)
  }

  /// Shows what is wrong in settings files, in the files themselves.
  private mutating func publish(_ files: [ReadSettings]) {
    for file in files {
      if let problem = file.problem, settingsFiles[file.uri]?.problem != problem { show(.error, problem) }
      let diagnostics = file.file.map {
        DiagnosticRenderer(uri: file.uri, client: client).diagnostics(of: $0.findings, in: $0.text)
      }
      let known = settingsFiles.updateValue(
        ShownSettings(problem: file.problem, diagnostics: diagnostics ?? []), forKey: file.uri)
      guard known?.diagnostics ?? [] != diagnostics ?? [] else { continue }
      send(.publishing(diagnostics ?? [], of: file.uri, version: nil))
    }
    for (uri, shown) in settingsFiles where !files.contains(where: { $0.uri == uri }) {
      settingsFiles[uri] = nil
      if !shown.diagnostics.isEmpty { send(.publishing([], of: uri, version: nil)) }
    }
  }
}

/// What the client was told of a settings file.
struct ShownSettings: Sendable, Equatable {
  var problem: String?
  var diagnostics: [LSP.Diagnostic]
}

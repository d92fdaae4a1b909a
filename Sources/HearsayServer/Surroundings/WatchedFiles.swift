import HearsayCore
import JSON
import LanguageServerProtocol
import Workspace

extension Session {
  private static let method = "workspace/didChangeWatchedFiles"
  private static let idOfCopies = "saved-copies"
  /// More patterns than these become one for all files.
  private static let mostPatterns = 50

  /// Asks the client to say when a settings file or ledger changes, if it can.
  mutating func watchHouseFiles() {
    guard client.watchesFiles else { return }
    watch(["**/" + SettingsFile.name, "**/" + FoundLedger.name], as: "settings")
  }

  /// Asks the client to say when one of the saved copies changes.
  mutating func watch(_ copies: Set<String>) {
    self.copies = copies
    guard client.watchesFiles else { return }
    let patterns = Self.patterns(of: copies)
    guard patterns != watchedCopies else { return }
    if !watchedCopies.isEmpty {
      ask(
        .unregisterCapability(
          LSP.UnregistrationParams(unregisterations: [LSP.Unregistration(id: Self.idOfCopies, method: Self.method)])))
    }
    watchedCopies = patterns
    if !patterns.isEmpty { watch(patterns, as: Self.idOfCopies) }
  }

  private mutating func watch(_ patterns: [String], as id: String) {
    let watchers = patterns.map { JSONValue.object(["globPattern": .string($0)]) }
    ask(
      .registerCapability(
        LSP.RegistrationParams(registrations: [
          LSP.Registration(id: id, method: Self.method, registerOptions: ["watchers": .array(watchers)])
        ])))
  }

  /// Patterns that match the paths: each file's folder with its ending, or all files where these are too many.
  private static func patterns(of paths: Set<String>) -> [String] {
    var patterns: Set<String> = []
    for path in paths {
      let names = path.split(separator: "/")
      guard let name = names.last else { continue }
      let ending = name.lastIndex(of: ".").map { name[$0...] } ?? name
      let folder = names.dropLast().last.map { "\($0)/" } ?? ""
      patterns.insert(hasGlobMarks(folder + ending) ? "**/*" : "**/\(folder)*\(ending)")
      if patterns.count > mostPatterns { return ["**/*"] }
    }
    return patterns.contains("**/*") ? ["**/*"] : patterns.sorted()
  }

  private static func hasGlobMarks(_ text: String) -> Bool { text.contains { "*?[]{},\\".contains($0) } }
}

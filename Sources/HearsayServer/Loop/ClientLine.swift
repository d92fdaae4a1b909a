import JSON
import LanguageServerProtocol
import ProseText

extension ClientProfile {
  /// What stands before the client's description in a log.
  static let logMark = "client "

  /// What the log says of the client when it starts, as one line of JSON behind a mark: `hearsay doctor` reads it.
  func logLine(_ info: LSP.InitializeParams.ClientInfo?) -> String {
    let can: [(name: String, is: Bool)] = [
      ("pulls diagnostics", pullsDiagnostics), ("takes reports of related drafts", takesRelatedReports),
      ("refreshes diagnostics", refreshes.contains(.diagnostics)), ("shows related places", showsRelatedPlaces),
      ("links codes", linksCodes), ("reads Markdown in hovers", readsMarkdownHovers),
      ("applies edits", appliesEdits), ("takes edits of several documents", takesVersionedEdits),
      ("asks for edits when they are chosen", resolvesEdits), ("goes to places", showsDocuments),
      ("answers settings", answersConfiguration), ("watches files", watchesFiles), ("shows progress", showsProgress),
      ("asks for inlay hints", requests.contains(.hints)), ("asks for lenses", requests.contains(.lenses)),
      ("asks for chains of calls", requests.contains(.chains)), ("asks for tokens", requests.contains(.tokens)),
    ]
    let line: JSONValue = [
      "name": .string(info?.name ?? "unknown"), "version": info?.version.map { .string($0) } ?? .null,
      "columns": .string(positionEncoding.rawValue),
      "can": .array(can.filter(\.is).map { .string($0.name) }),
      "cannot": .array(can.filter { !$0.is }.map { .string($0.name) }),
    ]
    return Self.logMark + String(decoding: line.serialized(), as: UTF8.self)
  }
}

/// What a log tells of the client that wrote it last, as far as it can be read.
package struct LoggedClient: Sendable, Equatable {
  package let name: String
  package let version: String?
  /// The unit of columns.
  package let columns: String
  package let can: [String]
  package let cannot: [String]

  /// Reads the last line of a log that describes a client; nil where there is none.
  package init?(log: String) {
    for line in log.split(separator: "\n").reversed() {
      // Before the mark stands the time.
      guard let space = line.firstIndex(of: " "), line[line.index(after: space)...].hasPrefix(ClientProfile.logMark)
      else { continue }
      let text = line[line.index(after: space)...].dropFirst(ClientProfile.logMark.count)
      guard let value = try? JSONValue(parsing: Array(text.utf8)), let name = value["name"]?.string else { continue }
      self.name = name
      version = value["version"]?.string
      columns = value["columns"]?.string ?? "utf-16"
      can = value["can"]?.array?.compactMap(\.string) ?? []
      cannot = value["cannot"]?.array?.compactMap(\.string) ?? []
      return
    }
    return nil
  }
}

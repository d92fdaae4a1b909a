import HearsayCore
import LanguageServerProtocol
import Workspace

/// What a document is to the server, which its name says.
enum DocumentRole: Sendable {
  case draft, settings, ledger

  init(uri: String) {
    self =
      switch FileURI.path(of: uri)?.split(separator: "/").last {
      case .some(let name) where name == SettingsFile.name: .settings
      case .some(let name) where name == FoundLedger.name: .ledger
      default: .draft
      }
  }

  /// Why no question about drafts is answered for it; nil where it is one.
  var refusal: String? {
    switch self {
    case .draft: nil
    case .settings: "the document is a settings file"
    case .ledger: "the document is a ledger"
    }
  }
}

/// A settings file or ledger as it was read, in the client's terms.
struct HouseFile: Sendable, Equatable {
  let uri: String
  /// What is wrong in it.
  var diagnostics: [LSP.Diagnostic] = []
  /// How that can be mended: for each diagnostic, in the same order.
  var fixes: [[Fix]] = []
  /// What to say where it could not be read; an open text shows that itself.
  var problem: String?
  /// The ledger, where it is one.
  var ledger: FoundLedger?
  /// The number of the open text that was read; nil where it was the file.
  var revision: Int?

  /// What names the diagnostics in the protocol's pull model.
  var resultID: String? { revision.map { "house-\($0)" } }

  init(_ found: FoundSettings, uri: String, revision: Int?, client: ClientProfile) {
    self.uri = uri
    self.revision = revision
    diagnostics =
      found.file.map { DiagnosticRenderer(uri: uri, client: client).diagnostics(of: $0.findings, in: $0.text) } ?? []
    fixes = found.file?.findings.map(\.fixes) ?? []
    guard revision == nil else { return }
    problem = found.problem.map { "The settings in \(found.path) cannot be read: \($0.message); \($0.remedy)." }
  }

  init(_ found: FoundLedger, uri: String, revision: Int?, client: ClientProfile) {
    self.uri = uri
    self.revision = revision
    ledger = found
    diagnostics =
      found.reading.map { reading in
        let analysis = Analysis(ledger: reading)
        return DiagnosticRenderer(uri: uri, client: client).diagnostics(of: analysis.findings, in: analysis.text)
      } ?? []
    guard revision == nil else { return }
    problem = found.problem.map { "The ledger \(found.path) cannot be read: \($0.message); \($0.remedy)." }
  }
}

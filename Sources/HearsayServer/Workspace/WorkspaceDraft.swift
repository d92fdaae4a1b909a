import HearsayCore
import LanguageServerProtocol
import ProseText

/// What the server keeps of a draft for the sake of the others of its workspace: no text, no facts.
package struct WorkspaceDraft: Sendable {
  /// The id in the index: the path where it has one, so that messages can name the file.
  let id: String
  /// By which the client knows the draft, or would.
  let uri: String
  /// What the drafts of one workspace share: the path of their ledger, else of their settings.
  let workspace: String
  let digest: DraftDigest
  /// Where findings of other drafts may point to.
  let places: [Range<Int>: LSP.Range]

  /// Nil for what is no draft.
  init?(_ analysis: Analysis, uri: String, workspace: String, client: ClientProfile) {
    guard let digest = analysis.digest else { return nil }
    id = Self.id(of: uri)
    self.uri = uri
    self.workspace = workspace
    self.digest = digest
    let ranges = digest.places
    let table = PositionTable(
      ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: analysis.text, client.positionEncoding)
    places = Dictionary(ranges.map { ($0, table[$0]) }) { first, _ in first }
  }

  static func id(of uri: String) -> String { FileURI.path(of: uri) ?? uri }
}

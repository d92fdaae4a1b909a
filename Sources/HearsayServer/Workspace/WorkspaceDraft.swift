import HearsayCore
import LanguageServerProtocol
import ProseText

/// What the server keeps of a draft for the sake of the others of its workspace.
///
/// No text and no facts, once it has been asked what it contributes.
package struct WorkspaceDraft: Sendable {
  /// The id in the index: the path where it has one, so that messages can name the file.
  let id: String
  /// By which the client knows the draft, or would.
  let uri: String
  /// What the drafts of one workspace share: the path of their ledger, else of their settings.
  let workspace: String
  private var contents: Contents
  /// Its parties and claims, of a draft that is not open.
  let symbols: DraftSymbols?

  private enum Contents: Sendable {
    /// Of a draft that nobody has asked yet: a draft alone in its workspace is never asked.
    indirect case unread(Analysis, PositionEncoding)
    /// What it contributes, and where findings of other drafts may point to.
    case read(DraftDigest?, places: [Range<Int>: LSP.Range])
  }

  /// - Parameter keepsSymbols: whether its parties and claims are kept, as nobody else will know them.
  init(
    _ analysis: Analysis, uri: String, workspace: String, client: ClientProfile, keepsSymbols: Bool = false
  ) {
    symbols = keepsSymbols ? DraftSymbols(analysis, client.positionEncoding) : nil
    id = Self.id(of: uri)
    self.uri = uri
    self.workspace = workspace
    contents = .unread(analysis, client.positionEncoding)
  }

  /// Reads what it contributes, where that is not done.
  mutating func read() {
    guard case .unread(let analysis, let encoding) = contents else { return }
    let digest = analysis.digest()
    let ranges = digest?.places ?? []
    let table = PositionTable(ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: analysis.text, encoding)
    contents = .read(digest, places: Dictionary(ranges.map { ($0, table[$0]) }) { first, _ in first })
  }

  /// What it contributes; nil where that is nothing, or not read.
  var digest: DraftDigest? {
    guard case .read(let digest, _) = contents else { return nil }
    return digest
  }

  /// Where a place of it stands that findings of other drafts may point to.
  subscript(place: Range<Int>) -> LSP.Range? {
    guard case .read(_, let places) = contents else { return nil }
    return places[place]
  }

  static func id(of uri: String) -> String { FileURI.path(of: uri) ?? uri }
}

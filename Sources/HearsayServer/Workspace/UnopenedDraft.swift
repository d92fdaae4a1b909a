import HearsayCore
import HearsayReport
import JSON
import LanguageServerProtocol
import ProseText
import Workspace

/// What the loop keeps of a draft that is not open, to say what is found in it: findings and where they stand.
package struct UnopenedDraft: Sendable {
  /// The id in the index of drafts.
  let id: String
  /// By which the client would know the draft.
  let uri: String
  /// Which file was read.
  let stamp: FileStamp?
  /// How many findings it has by itself.
  let count: Int
  /// Names what is found in it by itself.
  let ownName: String
  /// Whether a comment in it silences rules, so that it matters whether the other drafts are known.
  let isSuppressing: Bool
  private let findings: DraftFindings
  /// Of every place that a finding of its own may name.
  private let positions: [Range<Int>: LSP.Range]
  /// Of every place that a finding over several drafts may name.
  private let contribution: WorkspaceDraft

  /// What it is to other drafts.
  var digest: DraftDigest? { contribution.digest }

  /// - Parameter contribution: the same draft as others see it, read.
  init(_ analysis: Analysis, _ contribution: WorkspaceDraft, stamp: FileStamp?, client: ClientProfile) {
    id = contribution.id
    uri = contribution.uri
    self.stamp = stamp
    self.contribution = contribution
    findings = analysis.openFindings
    isSuppressing = findings.isSuppressing
    // What is said of suppressions where the others are known, and where they are not.
    let known = findings.all(with: []) + (isSuppressing ? findings.all(with: nil) : [])
    let renderer = DiagnosticRenderer(uri: uri, client: client)
    let table = PositionTable(renderer.offsets(of: known), in: analysis.text, client.positionEncoding)
    var positions: [Range<Int>: LSP.Range] = [:]
    for finding in known {
      positions[finding.range] = table[finding.range]
      guard client.showsRelatedPlaces else { continue }
      for related in finding.related where related.draft == nil { positions[related.range] = table[related.range] }
    }
    self.positions = positions
    count = known.count
    let own = known.map { finding in
      renderer.diagnostic(finding, at: table[finding.range]) { related in
        related.draft == nil ? LSP.Location(uri: contribution.uri, range: table[related.range]) : nil
      }
    }
    ownName = Self.name(of: own)
  }

  /// What the client is to show for it; without the names that actions go by, which are asked for when it is open.
  ///
  /// - Parameters:
  ///   - crossing: what other drafts give rise to in it; nil where too little is known of them.
  ///   - workspaces: know where places in other drafts stand.
  func diagnostics(
    with crossing: [Finding]?, in workspaces: DraftWorkspaces, for client: ClientProfile
  ) -> [LSP.Diagnostic] {
    let renderer = DiagnosticRenderer(uri: uri, client: client)
    return findings.all(with: crossing).compactMap { finding in
      guard let range = position(of: finding.range) else { return nil }
      return renderer.diagnostic(finding, at: range) { related in
        related.draft == nil
          ? position(of: related.range).map { LSP.Location(uri: uri, range: $0) } : workspaces.location(of: related)
      }
    }
  }

  private func position(of range: Range<Int>) -> LSP.Range? { positions[range] ?? contribution[range] }

  /// What names diagnostics in the protocol's pull model: the same for the same ones, in whatever run of the server.
  static func name(of diagnostics: [LSP.Diagnostic]) -> String {
    var writer = JSONWriter()
    LSP.FullDocumentDiagnosticReport(items: diagnostics).encode(into: &writer)
    return String(SHA256.hexadecimalHash(writer.bytes).prefix(24))
  }
}

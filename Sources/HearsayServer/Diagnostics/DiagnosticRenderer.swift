import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText

/// Says findings in the client's terms.
struct DiagnosticRenderer: Sendable {
  /// What the client shows as the origin of a diagnostic.
  static let source = "hearsay"
  /// The member of a diagnostic's `data` that names its finding, whatever happens to the text around it.
  static let fingerprintKey = "fingerprint"

  let uri: String
  let client: ClientProfile

  /// A diagnostic for each finding, in the same order.
  ///
  /// - Parameter elsewhere: says where a related place in another draft stands; one that it does not know is left out.
  func diagnostics(
    of findings: [Finding], in text: SourceText, elsewhere: (Related) -> LSP.Location? = { _ in nil }
  ) -> [LSP.Diagnostic] {
    let names = client.keepsDiagnosticData ? fingerprints(of: findings, in: text, path: "") : []
    let positions = PositionTable(offsets(of: findings), in: text, client.positionEncoding)
    return findings.indices.map { index in
      diagnostic(
        findings[index], at: positions[findings[index].range],
        data: client.keepsDiagnosticData ? [Self.fingerprintKey: .string(names[index])] : nil
      ) { related in
        related.draft == nil ? LSP.Location(uri: uri, range: positions[related.range]) : elsewhere(related)
      }
    }
  }

  /// - Parameter location: says where a related place stands; one that it does not know is left out.
  func diagnostic(
    _ finding: Finding, at range: LSP.Range, data: JSONValue? = nil, _ location: (Related) -> LSP.Location?
  ) -> LSP.Diagnostic {
    LSP.Diagnostic(
      range: range,
      severity: LSP.DiagnosticSeverity(rawValue: finding.severity.rank),
      code: .string(finding.rule),
      codeDescription: client.linksCodes ? LSP.CodeDescription(href: Rule.documentation(of: finding.rule)) : nil,
      source: Self.source,
      message: finding.message,
      relatedInformation: related(finding, location),
      data: data)
  }

  /// The places whose positions have to be known for the diagnostics of findings, by their ends.
  func offsets(of findings: [Finding]) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(findings.count * 2)
    for finding in findings {
      offsets += [finding.range.lowerBound, finding.range.upperBound]
      guard client.showsRelatedPlaces else { continue }
      for related in finding.related where related.draft == nil {
        offsets += [related.range.lowerBound, related.range.upperBound]
      }
    }
    return offsets
  }

  private func related(
    _ finding: Finding, _ location: (Related) -> LSP.Location?
  ) -> [LSP.DiagnosticRelatedInformation]? {
    guard client.showsRelatedPlaces, !finding.related.isEmpty else { return nil }
    return finding.related.compactMap { related in
      location(related).map { LSP.DiagnosticRelatedInformation(location: $0, message: related.message) }
    }
  }
}

import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

/// One analysis, two faces: the server says of a draft what the command says.
struct SameFindingsTests {
  /// The drafts are not part of the package; where they are absent this is skipped.
  @Test(.enabled(if: !Drafts.gold.isEmpty, "needs ../shared/gold"), arguments: Drafts.gold)
  func theServerFindsWhatTheCommandFinds(draft: Drafts.Draft) throws {
    let analysis = try freshAnalysis(draft.text, draft.format)
    for encoding in PositionEncoding.allCases {
      var client = TestClient.ready(forcedEncoding: encoding)
      client.open(draft.text, as: draft.format.rawValue, uri: "untitled:1")
      client.runJobs()
      let diagnostics = client.takeDiagnostics()
      #expect(diagnostics.count == analysis.findings.count)
      for (diagnostic, finding) in zip(diagnostics, analysis.findings) {
        #expect(diagnostic["code"]?.string == finding.rule)
        #expect(diagnostic["message"]?.string == finding.message)
        #expect(diagnostic["severity"]?.int == finding.severity.rank)
        let range = try LSP.Range(decoding: diagnostic["range"] ?? .null)
        #expect(analysis.text.byteRange(of: range, in: encoding) == finding.range)
      }
      var writer = JSONWriter()
      writer.value(analysis, id: "untitled:1")
      let answer = client.request("hearsay/analysis", ["uri": "untitled:1"])
      #expect(answer["result"]?.serialized() == writer.bytes)
    }
  }
}

import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

struct DiagnosticTests {
  private let publishing: JSONValue = [
    "textDocument": [
      "publishDiagnostics": ["relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true]
    ]
  ]

  @Test func aFindingIsSaidInTheClientsTerms() throws {
    var client = TestClient.ready(publishing)
    client.open("Calm.\n\nSome 640 homes were flooded.")
    client.runJobs()
    var diagnostic = try #require(client.takeDiagnostics().first?.object)
    let name = diagnostic["data"]?["fingerprint"]?.string
    #expect(name?.count == 16)
    diagnostic["data"] = nil
    let expected: JSONValue = [
      "range": TestClient.range(TestClient.place(2, 5), TestClient.place(2, 8)), "severity": 2, "code": "HS101",
      "codeDescription": ["href": "https://hearsay.example/rules/HS101"], "source": "hearsay",
      "message": "No source is given for “640 homes”.",
    ]
    #expect(JSONValue.object(diagnostic) == expected)
  }

  @Test func aClientGetsNoMoreThanItUnderstands() throws {
    var client = TestClient.ready()
    client.open("Some 640 homes were flooded.")
    client.runJobs()
    let diagnostic = try #require(client.takeDiagnostics().first?.object)
    #expect(diagnostic.keys.sorted() == ["code", "message", "range", "severity", "source"])
  }

  @Test func relatedPlacesAreInTheSameDocument() throws {
    for example in Drafts.flagged {
      let analysis = try freshAnalysis(example.text, example.format)
      guard analysis.findings.contains(where: { !$0.related.isEmpty }) else { continue }
      var client = TestClient.ready(publishing)
      client.open(example.text, as: example.format.rawValue, uri: "untitled:1")
      client.runJobs()
      let related = client.takeDiagnostics().flatMap { $0["relatedInformation"]?.array ?? [] }
      #expect(related.count == analysis.findings.map(\.related.count).reduce(0, +))
      #expect(related.allSatisfy { $0["location"]?["uri"]?.string == "untitled:1" })
    }
  }

  @Test(arguments: [(PositionEncoding.utf8, 17), (.utf16, 10), (.utf32, 9)])
  func placesCountTheUnitAgreedUpon(encoding: PositionEncoding, start: Int) {
    var client = TestClient.ready(forcedEncoding: encoding)
    client.open("“é🙂”Some 4,200 fish died in the river last year.")
    client.runJobs()
    let expected = TestClient.range(TestClient.place(0, start), TestClient.place(0, start + 5))
    #expect(client.takeDiagnostics().map { $0["range"] }.contains(expected))
  }

  @Test func positionsAreRightInAnyOrder() {
    let text = SourceText("é\r\n🙂🙂 x\n\nend")
    let offsets = Array((0...text.count).reversed()) + [3, 3, 0]
    for encoding in PositionEncoding.allCases {
      let table = PositionTable(offsets, in: text, encoding)
      for offset in offsets { #expect(table[offset] == LSP.Position(text.position(of: offset, in: encoding))) }
    }
  }
}

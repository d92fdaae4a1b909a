import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

struct CodeActionTests {
  private typealias Client = TestClient
  private let text = "The county counts.\n\nSome “640” homes were flooded. Then 70% left."

  private func client(_ capabilities: JSONValue = [:]) -> (TestClient, [JSONValue]) {
    var client = TestClient.ready(capabilities)
    client.open(text)
    client.runJobs()
    let diagnostics = client.takeDiagnostics()
    return (client, diagnostics)
  }

  private func actions(
    _ client: inout TestClient, _ range: JSONValue, _ diagnostics: [JSONValue] = [], only: JSONValue? = nil
  ) -> [JSONValue] {
    var context: JSONValue = ["diagnostics": .array(diagnostics)]
    if let only { context = ["diagnostics": .array(diagnostics), "only": only] }
    let document: JSONValue = ["uri": .string(Client.uri)]
    let answer = client.request(
      "textDocument/codeAction", ["textDocument": document, "range": range, "context": context])
    return answer["result"]?.array ?? []
  }

  private func titles(_ actions: [JSONValue]) -> [String] { actions.compactMap { $0["title"]?.string } }

  private let everything = TestClient.range(TestClient.place(0, 0), TestClient.place(2, 47))

  @Test func theFixesOfAPlaceAreOffered() throws {
    var (client, diagnostics) = client()
    #expect(diagnostics.count == 2)
    let found = actions(&client, Client.range(Client.place(2, 7), Client.place(2, 7)))
    #expect(titles(found).first == "Mark “640” with [TK source]")
    #expect(titles(found).last == "Ignore HS101 here (give a reason)")
    #expect(found.allSatisfy { $0["kind"] == "quickfix" && $0["diagnostics"]?.array == [diagnostics[0]] })
    #expect(found.allSatisfy { $0["isPreferred"] == nil })
    #expect(
      found.first?["edit"] == [
        "changes": [
          .init(stringLiteral: Client.uri): [
            ["range": Client.range(Client.place(2, 9), Client.place(2, 9)), "newText": " [TK source]"]
          ]
        ]
      ] as JSONValue)
    #expect(actions(&client, Client.range(Client.place(0, 2), Client.place(0, 2))).isEmpty)
  }

  @Test func editsAreForTheVersionSeenWhereThatIsUnderstood() throws {
    var (client, _) = client(["workspace": ["workspaceEdit": ["documentChanges": true]]])
    let found = actions(&client, Client.range(Client.place(2, 7), Client.place(2, 7)))
    let change = try #require(found.first?["edit"]?["documentChanges"]?.array?.first)
    #expect(change["textDocument"] == ["uri": .string(Client.uri), "version": 1])
    #expect(found.first?["edit"]?["changes"] == nil)
  }

  /// Kate 22.12 asks with the whole document and one diagnostic, and applies every action that it gets.
  @Test func aWholeDocumentWithOneDiagnosticGetsOneFix() {
    var (client, diagnostics) = client()
    #expect(titles(actions(&client, everything, [diagnostics[1]])) == ["Mark “70%” with [TK source]"])
    var moved = diagnostics[1]
    if case .object(var members) = moved {
      members["range"] = Client.range(Client.place(2, 40), Client.place(2, 41))
      moved = .object(members)
    }
    let near = titles(actions(&client, everything, [moved]))
    #expect(near == ["Mark “640” with [TK source]", "Mark “70%” with [TK source]"])
  }

  /// Qt Creator asks for the whole document with all its diagnostics after each publication.
  @Test func aWholeDocumentWithAllDiagnosticsGetsAllFixesButNoComment() {
    var (client, diagnostics) = client()
    let found = titles(actions(&client, everything, diagnostics))
    #expect(found.contains("Mark “640” with [TK source]") && found.contains("Mark “70%” with [TK source]"))
    #expect(!found.contains { $0.hasPrefix("Ignore") })
  }

  @Test func diagnosticsNarrowARange() {
    var (client, diagnostics) = client()
    let line = Client.range(Client.place(2, 0), Client.place(2, 46))
    let found = titles(actions(&client, line, [diagnostics[1]]))
    #expect(found.first == "Mark “70%” with [TK source]" && !found.contains { $0.contains("640") })
  }

  /// Neovim 0.7 counts the columns of its diagnostics in bytes.
  @Test func whereNoDiagnosticFitsTheRangeCounts() {
    var (client, diagnostics) = client()
    var inBytes = diagnostics[0]
    if case .object(var members) = inBytes {
      members["range"] = Client.range(Client.place(2, 8), Client.place(2, 11))
      inBytes = .object(members)
    }
    let found = titles(actions(&client, Client.range(Client.place(2, 7), Client.place(2, 7)), [inBytes]))
    #expect(found.first == "Mark “640” with [TK source]")
  }

  /// So it names all of the line, and of these it counts those right before which every letter is one byte.
  @Test func whereOnlyAnotherPlaceFitsTheRangeCounts() {
    var (client, diagnostics) = client()
    var inBytes = diagnostics[1]
    if case .object(var members) = inBytes {
      members["range"] = Client.range(Client.place(2, 40), Client.place(2, 43))
      inBytes = .object(members)
    }
    let cursor = Client.range(Client.place(2, 37), Client.place(2, 37))
    let found = titles(actions(&client, cursor, [diagnostics[0], inBytes]))
    #expect(found.first == "Mark “70%” with [TK source]")
    #expect(!found.contains { $0.contains("640") })
  }

  @Test func diagnosticsOfOthersDoNotNarrow() {
    var (client, _) = client()
    let other: JSONValue = ["range": everything, "message": "spelling", "source": "speller", "code": "HS101"]
    let found = titles(actions(&client, Client.range(Client.place(2, 7), Client.place(2, 7)), [other]))
    #expect(found.first == "Mark “640” with [TK source]")
  }

  @Test func aFindingIsKnownByItsName() {
    var (client, diagnostics) = client(["textDocument": ["publishDiagnostics": ["dataSupport": true]]])
    client.change([Client.change(Client.place(0, 0), Client.place(0, 0), "\n\n")], version: 2)
    // The diagnostic is where it was before the edit.
    let found = titles(actions(&client, Client.range(Client.place(4, 0), Client.place(4, 46)), [diagnostics[1]]))
    #expect(found.first == "Mark “70%” with [TK source]" && !found.contains { $0.contains("640") })
  }

  @Test(
    arguments: [
      (["quickfix"], true), ([""], true), (["refactor", "quickfix"], true), (["refactor"], false),
      (["quickfix.spelling"], false), (["quick"], false), ([], false), (.null, true),
    ] as [(JSONValue, Bool)])
  func onlyTheKindsAskedForAreOffered(only: JSONValue, isOffered: Bool) {
    var (client, _) = client()
    let found = actions(&client, Client.range(Client.place(2, 7), Client.place(2, 7)), only: only)
    #expect(found.isEmpty == !isOffered)
  }
}

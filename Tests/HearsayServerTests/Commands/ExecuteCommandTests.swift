import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

/// What a user has the server do.
struct ExecuteCommandTests {
  private let text = """
    # Gates

    Some 640 homes were flooded é🙂. The Ledger reported, citing the Quay Messenger, that 31 gates were mended.

    """
  private let capable: JSONValue = [
    "workspace": ["applyEdit": true], "window": ["showDocument": ["support": true]],
  ]

  private func opened(_ text: String, _ capabilities: JSONValue) -> TestClient {
    var client = TestClient.ready(capabilities)
    client.open(text)
    client.runJobs()
    return client
  }

  private func run(_ command: String, _ client: inout TestClient) -> JSONValue {
    client.request(
      "workspace/executeCommand", ["command": .string(command), "arguments": [.string(TestClient.uri)]])
  }

  private func words(_ range: JSONValue?, in text: String) throws -> String {
    let source = SourceText(text)
    return source.string(source.byteRange(of: try LSP.Range(decoding: range ?? .null), in: .utf16))
  }

  @Test func commandsAreOffered() {
    var client = TestClient()
    let result = client.request("initialize", ["capabilities": [:]])["result"]
    let names = result?["capabilities"]?["executeCommandProvider"]?["commands"]?.array?.compactMap(\.string)
    #expect(names == ServerCommand.names)
  }

  @Test func whatTheLensesNameCanBeRun() {
    var client = opened(text, capable)
    let lenses = client.request("textDocument/codeLens", TestClient.document())["result"]?.array ?? []
    let commands = lenses.compactMap { $0["command"]?["command"]?.string }
    #expect(commands == ["", "hearsay.showUnsupported", "hearsay.showDeepestChain"])
    for command in commands.dropFirst() { #expect(run(command, &client)["result"] == .null) }
  }

  @Test func theUnsupportedClaimIsShown() throws {
    var client = opened(text, capable)
    _ = run("hearsay.showUnsupported", &client)
    let shown = client.takeNotifications("window/showDocument")
    #expect(shown.count == 1 && shown.first?["uri"]?.string == TestClient.uri)
    #expect(try words(shown.first?["selection"], in: text) == "640 homes")
  }

  @Test func theDeepestChainIsShownAndSaid() throws {
    var client = opened(text, capable)
    _ = run("hearsay.showDeepestChain", &client)
    #expect(try words(client.takeNotifications("window/showDocument").first?["selection"], in: text).contains("Ledger"))
    let said = client.takeNotifications("window/showMessage").first?["message"]?.string ?? ""
    #expect(said.contains("second hand") && said.contains("Ledger") && said.contains("this draft ← "), "\(said)")
  }

  @Test func aClientThatGoesNowhereIsTold() {
    var client = opened(text, [:])
    _ = run("hearsay.showUnsupported", &client)
    #expect(client.takeNotifications("window/showDocument").isEmpty)
    let said = client.takeNotifications("window/showMessage").first?["message"]?.string
    #expect(said == "Line 3: “640 homes”")
  }

  @Test func nothingToShowIsSaid() {
    var client = opened("It rained.", capable)
    for command in ["hearsay.showUnsupported", "hearsay.showDeepestChain", "hearsay.fixAll"] {
      #expect(run(command, &client)["result"] == .null)
      #expect(client.takeNotifications("window/showMessage").count == 1, "\(command)")
    }
  }

  @Test func allFixesAreApplied() throws {
    let wrong = "The share rose by 3% to 8% from 5%, Ida Brandt said."
    var client = opened(wrong, capable)
    #expect(run("hearsay.fixAll", &client)["result"] == .null)
    let edits = client.takeNotifications("workspace/applyEdit").first?["edit"]?["changes"]?[TestClient.uri]?.array
    #expect(edits?.isEmpty == false)
    var plain = opened(wrong, [:])
    #expect(run("hearsay.fixAll", &plain).errorCode == -32803)
  }

  @Test func theChainComesAsTextAndAsData() throws {
    var client = opened(text, capable)
    let byCommand = try #require(run("hearsay.chain", &client)["result"])
    #expect(byCommand == client.request("hearsay/chain", ["uri": .string(TestClient.uri)])["result"])
    #expect(byCommand["mermaid"]?.string?.hasPrefix("flowchart") == true)
    #expect((byCommand["graph"]?["nodes"]?.array?.count ?? 0) > 2)
  }

  @Test func aCommandThatCannotBeRunIsRefused() {
    var client = opened(text, capable)
    #expect(run("rm", &client).errorCode == -32602)
    let withoutDraft: [JSONValue] = [.null, [], [1], [["uri": "file:///drafts/harbour.md"]]]
    for arguments in withoutDraft {
      let params: JSONValue = ["command": "hearsay.chain", "arguments": arguments]
      #expect(client.request("workspace/executeCommand", params).errorCode == -32602)
    }
    let elsewhere: JSONValue = ["command": "hearsay.chain", "arguments": ["file:///nowhere.md"]]
    #expect(client.request("workspace/executeCommand", elsewhere).errorCode == -32803)
  }

  @Test func wordsOfADraftMakeNoLinkInAMessage() {
    var client = opened("Some 640 [homes](command:quit) were flooded.", [:])
    _ = run("hearsay.showUnsupported", &client)
    let said = client.takeNotifications("window/showMessage").first?["message"]?.string
    #expect(said?.contains("](") == false, "\(said ?? "")")
  }
}

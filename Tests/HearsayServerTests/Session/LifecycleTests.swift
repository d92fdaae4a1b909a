import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

struct LifecycleTests {
  private func capabilities(of client: JSONValue, forced: PositionEncoding? = nil) throws -> JSONValue {
    var server = TestClient(forcedEncoding: forced)
    return try #require(server.request("initialize", ["capabilities": client])["result"]?["capabilities"])
  }

  @Test func everyMethodOfTheProtocolFilesHasAHandler() {
    var client = TestClient.ready()
    for method in LSP.ClientRequest.methods where method != "initialize" && method != "shutdown" {
      let answer = client.request(method, [:])
      #expect(answer.errorCode == ErrorCode.invalidParams.rawValue, "\(method)")
      let whole: JSONValue = [
        "textDocument": ["uri": "file:///closed.md"], "uri": "file:///closed.md", "position": TestClient.place(0, 0),
        "positions": [TestClient.place(0, 0)],
        "range": TestClient.range(TestClient.place(0, 0), TestClient.place(0, 0)),
        "context": ["diagnostics": [], "includeDeclaration": true], "query": "", "newName": "x",
        "command": "hearsay.chain", "arguments": ["file:///closed.md"], "previousResultId": "1",
        "previousResultIds": [], "title": "x", "data": ["uri": "file:///closed.md", "revision": 1],
        "item": [
          "name": "x", "kind": 1, "uri": "file:///closed.md",
          "range": TestClient.range(TestClient.place(0, 0), TestClient.place(0, 0)),
          "selectionRange": TestClient.range(TestClient.place(0, 0), TestClient.place(0, 0)),
        ],
      ]
      let code = client.request(method, whole).errorCode
      #expect(code == nil || code == ErrorCode.requestFailed.rawValue, "\(method)")
    }
  }

  /// What is offered depends on what the client asks for.
  @Test func featuresAreOfferedToClientsThatAskForThem() throws {
    let asked: [(client: String, server: String)] = [
      ("completion", "completionProvider"), ("definition", "definitionProvider"), ("references", "referencesProvider"),
      ("documentHighlight", "documentHighlightProvider"), ("documentLink", "documentLinkProvider"),
      ("rename", "renameProvider"), ("selectionRange", "selectionRangeProvider"), ("codeLens", "codeLensProvider"),
      ("callHierarchy", "callHierarchyProvider"), ("inlayHint", "inlayHintProvider"),
    ]
    for (name, provider) in asked {
      let offered = try capabilities(of: ["textDocument": .object([name: [:]])])
      let providers = asked.map(\.server).filter { offered[$0] != nil }
      #expect(providers == [provider])
    }
    let symbols: JSONValue = ["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]]
    #expect(try capabilities(of: symbols)["documentSymbolProvider"] == true)
    #expect(try capabilities(of: ["textDocument": ["documentSymbol": [:]]])["documentSymbolProvider"] == nil)
    #expect(try capabilities(of: ["workspace": ["symbol": [:]]])["workspaceSymbolProvider"] == true)
    let tokens: JSONValue = ["requests": [:], "tokenTypes": [], "tokenModifiers": [], "formats": []]
    let offered = try capabilities(of: ["textDocument": ["semanticTokens": tokens]])["semanticTokensProvider"]
    #expect(offered?["legend"]?["tokenTypes"]?.array?.count == SemanticKind.allCases.count)
  }

  @Test func itSaysWhatItCanDo() throws {
    var client = TestClient()
    let result = try #require(client.request("initialize", ["capabilities": [:]])["result"])
    #expect(
      result["capabilities"] == [
        "positionEncoding": "utf-16", "textDocumentSync": ["openClose": true, "change": 2, "save": [:]],
        "hoverProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix", "refactor", "source.fixAll.hearsay"]],
        "executeCommandProvider": ["commands": .array(ServerCommand.names.map { .string($0) })],
        "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
      ])
    #expect(result["serverInfo"]?["name"] == "hearsay")
  }

  @Test(
    arguments: [
      ([:], nil, "utf-16"),
      (["general": ["positionEncodings": ["utf-8", "utf-16", "utf-32"]]], nil, "utf-8"),
      (["general": ["positionEncodings": ["utf-7", "utf-32", "utf-16"]]], nil, "utf-32"),
      (["general": ["positionEncodings": ["utf-7"]]], nil, "utf-16"),
      (["general": ["positionEncodings": .null]], nil, "utf-16"),
      (["general": .null], PositionEncoding.utf8, "utf-8"),
      (["general": ["positionEncodings": ["utf-16"]]], .utf32, "utf-32"),
    ] as [(JSONValue, PositionEncoding?, String)])
  func theUnitOfColumnsIsAgreedUpon(client: JSONValue, forced: PositionEncoding?, expected: String) throws {
    #expect(try capabilities(of: client, forced: forced)["positionEncoding"]?.string == expected)
  }

  @Test func aClientThatPullsIsOfferedIt() throws {
    let pulls = try capabilities(of: ["textDocument": ["diagnostic": ["dynamicRegistration": false]]])
    #expect(
      pulls["diagnosticProvider"]
        == [
          "identifier": "hearsay", "interFileDependencies": true, "workspaceDiagnostics": true,
          "workDoneProgress": true,
        ])
    #expect(try capabilities(of: ["textDocument": ["diagnostic": .null]])["diagnosticProvider"] == nil)
  }

  @Test func nothingIsAnsweredBeforeInitialize() {
    var client = TestClient()
    #expect(client.request("textDocument/hover", TestClient.at(0, 0)).errorCode == -32002)
    #expect(client.request("no/such", [:]).errorCode == -32002)
    #expect(client.request("initialize", [:]).errorCode == -32602)
    client.open("Some 640 homes were flooded.")
    #expect(client.jobs.isEmpty && client.received.isEmpty)
    #expect(client.request("initialize", ["capabilities": [:]])["result"] != nil)
    #expect(client.request("initialize", ["capabilities": [:]]).errorCode == -32600)
  }

  @Test func shutdownEndsTheService() {
    var client = TestClient.ready()
    client.open("Some 640 homes were flooded.")
    let waiting = client.start("hearsay/analysis", ["uri": .string(TestClient.uri)])
    #expect(client.request("shutdown", .null) == ["jsonrpc": "2.0", "id": 3, "result": .null])
    #expect(client.takeAnswers(to: waiting).map(\.errorCode) == [-32800])
    #expect(client.request("textDocument/hover", TestClient.at(0, 0)).errorCode == -32600)
    client.open("Some 640 homes were flooded.")
    #expect(client.received.isEmpty)
    client.notify("exit", .null)
    #expect(client.end == .exit(afterShutdown: true))
  }

  @Test func exitWithoutShutdownIsToldApart() {
    var client = TestClient.ready()
    client.notify("exit", .null)
    #expect(client.end == .exit(afterShutdown: false))
    var early = TestClient()
    early.notify("exit", .null)
    #expect(early.end == .exit(afterShutdown: false))
  }

  /// As Kate 22.12 sends it.
  @Test func shutdownWithoutAnIDIsNotAnswered() {
    var client = TestClient.ready()
    client.notify("shutdown", [:])
    #expect(client.received.isEmpty)
    client.notify("exit", .null)
    #expect(client.end == .exit(afterShutdown: true))
  }

  @Test func theEndOfEitherStreamEndsIt() {
    var client = TestClient.ready()
    client.send(.inputEnded)
    #expect(client.end == .inputEnded)
    client = .ready()
    client.send(.outputEnded)
    #expect(client.end == .outputEnded)
  }

  @Test func unknownMethodsAreRefusedOrIgnored() {
    var client = TestClient.ready()
    #expect(client.request("textDocument/foldingRange", [:]).errorCode == -32601)
    client.notify("textDocument/unheardOf", [:])
    client.notify("$/progress", ["token": 1, "value": [:]])
    for settings: JSONValue in ["", .null, 5, ["hearsay": [1, .null]]] {
      client.notify("workspace/didChangeConfiguration", ["settings": settings])
    }
    client.notify("workspace/didChangeConfiguration", [:])
    client.notify("workspace/didChangeWatchedFiles", ["changes": []])
    client.send([["jsonrpc": "2.0", "id": 99, "result": .null]])
    #expect(client.received.isEmpty)
    client.notify("textDocument/didOpen", ["textDocument": ["uri": 5]])
    #expect(client.takeNotifications("window/logMessage").count == 1)
  }

  @Test func idsMayBeStrings() {
    var client = TestClient.ready()
    client.send([TestClient.request("{5f}", "shutdown", [:])])
    #expect(client.takeAnswers(to: "{5f}") == [["jsonrpc": "2.0", "id": "{5f}", "result": .null]])
  }

  @Test func traceIsSentToThoseWhoAskForIt() {
    var client = TestClient.ready()
    client.open("Calm.")
    client.runJobs()
    #expect(client.takeNotifications("$/logTrace").isEmpty)
    client.notify("$/setTrace", ["value": "verbose"])
    client.change([["text": "Calm again."]], version: 2)
    client.runJobs()
    #expect(client.takeNotifications("$/logTrace").first?["verbose"]?.string == "version 2, 0 findings")
  }
}

import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

/// What an editor shows around and between the words of a draft.
struct OutlineTests {
  private let text = """
    # Harbour

    Some 640 homes were flooded é🙂. The Marsh Council said 31 gates were mended.

    ## Later

    “It rained for weeks,” Ida Brandt told the Quay Messenger, the Ledger reported. The report counted 12 wrecks.

    """

  private func opened(_ options: JSONValue = [:]) -> TestClient {
    var client = TestClient()
    _ = client.request("initialize", ["capabilities": [:], "initializationOptions": options])
    client.notify("initialized", [:])
    client.open(text)
    client.runJobs()
    return client
  }

  private func words(_ range: JSONValue?) throws -> String {
    let source = SourceText(text)
    return source.string(source.byteRange(of: try LSP.Range(decoding: range ?? .null), in: .utf16))
  }

  private func at(_ words: String) throws -> JSONValue {
    let start = try #require(text.firstRange(of: words)).lowerBound
    let place = SourceText(text).position(of: text.utf8.distance(from: text.startIndex, to: start), in: .utf16)
    return TestClient.at(place.line, place.character)
  }

  @Test func outlineHasClaimsBelowHeadings() throws {
    var client = opened()
    let symbols = client.request("textDocument/documentSymbol", TestClient.document())["result"]?.array ?? []
    #expect(symbols.map { $0["name"]?.string } == ["Harbour", "Later"])
    let claims = symbols.first?["children"]?.array ?? []
    #expect(claims.map { $0["name"]?.string } == ["640 homes", "31 gates"])
    #expect(claims.map { $0["detail"]?.string } == ["no source", "attributed: Marsh Council"])
    for symbol in symbols + claims {
      #expect(try words(symbol["range"]).contains(try words(symbol["selectionRange"])))
    }
  }

  @Test func partiesAndClaimsOfOpenDraftsAreFound() throws {
    var client = opened()
    let found = client.request("workspace/symbol", ["query": "marsh"])["result"]?.array ?? []
    #expect(found.count == 1 && found.first?["name"]?.string?.hasSuffix("Marsh Council") == true)
    #expect(client.request("workspace/symbol", ["query": "640"])["result"]?.array?.count == 1)
    #expect(client.request("workspace/symbol", ["query": "zzz"])["result"]?.array?.isEmpty == true)
    #expect((client.request("workspace/symbol", ["query": ""])["result"]?.array?.count ?? 0) > 3)
  }

  @Test func selectionGrowsFromFigureToDraft() throws {
    var client = opened()
    let position = try at("31")["position"] ?? .null
    let params: JSONValue = ["textDocument": ["uri": .string(TestClient.uri)], "positions": [position]]
    var step = client.request("textDocument/selectionRange", params)["result"]?.array?.first
    var grown: [String] = []
    while let selection = step, selection != .null {
      grown.append(try words(selection["range"]))
      step = selection["parent"]
    }
    #expect(grown.first == "31" && grown.last == text)
    #expect(grown.contains("The Marsh Council said 31 gates were mended."))
    for (inner, outer) in zip(grown, grown.dropFirst()) { #expect(outer.contains(inner) && outer != inner) }
  }

  @Test func chainLeadsFromAFigureToWhoSaidIt() throws {
    var client = opened()
    let start = client.request("textDocument/prepareCallHierarchy", try at("31"))["result"]?.array?.first
    #expect(start?["name"] == "31 gates")
    let origins = client.request("callHierarchy/outgoingCalls", ["item": start ?? .null])["result"]?.array ?? []
    #expect(origins.count == 1)
    let council = try #require(origins.first?["to"])
    #expect(try words(council["range"]).hasSuffix("Marsh Council"))
    let takers = client.request("callHierarchy/incomingCalls", ["item": council])["result"]?.array ?? []
    #expect(takers.map { $0["from"]?["name"]?.string } == ["31 gates"])
    #expect(try words(takers.first?["fromRanges"]?.array?.first) == "31")
    client.change([["text": "It rained."]], version: 2)
    #expect(client.request("callHierarchy/outgoingCalls", ["item": council])["result"] == .null)
  }

  @Test func chainGoesThroughWhoPassesItOn() throws {
    var client = opened()
    let start = client.request("textDocument/prepareCallHierarchy", try at("Ledger"))["result"]?.array?.first
    var names: [String] = []
    var item = start
    while let current = item, names.count < 8 {
      names.append(current["name"]?.string ?? "")
      item = client.request("callHierarchy/outgoingCalls", ["item": current])["result"]?.array?.first?["to"]
    }
    #expect(names.count > 1 && names.last == "Ida Brandt", "\(names)")
  }

  @Test func lensCountsClaims() {
    var client = opened()
    let lenses = client.request("textDocument/codeLens", TestClient.document())["result"]?.array ?? []
    let titles = lenses.map { $0["command"]?["title"]?.string ?? "" }
    #expect(titles.prefix(2) == ["3 claims", "1 without a source"])
    #expect(titles.count == 3 && titles.last?.hasPrefix("deepest chain: ") == true)
    client.change([["text": "It rained."]], version: 2)
    #expect(client.request("textDocument/codeLens", TestClient.document())["result"]?.array?.isEmpty == true)
  }

  @Test func claimsHaveLensesOfTheirOwnWhereThatIsSwitchedOn() throws {
    func lenses(_ client: inout TestClient) -> [JSONValue] {
      client.request("textDocument/codeLens", TestClient.document())["result"]?.array ?? []
    }
    var client = opened(["claimLenses": true])
    let all = lenses(&client)
    let own = try all.dropFirst(3).map { lens in
      (try words(lens["range"] ?? .null), lens["command"]?["title"]?.string ?? "", lens["command"]?["command"])
    }
    #expect(own.count == 3)
    for (words, title, command) in own { #expect(title.hasPrefix(words + ": ") && command == "") }
    #expect(own.contains { $0.1.hasSuffix(": no source") } && own.contains { $0.1.contains(": attributed (") })
    client.notify("workspace/didChangeConfiguration", ["settings": ["hearsay": ["claimLenses": false]]])
    #expect(lenses(&client).count == 3)
  }

  @Test func whatIsSwitchedOnIsAskedForAnew() {
    let both: JSONValue = ["refreshSupport": true]
    var client = TestClient.ready([
      "textDocument": ["codeLens": [:], "inlayHint": [:]], "workspace": ["codeLens": both, "inlayHint": both],
    ])
    func asked(_ settings: JSONValue) -> [String] {
      client.notify("workspace/didChangeConfiguration", ["settings": ["hearsay": settings]])
      return ["workspace/codeLens/refresh", "workspace/inlayHint/refresh"].filter {
        !client.takeNotifications($0).isEmpty
      }
    }
    #expect(asked(["claimLenses": true]) == ["workspace/codeLens/refresh"])
    #expect(asked(["inlayHints": true]) == ["workspace/inlayHint/refresh"])
    #expect(asked(["inlayHints": true]) == [])
  }

  @Test func hintsAreOffUnlessSwitchedOn() throws {
    let range = TestClient.range(TestClient.place(0, 0), TestClient.place(20, 0))
    let params: JSONValue = ["textDocument": ["uri": .string(TestClient.uri)], "range": range]
    var quiet = opened()
    #expect(quiet.request("textDocument/inlayHint", params)["result"] == .null)
    quiet.notify("workspace/didChangeConfiguration", ["settings": ["hearsay": ["inlayHints": true]]])
    let hints = quiet.request("textDocument/inlayHint", params)["result"]?.array ?? []
    #expect(hints.contains { $0["label"]?.string?.contains("hands") == true })
    var client = opened(["inlayHints": true])
    #expect(client.request("textDocument/inlayHint", params)["result"]?.array == hints)
    // An editor that sends nonsense changes nothing.
    client.notify("workspace/didChangeConfiguration", ["settings": ""])
    #expect(client.request("textDocument/inlayHint", params)["result"]?.array == hints)
  }

  @Test func tokensAreTheWordsOfTheFacts() throws {
    var client = opened()
    let data = client.request("textDocument/semanticTokens/full", TestClient.document())["result"]?["data"]?.array ?? []
    #expect(!data.isEmpty && data.count.isMultiple(of: 5))
    var (line, column) = (0, 0)
    var found: [String: [String]] = [:]
    for start in stride(from: 0, to: data.count, by: 5) {
      let numbers = data[start..<start + 5].map { $0.int ?? -1 }
      column = numbers[0] == 0 ? column + numbers[1] : numbers[1]
      line += numbers[0]
      let range = TestClient.range(TestClient.place(line, column), TestClient.place(line, column + numbers[2]))
      found[SemanticKind.legend[numbers[3]], default: []].append(try words(range))
    }
    #expect(found["number"] == ["640", "31", "12"])
    #expect(found["string"]?.first == "“It rained for weeks,”")
    #expect(found["keyword"]?.contains("said") == true)
    let part: JSONValue = [
      "textDocument": ["uri": .string(TestClient.uri)],
      "range": TestClient.range(TestClient.place(0, 0), TestClient.place(3, 0)),
    ]
    let few = client.request("textDocument/semanticTokens/range", part)["result"]?["data"]?.array ?? []
    #expect(!few.isEmpty && few.count < data.count && few == Array(data[..<few.count]))
  }
}

import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// Code actions that change the ledger beside a draft.
@Suite struct LedgerActionTests {
  private let desk: LedgerDesk
  private let versioned: JSONValue = ["workspace": ["workspaceEdit": ["documentChanges": true]]]

  init() throws { desk = try LedgerDesk() }

  /// The actions at words of a draft whose title begins so.
  private func actions(
    _ client: inout TestClient, at words: String, in text: String, only: [String]? = nil, whole: Bool = false
  ) throws -> [JSONValue] {
    let source = SourceText(text)
    let start = text.utf8.distance(from: text.startIndex, to: try #require(text.firstRange(of: words)).lowerBound)
    let place = LSP.Position(source.position(of: whole ? 0 : start, in: .utf16))
    let end = LSP.Position(source.position(of: whole ? source.count : start + words.utf8.count, in: .utf16))
    var context: JSONObject = ["diagnostics": []]
    if let only { context["only"] = .array(only.map(JSONValue.string)) }
    let params: JSONValue = [
      "textDocument": ["uri": .string(desk.draft)],
      "range": TestClient.range(
        TestClient.place(place.line, place.character), TestClient.place(end.line, end.character)),
      "context": .object(context),
    ]
    return client.request("textDocument/codeAction", params)["result"]?.array ?? []
  }

  private func opened(_ text: String, _ capabilities: JSONValue? = nil) -> TestClient {
    var client = desk.client(capabilities ?? versioned)
    client.open(text, uri: desk.draft)
    client.runJobs()
    return client
  }

  /// The text of a document after an action.
  private func applied(_ action: JSONValue, to uri: String, _ text: String) throws -> String {
    let changes = action["edit"]?["documentChanges"]?.array ?? []
    let change = try #require(changes.first { $0["textDocument"]?["uri"]?.string == uri })
    return try edited(text, change["edits"]?.array ?? [])
  }

  @Test func figureBesideAKeyGoesToItsSource() throws {
    let text = "é🙂 The keepers mended 31 gates [@locks]."
    var client = opened(text)
    let all = try actions(&client, at: "31", in: text)
    let add = try #require(all.first { $0["title"] == "Add “31” to “locks” in the ledger" })
    #expect(add["kind"] == "refactor")
    let ledger = try applied(add, to: desk.ledger, LedgerDesk.ledger)
    let reading = LedgerReading(Array(ledger.utf8))
    #expect(reading.problems.isEmpty && reading.ledger?.sources.first?.figures.map(\.value) == [31])
    #expect(ledger.contains("// What the desk knows of the locks."))
    // Where it is told to a client, what the draft says is nothing that it obeys.
    #expect(add["command"] == nil)
  }

  @Test func figureOfAnotherPartyBecomesANewSource() throws {
    let text = "The Marsh Council said 31 gates were mended."
    var client = opened(text)
    let all = try actions(&client, at: "31", in: text)
    let add = try #require(all.first { $0["title"]?.string?.hasPrefix("Add “31” to the ledger") == true })
    let reading = LedgerReading(Array(try applied(add, to: desk.ledger, LedgerDesk.ledger).utf8))
    #expect(reading.ledger?.sources.map(\.id) == ["locks", "marsh-council"])
    #expect(try applied(add, to: desk.draft, text) == "The Marsh Council said 31 gates were mended [@marsh-council].")
    let changes = add["edit"]?["documentChanges"]?.array ?? []
    #expect(changes.map { $0["textDocument"]?["version"] } == [.null, 1])
  }

  @Test func openLedgerIsEditedInItsVersion() throws {
    let text = "The keepers mended 31 gates [@locks]."
    var client = opened(text)
    client.open(LedgerDesk.ledger, as: "jsonc", uri: desk.ledger, version: 7)
    client.runJobs()
    let add = try #require(try actions(&client, at: "31", in: text).first { $0["kind"] == "refactor" })
    #expect(add["edit"]?["documentChanges"]?.array?.first?["textDocument"]?["version"] == 7)
    // While it makes no sense nobody can say where its parts are.
    client.change([["text": .string(LedgerDesk.ledger + "{")]], version: 8, uri: desk.ledger)
    #expect(try actions(&client, at: "31", in: text).allSatisfy { $0["kind"] != "refactor" })
  }

  @Test func anEditIsMadeWhenItsActionIsChosen() throws {
    let resolving: JSONValue = [
      "workspace": ["workspaceEdit": ["documentChanges": true]],
      "textDocument": ["codeAction": ["dataSupport": true, "resolveSupport": ["properties": ["edit"]]]],
    ]
    for text in ["The keepers mended 31 gates [@locks].", "The Marsh Council said 31 gates were mended."] {
      var eager = opened(text)
      let whole = try #require(try actions(&eager, at: "31", in: text).first { $0["kind"] == "refactor" })
      var client = opened(text, resolving)
      let offered = try #require(try actions(&client, at: "31", in: text).first { $0["kind"] == "refactor" })
      #expect(offered["edit"] == nil && offered["title"] == whole["title"])
      let resolved = client.request("codeAction/resolve", offered)["result"]
      #expect(resolved?["edit"] == whole["edit"] && resolved?["title"] == whole["title"])
      client.change([["text": .string("Oh! " + text)]], version: 2, uri: desk.draft)
      #expect(client.request("codeAction/resolve", offered).errorCode == -32801)
    }
  }

  @Test func whatIsResolvedMustHaveBeenOffered() throws {
    let text = "The Marsh Council said 31 gates were mended."
    var client = opened(text)
    func resolve(_ data: JSONValue) -> Int? {
      client.request("codeAction/resolve", ["title": "x", "data": data]).errorCode
    }
    #expect(resolve(.null) == -32602 && resolve(["uri": .string(desk.draft)]) == -32602)
    #expect(resolve(["uri": .string(desk.draft), "revision": 0, "figure": 0]) == -32801)
    let revision = try #require(client.session.documents[desk.draft]?.revision)
    for figure in [-1, 99, Int.max] {
      #expect(
        resolve(["uri": .string(desk.draft), "revision": .integer(revision), "figure": .integer(figure)]) == -32803)
    }
  }

  @Test func nothingIsAddedUnasked() throws {
    let text = "The keepers mended 31 gates [@locks]. It was 3 May 2031."
    var client = opened(text)
    #expect(try actions(&client, at: "31", in: text, whole: true).allSatisfy { $0["kind"] != "refactor" })
    #expect(try actions(&client, at: "31", in: text, only: ["quickfix"]).allSatisfy { $0["kind"] != "refactor" })
    #expect(try actions(&client, at: "2031", in: text).allSatisfy { $0["kind"] != "refactor" })
    var other = TestClient.ready(versioned)
    other.open(text, uri: desk.draft)
    other.runJobs()
    #expect(try actions(&other, at: "31", in: text).allSatisfy { $0["kind"] != "refactor" })
  }

  @Test func ledgerThatDiffersFromDraftAndCopyIsCorrected() throws {
    let ledger = LedgerDesk.ledger.replacing(
      #""kind": "primary","#,
      with: #""kind": "primary", "figures": [{ "value": 46, "what": "barges lost", "note": "é🙂" }],"#)
    try desk.folder.write(FoundLedger.name, ledger)
    let text = "The guild lost 64 barges [@locks]."
    var client = opened(text)
    let all = try actions(&client, at: "64", in: text)
    let correct = try #require(all.first { $0["title"]?.string?.hasPrefix("Correct the ledger") == true })
    #expect(correct["kind"] == "quickfix" && correct["diagnostics"]?.array?.first?["code"] == "HS502")
    let corrected = try applied(correct, to: desk.ledger, ledger)
    #expect(corrected == ledger.replacing("46", with: "64"))
    try desk.folder.write(FoundLedger.name, corrected)
    client.notify("textDocument/didSave", TestClient.document(desk.draft))
    #expect(desk.pushed(&client, desk.draft)?.contains("HS502") == false)
  }

  @Test func preferredFixesComeTogetherWhereTheyAreAskedFor() throws {
    let text = "The guild lost 46 barges [@locks]. The guild lost 46 barges [@lock]."
    var client = opened(text)
    let fix = try actions(&client, at: "46", in: text, only: ["source.fixAll"], whole: true)
    #expect(fix.map { $0["kind"]?.string } == ["source.fixAll.hearsay"])
    let fixed = try applied(try #require(fix.first), to: desk.draft, text)
    #expect(fixed == "The guild lost 64 barges [@locks]. The guild lost 46 barges [@locks].")
    #expect(try actions(&client, at: "46", in: text, whole: true).allSatisfy { $0["kind"] == "quickfix" })
  }
}

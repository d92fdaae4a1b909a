import Foundation
import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// From a draft to its ledger and saved copies, and back.
@Suite struct LedgerNavigationTests {
  private let desk: LedgerDesk

  init() throws { desk = try LedgerDesk() }

  /// A client that has a draft open, and the position of words in it.
  private func opened(_ text: String, _ capabilities: JSONValue = [:]) -> TestClient {
    var client = desk.client(capabilities)
    client.open(text, uri: desk.draft)
    client.runJobs()
    return client
  }

  private func at(_ words: String, in text: String, uri: String? = nil) -> JSONValue {
    let offset = text.utf8.count - (text.firstRange(of: words).map { text[$0.lowerBound...].utf8.count } ?? 0)
    let place = SourceText(text).position(of: offset, in: .utf16)
    return TestClient.at(place.line, place.character, uri: uri ?? desk.draft)
  }

  /// The words at a location of an answer, out of the texts by address.
  private func words(_ location: JSONValue?, _ texts: [String: String]) throws -> String {
    let text = SourceText(try #require(texts[location?["uri"]?.string ?? ""]))
    let range = try LSP.Range(decoding: location?["range"] ?? .null)
    return text.string(text.byteRange(of: range, in: .utf16))
  }

  @Test func figureLeadsToItsSentenceInTheSavedCopy() throws {
    for figure in ["46", "64"] {
      let text = "é🙂 The guild lost \(figure) barges [@locks]."
      var client = opened(text)
      let answer = client.request("textDocument/definition", at(figure, in: text))["result"]?.array
      #expect(answer?.count == 1)
      #expect(try words(answer?.first, [desk.copy: LedgerDesk.copied]) == "The guild lost 64 barges.")
    }
  }

  @Test func keyLeadsToItsEntry() throws {
    for text in ["It rained [@locks].", "It rained {src:locks}."] {
      var client = opened(text)
      let answer = client.request("textDocument/definition", at("locks", in: text))["result"]?.array
      #expect(try words(answer?.first, [desk.ledger: LedgerDesk.ledger]) == "locks")
    }
    let unknown = "It rained [@gates]."
    var client = opened(unknown)
    #expect(client.request("textDocument/definition", at("gates", in: unknown))["result"] == .null)
  }

  @Test func partyLeadsToItsFirstMention() throws {
    let text = "Mara Quill left. “It rained,” said Mara Quill."
    var client = opened(text)
    let place = TestClient.at(0, text.utf16.count - 4, uri: desk.draft)
    let first = client.request("textDocument/definition", place)["result"]?.array?.first
    #expect(try words(first, [desk.draft: text]) == "Mara Quill")
    let marked = client.request("textDocument/documentHighlight", place)["result"]?.array
    #expect(marked?.isEmpty == false)
  }

  @Test func hoverSaysWhatTheCopySays() throws {
    let text = "The guild lost 64 barges [@locks]. It lost 46 barges [@locks]."
    var client = opened(text, ["textDocument": ["hover": ["contentFormat": ["markdown"]]]])
    let right = client.request("textDocument/hover", at("64", in: text))["result"]?["contents"]?["value"]?.string
    #expect(right?.contains("verified against **Lock Guild** (locks) by Ada Moss on 2031-05-02") == true)
    #expect(right?.contains("“The guild lost 64 barges.”") == true)
    let wrong = client.request("textDocument/hover", at("46", in: text))["result"]?["contents"]?["value"]?.string
    #expect(wrong?.contains("verified") == false)
    #expect(wrong?.contains("says otherwise: “The guild lost 64 barges.”") == true)
    let key = client.request("textDocument/hover", at("locks", in: text))["result"]?["contents"]?["value"]?.string
    #expect(key?.contains(#"Log of the \*lower\* lock"#) == true)
  }

  @Test func referencesAreThoseOfAllDraftsOfTheLedger() throws {
    try desk.folder.write("drafts/b.txt", "The log is kept {src:locks}. It is long {src:locks}.")
    try desk.folder.write("drafts/c.tex", "The log is kept \\cite{locks}.")
    try desk.folder.write("drafts/d.md", "A text that names locks, not their key.")
    try desk.folder.write("other/\(FoundLedger.name)", LedgerDesk.ledger)
    try desk.folder.write("other/e.md", "Another house's locks [@locks].")
    // What is open counts instead of the file.
    try desk.folder.write("drafts/a.md", "[@locks] [@locks] [@locks]")
    let text = "It rained [@locks]."
    var client = opened(text)
    func found(_ withDeclaration: Bool) throws -> [String] {
      var params = at("locks", in: text).object ?? [:]
      params["context"] = ["includeDeclaration": .bool(withDeclaration)]
      let answer = client.request("textDocument/references", .object(params))["result"]?.array ?? []
      return answer.compactMap { $0["uri"]?.string?.split(separator: "/").last.map(String.init) }
    }
    #expect(try found(true) == [FoundLedger.name, "a.md", "b.txt", "b.txt", "c.tex"])
    #expect(try found(false) == ["a.md", "b.txt", "b.txt", "c.tex"])
  }

  @Test func keyIsRenamedEverywhere() throws {
    let ledger = """
      { "sources": [
        { "id": "locks", "figures": [{ "id": "lost", "value": 64, "what": "barges" }] }, // é🙂
        { "id": "tolls", "derivedFrom": [{ "source": "locks" }],
          "figures": [{ "value": 65, "what": "barges", "supersedes": "locks/lost" }] } ] }
      """
    try desk.folder.write(FoundLedger.name, ledger)
    try desk.folder.write("drafts/b.txt", "The log is kept {src:locks}.")
    let text = "é🙂 It rained [@locks; @tolls]."
    let capabilities: JSONValue = [
      "workspace": ["workspaceEdit": ["documentChanges": true]],
      "textDocument": ["rename": ["prepareSupport": true]],
    ]
    var client = opened(text, capabilities)
    let place = at("locks", in: text)
    let range = try LSP.Range(decoding: client.request("textDocument/prepareRename", place)["result"] ?? .null)
    #expect(SourceText(text).string(SourceText(text).byteRange(of: range, in: .utf16)) == "locks")
    func rename(_ name: String) -> JSONValue {
      var params = place.object ?? [:]
      params["newName"] = .string(name)
      return client.request("textDocument/rename", .object(params))
    }
    let changes = rename("log-2031")["result"]?["documentChanges"]?.array ?? []
    let texts = [desk.ledger: ledger, desk.draft: text, desk.uri(of: "drafts/b.txt"): "The log is kept {src:locks}."]
    var renamed: [String: String] = [:]
    for change in changes {
      let uri = try #require(change["textDocument"]?["uri"]?.string)
      #expect(change["textDocument"]?["version"] == (uri == desk.draft ? 1 : .null))
      renamed[uri] = try edited(try #require(texts[uri]), change["edits"]?.array ?? [])
    }
    #expect(renamed[desk.draft] == "é🙂 It rained [@log-2031; @tolls].")
    #expect(renamed[desk.uri(of: "drafts/b.txt")] == "The log is kept {src:log-2031}.")
    #expect(renamed[desk.ledger] == ledger.replacing("locks", with: "log-2031"))
    #expect(rename("tolls").errorCode == ErrorCode.requestFailed.rawValue)
    #expect(rename("no key").errorCode == ErrorCode.requestFailed.rawValue)
  }

  @Test func articleOfANameStays() throws {
    let text = "It rained, the Calder Courier reported. The Calder Courier said more."
    var client = opened(text, ["textDocument": ["rename": ["prepareSupport": true]]])
    let place = at("Courier rep", in: text)
    let range = try LSP.Range(decoding: client.request("textDocument/prepareRename", place)["result"] ?? .null)
    #expect(SourceText(text).string(SourceText(text).byteRange(of: range, in: .utf16)) == "Calder Courier")
    var params = place.object ?? [:]
    params["newName"] = "Dorn Mail"
    let edits = client.request("textDocument/rename", .object(params))["result"]?["changes"]?[desk.draft]?.array
    #expect(try edited(text, edits ?? []) == "It rained, the Dorn Mail reported. The Dorn Mail said more.")
  }

  @Test func wordsThatOnlyBeginLikeAnArticleAreOfTheName() throws {
    let text = "It rained, the24 Ledger reported."
    var client = opened(text, ["textDocument": ["rename": ["prepareSupport": true]]])
    let answer = client.request("textDocument/prepareRename", at("Ledger", in: text))
    let range = try LSP.Range(decoding: answer["result"] ?? .null)
    #expect(SourceText(text).string(SourceText(text).byteRange(of: range, in: .utf16)) == "the24 Ledger")
  }

  @Test func nothingIsRenamedWhereNothingHasAName() {
    let text = "It rained for 40 days."
    var client = opened(text)
    #expect(client.request("textDocument/prepareRename", at("40", in: text))["result"] == .null)
    var params = at("40", in: text).object ?? [:]
    params["newName"] = "x"
    #expect(client.request("textDocument/rename", .object(params)).errorCode == ErrorCode.requestFailed.rawValue)
  }

  @Test func answersOfASearchAreOutdatedByAnEdit() {
    let text = "It rained [@locks]."
    var client = opened(text)
    var params = at("locks", in: text).object ?? [:]
    params["context"] = ["includeDeclaration": true]
    client.holdsSearches = true
    let id = client.start("textDocument/references", .object(params))
    client.change([["text": "It rained."]], version: 2, uri: desk.draft)
    client.runJobs()
    client.runSearches()
    #expect(client.takeAnswers(to: id).map(\.errorCode) == [ErrorCode.contentModified.rawValue])
    let second = client.start("textDocument/references", .object(params))
    client.notify("$/cancelRequest", ["id": second])
    client.runSearches()
    #expect(client.takeAnswers(to: second).count == 1)
  }

  @Test func openLedgerAnswersForItsOwnIDs() throws {
    try desk.folder.write("drafts/b.txt", "The log is kept {src:locks}.")
    var client = desk.client()
    client.open(LedgerDesk.ledger, as: "jsonc", uri: desk.ledger)
    var params = at("locks\"", in: LedgerDesk.ledger, uri: desk.ledger).object ?? [:]
    #expect(client.request("textDocument/documentHighlight", .object(params))["result"]?.array?.count == 1)
    params["context"] = ["includeDeclaration": false]
    let found = client.request("textDocument/references", .object(params))["result"]?.array
    #expect(found?.map { $0["uri"]?.string } == [desk.uri(of: "drafts/b.txt")])
    params["newName"] = "log"
    let changes = client.request("textDocument/rename", .object(params))["result"]?["changes"]?.object
    #expect(changes?.members.count == 2)
  }

  @Test func keysAreLinkedToTheWebOnly() throws {
    let text = "It rained [@locks]."
    var client = opened(text, ["textDocument": ["documentLink": ["tooltipSupport": true]]])
    let links = client.request("textDocument/documentLink", TestClient.document(desk.draft))["result"]?.array
    #expect(links?.map { $0["target"]?.string } == ["https://guild.example/log"])
    #expect(links?.first?["tooltip"] == "Lock Guild")
    for address in ["javascript:alert(1)", "file:///etc/passwd", "https://x/ y", "command:x"] {
      #expect(!isWebAddress(address))
    }
  }
}

/// The text after edits of an answer, which do not overlap.
func edited(_ text: String, _ edits: [JSONValue]) throws -> String {
  var result = SourceText(text)
  let replacements = try edits.map { edit in
    (
      result.byteRange(of: try LSP.Range(decoding: edit["range"] ?? .null), in: .utf16),
      Array((edit["newText"]?.string ?? "").utf8)
    )
  }
  for (range, words) in replacements.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
    result.replace(range, with: words)
  }
  return String(decoding: result.bytes, as: UTF8.self)
}

import HearsayCore
import JSON
import ProseText
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// Keys of the ledger where one is typed, as each format writes them.
@Suite struct CompletionTests {
  /// What a draft becomes where the only key is chosen at the mark `|`; nil where nothing is offered.
  private func completed(_ marked: String, _ format: DraftFormat) throws -> String? {
    let desk = try LedgerDesk()
    var client = desk.client()
    let before = String(marked.prefix { $0 != "|" })
    let text = marked.replacing("|", with: "")
    client.open(text, as: format.rawValue, uri: desk.uri(of: "drafts/a"))
    let place = SourceText(text).position(of: before.utf8.count, in: .utf16)
    let params = TestClient.at(place.line, place.character, uri: desk.uri(of: "drafts/a"))
    let result = client.request("textDocument/completion", params)["result"]
    guard let item = result?["items"]?.array?.first else { return nil }
    #expect(item["label"] == "locks" && item["detail"] == "Log of the *lower* lock, Lock Guild")
    return try edited(text, [item["textEdit"] ?? .null])
  }

  @Test(arguments: [
    ("é🙂 It rained [@lo|].", DraftFormat.markdown, "é🙂 It rained [@locks]."),
    ("It rained [@|].", .markdown, "It rained [@locks]."),
    ("It rained [see @tolls; @l|", .markdown, "It rained [see @tolls; @locks"),
    ("It rained @l|", .markdown, "It rained [@locks]"),
    ("It rained {src:|}.", .markdown, "It rained {src:locks}."),
    ("It rained [@|", .plainText, "It rained [@locks"),
    ("It rained \\cite{l|}.", .latex, "It rained \\cite{locks}."),
    ("It rained \\parencite[see][p. 3]{tolls, |}.", .latex, "It rained \\parencite[see][p. 3]{tolls, locks}."),
    ("It rained @l|.", .latex, "It rained \\cite{locks}."),
    ("It rained cite:[l|].", .asciidoc, "It rained cite:[locks]."),
    ("It rained :cite:`l|`.", .reStructuredText, "It rained :cite:`locks`."),
    ("It rained @|.", .reStructuredText, "It rained :cite:`locks`."),
    ("It rained [cite:@l|].", .org, "It rained [cite:@locks]."),
    ("<p>It rained @l|</p>", .html, "<p>It rained {src:locks}</p>"),
    ("It rained [@guild|].", .markdown, "It rained [@locks]."),
  ])
  func keyIsOfferedAsTheFormatWritesIt(_ marked: String, _ format: DraftFormat, _ expected: String) throws {
    #expect(try completed(marked, format) == expected)
  }

  @Test(arguments: ["It rained l|", "desk@l|", "It rained [l|]", "It rained [@zz|]", "cite{l|}", "@tolls l|"])
  func nothingIsOfferedElsewhere(_ marked: String) throws {
    #expect(try completed(marked, .markdown) == nil)
  }

  /// What is offered at the mark `|` of a draft without a ledger, once the draft around it is known.
  private func offered(_ marked: String) -> [String] {
    var client = TestClient.ready()
    let before = String(marked.prefix { $0 != "|" })
    let text = marked.replacing("|", with: "")
    client.open(text)
    client.runJobs()
    let place = SourceText(text).position(of: before.utf8.count, in: .utf16)
    let result = client.request("textDocument/completion", TestClient.at(place.line, place.character))["result"]
    return result?["items"]?.array?.compactMap { $0["textEdit"]?["newText"]?.string } ?? []
  }

  private static let told = "The mayor, Inés Caldow, said it rained. The Quay Guild counted 64 barges [@log-7].\n\n"

  @Test(arguments: [
    ("Some left, Cal|", ["Inés Caldow"]), ("Then In|", ["Inés Caldow"]), ("Then Iné|", ["Inés Caldow"]),
    ("It was seen [@lo|]", ["log-7"]), ("It was seen {src:|}", ["log-7"]),
    // Words that are no beginning of a name, and names that stand there already.
    ("Then cal|", []), ("Then C|", []), ("Then Zu|", []), ("It said Caldow|er", ["Inés Caldow"]), ("Then 4Ca|", []),
  ])
  func sourcesOfTheDraftAreOffered(_ marked: String, _ expected: [String]) {
    #expect(offered(Self.told + marked) == expected)
  }

  @Test func theNameThatIsBeingTypedIsNotOffered() {
    #expect(offered("Ada Brandt sa|id it rained.") == [] && offered("Ada Brandt| said it rained.") == [])
  }

  @Test func whatIsShownIsEscapedAndBounded() throws {
    let desk = try LedgerDesk()
    let sources = (0..<300).map { #"{ "id": "log-\#($0)", "title": "<b>*Log*</b>\u202E \#($0)" }"# }
    try desk.folder.write(FoundLedger.name, #"{ "sources": [\#(sources.joined(separator: ","))] }"#)
    let formats: JSONValue = ["documentationFormat": ["markdown"]]
    var client = desk.client(["textDocument": ["completion": ["completionItem": formats]]])
    client.open("It rained [@", uri: desk.draft)
    let result = client.request("textDocument/completion", TestClient.at(0, 12, uri: desk.draft))["result"]
    #expect(result?["isIncomplete"] == true && result?["items"]?.array?.count == KeyCompletions.most)
    let item = result?["items"]?.array?.first
    #expect(item?["documentation"]?["value"]?.string?.contains(#"\<b\>\*Log\*\</b\>"#) == true)
    #expect(item?["detail"]?.string?.contains("\u{202E}") == false)
  }
}

import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

struct DocumentTests {
  private let flood = "Some 640 homes were flooded."

  /// The text that an open document has after the changes of one notification.
  private func text(
    _ text: String, after changes: JSONValue..., encoding: PositionEncoding = .utf16
  ) throws -> String {
    var client = TestClient.ready(forcedEncoding: encoding)
    client.open(text)
    client.change(changes, version: 2)
    let document = try #require(client.session.documents[TestClient.uri])
    return document.text.string(0..<document.text.count)
  }

  private typealias Client = TestClient

  @Test func changesAreAppliedInTheirOrder() throws {
    #expect(
      try text(
        "one two", after: Client.change(Client.place(0, 0), Client.place(0, 3), "three"),
        Client.change(Client.place(0, 6), Client.place(0, 9), "four")) == "three four")
    #expect(
      try text(
        "one", after: Client.change(Client.place(0, 0), Client.place(0, 1), "x"), ["text": "two"],
        Client.change(Client.place(0, 3), Client.place(0, 3), "!")) == "two!")
    #expect(try text("one", after: ["range": .null, "text": "two"]) == "two")
  }

  @Test func placesAreClamped() throws {
    #expect(try text("one\ntwo", after: Client.change(Client.place(0, 99), Client.place(0, 99), "!")) == "one!\ntwo")
    #expect(try text("one\ntwo", after: Client.change(Client.place(9, 0), Client.place(99, 7), "!")) == "one\ntwo!")
    #expect(try text("one\r\ntwo", after: Client.change(Client.place(0, 4), Client.place(0, 9), "!")) == "one!\r\ntwo")
    // Half a surrogate pair is its beginning.
    #expect(try text("a🙂b", after: Client.change(Client.place(0, 2), Client.place(0, 2), "!")) == "a!🙂b")
    // The end before the beginning.
    #expect(try text("one", after: Client.change(Client.place(0, 2), Client.place(0, 1), "")) == "oe")
    #expect(
      try text("one", after: Client.change(Client.place(0, 4_294_967_296), Client.place(0, 4_294_967_296), "!"))
        == "one!"
    )
  }

  @Test(arguments: [(PositionEncoding.utf8, 6), (.utf16, 3), (.utf32, 2)])
  func columnsCountTheUnitAgreedUpon(encoding: PositionEncoding, column: Int) throws {
    let edit = Client.change(Client.place(0, column), Client.place(0, column), "!")
    #expect(try text("é🙂b", after: edit, encoding: encoding) == "é🙂!b")
  }

  @Test func severalChangesInATurnAreOneAnalysis() {
    var client = TestClient.ready()
    client.send([
      Client.notification("textDocument/didOpen", Client.opening("One.")),
      Client.notification("textDocument/didChange", Client.changing([["text": "Two."]], version: 2)),
      Client.notification("textDocument/didChange", Client.changing([["text": .string(flood)]], version: 3)),
    ])
    #expect(client.jobs.count == 1)
    client.runJobs()
    let published = client.takeNotifications("textDocument/publishDiagnostics")
    #expect(published.map { $0["version"]?.int } == [3])
    #expect(published.first?["diagnostics"]?.array?.count == 1)
  }

  @Test func whatIsFoundOfAnOldTextIsDropped() {
    var client = TestClient.ready()
    client.open(flood)
    client.change([["text": "Calm."]], version: 2)
    // The first is running still: one analysis a document.
    #expect(client.jobs.count == 1)
    client.runJob()
    #expect(client.received.isEmpty)
    #expect(client.jobs.count == 1)
    client.runJob()
    let published = client.takeNotifications("textDocument/publishDiagnostics")
    #expect(published.map { $0["version"]?.int } == [2])
    #expect(published.first?["diagnostics"]?.array?.isEmpty == true)
  }

  @Test func everyVersionIsPublished() {
    var client = TestClient.ready()
    client.open(flood)
    client.runJobs()
    client.change([["text": .string(flood)]], version: 2)
    client.runJobs()
    #expect(client.takeNotifications("textDocument/publishDiagnostics").map { $0["version"]?.int } == [1, 2])
  }

  @Test func aSecondOpeningReplacesTheFirst() {
    var client = TestClient.ready()
    client.open(flood)
    client.open("Calm.", version: 1)
    client.runJobs()
    let published = client.takeNotifications("textDocument/publishDiagnostics")
    #expect(published.count == 1 && published.first?["diagnostics"] == [])
  }

  @Test func closingTakesTheMarksAway() {
    var client = TestClient.ready()
    client.open(flood)
    client.notify("textDocument/didClose", Client.document())
    #expect(
      client.takeNotifications("textDocument/publishDiagnostics") == [["uri": .string(Client.uri), "diagnostics": []]])
    client.runJobs()
    #expect(client.received.isEmpty)
    client.notify("textDocument/didClose", Client.document())
    #expect(client.received.isEmpty)
  }

  @Test func changesOfWhatIsNotOpenAreSaid() {
    var client = TestClient.ready()
    client.change([["text": "x"]], version: 2, uri: "file:///never.md")
    let logged = client.takeNotifications("window/logMessage")
    #expect(logged.count == 1 && logged.first?["message"]?.string?.contains("file:///never.md") == true)
    #expect(client.jobs.isEmpty)
  }

  @Test func whatIsTooLargeIsSaidOnce() {
    var client = TestClient.ready(largestText: 60)
    client.open(flood)
    client.runJobs()
    _ = client.takeDiagnostics()
    let large = flood + flood + flood
    client.change([["text": .string(large)]], version: 2)
    client.change([Client.change(Client.place(0, 0), Client.place(0, 0), "x")], version: 3)
    #expect(client.jobs.isEmpty)
    #expect(client.takeNotifications("window/showMessage").count == 1)
    #expect(client.takeNotifications("textDocument/publishDiagnostics").map { $0["diagnostics"] } == [[], []])
    #expect(client.request("textDocument/hover", Client.at(0, 6))["result"] == .null)
    #expect(client.request("hearsay/analysis", ["uri": .string(Client.uri)]).errorCode == -32803)
    client.change([["text": .string(flood)]], version: 4)
    client.runJobs()
    #expect(client.takeDiagnostics().count == 1)
  }

  @Test func whatGrowsTooLargeWhileItIsAnalysedIsLeftAlone() {
    var client = TestClient.ready(largestText: 60)
    client.open(flood)
    client.change([["text": .string(flood + flood + flood)]], version: 2)
    client.runJob()
    #expect(client.jobs.isEmpty)
    #expect(client.takeNotifications("textDocument/publishDiagnostics").map { $0["version"]?.int } == [2])
  }

  @Test func anotherLanguageIsSaidOnce() {
    var client = TestClient.ready()
    let german = "Der Hafen wurde gestern von der Polizei gesperrt, und das Wasser steigt noch immer sehr schnell an."
    client.open(german)
    client.runJobs()
    client.change([["text": .string(german + " Niemand weiß, wie lange es noch dauern wird.")]], version: 2)
    client.runJobs()
    #expect(client.takeNotifications("window/logMessage").count == 1)
  }

  @Test(arguments: [
    ("markdown", "file:///a.txt", DraftFormat.markdown), ("Markdown", "untitled:1", .markdown),
    ("ipythongfm", "a", .markdown), ("plaintext", "file:///a.md", .markdown), ("plain", "file:///a.txt", .plainText),
    ("", "file:///a%20b.MARKDOWN", .markdown), ("x", "file:///a.md?version=2#top", .markdown),
    ("unheard-of", "untitled:Untitled-1", .plainText), ("html", "a", .html), ("tex", "a", .latex),
    ("plaintex", "a", .latex), ("asciidoc", "a", .asciidoc), ("restructuredtext", "a", .reStructuredText),
    ("rst", "a", .reStructuredText), ("org", "a", .org), ("", "file:///a.adoc", .asciidoc), ("", "a.tex", .latex),
    ("", "a.rst", .reStructuredText), ("", "a.htm", .html), ("", "a.org", .org),
  ])
  func theFormatIsFound(language: String, uri: String, format: DraftFormat) {
    #expect(DraftFormat(languageID: language, uri: uri) == format)
  }
}

import JSON
import LanguageServerProtocol
import Testing

@testable import HearsayServer

/// Parties and claims of all drafts, open or not.
@Suite struct WorkspaceSymbolTests {
  private let desk: WorkspaceDesk

  init() throws { desk = try WorkspaceDesk() }

  /// The symbols that a query finds, as `file: name`, in the order of the answer.
  private func found(_ query: String, _ client: inout TestClient) -> [String] {
    let symbols = client.request("workspace/symbol", ["query": .string(query)])["result"]?.array ?? []
    return symbols.map {
      let file = $0["location"]?["uri"]?.string?.split(separator: "/").last ?? ""
      return "\(file): \($0["name"]?.string ?? "")"
    }
  }

  @Test func draftsThatAreNotOpenAreSearched() throws {
    try desk.write("a.md", "😀 Some 640 homes were flooded, the Marsh Council said.\n")
    try desk.write("deep/b.md", "Some 70 sheep were lost.\n")
    var client = desk.client()
    #expect(found("marsh", &client).count == 1)
    #expect(found("SHEEP", &client) == ["b.md: 70 sheep"])
    #expect(found("", &client).count == 3)
    #expect(found("zzz", &client) == [])
    let homes = client.request("workspace/symbol", ["query": "640"])["result"]?[0]
    #expect(homes?["location"]?["uri"]?.string == desk.uri("a.md"))
    // The emoji is two units of UTF-16.
    let range = TestClient.range(TestClient.place(0, 8), TestClient.place(0, 17))
    #expect(homes?["location"]?["range"] == range)
  }

  @Test func anOpenDraftGoesByItsText() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = desk.client()
    #expect(found("homes", &client) == ["a.md: 640 homes"])
    client.open("Some 9,100 homes were flooded.\n", uri: desk.uri("a.md"))
    client.runJobs()
    #expect(found("homes", &client) == ["a.md: 9,100 homes"])
    client.notify("textDocument/didClose", TestClient.document(desk.uri("a.md")))
    #expect(found("homes", &client) == ["a.md: 640 homes"])
    try desk.write("a.md", "Nothing.\n")
    desk.changed("a.md", &client)
    #expect(found("homes", &client) == [])
  }

  @Test func anOpenDraftIsKnownByTheAddressOfTheClient() throws {
    try desk.write("a (1).md", WorkspaceDesk.homes)
    var client = desk.client()
    client.open("Nothing.\n", uri: desk.uri("a (1).md").replacing("%281%29", with: "(1)"))
    #expect(found("homes", &client) == [], "its text is not known yet, and that of the file does not count")
  }

  @Test func aSearchThatIsGivenUpIsAnsweredOnce() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = desk.client()
    client.holdsSearches = true
    let id = client.start("workspace/symbol", ["query": "homes"])
    client.notify("$/cancelRequest", ["id": id])
    client.runSearches()
    #expect(client.takeAnswers(to: id).map { $0["error"]?["code"] } == [-32800])
  }

  @Test func noMoreAreSentThanAListCanShow() throws {
    // No number of whole drafts holds as many as are sent.
    for number in 0..<40 {
      let claims = (0..<23).map { "Some \(1000 + number * 23 + $0) homes were flooded." }
      try desk.write("\(number).md", claims.joined(separator: "\n\n"))
    }
    var client = desk.client()
    #expect(found("homes", &client).count == 500)
    #expect(found("1919", &client) == ["39.md: 1919 homes"])
  }
}

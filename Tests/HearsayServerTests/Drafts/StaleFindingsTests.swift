import JSON
import LanguageServerProtocol
import TestSupport
import Testing

@testable import HearsayServer

/// Open drafts that state one claim: what one of them changes in the others is said in shares, and all of it in the end.
@Suite struct StaleFindingsTests {
  private let desk: WorkspaceDesk
  private let count = 24

  init() throws { desk = try WorkspaceDesk() }

  private func arrests(_ number: Int) -> String { WorkspaceDesk.arrests.replacing("412", with: "\(number)") }

  private func uri(_ index: Int) -> String { desk.uri("\(100 + index).md") }

  /// - Parameter pulls: whether it asks for diagnostics.
  private func client(pulls: Bool = false) -> TestClient {
    let related: JSONValue = ["publishDiagnostics": ["relatedInformation": true]]
    return pulls ? desk.client() : TestClient.ready(["textDocument": related])
  }

  private func open(_ texts: [String], in client: inout TestClient) {
    client.send(
      texts.indices.map { TestClient.notification("textDocument/didOpen", TestClient.opening(texts[$0], uri: uri($0))) }
    )
  }

  /// What was pushed last, by address.
  private func take(_ shown: inout [String: JSONValue], from client: inout TestClient) -> Int {
    let pushed = client.takeNotifications("textDocument/publishDiagnostics")
    for params in pushed { shown[params["uri"]?.string ?? ""] = params["diagnostics"] }
    return pushed.count
  }

  /// What a server pushes that is given these texts one by one.
  private func fresh(_ texts: [String]) -> [String: JSONValue] {
    var client = client()
    var shown: [String: JSONValue] = [:]
    for index in texts.indices {
      client.open(texts[index], uri: uri(index))
      client.runJobs()
    }
    _ = take(&shown, from: &client)
    return shown
  }

  @Test func whatIsPushedInTheEndIsWhatAFreshServerPushes() {
    var random = SeededGenerator(seed: 5)
    var texts = (0..<count).map { arrests(412 + $0) }
    var client = client()
    client.holdsTurns = true
    var shown: [String: JSONValue] = [:]
    open(texts, in: &client)
    client.runJobs()
    for version in 2..<40 {
      let index = Int.random(in: 0..<count, using: &random)
      texts[index] =
        Bool.random(using: &random) ? arrests(Int.random(in: 412..<416, using: &random)) : "Nothing at all.\n"
      client.change([["text": .string(texts[index])]], version: version, uri: uri(index))
      if version % 3 == 0 { client.runJobs() }
      if version % 7 == 0 { client.takeTurns() }
      _ = take(&shown, from: &client)
    }
    client.runJobs()
    client.takeTurns()
    _ = take(&shown, from: &client)
    #expect(shown == fresh(texts))
  }

  @Test func aTurnSaysAShareAnew() throws {
    var client = client()
    open((0..<count).map { arrests(412 + $0) }, in: &client)
    client.runJobs()
    _ = client.takeNotifications("textDocument/publishDiagnostics")
    client.holdsTurns = true
    client.change([["text": "Nothing at all.\n"]], version: 2, uri: uri(0))
    client.runJobs()
    var shown: [String: JSONValue] = [:]
    #expect(take(&shown, from: &client) == 1 + StaleFindings.share && client.isTurnDue)
    // Who asks meanwhile has the answer at once, and of what is true by now.
    let last = uri(count - 1)
    let hover = client.start("textDocument/hover", TestClient.at(4, 16, uri: last))
    #expect(client.takeAnswers(to: hover).count == 1 && client.isTurnDue)
    _ = take(&shown, from: &client)
    #expect(shown[last] != nil, "what is asked about comes first")
    #expect(shown.count < count)
    #expect(client.takeTurns() > 1)
    _ = take(&shown, from: &client)
    #expect(shown.count == count)
  }

  @Test func aDraftThatIsClosedLeavesTheOthers() throws {
    var client = client()
    open([arrests(412), arrests(421)], in: &client)
    client.runJobs()
    var shown: [String: JSONValue] = [:]
    _ = take(&shown, from: &client)
    let before = shown[uri(0)]
    client.notify("textDocument/didClose", TestClient.document(uri(1)))
    client.takeTurns()
    #expect(take(&shown, from: &client) == 2)
    #expect(shown[uri(0)] == fresh([arrests(412)])[uri(0)] && shown[uri(0)] != before)
  }

  @Test func aClientThatAsksIsToldOnceWhenAllIsDone() throws {
    var client = client(pulls: true)
    open((0..<count).map { arrests(412 + $0) }, in: &client)
    client.runJobs()
    #expect(client.takeNotifications("workspace/diagnostic/refresh").count > 0)
    client.holdsTurns = true
    client.change([["text": "Nothing at all.\n"]], version: 2, uri: uri(0))
    client.runJobs()
    #expect(client.takeNotifications("workspace/diagnostic/refresh").isEmpty)
    client.takeTurns()
    #expect(client.takeNotifications("workspace/diagnostic/refresh").count == 1)
  }

  @Test func whatAReadingChangesIsToldWhenAllIsRead() throws {
    // They are handed over in several batches, and each changes what the open one is told.
    for index in 0..<40 { try desk.write("\(200 + index).md", arrests(500 + index)) }
    var client = desk.client(holdsReadings: true)
    client.open(arrests(412), uri: uri(0))
    client.runJobs()
    #expect(client.takeNotifications("workspace/diagnostic/refresh").isEmpty)
    client.runReadings()
    #expect(client.takeNotifications("workspace/diagnostic/refresh").count == 1)
  }

  /// A pull for all drafts brings each up to date that it speaks of, a share at a time.
  @Test func aPullForAllDraftsWaitsForNoTurn() throws {
    var client = client(pulls: true)
    var texts = (0..<count).map { arrests(412 + $0) }
    open(texts, in: &client)
    client.runJobs()
    client.holdsTurns = true
    texts[0] = arrests(413)
    client.change([["text": .string(texts[0])]], version: 2, uri: uri(0))
    client.runJobs()
    let told = desk.pull(&client)
    var other = self.client(pulls: true)
    open(texts, in: &other)
    other.runJobs()
    #expect(told.mapValues { $0["items"] } == desk.pull(&other).mapValues { $0["items"] })
  }
}

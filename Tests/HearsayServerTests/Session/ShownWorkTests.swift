import JSON
import Testing

@testable import HearsayServer

/// What a client shows of work that takes its time.
@Suite struct ShownWorkTests {
  private func outcome(_ read: Int, of total: Int, seconds: Double = 0.3, isDone: Bool = false) -> ServerEvent {
    var outcome = FolderReadingOutcome()
    (outcome.read, outcome.total, outcome.elapsed) = (read, total, .seconds(seconds))
    (outcome.isDone, outcome.isLast) = (isDone, isDone)
    return .foldersRead(outcome)
  }

  private func shown(_ client: inout TestClient) -> [JSONValue] {
    client.takeNotifications("$/progress").map { $0["value"] ?? .null }
  }

  private func accept(_ client: inout TestClient) {
    let asked = client.received.first { $0["method"] == "window/workDoneProgress/create" }
    client.send([["jsonrpc": "2.0", "id": asked?["id"] ?? .null, "result": .null]])
  }

  @Test func aLongReadingIsShown() {
    var client = TestClient.ready(["window": ["workDoneProgress": true]])
    client.send(outcome(16, of: 64, seconds: 0.1))
    #expect(client.received.isEmpty)
    client.send(outcome(32, of: 64))
    #expect(shown(&client).isEmpty, "nothing may be sent before the client has made room")
    accept(&client)
    client.send(outcome(48, of: 64))
    client.send(outcome(64, of: 64, isDone: true))
    let values = shown(&client)
    #expect(values.map { $0["kind"]?.string } == ["begin", "report", "end"])
    #expect(values.map { $0["percentage"]?.int } == [50, 75, nil])
  }

  @Test func anAnalysisThatTakesItsTimeIsShown() throws {
    var client = TestClient.ready(["window": ["workDoneProgress": true]])
    client.open("Some 640 homes were flooded.\n", uri: "file:///a%20draft.md")
    let revision = try #require(client.runningRevisions.first)
    client.send(.analysing(SlowAnalysis(uri: "file:///a%20draft.md", revision: revision)))
    accept(&client)
    client.runJobs()
    let values = shown(&client)
    #expect(values.map { $0["kind"]?.string } == ["begin", "end"])
    #expect(values.first?["title"] == "Reading a draft.md" && values.first?["percentage"] == nil)
    // One that was overtaken is shown no more than one that has ended.
    client.send(.analysing(SlowAnalysis(uri: "file:///a%20draft.md", revision: revision - 1)))
    #expect(client.received.count { $0["method"] == "window/workDoneProgress/create" } == 1)
  }

  @Test func aReadingThatEndsBeforeTheClientIsReadyShowsNothing() {
    var client = TestClient.ready(["window": ["workDoneProgress": true]])
    client.send(outcome(32, of: 64))
    client.send(outcome(64, of: 64, isDone: true))
    accept(&client)
    #expect(shown(&client).isEmpty)
    var other = TestClient.ready([:])
    other.send(outcome(32, of: 64))
    #expect(other.received.isEmpty)
  }
}

import JSON
import LanguageServerProtocol
import Testing

@testable import HearsayServer

/// Requests and the analyses that they wait for.
struct RequestTests {
  private let flood = "Some 640 homes were flooded."
  private let analysis: JSONValue = ["uri": .string(TestClient.uri)]

  @Test func aRequestWaitsForTheAnalysisOfItsText() {
    var client = TestClient.ready()
    client.open(flood)
    let id = client.start("textDocument/hover", TestClient.at(0, 6))
    #expect(client.takeAnswers(to: id).isEmpty)
    client.runJobs()
    let answers = client.takeAnswers(to: id)
    #expect(answers.count == 1 && answers.first?["result"]?["contents"] != nil)
    // Once it is known the answer comes at once.
    let second = client.start("textDocument/hover", TestClient.at(0, 6))
    #expect(client.takeAnswers(to: second).count == 1)
  }

  @Test func diagnosticsComeBeforeTheAnswersThatWaited() {
    var client = TestClient.ready()
    client.open(flood)
    _ = client.start("hearsay/analysis", analysis)
    _ = client.start("textDocument/hover", TestClient.at(0, 6))
    client.runJobs()
    #expect(client.received.map { $0["id"]?.int } == [nil, 2, 3])
  }

  @Test func aRequestAboutAPlaceIsOutdatedByAnEdit() {
    var client = TestClient.ready(["textDocument": ["diagnostic": [:]]])
    client.open(flood)
    let hover = client.start("textDocument/hover", TestClient.at(0, 6))
    let pull = client.start("textDocument/diagnostic", TestClient.document())
    client.change([["text": "Calm."]], version: 2)
    #expect(client.takeAnswers(to: hover).map(\.errorCode) == [-32801])
    client.runJobs()
    #expect(client.takeAnswers(to: pull).map { $0["result"]?["items"] } == [[]])
    #expect(client.received.isEmpty)
  }

  @Test func aCancelledRequestIsAnsweredOnce() {
    var client = TestClient.ready()
    client.open(flood)
    let id = client.start("hearsay/analysis", analysis)
    client.notify("$/cancelRequest", ["id": id])
    client.notify("$/cancelRequest", ["id": id])
    client.runJobs()
    #expect(client.takeAnswers(to: id).map(\.errorCode) == [-32800])
    client.notify("$/cancelRequest", ["id": "never"])
    client.notify("$/cancelRequest", ["id": .null])
    #expect(client.takeNotifications("window/logMessage").count == 1)
  }

  @Test func anIDMayComeAgainOnceItIsAnswered() {
    var client = TestClient.ready()
    client.open(flood)
    let ask = TestClient.request("a", "hearsay/analysis", analysis)
    client.send([ask, ask])
    #expect(client.takeAnswers(to: "a").map(\.errorCode) == [-32600])
    client.send([TestClient.notification("$/cancelRequest", ["id": "a"]), ask])
    #expect(client.takeAnswers(to: "a").map(\.errorCode) == [-32800])
    client.runJobs()
    #expect(client.takeAnswers(to: "a").map { $0["result"]?["id"] } == [.string(TestClient.uri)])
  }

  @Test func closingAnswersWhatWaits() {
    var client = TestClient.ready()
    client.open(flood)
    let hover = client.start("textDocument/hover", TestClient.at(0, 6))
    let whole = client.start("hearsay/analysis", analysis)
    client.notify("textDocument/didClose", TestClient.document())
    #expect(client.takeAnswers(to: hover).map { $0["result"] } == [.null])
    #expect(client.takeAnswers(to: whole).map(\.errorCode) == [-32803])
  }

  @Test func whatIsNotOpenHasAnAnswerToo() {
    var client = TestClient.ready(["textDocument": ["diagnostic": [:]]])
    #expect(client.request("textDocument/hover", TestClient.at(0, 0))["result"] == .null)
    #expect(client.request("textDocument/diagnostic", TestClient.document())["result"]?["items"] == [])
    #expect(client.request("hearsay/analysis", analysis).errorCode == -32803)
    #expect(client.request("textDocument/hover", ["position": 1]).errorCode == -32602)
  }

  @Test func aPullIsFullThenUnchanged() {
    var client = TestClient.ready(["textDocument": ["diagnostic": [:]]])
    client.open(flood)
    client.runJobs()
    #expect(client.takeNotifications("textDocument/publishDiagnostics").isEmpty)
    let full = client.request("textDocument/diagnostic", TestClient.document())["result"] ?? .null
    #expect(full["kind"] == "full" && full["items"]?.array?.count == 1)
    let resultID = full["resultId"] ?? .null
    let document: JSONValue = ["uri": .string(TestClient.uri)]
    let again = client.request("textDocument/diagnostic", ["textDocument": document, "previousResultId": resultID])
    #expect(again["result"] == ["kind": "unchanged", "resultId": resultID])
    client.change([["text": "Calm."]], version: 2)
    let changed = client.request("textDocument/diagnostic", ["textDocument": document, "previousResultId": resultID])
    #expect(changed["result"]?["items"] == [] && changed["result"]?["resultId"] != resultID)
    client.notify("textDocument/didClose", TestClient.document())
    #expect(client.received.isEmpty)
  }
}

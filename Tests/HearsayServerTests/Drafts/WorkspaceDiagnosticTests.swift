import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// What is found in all drafts of the client's folders, open or not.
@Suite struct WorkspaceDiagnosticTests {
  private let desk: WorkspaceDesk

  init() throws { desk = try WorkspaceDesk() }

  @Test func allDraftsAreReportedOpenOrNot() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    try desk.write("deep/b.txt", "Some 70 sheep were lost.\n")
    try desk.write("clean.md", "Nothing was counted.\n")
    try desk.write("out/c.md", WorkspaceDesk.homes)
    try desk.write("build/d.md", WorkspaceDesk.homes)
    try desk.write(".gitignore", "build/\n")
    try desk.write(".hearsay.jsonc", "{\"exclude\": [\"out/**\"]}")
    var client = desk.client()
    client.open("Some 9,100 homes were flooded.\n", uri: desk.uri("a.md"), version: 7)
    let found = desk.pull(&client)
    #expect(found.keys.sorted() == ["a.md", "b.txt", "clean.md"])
    #expect(found["a.md"]?["version"] == 7 && desk.codes(found["a.md"]) == ["HS101"])
    #expect(found["a.md"]?["items"]?[0]?["message"]?.string?.contains("9,100") == true)
    #expect(found["b.txt"]?["version"] == .null && desk.codes(found["b.txt"]) == ["HS101"])
    #expect(found["b.txt"]?["items"]?[0]?["range"] == TestClient.range(TestClient.place(0, 5), TestClient.place(0, 7)))
    #expect(found["clean.md"]?["kind"] == "full" && found["clean.md"]?["items"] == [])
    #expect(client.received.allSatisfy { $0["method"] != "textDocument/publishDiagnostics" })
  }

  @Test func partsAreSentAsDraftsAreRead() throws {
    for number in 0..<40 {
      try desk.write("\(number).md", WorkspaceDesk.homes.replacing("640", with: "\(640 + number)"))
    }
    var client = desk.client(holdsReadings: true)
    let id = client.start("workspace/diagnostic", desk.params([:], ["partialResultToken": 5]))
    #expect(client.takeAnswers(to: id).isEmpty)
    client.runReadings()
    let parts = client.received.filter { $0["method"] == "$/progress" }
    #expect(parts.count > 2 && parts.allSatisfy { $0["params"]?["token"] == 5 })
    let told = parts.flatMap { $0["params"]?["value"]?["items"]?.array ?? [] }
    #expect(Set(told.compactMap { $0["uri"]?.string }).count == 40 && told.count == 40)
    let answer = client.received.last
    #expect(answer?["id"] == id && answer?["result"] == ["items": []])
  }

  @Test func aPartThatWasOvertakenIsSentAgain() throws {
    try desk.write("0.md", WorkspaceDesk.arrests)
    for number in 10..<40 { try desk.write("\(number).md", "Nothing.\n") }
    try desk.write("z.md", WorkspaceDesk.other)
    var client = desk.client(holdsReadings: true)
    let id = client.start("workspace/diagnostic", desk.params([:], ["partialResultToken": "p"]))
    client.runReadings()
    let told = client.received.filter { $0["method"] == "$/progress" }.flatMap {
      $0["params"]?["value"]?["items"]?.array ?? []
    }.filter { $0["uri"]?.string == desk.uri("0.md") }
    // The draft that contradicts it was read later.
    #expect(told.count == 2 && !desk.codes(told.first).contains("HS601") && desk.codes(told.last).contains("HS601"))
    #expect(told.last?["items"]?[0]?["relatedInformation"]?[0]?["location"]?["uri"]?.string == desk.uri("z.md"))
    #expect(client.takeAnswers(to: id).count == 1)
  }

  @Test func aDraftThatIsNotOpenCanBeAskedForByItself() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = desk.client()
    func report(_ previous: String?) -> JSONValue? {
      var params: JSONObject = ["textDocument": ["uri": .string(desk.uri("a.md"))]]
      if let previous { params["previousResultId"] = .string(previous) }
      return client.request("textDocument/diagnostic", .object(params))["result"]
    }
    // A client that never asked for all drafts asks for open ones.
    #expect(report(nil) == ["kind": "full", "items": []])
    let all = desk.pull(&client)
    let own = report(nil)
    #expect(desk.codes(own) == ["HS101"] && own?["resultId"] == all["a.md"]?["resultId"])
    #expect(report(own?["resultId"]?.string)?["kind"] == "unchanged")
  }

  @Test func addressesMayBeWrittenInAnotherWay() throws {
    try desk.write("a (1).md", WorkspaceDesk.homes)
    var client = desk.client()
    let first = desk.pull(&client)
    let own = try #require(desk.names(first).first)
    #expect(own.key.contains("%281%29"))
    let strange = own.key.replacing("%281%29", with: "(1)")
    let second = client.request("workspace/diagnostic", desk.params([strange: own.value]))["result"]?["items"]?.array
    #expect(second?.count == 1 && second?[0]["uri"]?.string == strange && second?[0]["kind"] == "unchanged")
  }

  @Test func aRequestThatIsGivenUpIsAnsweredOnce() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = desk.client(holdsReadings: true)
    let id = client.start("workspace/diagnostic", desk.params())
    let other = client.start("workspace/diagnostic", desk.params())
    client.notify("$/cancelRequest", ["id": id])
    client.runReadings()
    let answers = client.takeAnswers(to: id)
    #expect(answers.count == 1 && answers.first?["error"]?["code"] == -32800)
    #expect(desk.reports(client.takeAnswers(to: other).first?["result"]).count == 1)
    // While a part is made, and at the end.
    client.holdsReports = true
    let third = client.start("workspace/diagnostic", desk.params())
    client.notify("$/cancelRequest", ["id": third])
    let last = client.start("workspace/diagnostic", desk.params())
    _ = client.request("shutdown", .null)
    client.runReports()
    for id in [third, last] { #expect(client.takeAnswers(to: id).map { $0["error"]?["code"] } == [-32800]) }
  }

  @Test func withoutFoldersNothingIsRead() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = TestClient.ready(["textDocument": ["diagnostic": [:]]], settings: .nearest)
    client.open(WorkspaceDesk.homes, uri: desk.uri("b.md"))
    #expect(desk.pull(&client).isEmpty)
  }

  @Test func openDraftsAreWaitedForOnce() throws {
    var client = desk.client()
    client.open(WorkspaceDesk.homes, uri: desk.uri("a.md"))
    let id = client.start("workspace/diagnostic", desk.params())
    #expect(client.takeAnswers(to: id).isEmpty, "nothing is known of it yet")
    client.runJobs()
    #expect(desk.codes(desk.reports(client.takeAnswers(to: id).first?["result"])["a.md"]) == ["HS101"])
    // From then on an edit holds nothing up: what is known of the text before it has that version.
    client.change([["text": "Nothing.\n"]], version: 2, uri: desk.uri("a.md"))
    let next = client.start("workspace/diagnostic", desk.params())
    let answer = desk.reports(client.takeAnswers(to: next).first?["result"])
    #expect(answer["a.md"]?["version"] == 1)
  }

  @Test func aRelatedDraftThatIsNotOpenIsReportedWithAnOpenOne() throws {
    try desk.write("a.md", WorkspaceDesk.arrests)
    var client = desk.client(related: true)
    client.open(WorkspaceDesk.arrests, uri: desk.uri("b.md"))
    func related(_ client: inout TestClient) -> JSONValue? {
      client.request("textDocument/diagnostic", ["textDocument": ["uri": .string(desk.uri("b.md"))]])["result"]?[
        "relatedDocuments"]?[desk.uri("a.md")]
    }
    client.change([["text": .string(WorkspaceDesk.other)]], version: 2, uri: desk.uri("b.md"))
    #expect(related(&client) == nil, "a client that never asked for drafts that are not open gets none")
    _ = desk.pull(&client)
    client.change([["text": .string(WorkspaceDesk.arrests)]], version: 3, uri: desk.uri("b.md"))
    let without = related(&client)
    #expect(without?["kind"] == "full" && !desk.codes(without).contains("HS601"))
    #expect(related(&client) == nil, "what the client was told is not told again")
    client.change([["text": .string(WorkspaceDesk.other)]], version: 4, uri: desk.uri("b.md"))
    #expect(desk.codes(related(&client)).contains("HS601"))
  }
}

import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// What is found in all drafts of the client's folders, open or not.
@Suite struct WorkspaceDiagnosticTests {
  private static let arrests =
    "# Night at the Dorn regatta\n\n*3 May 2024*\n\nThe guard made 412 arrests at the Dorn "
    + "regatta on Friday, the Quay Post reported.\n"
  private static let other = arrests.replacing("412", with: "421").replacing("3 May", with: "4 May")
  private static let homes = "Some 640 homes were flooded.\n"
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.resolvingSymlinksInPath().path
  }

  private func uri(_ name: String) -> String { FileURI.uri(of: path + "/" + name) }

  /// - Parameter watches: whether the client says when files change, and asks for diagnostics anew where it is told to.
  private func client(watches: Bool = true, related: Bool = false, holdsReadings: Bool = false) -> TestClient {
    var client = TestClient(settings: .nearest, ledger: .nearest)
    client.holdsReadings = holdsReadings
    let capabilities: JSONValue = [
      "textDocument": [
        "diagnostic": ["relatedDocumentSupport": .bool(related)],
        "publishDiagnostics": ["relatedInformation": true],
      ],
      "workspace": [
        "didChangeWatchedFiles": ["dynamicRegistration": .bool(watches)], "diagnostics": ["refreshSupport": true],
      ],
    ]
    let folders: JSONValue = [["uri": .string(FileURI.uri(of: path)), "name": "drafts"]]
    _ = client.request("initialize", ["capabilities": capabilities, "workspaceFolders": folders])
    client.notify("initialized", [:])
    return client
  }

  private func params(_ previous: [String: String] = [:], _ more: JSONObject = [:]) -> JSONValue {
    var params = more
    params["previousResultIds"] = .array(
      previous.sorted { $0.key < $1.key }.map { ["uri": .string($0.key), "value": .string($0.value)] })
    return .object(params)
  }

  /// The reports of an answer, by the names of the files.
  private func reports(_ answer: JSONValue?) -> [String: JSONValue] {
    let items = answer?["items"]?.array ?? []
    return Dictionary(items.map { (String($0["uri"]?.string?.split(separator: "/").last ?? ""), $0) }) { _, last in last
    }
  }

  private func pull(_ client: inout TestClient, _ previous: [String: String] = [:]) -> [String: JSONValue] {
    reports(client.request("workspace/diagnostic", params(previous))["result"])
  }

  private func codes(_ report: JSONValue?) -> [String] {
    (report?["items"]?.array ?? []).compactMap { $0["code"]?.string }
  }

  private func names(_ reports: [String: JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for report in reports.values { names[report["uri"]?.string ?? ""] = report["resultId"]?.string }
    return names
  }

  private func changed(_ name: String, _ client: inout TestClient, type: Int = 2) {
    client.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": .string(uri(name)), "type": .integer(type)]]])
  }

  @Test func allDraftsAreReportedOpenOrNot() throws {
    try folder.write("a.md", Self.homes)
    try folder.write("deep/b.txt", "Some 70 sheep were lost.\n")
    try folder.write("clean.md", "Nothing was counted.\n")
    try folder.write("out/c.md", Self.homes)
    try folder.write("build/d.md", Self.homes)
    try folder.write(".gitignore", "build/\n")
    try folder.write(".hearsay.jsonc", "{\"exclude\": [\"out/**\"]}")
    var client = client()
    client.open("Some 9,100 homes were flooded.\n", uri: uri("a.md"), version: 7)
    let found = pull(&client)
    #expect(found.keys.sorted() == ["a.md", "b.txt", "clean.md"])
    #expect(found["a.md"]?["version"] == 7 && codes(found["a.md"]) == ["HS101"])
    #expect(found["a.md"]?["items"]?[0]?["message"]?.string?.contains("9,100") == true)
    #expect(found["b.txt"]?["version"] == .null && codes(found["b.txt"]) == ["HS101"])
    #expect(found["b.txt"]?["items"]?[0]?["range"] == TestClient.range(TestClient.place(0, 5), TestClient.place(0, 7)))
    #expect(found["clean.md"]?["kind"] == "full" && found["clean.md"]?["items"] == [])
    #expect(client.received.allSatisfy { $0["method"] != "textDocument/publishDiagnostics" })
  }

  @Test func whatTheClientHasIsNotSentAgain() throws {
    try folder.write("a.md", Self.homes)
    try folder.write("b.md", Self.homes)
    try folder.write("c.md", Self.homes)
    var client = client()
    client.open(Self.homes, uri: uri("c.md"))
    let first = pull(&client)
    let second = pull(&client, names(first))
    #expect(second.count == 3 && second.values.allSatisfy { $0["kind"] == "unchanged" && $0["items"] == nil })
    #expect(names(second) == names(first))
    #expect(second["a.md"]?["version"] == .null && second["c.md"]?["version"] == 1)
    // Another server, whatever it was before, calls the same by the same name.
    var next = self.client()
    #expect(pull(&next, names(first))["a.md"]?["kind"] == "unchanged")
    try folder.write("a.md", "Some 640 homes were flooded, the mayor said.\n")
    changed("a.md", &client)
    let third = pull(&client, names(first))
    #expect(third["a.md"]?["kind"] == "full" && third["a.md"]?["items"] == [])
    #expect(third["b.md"]?["kind"] == "unchanged")
  }

  @Test func aFileThatChangesIsHeldAgainstTheOthersAnew() throws {
    try folder.write("a.md", Self.arrests)
    try folder.write("b.md", Self.other)
    var client = client()
    let first = pull(&client)
    #expect(first.values.allSatisfy { codes($0).contains("HS601") })
    try folder.write("b.md", Self.arrests)
    changed("b.md", &client)
    let second = pull(&client, names(first))
    #expect(second.values.allSatisfy { $0["kind"] == "full" && !codes($0).contains("HS601") })
  }

  @Test func aDraftThatIsGoneIsCleared() throws {
    try folder.write("a.md", Self.homes)
    try folder.write("b.md", Self.homes)
    var client = client()
    let first = pull(&client)
    try FileManager.default.removeItem(atPath: path + "/a.md")
    changed("a.md", &client, type: 3)
    let second = pull(&client, names(first))
    #expect(second["a.md"]?["items"] == [] && second["a.md"]?["resultId"] == nil)
    #expect(second["b.md"]?["kind"] == "unchanged")
    #expect(pull(&client, names(second)).keys.sorted() == ["b.md"])
    // One that settings leave out from now on is none any more.
    try folder.write(".hearsay.jsonc", "{\"exclude\": [\"b.md\"]}")
    changed(".hearsay.jsonc", &client, type: 1)
    #expect(pull(&client, names(second))["b.md"]?["items"] == [])
  }

  @Test func partsAreSentAsDraftsAreRead() throws {
    for number in 0..<40 { try folder.write("\(number).md", Self.homes.replacing("640", with: "\(640 + number)")) }
    var client = client(holdsReadings: true)
    let id = client.start("workspace/diagnostic", params([:], ["partialResultToken": 5]))
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
    try folder.write("0.md", Self.arrests)
    for number in 10..<40 { try folder.write("\(number).md", "Nothing.\n") }
    try folder.write("z.md", Self.other)
    var client = client(holdsReadings: true)
    let id = client.start("workspace/diagnostic", params([:], ["partialResultToken": "p"]))
    client.runReadings()
    let told = client.received.filter { $0["method"] == "$/progress" }.flatMap {
      $0["params"]?["value"]?["items"]?.array ?? []
    }.filter { $0["uri"]?.string == uri("0.md") }
    // The draft that contradicts it was read later.
    #expect(told.count == 2 && !codes(told.first).contains("HS601") && codes(told.last).contains("HS601"))
    #expect(told.last?["items"]?[0]?["relatedInformation"]?[0]?["location"]?["uri"]?.string == uri("z.md"))
    #expect(client.takeAnswers(to: id).count == 1)
  }

  @Test func anEditChangesWhatIsFoundInAnotherDraft() throws {
    try folder.write("a.md", Self.arrests)
    var client = client()
    client.open(Self.other, uri: uri("b.md"))
    let first = pull(&client)
    #expect(codes(first["a.md"]).contains("HS601") && codes(first["b.md"]).contains("HS601"))
    client.change([["text": .string(Self.arrests)]], version: 2, uri: uri("b.md"))
    client.runJobs()
    let second = pull(&client, names(first))
    #expect(!codes(second["a.md"]).contains("HS601") && second["a.md"]?["kind"] == "full")
    #expect(second["b.md"]?["version"] == 2)
    // Back again, and the name is that of the first time.
    client.change([["text": .string(Self.other)]], version: 3, uri: uri("b.md"))
    client.runJobs()
    #expect(pull(&client, names(first))["a.md"]?["kind"] == "unchanged")
  }

  /// What is passed by as unchanged is what a client that knows nothing would be told.
  @Test func whatIsKeptIsWhatWouldBeMadeAnew() throws {
    var random = SeededGenerator(seed: 11)
    let values = ["412", "421", "430"]
    func text() -> String {
      Self.arrests.replacing("412", with: values.randomElement(using: &random) ?? "")
        .replacing("the Quay Post", with: Bool.random(using: &random) ? "the Quay Post" : "the mayor")
    }
    for name in ["a.md", "b.md", "c.md"] { try folder.write(name, text()) }
    var client = client()
    let open = ["x.md", "y.md"].map(uri)
    for uri in open { client.open(text(), uri: uri) }
    client.runJobs()
    var known = names(pull(&client))
    var (unchanged, changed) = (0, 0)
    for version in 2..<40 {
      let uri = open.randomElement(using: &random) ?? ""
      let line = String(repeating: "\n", count: Int.random(in: 0...1, using: &random))
      client.change([["text": .string(line + text())]], version: version, uri: uri)
      client.runJobs()
      if version % 3 == 0 { continue }
      let told = pull(&client, known)
      unchanged += told.values.count { $0["kind"] == "unchanged" }
      changed += told.values.count { $0["kind"] == "full" && $0["version"] == .null }
      known.merge(names(told)) { $1 }
      #expect(known == names(pull(&client)), "after edit \(version)")
    }
    #expect(unchanged > 20 && changed > 20)
  }

  @Test func aDraftThatIsOpenedOrClosedGoesByItsText() throws {
    try folder.write("a.md", Self.homes)
    var client = client()
    let first = pull(&client)
    client.open("Nothing.\n", uri: uri("a.md"), version: 3)
    let second = pull(&client, names(first))
    #expect(second["a.md"]?["items"] == [] && second["a.md"]?["version"] == 3)
    client.notify("textDocument/didClose", TestClient.document(uri("a.md")))
    let third = pull(&client, names(second))
    #expect(codes(third["a.md"]) == ["HS101"] && third["a.md"]?["version"] == .null)
    #expect(names(third) == names(first))
  }

  @Test func aDraftThatIsNotOpenCanBeAskedForByItself() throws {
    try folder.write("a.md", Self.homes)
    var client = client()
    func report(_ previous: String?) -> JSONValue? {
      var params: JSONObject = ["textDocument": ["uri": .string(uri("a.md"))]]
      if let previous { params["previousResultId"] = .string(previous) }
      return client.request("textDocument/diagnostic", .object(params))["result"]
    }
    // A client that never asked for all drafts asks for open ones.
    #expect(report(nil) == ["kind": "full", "items": []])
    let all = pull(&client)
    let own = report(nil)
    #expect(codes(own) == ["HS101"] && own?["resultId"] == all["a.md"]?["resultId"])
    #expect(report(own?["resultId"]?.string)?["kind"] == "unchanged")
  }

  @Test func addressesMayBeWrittenInAnotherWay() throws {
    try folder.write("a (1).md", Self.homes)
    var client = client()
    let first = pull(&client)
    let own = try #require(names(first).first)
    #expect(own.key.contains("%281%29"))
    let strange = own.key.replacing("%281%29", with: "(1)")
    let second = client.request("workspace/diagnostic", params([strange: own.value]))["result"]?["items"]?.array
    #expect(second?.count == 1 && second?[0]["uri"]?.string == strange && second?[0]["kind"] == "unchanged")
  }

  @Test func aRequestThatIsGivenUpIsAnsweredOnce() throws {
    try folder.write("a.md", Self.homes)
    var client = client(holdsReadings: true)
    let id = client.start("workspace/diagnostic", params())
    let other = client.start("workspace/diagnostic", params())
    client.notify("$/cancelRequest", ["id": id])
    client.runReadings()
    let answers = client.takeAnswers(to: id)
    #expect(answers.count == 1 && answers.first?["error"]?["code"] == -32800)
    #expect(reports(client.takeAnswers(to: other).first?["result"]).count == 1)
    // While a part is made, and at the end.
    client.holdsReports = true
    let third = client.start("workspace/diagnostic", params())
    client.notify("$/cancelRequest", ["id": third])
    let last = client.start("workspace/diagnostic", params())
    _ = client.request("shutdown", .null)
    client.runReports()
    for id in [third, last] { #expect(client.takeAnswers(to: id).map { $0["error"]?["code"] } == [-32800]) }
  }

  @Test func theClientIsToldToAskAnew() throws {
    try folder.write("a.md", Self.homes)
    var client = client()
    func refreshes(_ client: inout TestClient) -> Int {
      client.takeNotifications("workspace/diagnostic/refresh").count
    }
    // Nobody has asked for what is found in drafts that are not open.
    try folder.write("a.md", Self.homes + "\nSome 9,000 sheep were lost.\n")
    changed("a.md", &client)
    #expect(refreshes(&client) == 0)
    _ = pull(&client)
    _ = refreshes(&client)
    changed("a.md", &client)
    #expect(refreshes(&client) == 0, "nothing is found that was not found before")
    try folder.write("a.md", "Nothing.\n")
    changed("a.md", &client)
    #expect(refreshes(&client) == 1)
  }

  @Test func aClientThatWatchesNoFilesLearnsOfChangesToo() throws {
    try folder.write("a.md", Self.homes)
    try folder.write("b.md", Self.homes)
    var client = client(watches: false)
    let first = pull(&client)
    try folder.write("a.md", "Nothing at all.\n")
    try folder.write("c.md", Self.homes)
    let second = pull(&client, names(first))
    #expect(second["a.md"]?["items"] == [] && codes(second["c.md"]) == ["HS101"])
    #expect(second["b.md"]?["kind"] == "unchanged")
  }

  @Test func aFileThatNoSearchTakesIsNotTakenWhenItChanges() throws {
    try folder.write("a.md", Self.homes)
    try folder.write("build/d.md", Self.homes)
    try folder.write(".cache/e.md", Self.homes)
    try folder.write(".gitignore", "build/\n")
    var client = client()
    let first = pull(&client)
    changed("build/d.md", &client)
    changed(".cache/e.md", &client)
    #expect(pull(&client, names(first)).keys.sorted() == ["a.md"])
  }

  @Test func withoutFoldersNothingIsRead() throws {
    try folder.write("a.md", Self.homes)
    var client = TestClient.ready(["textDocument": ["diagnostic": [:]]], settings: .nearest)
    client.open(Self.homes, uri: uri("b.md"))
    #expect(pull(&client).isEmpty)
  }

  @Test func openDraftsAreWaitedForOnce() throws {
    var client = client()
    client.open(Self.homes, uri: uri("a.md"))
    let id = client.start("workspace/diagnostic", params())
    #expect(client.takeAnswers(to: id).isEmpty, "nothing is known of it yet")
    client.runJobs()
    #expect(codes(reports(client.takeAnswers(to: id).first?["result"])["a.md"]) == ["HS101"])
    // From then on an edit holds nothing up: what is known of the text before it has that version.
    client.change([["text": "Nothing.\n"]], version: 2, uri: uri("a.md"))
    let next = client.start("workspace/diagnostic", params())
    let answer = reports(client.takeAnswers(to: next).first?["result"])
    #expect(answer["a.md"]?["version"] == 1)
  }

  @Test func aRelatedDraftThatIsNotOpenIsReportedWithAnOpenOne() throws {
    try folder.write("a.md", Self.arrests)
    var client = client(related: true)
    client.open(Self.arrests, uri: uri("b.md"))
    func related(_ client: inout TestClient) -> JSONValue? {
      client.request("textDocument/diagnostic", ["textDocument": ["uri": .string(uri("b.md"))]])["result"]?[
        "relatedDocuments"]?[uri("a.md")]
    }
    client.change([["text": .string(Self.other)]], version: 2, uri: uri("b.md"))
    #expect(related(&client) == nil, "a client that never asked for drafts that are not open gets none")
    _ = pull(&client)
    client.change([["text": .string(Self.arrests)]], version: 3, uri: uri("b.md"))
    let without = related(&client)
    #expect(without?["kind"] == "full" && !codes(without).contains("HS601"))
    #expect(related(&client) == nil, "what the client was told is not told again")
    client.change([["text": .string(Self.other)]], version: 4, uri: uri("b.md"))
    #expect(codes(related(&client)).contains("HS601"))
  }
}

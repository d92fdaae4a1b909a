import Foundation
import HearsayCore
import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// What is found in all drafts, asked for again when drafts have changed.
@Suite struct WorkspaceDiagnosticChangeTests {
  private let desk: WorkspaceDesk

  init() throws { desk = try WorkspaceDesk() }

  @Test func whatTheClientHasIsNotSentAgain() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    try desk.write("b.md", WorkspaceDesk.homes)
    try desk.write("c.md", WorkspaceDesk.homes)
    var client = desk.client()
    client.open(WorkspaceDesk.homes, uri: desk.uri("c.md"))
    let first = desk.pull(&client)
    let second = desk.pull(&client, desk.names(first))
    #expect(second.count == 3 && second.values.allSatisfy { $0["kind"] == "unchanged" && $0["items"] == nil })
    #expect(desk.names(second) == desk.names(first))
    #expect(second["a.md"]?["version"] == .null && second["c.md"]?["version"] == 1)
    // Another server, whatever it was before, calls the same by the same name.
    var next = desk.client()
    #expect(desk.pull(&next, desk.names(first))["a.md"]?["kind"] == "unchanged")
    try desk.write("a.md", "Some 640 homes were flooded, the mayor said.\n")
    desk.changed("a.md", &client)
    let third = desk.pull(&client, desk.names(first))
    #expect(third["a.md"]?["kind"] == "full" && third["a.md"]?["items"] == [])
    #expect(third["b.md"]?["kind"] == "unchanged")
  }

  @Test func aFileThatChangesIsHeldAgainstTheOthersAnew() throws {
    try desk.write("a.md", WorkspaceDesk.arrests)
    try desk.write("b.md", WorkspaceDesk.other)
    var client = desk.client()
    let first = desk.pull(&client)
    #expect(first.values.allSatisfy { desk.codes($0).contains("HS601") })
    try desk.write("b.md", WorkspaceDesk.arrests)
    desk.changed("b.md", &client)
    let second = desk.pull(&client, desk.names(first))
    #expect(second.values.allSatisfy { $0["kind"] == "full" && !desk.codes($0).contains("HS601") })
  }

  @Test func aDraftThatIsGoneIsCleared() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    try desk.write("b.md", WorkspaceDesk.homes)
    var client = desk.client()
    let first = desk.pull(&client)
    try FileManager.default.removeItem(atPath: desk.path + "/a.md")
    desk.changed("a.md", &client, type: 3)
    let second = desk.pull(&client, desk.names(first))
    #expect(second["a.md"]?["items"] == [] && second["a.md"]?["resultId"] == nil)
    #expect(second["b.md"]?["kind"] == "unchanged")
    #expect(desk.pull(&client, desk.names(second)).keys.sorted() == ["b.md"])
    // One that settings leave out from now on is none any more.
    try desk.write(".hearsay.jsonc", "{\"exclude\": [\"b.md\"]}")
    desk.changed(".hearsay.jsonc", &client, type: 1)
    #expect(desk.pull(&client, desk.names(second))["b.md"]?["items"] == [])
  }

  @Test func anEditChangesWhatIsFoundInAnotherDraft() throws {
    try desk.write("a.md", WorkspaceDesk.arrests)
    var client = desk.client()
    client.open(WorkspaceDesk.other, uri: desk.uri("b.md"))
    let first = desk.pull(&client)
    #expect(desk.codes(first["a.md"]).contains("HS601") && desk.codes(first["b.md"]).contains("HS601"))
    client.change([["text": .string(WorkspaceDesk.arrests)]], version: 2, uri: desk.uri("b.md"))
    client.runJobs()
    let second = desk.pull(&client, desk.names(first))
    #expect(!desk.codes(second["a.md"]).contains("HS601") && second["a.md"]?["kind"] == "full")
    #expect(second["b.md"]?["version"] == 2)
    // Back again, and the name is that of the first time.
    client.change([["text": .string(WorkspaceDesk.other)]], version: 3, uri: desk.uri("b.md"))
    client.runJobs()
    #expect(desk.pull(&client, desk.names(first))["a.md"]?["kind"] == "unchanged")
  }

  /// What is passed by as unchanged is what a client that knows nothing would be told.
  @Test func whatIsKeptIsWhatWouldBeMadeAnew() throws {
    var random = SeededGenerator(seed: 11)
    let values = ["412", "421", "430"]
    func text() -> String {
      WorkspaceDesk.arrests.replacing("412", with: values.randomElement(using: &random) ?? "")
        .replacing("the Quay Post", with: Bool.random(using: &random) ? "the Quay Post" : "the mayor")
    }
    for name in ["a.md", "b.md", "c.md"] { try desk.write(name, text()) }
    var client = desk.client()
    let open = ["x.md", "y.md"].map(desk.uri)
    for uri in open { client.open(text(), uri: uri) }
    client.runJobs()
    var known = desk.names(desk.pull(&client))
    var (unchanged, changed) = (0, 0)
    for version in 2..<40 {
      let uri = open.randomElement(using: &random) ?? ""
      let line = String(repeating: "\n", count: Int.random(in: 0...1, using: &random))
      client.change([["text": .string(line + text())]], version: version, uri: uri)
      client.runJobs()
      if version % 3 == 0 { continue }
      let told = desk.pull(&client, known)
      unchanged += told.values.count { $0["kind"] == "unchanged" }
      changed += told.values.count { $0["kind"] == "full" && $0["version"] == .null }
      known.merge(desk.names(told)) { $1 }
      #expect(known == desk.names(desk.pull(&client)), "after edit \(version)")
    }
    #expect(unchanged > 20 && changed > 20)
  }

  @Test func aDraftThatIsOpenedOrClosedGoesByItsText() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = desk.client()
    let first = desk.pull(&client)
    client.open("Nothing.\n", uri: desk.uri("a.md"), version: 3)
    let second = desk.pull(&client, desk.names(first))
    #expect(second["a.md"]?["items"] == [] && second["a.md"]?["version"] == 3)
    client.notify("textDocument/didClose", TestClient.document(desk.uri("a.md")))
    let third = desk.pull(&client, desk.names(second))
    #expect(desk.codes(third["a.md"]) == ["HS101"] && third["a.md"]?["version"] == .null)
    #expect(desk.names(third) == desk.names(first))
  }

  @Test func theClientIsToldToAskAnew() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    var client = desk.client()
    func refreshes(_ client: inout TestClient) -> Int {
      client.takeNotifications("workspace/diagnostic/refresh").count
    }
    // Nobody has asked for what is found in drafts that are not open.
    try desk.write("a.md", WorkspaceDesk.homes + "\nSome 9,000 sheep were lost.\n")
    desk.changed("a.md", &client)
    #expect(refreshes(&client) == 0)
    _ = desk.pull(&client)
    _ = refreshes(&client)
    desk.changed("a.md", &client)
    #expect(refreshes(&client) == 0, "nothing is found that was not found before")
    try desk.write("a.md", "Nothing.\n")
    desk.changed("a.md", &client)
    #expect(refreshes(&client) == 1)
  }

  @Test func aClientThatWatchesNoFilesLearnsOfChangesToo() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    try desk.write("b.md", WorkspaceDesk.homes)
    var client = desk.client(watches: false)
    let first = desk.pull(&client)
    try desk.write("a.md", "Nothing at all.\n")
    try desk.write("c.md", WorkspaceDesk.homes)
    let second = desk.pull(&client, desk.names(first))
    #expect(second["a.md"]?["items"] == [] && desk.codes(second["c.md"]) == ["HS101"])
    #expect(second["b.md"]?["kind"] == "unchanged")
  }

  @Test func aFileThatNoSearchTakesIsNotTakenWhenItChanges() throws {
    try desk.write("a.md", WorkspaceDesk.homes)
    try desk.write("build/d.md", WorkspaceDesk.homes)
    try desk.write(".cache/e.md", WorkspaceDesk.homes)
    try desk.write(".gitignore", "build/\n")
    var client = desk.client()
    let first = desk.pull(&client)
    desk.changed("build/d.md", &client)
    desk.changed(".cache/e.md", &client)
    #expect(desk.pull(&client, desk.names(first)).keys.sorted() == ["a.md"])
  }

  /// Where more drafts share a claim than are looked at, one that falls silent lets another come near.
  @Test func aDraftThatMakesRoomChangesTheReportsOfOthers() throws {
    func arrests(_ number: Int) -> String { WorkspaceDesk.arrests.replacing("412", with: "\(number)") }
    // Between them stand as many as are looked at, of which one is open.
    let names = (0...DraftIndex.reach).map { "\(1000 + $0).md" }
    for (index, name) in names.enumerated() { try desk.write(name, arrests(430 + index)) }
    try desk.write("z.md", arrests(412))
    var client = desk.client()
    let open = desk.uri(names[60])
    // It shares the claim with the last one, and no finding of either points to the other.
    client.open(arrests(412).replacing("the Quay Post reported", with: "Mayor Ida Brandt said"), uri: open)
    client.runJobs()
    let known = desk.names(desk.pull(&client))
    client.change([["text": "Nothing.\n"]], version: 2, uri: open)
    client.runJobs()
    let told = desk.pull(&client, known)
    #expect(told["z.md"]?["kind"] == "full", "the two agreed, but now “\(names[0])” is near")
    let fresh = desk.names(desk.pull(&client))
    #expect(desk.names(told)[desk.uri("z.md")] == fresh[desk.uri("z.md")])
  }
}

import Foundation
import HearsayCore
import JSON
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// Ledgers in the server: found upwards from a draft, read away from the loop, and taken from the editor while they are edited.
@Suite struct LiveLedgerTests {
  private let desk: LedgerDesk

  init() throws {
    desk = try LedgerDesk()
    try desk.folder.write("drafts/a.md", "")
  }

  private let barges = "The guild lost 46 barges [@locks]."

  private func client(_ capabilities: JSONValue = [:]) -> TestClient { desk.client(capabilities) }

  @Test func openedDraftIsHeldAgainstItsLedger() {
    var client = client()
    client.open(barges, uri: desk.draft)
    #expect(desk.pushed(&client, desk.draft) == ["HS502"])
    client.change([["text": "The guild lost 64 barges [@lokcs]."]], version: 2, uri: desk.draft)
    #expect(desk.pushed(&client, desk.draft) == ["HS501"])
    var other = TestClient.ready(settings: .nearest, ledger: .none)
    other.open(barges, uri: desk.draft)
    #expect(desk.pushed(&other, desk.draft)?.contains("HS502") == false)
  }

  @Test func changedCopiesAndLedgersRefreshTheFindings() throws {
    var client = client()
    client.open(barges, uri: desk.draft)
    _ = desk.pushed(&client, desk.draft)
    try desk.folder.write("saved/locks.txt", "Lock keepers' log\n\nThe guild lost 46 barges.\n")
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(desk.copy), "type": 2]]])
    #expect(desk.pushed(&client, desk.draft) == [])
    try desk.folder.write(FoundLedger.name, #"{ "sources": [{ "id": "gates" }] }"#)
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(desk.ledger), "type": 2]]])
    #expect(desk.pushed(&client, desk.draft)?.contains("HS501") == true)
    // The same again changes nothing, and nothing is said.
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(desk.ledger), "type": 2]]])
    #expect(desk.pushed(&client, desk.draft) == nil)
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: FoundLedger.name))
    client.notify("textDocument/didSave", TestClient.document(desk.draft))
    #expect(desk.pushed(&client, desk.draft) != nil)
  }

  @Test func missingCopyThatAppearsCounts() throws {
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: "saved/locks.txt"))
    var client = client()
    client.open(barges, uri: desk.draft)
    #expect(desk.pushed(&client, desk.draft)?.contains("HS503") == true)
    try desk.folder.write("saved/locks.txt", "Lock keepers' log\n\nThe guild lost 46 barges.\n")
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(desk.copy), "type": 1]]])
    #expect(desk.pushed(&client, desk.draft) == [])
  }

  @Test func openLedgerWinsOverItsFile() {
    var client = client()
    client.open("The keepers freed 1,250 barges [@gates].", uri: desk.draft)
    #expect(desk.pushed(&client, desk.draft) == ["HS501"])
    client.open(LedgerDesk.ledger, as: "jsonc", uri: desk.ledger)
    _ = desk.pushed(&client, desk.draft)
    let renamed = LedgerDesk.ledger.replacing(#""id": "locks""#, with: #""id": "gates""#)
    client.change([["text": .string(renamed)]], version: 2, uri: desk.ledger)
    #expect(desk.pushed(&client, desk.draft)?.contains("HS501") == false)
    // What is being typed makes no sense for a moment: what it said before still counts, and only the ledger is marked.
    client.change([["text": .string(renamed + "{")]], version: 3, uri: desk.ledger)
    let all = client.takeNotifications("textDocument/publishDiagnostics")
    #expect(all.map { $0["uri"]?.string } == [desk.ledger])
    #expect(all.first?["diagnostics"]?.array?.first?["code"] == "HS902")
    #expect(all.first?["version"] == 3)
    #expect(client.takeNotifications("window/showMessage").isEmpty)
    client.notify("textDocument/didClose", TestClient.document(desk.ledger))
    #expect(desk.pushed(&client, desk.draft) == ["HS501"])
  }

  @Test func unsavedLedgerCounts() throws {
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: FoundLedger.name))
    var client = client()
    client.open(barges, uri: desk.draft)
    #expect(desk.pushed(&client, desk.draft)?.contains("HS502") == false)
    client.open(LedgerDesk.ledger, as: "jsonc", uri: desk.ledger)
    #expect(desk.pushed(&client, desk.draft) == ["HS502"])
  }

  @Test func whatIsWrongIsShownInTheLedger() throws {
    try desk.folder.write(FoundLedger.name, #"{ "sources": [{ "id": "locks", "publsher": "Guild" }] }"#)
    var client = client()
    client.open(barges, uri: desk.draft)
    #expect(desk.pushed(&client, desk.ledger) == ["HS902"])
    try desk.folder.write(FoundLedger.name, "{ sources }")
    client.notify("textDocument/didSave", TestClient.document(desk.draft))
    #expect(client.takeNotifications("window/showMessage").count == 1)
    try desk.folder.write(FoundLedger.name, LedgerDesk.ledger)
    client.notify("textDocument/didSave", TestClient.document(desk.draft))
    #expect(desk.pushed(&client, desk.ledger) == [])
  }

  @Test func clientThatPullsAsksForAnOpenLedger() throws {
    let broken = #"{ "sources": [{ "id": "locks", "publsher": "Guild" }] }"#
    try desk.folder.write(FoundLedger.name, broken)
    var client = client(["textDocument": ["diagnostic": [:]]])
    client.open(barges, uri: desk.draft)
    #expect(desk.pushed(&client, desk.ledger) == ["HS902"])
    // From now on the client asks, and would show what was pushed a second time.
    client.open(broken, as: "jsonc", uri: desk.ledger)
    #expect(desk.pushed(&client, desk.ledger) == [])
    let first = client.request("textDocument/diagnostic", TestClient.document(desk.ledger))["result"]
    #expect(first?["items"]?.array?.map { $0["code"]?.string } == ["HS902"])
    var params = TestClient.document(desk.ledger).object ?? [:]
    params["previousResultId"] = first?["resultId"]
    #expect(client.request("textDocument/diagnostic", .object(params))["result"]?["kind"] == "unchanged")
    client.change([["text": .string(LedgerDesk.ledger)]], version: 2, uri: desk.ledger)
    let second = client.request("textDocument/diagnostic", .object(params))["result"]
    #expect(second?["items"]?.array?.isEmpty == true)
    #expect(desk.pushed(&client, desk.ledger) == nil)
  }

  @Test func savedCopiesAreWatched() throws {
    var client = client(["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]])
    client.open(barges, uri: desk.draft)
    let asked = client.received.filter { $0["method"]?.string == "client/registerCapability" }
    let patterns = asked.flatMap { $0["params"]?["registrations"]?.array ?? [] }
      .flatMap { $0["registerOptions"]?["watchers"]?.array ?? [] }.compactMap { $0["globPattern"]?.string }
    #expect(patterns == ["**/.hearsay.jsonc", "**/hearsay.sources.jsonc", "**/saved/*.txt"])
    client.open(#"{ "sources": [] }"#, as: "jsonc", uri: desk.ledger)
    #expect(client.received.contains { $0["method"]?.string == "client/unregisterCapability" })
  }

  @Test func otherQuestionsAboutALedgerHaveNoAnswer() {
    var client = client()
    client.open(LedgerDesk.ledger, as: "jsonc", uri: desk.ledger)
    #expect(client.request("textDocument/hover", TestClient.at(0, 5, uri: desk.ledger))["result"] == .null)
    #expect(client.request("hearsay/analysis", ["uri": .string(desk.ledger)]).errorCode != nil)
  }
}

/// The same for settings files.
@Suite struct LiveSettingsTests {
  @Test func openSettingsWinOverTheirFile() throws {
    let desk = try LedgerDesk()
    let settings = desk.uri(of: SettingsFile.name)
    var client = desk.client()
    client.open("Some 640 homes were flooded. Experts say it rained.", uri: desk.draft)
    #expect(desk.pushed(&client, desk.draft) == ["HS101", "HS203"])
    client.open(#"{ "rules": { "HS101": "off" } }"#, as: "jsonc", uri: settings)
    #expect(desk.pushed(&client, desk.draft) == ["HS203"])
    client.change([["text": #"{ "rules": { "HS101": "off", "HS9999": "off" }, "scop" }"#]], version: 2, uri: settings)
    #expect(desk.pushed(&client, settings) == ["HS901"])
    client.change([["text": #"{ "rules": { "HS9999": "off" }, "scop": 1 }"#]], version: 3, uri: settings)
    let all = client.takeNotifications("textDocument/publishDiagnostics")
    let codes = all.last { $0["uri"]?.string == settings }?["diagnostics"]?.array?.compactMap { $0["code"]?.string }
    #expect(codes == ["HS905", "HS901"])
    #expect(desk.pushed(&client, desk.draft) == ["HS101", "HS203"])
    client.notify("textDocument/didClose", TestClient.document(settings))
    #expect(desk.pushed(&client, settings) == [])
  }
}

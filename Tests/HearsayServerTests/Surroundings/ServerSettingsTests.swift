import Foundation
import HearsayCore
import JSON
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// Settings in the server: read when a draft is opened and when they change, never at an edit.
@Suite struct ServerSettingsTests {
  private let folder: TemporaryFolder
  private let draft: String
  private let settings: String

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.url.resolvingSymlinksInPath().path
    draft = FileURI.uri(of: path + "/drafts/a.md")
    settings = FileURI.uri(of: path + "/.hearsay.jsonc")
    try folder.write("drafts/a.md", "")
  }

  private func settle(_ text: String) throws { try folder.write(".hearsay.jsonc", text) }

  private func client(_ capabilities: JSONValue = [:]) -> TestClient {
    TestClient.ready(capabilities, settings: .nearest)
  }

  /// The codes of the diagnostics pushed last for an address; nil where none were pushed.
  private func pushed(_ client: inout TestClient, _ uri: String) -> [String]? {
    client.runJobs()
    let all = client.takeNotifications("textDocument/publishDiagnostics")
    return all.last { $0["uri"]?.string == uri }?["diagnostics"]?.array?.compactMap { $0["code"]?.string }
  }

  private let flood = "Some 640 homes were flooded. Experts say it rained."

  @Test func openedDraftHasItsSettings() throws {
    try settle(#"{ "rules": { "HS101": "off" } }"#)
    var client = client()
    client.open(flood, uri: draft)
    #expect(pushed(&client, draft) == ["HS203"])
    var other = TestClient.ready(settings: .none)
    other.open(flood, uri: draft)
    #expect(pushed(&other, draft) == ["HS101", "HS203"])
  }

  @Test func whatIsWrongInSettingsCanBeMended() throws {
    let text = "{ \"é\": 1, \"scope\": \"sentense\", \"rules\": { \"HS101\": \"of\" } }"
    for versioned in [false, true] {
      var client = client(["workspace": ["workspaceEdit": ["documentChanges": .bool(versioned)]]])
      client.open(text, as: "jsonc", uri: settings, version: 4)
      client.runJobs()
      let marks = client.takeNotifications("textDocument/publishDiagnostics").last?["diagnostics"]?.array ?? []
      let mark = try #require(marks.first { $0["message"]?.string?.contains("sentense") == true })
      func actions(_ range: JSONValue?, only: JSONValue = ["quickfix"]) -> [JSONValue] {
        let context: JSONValue = ["diagnostics": [mark], "only": only]
        let params: JSONValue = [
          "textDocument": ["uri": .string(settings)], "range": range ?? .null, "context": context,
        ]
        return client.request("textDocument/codeAction", params)["result"]?.array ?? []
      }
      let found = actions(mark["range"])
      #expect(found.count == 1 && found.first?["diagnostics"] == [mark])
      let change = found.first?["edit"]?["documentChanges"]?[0]
      let edits = versioned ? change?["edits"] : found.first?["edit"]?["changes"]?[settings]
      #expect(try edited(text, edits?.array ?? []) == text.replacing("sentense", with: "sentence"))
      if versioned { #expect(change?["textDocument"]?["version"] == 4) }
      #expect(actions(TestClient.range(TestClient.place(0, 0), TestClient.place(0, 0))).isEmpty)
      #expect(actions(mark["range"], only: ["refactor"]).isEmpty)
    }
  }

  @Test func changedSettingsRefreshTheFindings() throws {
    var client = client()
    client.open(flood, uri: draft)
    #expect(pushed(&client, draft) == ["HS101", "HS203"])
    try settle(#"{ "rules": { "HS203": "off" } }"#)
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(settings), "type": 1]]])
    #expect(pushed(&client, draft) == ["HS101"])
    // The same again changes nothing, and nothing is said.
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(settings), "type": 2]]])
    #expect(pushed(&client, draft) == nil)
    try FileManager.default.removeItem(at: folder.url.appending(path: ".hearsay.jsonc"))
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(settings), "type": 3]]])
    #expect(pushed(&client, draft) == ["HS101", "HS203"])
  }

  @Test func otherFilesDoNotMatter() throws {
    var client = client()
    client.open(flood, uri: draft)
    _ = pushed(&client, draft)
    try settle(#"{ "rules": { "HS203": "off" } }"#)
    client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(draft), "type": 2]]])
    #expect(pushed(&client, draft) == nil)
  }

  @Test func editsReadNothing_savesDo() throws {
    var client = client()
    client.open(flood, uri: draft)
    #expect(pushed(&client, draft) == ["HS101", "HS203"])
    try settle(#"{ "rules": { "HS203": "off" } }"#)
    client.change([["text": .string(flood + " It rained.")]], version: 2, uri: draft)
    #expect(pushed(&client, draft) == ["HS101", "HS203"])
    client.notify("textDocument/didSave", TestClient.document(draft))
    #expect(pushed(&client, draft) == ["HS101"])
  }

  @Test func whatIsWrongIsShownInTheSettingsFile() throws {
    try settle(#"{ "scop": 1, "rules": { "HS9999": "off" } }"#)
    var client = client()
    client.open(flood, uri: draft)
    #expect(pushed(&client, settings) == ["HS901", "HS905"])
    try settle("{ scope }")
    client.notify("textDocument/didSave", TestClient.document(draft))
    #expect(pushed(&client, settings) == ["HS901"])
    #expect(client.takeNotifications("window/showMessage").count == 1)
    try settle("{}")
    client.notify("textDocument/didSave", TestClient.document(draft))
    #expect(pushed(&client, settings) == [])
  }

  @Test func placesAreInTheClientsUnit() throws {
    try settle("{ /* é🙂 */ \"scop\": 1 }")
    var client = client()
    client.open("Rain.", uri: draft)
    let all = client.takeNotifications("textDocument/publishDiagnostics")
    let diagnostic = all.first { $0["uri"]?.string == settings }?["diagnostics"]?.array?.first
    #expect(diagnostic?["range"]?["start"]?["character"]?.int == 12)
  }

  @Test func clientThatWatchesIsAsked() {
    let client = client(["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]])
    let asked = client.received.filter { $0["method"]?.string == "client/registerCapability" }
    let registration = asked.first?["params"]?["registrations"]?.array?.first
    #expect(asked.count == 1)
    #expect(registration?["method"]?.string == "workspace/didChangeWatchedFiles")
    #expect(registration?["registerOptions"]?["watchers"]?.array?.first?["globPattern"]?.string == "**/.hearsay.jsonc")
    #expect(!self.client().received.contains { $0["method"]?.string == "client/registerCapability" })
  }

  @Test func clientThatPullsIsToldToPullAgain() throws {
    let capabilities: JSONValue = [
      "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
    ]
    var client = client(capabilities)
    client.open(flood, uri: draft)
    let first = client.request("textDocument/diagnostic", TestClient.document(draft))
    #expect(first["result"]?["items"]?.array?.count == 2)
    #expect(!client.received.contains { $0["method"]?.string == "workspace/diagnostic/refresh" })
    try settle(#"{ "rules": { "HS203": "off" }, "scop": 1 }"#)
    client.notify("textDocument/didSave", TestClient.document(draft))
    #expect(client.received.contains { $0["method"]?.string == "workspace/diagnostic/refresh" })
    var params = TestClient.document(draft).object ?? [:]
    params["previousResultId"] = first["result"]?["resultId"]
    let second = client.request("textDocument/diagnostic", .object(params))
    #expect(second["result"]?["items"]?.array?.count == 1)
    // Nobody pulls for the settings file.
    #expect(pushed(&client, settings) == ["HS901"])
    #expect(pushed(&client, draft) == nil)
  }

  @Test func settingsFileIsNoDraft() throws {
    try settle("{}")
    var client = client()
    client.open("{ } // Some 640 homes were flooded.", as: "jsonc", uri: settings)
    #expect(pushed(&client, settings) == nil)
    #expect(client.request("textDocument/hover", TestClient.at(0, 15, uri: settings))["result"] == .null)
  }

  @Test(arguments: [
    ("Some 640 homes were flooded.\n", "markdown"), ("- Some 640 homes were flooded.\n- It rained.\n", "markdown"),
    ("Some 640 homes were flooded.\n", "plaintext"), ("<p>Some 640 homes were flooded.</p>\n", "html"),
    ("<ul><li>Some 640 homes were flooded.</li></ul>\n", "html"), ("Some 640 homes were flooded.\n", "latex"),
    ("Some 640 homes were flooded.\n", "asciidoc"), ("Some 640 homes were flooded.\n", "restructuredtext"),
    ("Some 640 homes were flooded.\n", "org"),
  ])
  func suppressionThatIsOfferedIsAccepted(_ text: String, _ language: String) throws {
    var client = client()
    client.open(text, as: language, uri: draft)
    #expect(pushed(&client, draft) == ["HS101"])
    let column = try #require(text.firstRange(of: "640")).lowerBound.utf16Offset(in: text)
    let request: JSONValue = [
      "textDocument": ["uri": .string(draft)],
      "range": TestClient.range(TestClient.place(0, column), TestClient.place(0, column + 3)),
      "context": ["diagnostics": []],
    ]
    let actions = client.request("textDocument/codeAction", request)["result"]?.array ?? []
    let ignore = actions.first { $0["title"]?.string?.hasPrefix("Ignore HS101") ?? false }
    let edit = try #require(ignore?["edit"]?["changes"]?[draft]?.array?.first)
    _ = pushed(&client, draft)
    client.change([["range": edit["range"] ?? .null, "text": edit["newText"] ?? .null]], version: 2, uri: draft)
    #expect(pushed(&client, draft) == [])
  }
}

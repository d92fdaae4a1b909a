import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// What a user has set in the editor: asked for at the start and when it changes, never at an edit.
@Suite struct EditorSettingsTests {
  private let folder: TemporaryFolder
  private let draft: String
  private let flood = "Some 640 homes were flooded. Experts say it rained."
  private let answering: JSONValue = [
    "workspace": ["configuration": true, "didChangeConfiguration": ["dynamicRegistration": true]]
  ]

  init() throws {
    folder = try TemporaryFolder()
    draft = FileURI.uri(of: folder.url.resolvingSymlinksInPath().path + "/a.md")
  }

  /// Answers the question for settings that the server asked last; false where it asked none.
  private func answer(_ settings: JSONValue, _ client: inout TestClient) -> Bool {
    let questions = client.received.filter { $0["method"] == "workspace/configuration" }
    _ = client.takeNotifications("workspace/configuration")
    for question in questions {
      client.send([["jsonrpc": "2.0", "id": question["id"] ?? .null, "result": [settings]]])
    }
    return !questions.isEmpty
  }

  private func codes(_ client: inout TestClient) -> [String] {
    client.runJobs()
    return client.takeDiagnostics().compactMap { $0["code"]?.string }
  }

  @Test func theyAreAskedForAtTheStartAndWhenTheyChange() {
    var client = TestClient.ready(answering, settings: .nearest)
    #expect(
      client.takeNotifications("client/registerCapability").contains {
        $0["registrations"]?[0]?["method"] == "workspace/didChangeConfiguration"
      })
    #expect(answer(["rules": ["HS101": "off"]], &client))
    client.open(flood, uri: draft)
    #expect(codes(&client) == ["HS203"])
    client.change([["text": .string(flood + " It poured.")]], version: 2, uri: draft)
    #expect(codes(&client) == ["HS203"])
    client.notify("textDocument/didSave", TestClient.document(draft))
    #expect(!answer([:], &client), "settings were asked for at an edit or when a draft was saved")
    client.notify("workspace/didChangeConfiguration", ["settings": .null])
    #expect(answer(["rules": .null], &client))
    #expect(codes(&client) == ["HS101", "HS203"])
  }

  @Test func anAnswerThatWasOvertakenDoesNotCount() {
    var client = TestClient.ready(answering, settings: .nearest)
    client.open(flood, uri: draft)
    client.notify("workspace/didChangeConfiguration", [:])
    let ids = client.received.filter { $0["method"] == "workspace/configuration" }.map { $0["id"] ?? .null }
    #expect(ids.count == 2)
    client.send([["jsonrpc": "2.0", "id": ids[0], "result": [["rules": ["HS203": "off"]]]]])
    client.send([["jsonrpc": "2.0", "id": ids[1], "result": [["rules": ["HS101": "off"]]]]])
    client.send([["jsonrpc": "2.0", "id": ids[1], "result": [["rules": ["HS1": "off", "HS2": "off"]]]]])
    #expect(codes(&client) == ["HS203"])
  }

  @Test func aSettingsFileCountsAlikeForEverybody() throws {
    try folder.write(".hearsay.jsonc", #"{ "rules": { "HS203": "off" } }"#)
    var client = TestClient.ready(answering, settings: .nearest)
    #expect(answer(["rules": ["HS101": "off"]], &client))
    client.open(flood, uri: draft)
    #expect(codes(&client) == ["HS101"])
  }

  @Test func whoeverWantsNoSettingsGetsNone() {
    var client = TestClient.ready(answering, settings: .none)
    #expect(answer(["rules": ["HS101": "off"]], &client))
    client.open(flood, uri: draft)
    #expect(codes(&client) == ["HS101", "HS203"])
  }

  @Test func whatIsSaidWithoutAQuestionCountsToo() {
    var client = TestClient(settings: .nearest)
    let options: JSONValue = ["rules": ["HS101": "off"], "scope": "sentence"]
    _ = client.request("initialize", ["capabilities": [:], "initializationOptions": options])
    client.notify("initialized", [:])
    client.open(flood, uri: draft)
    #expect(codes(&client) == ["HS203"])
    client.notify("workspace/didChangeConfiguration", ["settings": ["hearsay": ["rules": ["HS203": "off"]]]])
    #expect(codes(&client) == ["HS101"])
    client.notify("workspace/didChangeConfiguration", ["settings": ""])
    #expect(codes(&client).isEmpty)
  }

  @Test func whoeverOffersToAnswerAndDoesNotIsHeard() {
    var client = TestClient.ready(answering, settings: .nearest)
    client.notify("workspace/didChangeConfiguration", ["settings": ["hearsay": ["rules": ["HS101": "off"]]]])
    let questions = client.received.filter { $0["method"] == "workspace/configuration" }
    #expect(questions.count == 2)
    for question in questions {
      let error: JSONValue = ["code": -32601, "message": "The client cannot handle this method."]
      client.send([["jsonrpc": "2.0", "id": question["id"] ?? .null, "error": error]])
    }
    client.open(flood, uri: draft)
    #expect(codes(&client) == ["HS203"])
    _ = client.takeNotifications("workspace/configuration")
    client.notify("workspace/didChangeConfiguration", ["settings": ["hearsay": ["rules": ["HS203": "off"]]]])
    #expect(!answer([:], &client), "it was asked again")
    #expect(codes(&client) == ["HS101"])
  }

  @Test func nonsenseIsSaidAndDoesNoHarm() {
    var client = TestClient.ready(answering, settings: .nearest)
    #expect(answer(["rules": ["HS101": "offf"], "scope": 3, "trace": ["server": "off"]], &client))
    let said = client.takeNotifications("window/logMessage").compactMap { $0["message"]?.string }
    #expect(said.count == 2 && said.allSatisfy { $0.hasPrefix("In the editor's settings: ") }, "\(said)")
    for answer: JSONValue in [.null, [], [.null], "x", [["x"]], [3]] {
      client.notify("workspace/didChangeConfiguration", [:])
      let id = client.received.last { $0["method"] == "workspace/configuration" }?["id"] ?? .null
      client.send([["jsonrpc": "2.0", "id": id, "result": answer]])
    }
    client.open(flood, uri: draft)
    #expect(codes(&client) == ["HS101", "HS203"])
  }
}

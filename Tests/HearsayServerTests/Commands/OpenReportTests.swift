import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Testing

@testable import HearsayServer

/// The fact-checker's page of an open draft.
struct OpenReportTests {
  private let text = "Some 640 <b>homes</b> were flooded.\n"

  private func opened(_ capabilities: JSONValue) -> TestClient {
    var client = TestClient.ready(capabilities)
    client.open(text)
    client.runJobs()
    return client
  }

  private func openReport(_ client: inout TestClient) -> JSONValue {
    client.request(
      "workspace/executeCommand", ["command": "hearsay.openReport", "arguments": [.string(TestClient.uri)]])
  }

  @Test func aClientThatShowsNothingGetsThePage() throws {
    var client = opened([:])
    let page = try #require(openReport(&client)["result"]?["html"]?.string)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("data-rule=\"HS101\""))
    #expect(client.takeNotifications("window/showDocument").isEmpty)
  }

  @Test func aClientThatShowsDocumentsIsShownOneFileADraft() throws {
    let folder = try TemporaryFolder()
    var client = opened(["window": ["showDocument": ["support": true]]])
    client.pages = folder.url.path
    #expect(openReport(&client)["result"]?["html"] == nil)
    let shown = try #require(client.takeNotifications("window/showDocument").first)
    #expect(shown["external"] == true)
    let path = try #require(shown["uri"]?.string.flatMap(FileURI.path))
    let page = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(page.contains("640</a>"))
    #expect(path.hasPrefix(folder.url.path + "/pages/"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.path + "/pages")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    // The text as it stands, in the same file.
    client.change([["text": "It rained.\n"]], version: 2)
    client.runJobs()
    #expect(openReport(&client)["result"]?["uri"] == shown["uri"])
    let next = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(next.contains("It rained.") && !next.contains("640"))
  }

  @Test func aFolderThatCannotBeWrittenIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "x")
    var client = opened(["window": ["showDocument": ["support": true]]])
    client.pages = folder.url.path + "/file"
    #expect(openReport(&client).errorCode == -32803)
    #expect(client.takeNotifications("window/showDocument").isEmpty)
  }
}

import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import Workspace

@testable import HearsayServer

/// Drafts that are held against one another, in a client that asks for diagnostics; folders that come and go.
@Suite struct RelatedReportTests {
  private let desk: WorkspaceDesk

  init() throws { desk = try WorkspaceDesk() }

  private func client(related: Bool, folders: [String] = []) -> TestClient {
    var client = TestClient(settings: .nearest, ledger: .nearest)
    let capabilities: JSONValue = [
      "textDocument": ["diagnostic": ["relatedDocumentSupport": .bool(related)]],
      "window": ["workDoneProgress": true],
    ]
    let named = folders.map { JSONValue.object(["uri": .string(desk.uri($0)), "name": .string($0)]) }
    _ = client.request("initialize", ["capabilities": capabilities, "workspaceFolders": .array(named)])
    client.notify("initialized", [:])
    return client
  }

  private func report(_ name: String, after: String? = nil, _ client: inout TestClient) -> JSONValue {
    var params: JSONObject = ["textDocument": ["uri": .string(desk.uri(name))]]
    if let after { params["previousResultId"] = .string(after) }
    return client.request("textDocument/diagnostic", .object(params))["result"] ?? .null
  }

  private func codes(_ report: JSONValue?) -> [String] {
    (report?["items"]?.array ?? []).compactMap { $0["code"]?.string }.filter { $0.hasPrefix("HS6") }
  }

  @Test func aReportBringsThoseOfDraftsThatItConcerns() {
    var client = client(related: true)
    client.open(WorkspaceDesk.arrests, uri: desk.uri("a.md"))
    #expect(codes(report("a.md", &client)) == [])
    client.open(WorkspaceDesk.other, uri: desk.uri("b.md"))
    let second = report("b.md", &client)
    #expect(codes(second).contains("HS601"))
    let related = second["relatedDocuments"]?[desk.uri("a.md")]
    #expect(related?["kind"] == "full" && codes(related).contains("HS601"))
    // What the client has been told is not told again.
    let again = report("b.md", after: second["resultId"]?.string, &client)
    #expect(again["kind"] == "unchanged" && again["relatedDocuments"] == nil)
    let own = report("a.md", after: related?["resultId"]?.string, &client)
    #expect(own["kind"] == "unchanged" && own["relatedDocuments"] == nil)
  }

  @Test func aClientThatTakesNoneGetsNone() {
    var client = client(related: false)
    client.open(WorkspaceDesk.arrests, uri: desk.uri("a.md"))
    client.open(WorkspaceDesk.other, uri: desk.uri("b.md"))
    #expect(codes(report("b.md", &client)).contains("HS601"))
    #expect(report("b.md", &client)["relatedDocuments"] == nil)
  }

  @Test func foldersMayComeAndGo() throws {
    try desk.write("north/a.md", WorkspaceDesk.arrests)
    try desk.write("south/b.md", WorkspaceDesk.other)
    var client = client(related: true, folders: ["north"])
    client.open(WorkspaceDesk.other, uri: desk.uri("north/c.md"))
    #expect(codes(report("north/c.md", &client)).contains("HS601"))
    let north: JSONValue = ["uri": .string(desk.uri("north")), "name": "north"]
    client.notify("workspace/didChangeWorkspaceFolders", ["event": ["added": [], "removed": [north]]])
    #expect(codes(report("north/c.md", &client)) == [])
    client.notify("workspace/didChangeWorkspaceFolders", ["event": ["added": [north], "removed": []]])
    #expect(codes(report("north/c.md", &client)).contains("HS601"))
  }
}

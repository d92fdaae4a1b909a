import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Workspace

@testable import HearsayServer

/// A folder of drafts on the disk, and what a client asks about all of them.
struct WorkspaceDesk {
  /// Two drafts that give one fact two values.
  static let arrests =
    "# Night at the Dorn regatta\n\n*3 May 2024*\n\nThe guard made 412 arrests at the Dorn "
    + "regatta on Friday, the Quay Post reported.\n"
  static let other = arrests.replacing("412", with: "421").replacing("3 May", with: "4 May")
  /// A draft with one unsupported figure.
  static let homes = "Some 640 homes were flooded.\n"

  private let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.resolvingSymlinksInPath().path
  }

  func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

  func uri(_ name: String) -> String { FileURI.uri(of: path + "/" + name) }

  /// - Parameters:
  ///   - watches: whether the client says when files change, and asks for diagnostics anew where it is told to.
  ///   - related: whether it takes the reports of other drafts with that of one.
  func client(watches: Bool = true, related: Bool = false, holdsReadings: Bool = false) -> TestClient {
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

  /// Says that a file has changed on the disk.
  func changed(_ name: String, _ client: inout TestClient, type: Int = 2) {
    client.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": .string(uri(name)), "type": .integer(type)]]])
  }

  // MARK: What is found in all of them

  /// What `workspace/diagnostic` is asked with.
  ///
  /// - Parameter previous: the names of the reports that the client has, by address.
  func params(_ previous: [String: String] = [:], _ more: JSONObject = [:]) -> JSONValue {
    var params = more
    params["previousResultIds"] = .array(
      previous.sorted { $0.key < $1.key }.map { ["uri": .string($0.key), "value": .string($0.value)] })
    return .object(params)
  }

  func pull(_ client: inout TestClient, _ previous: [String: String] = [:]) -> [String: JSONValue] {
    reports(client.request("workspace/diagnostic", params(previous))["result"])
  }

  /// The reports of an answer, by the names of the files.
  func reports(_ answer: JSONValue?) -> [String: JSONValue] {
    let items = answer?["items"]?.array ?? []
    return Dictionary(items.map { (String($0["uri"]?.string?.split(separator: "/").last ?? ""), $0) }) { _, last in last
    }
  }

  /// The names of reports, by address.
  func names(_ reports: [String: JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for report in reports.values { names[report["uri"]?.string ?? ""] = report["resultId"]?.string }
    return names
  }

  /// The rules of a report's findings.
  func codes(_ report: JSONValue?) -> [String] {
    (report?["items"]?.array ?? []).compactMap { $0["code"]?.string }
  }
}

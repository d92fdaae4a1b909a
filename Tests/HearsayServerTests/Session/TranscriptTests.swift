import Foundation
import JSON
import LanguageServerProtocol
import Testing

@testable import HearsayServer

/// Sessions that were recorded with real Neovim and with a test client that has other editors' capabilities: asked the same, the server says the same.
///
/// Where what it says was meant to change, `Tests/Editors/record` records them anew.
struct TranscriptTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Protocol/transcripts")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".jsonl") }.sorted()

  @Test func thereAreSessionsInEveryUnitOfColumns() throws {
    let encodings = try Self.names.compactMap { name in
      try Self.entries(name).compactMap { $0.message["result"]?["capabilities"]?["positionEncoding"]?.string }.first
    }
    #expect(Set(encodings) == ["utf-8", "utf-16", "utf-32"])
  }

  @Test(arguments: names)
  func theServerSaysWhatItSaid(name: String) throws {
    var client = TestClient()
    var expected: [JSONValue] = []
    for entry in try Self.entries(name) {
      switch entry.direction {
      case .clientToServer:
        client.send([entry.message])
        client.runJobs()
      case .serverToClient: expected.append(entry.message)
      }
    }
    let received = client.received.map(Self.withoutVersion)
    for (said, recorded) in zip(received, expected.map(Self.withoutVersion)) {
      guard said == recorded else {
        Issue.record("\(name)\nnow      \(said.text)\nrecorded \(recorded.text)")
        return
      }
    }
    #expect(received.count == expected.count)
    #expect(client.end == .exit(afterShutdown: true))
  }

  private static func entries(_ name: String) throws -> [TranscriptEntry] {
    try TranscriptEntry.entries([UInt8](Data(contentsOf: folder.appending(path: name))))
  }

  /// The same message without the server's version, which changes with every release.
  private static func withoutVersion(_ message: JSONValue) -> JSONValue {
    guard var object = message.object, var result = object["result"]?.object,
      var server = result["serverInfo"]?.object
    else { return message }
    server["version"] = nil
    result["serverInfo"] = .object(server)
    object["result"] = .object(result)
    return .object(object)
  }
}

extension JSONValue {
  fileprivate var text: String { String(decoding: serialized(), as: UTF8.self) }
}

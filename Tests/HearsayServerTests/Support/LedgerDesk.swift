import Foundation
import HearsayCore
import JSON
import TestSupport
import Workspace

@testable import HearsayServer

/// A folder with a ledger, the saved copy of its source, and a place for a draft.
struct LedgerDesk {
  static let ledger = """
    {
      // What the desk knows of the locks.
      "sources": [
        {
          "id": "locks", "title": "Log of the *lower* lock", "publisher": "Lock Guild", "url": "https://guild.example/log",
          "file": "saved/locks.txt", "kind": "primary",
          "verified": [{ "by": "Ada Moss", "on": "2031-05-02" }]
        }
      ]
    }

    """
  static let copied = "Lock keepers' log\n\nThe guild lost 64 barges. The keepers freed 1,250 barges.\n"

  let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.resolvingSymlinksInPath().path
    try folder.write(FoundLedger.name, Self.ledger)
    try folder.write("saved/locks.txt", Self.copied)
  }

  var draft: String { uri(of: "drafts/a.md") }
  var ledger: String { uri(of: FoundLedger.name) }
  var copy: String { uri(of: "saved/locks.txt") }

  func uri(of name: String) -> String { FileURI.uri(of: path + "/" + name) }

  func client(_ capabilities: JSONValue = [:]) -> TestClient {
    TestClient.ready(capabilities, settings: .nearest, ledger: .nearest)
  }

  /// The codes of the diagnostics pushed last for an address; nil where none were pushed.
  func pushed(_ client: inout TestClient, _ uri: String) -> [String]? {
    client.runJobs()
    let all = client.takeNotifications("textDocument/publishDiagnostics")
    return all.last { $0["uri"]?.string == uri }?["diagnostics"]?.array?.compactMap { $0["code"]?.string }
  }
}

import Foundation
import ProseText
import TestSupport
import Testing
import Workspace

@testable import HearsayCommand

@Suite struct ServerCommandTests {
  private func options(_ arguments: String...) throws(Problem) -> ServerOptions {
    try ServerOptions(ParsedArguments(arguments, for: .server))
  }

  @Test func optionsAreRead() throws {
    let given = try options("--position-encoding", "utf-8", "--log=server.log")
    #expect(given.positionEncoding == .utf8)
    #expect(given.log == "server.log")
    #expect(try options().positionEncoding == nil)
    #expect(try options().ledger == .nearest && options("--no-ledger").ledger == .none)
    #expect(try options("--ledger", "a.jsonc").ledger == .file("a.jsonc"))
    #expect(throws: Problem.self) { try options("--log-level", "slow") }
    #expect(throws: Problem.self) { try options("--ledger", "a.jsonc", "--no-ledger") }
    #expect(throws: Problem("'utf-7' is not a value of '--position-encoding'", remedy: "did you mean 'utf-8'?")) {
      try options("--position-encoding=utf-7")
    }
  }

  /// What the program says to messages that come one after the other, and how it ends.
  private func session(_ bodies: String..., arguments: String = "") throws -> RunResult {
    let frames = bodies.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
    return try hearsay("server \(arguments)", input: frames)
  }

  private let initialize = """
    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}
    """
  private let shutdown = """
    {"jsonrpc":"2.0","id":2,"method":"shutdown"}
    """
  private let exit = """
    {"jsonrpc":"2.0","method":"exit"}
    """

  @Test func theProgramServesAClientToItsEnd() throws {
    let result = try session(initialize, shutdown, exit, arguments: "--position-encoding utf-8")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("Content-Length: "))
    #expect(result.output.contains("\"positionEncoding\":\"utf-8\""))
    #expect(result.output.hasSuffix("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":null}"))
  }

  @Test func theStatusSaysHowTheClientLeft() throws {
    #expect(try session(initialize, exit).status == 1)
    #expect(try session(initialize).status == 0)
    #expect(try session().status == 0)
  }

  @Test func theLogHoldsMessagesWithoutTheirWords() throws {
    let folder = try TemporaryFolder()
    let open = """
      {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md",\
      "languageId":"markdown","version":1,"text":"Some 640 homes were flooded."}}}
      """
    let path = folder.url.appendingPathComponent("server.log").path
    #expect(try session(initialize, open, shutdown, exit, arguments: "--log \(path)").status == 0)
    let log = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    #expect(log.contains("<- textDocument/didOpen") && log.contains("end: exit(afterShutdown: true)"))
    #expect(!log.contains("homes") && !log.contains("flooded"))
  }

  @Test func theLogSaysAsMuchAsIsWanted() throws {
    let folder = try TemporaryFolder()
    func log(_ level: String) throws -> String {
      let path = folder.url.appendingPathComponent(level).path
      #expect(try session(initialize, shutdown, exit, arguments: "--log \(path) --log-level \(level)").status == 0)
      return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    }
    let (slow, messages, turns) = (try log("slow"), try log("messages"), try log("turns"))
    #expect(slow.contains(" client {") && slow.contains(" end: ") && !slow.contains("<- "))
    // On a busy machine any turn may be slow, and is told of at each level.
    #expect(messages.contains("<- initialize") && !messages.replacing("slow turn: ", with: "").contains(" turn: "))
    #expect(turns.contains("<- initialize") && turns.contains("turn: "))
  }

  @Test func doctorSaysWhatCountsAndWhoTheEditorWas() throws {
    let folder = try TemporaryFolder()
    let known = initialize.replacing(
      #""capabilities":{}"#, with: #""capabilities":{},"clientInfo":{"name":"Quill","version":"7"}"#)
    let path = folder.url.appendingPathComponent("server.log").path
    #expect(try session(known, shutdown, exit, arguments: "--log \(path)").status == 0)
    let place = folder.url.path
    let healthy = try hearsay("doctor \(place) --log \(path)")
    #expect(healthy.status == 0 && healthy.errors == "")
    #expect(healthy.output.contains("settings  none found") && healthy.output.contains("ledger    none found"))
    #expect(healthy.output.contains("editor    Quill 7, columns in utf-16"))
    try folder.write(".hearsay.jsonc", #"{ "scop": "sentence" }"#)
    try folder.write("hearsay.sources.jsonc", #"{ "sources": [{ "id": "tolls", "title": "Tolls" }] }"#)
    let wrong = try hearsay("doctor \(place)")
    #expect(wrong.status == 1 && wrong.output.contains(".hearsay.jsonc, read, of which 1 place is wrong"))
    #expect(wrong.output.contains("hearsay.sources.jsonc, 1 source\n"))
    #expect(try hearsay("doctor \(place) --no-settings --no-ledger").status == 0)
    #expect(try hearsay("doctor \(place)/none").status == 2)
    #expect(try hearsay("doctor \(place) --no-settings --log \(place)/none").status == 3)
  }

  @Test func aLogThatCannotBeWrittenIsAnError() throws {
    let result = try session(initialize, arguments: "--log /nowhere/server.log")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        hearsay: the log '/nowhere/server.log' cannot be written: there is no such folder; name another file with --log

        """)
  }
}

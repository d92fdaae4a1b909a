import JSON
import LanguageServerProtocol
import Synchronization
import Testing

@testable import HearsayServer

/// The whole server with its threads, over streams in memory.
struct ServerTests {
  private let session: [JSONValue] = [
    TestClient.request(1, "initialize", ["capabilities": [:]]), TestClient.notification("initialized", [:]),
    TestClient.notification("textDocument/didOpen", TestClient.opening("Some 640 homes were flooded.")),
    TestClient.request(2, "textDocument/hover", TestClient.at(0, 6)),
    TestClient.request(3, "shutdown", .null), TestClient.notification("exit", .null),
  ]

  private var bytes: [UInt8] { session.flatMap { FrameWriter.frame($0.serialized()) } }

  @Test func aSessionRunsToItsEnd() {
    let client = MemoryTransport()
    for message in session.prefix(4) { client.send(message) }
    let log = Mutex<[String]>([])
    let server = Server(client.transport, log: ServerLog { line in log.withLock { $0.append(line) } })
    let answers = Mutex<[JSONValue?]>([])
    // A client of its own thread: it shuts down once it has its answer.
    Thread.detach {
      let hover = client.message { $0["id"] == 2 }
      answers.withLock { $0.append(hover) }
      for message in session.suffix(2) { client.send(message) }
    }
    #expect(server.run() == .exit(afterShutdown: true))
    #expect(answers.withLock { $0.first??["result"]?["contents"] } != nil)
    #expect(client.messages.map { $0["id"]?.int } == [1, nil, 2, 3])
    let lines = log.withLock { $0 }
    #expect(lines.contains { $0.contains("textDocument/didOpen") })
    #expect(LoggedClient(log: lines.map { "0.1 " + $0 }.joined(separator: "\n"))?.columns == "utf-16")
    #expect(!lines.contains { $0.contains("640") || $0.contains("homes") }, "the log holds words of a draft")
  }

  @Test func theInputMayEndAtAnyByte() {
    for length in bytes.indices.dropLast() {
      let client = MemoryTransport()
      client.send(Array(bytes[..<length]) + [])
      client.close()
      #expect(Server(client.transport).run() == .inputEnded, "after \(length) bytes")
      let ids = client.messages.compactMap { $0["id"]?.int }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func piecesOfAnySizeAreRead() {
    for size in [1, 2, 7, 64] {
      let client = MemoryTransport()
      for start in stride(from: 0, to: bytes.count, by: size) {
        client.send(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(Server(client.transport).run() == .exit(afterShutdown: true))
      // The hover waits for its analysis, unless shutdown comes first; it is answered once in either case.
      #expect(client.messages.compactMap { $0["id"]?.int }.sorted() == [1, 2, 3])
    }
  }

  @Test(arguments: [
    "junk\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n{}",
    "Content-Length: 1000000000\r\n\r\n{}", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "Content-Length: 3\r\n\r\n\u{0}\u{0}\u{0}", "\r\n\r\n\r\n", "Content-Length: 0\r\n\r\n",
  ])
  func brokenFramesAreSkipped(junk: String) {
    let client = MemoryTransport()
    client.send(FrameWriter.frame(session[0].serialized()) + Array(junk.utf8))
    for message in session.suffix(2) { client.send(message) }
    #expect(Server(client.transport).run() == .exit(afterShutdown: true))
    #expect(client.messages.contains { $0["id"] == 3 && $0["error"] == nil })
  }

  @Test func aClientThatIsGoneEndsTheServer() {
    let client = MemoryTransport()
    client.breakOutput()
    client.send(session[0])
    #expect(Server(client.transport).run() == .outputEnded)
    client.close()
  }

  @Test func aClientThatDoesNotReadIsGivenUp() {
    let client = MemoryTransport(readsNothing: true)
    let large = String(repeating: "Some 640 homes were flooded. ", count: 40)
    client.send(session[0])
    client.send(session[1])
    client.send(TestClient.notification("textDocument/didOpen", TestClient.opening(large)))
    // Each answer is larger than what asked for it.
    for id in 10..<400 {
      client.send(TestClient.request(.integer(id), "hearsay/analysis", ["uri": .string(TestClient.uri)]))
    }
    #expect(Server(client.transport, outboxLimit: 1 << 20).run() == .outputEnded)
    client.open()
    client.close()
  }
}

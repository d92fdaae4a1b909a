import Dispatch
import JSON
import LanguageServerProtocol
import Synchronization
import Testing
import Workspace

@testable import HearsayServer

/// Turns that are taken by whichever thread has news.
struct EventLoopTests {
  /// What is read, analysed on other threads and given back at the same time is all seen to.
  @Test func noQuestionIsLeftWithoutItsAnswer() throws {
    let client = MemoryTransport()
    let paragraph = "Officials say 640 homes were flooded in May, according to the Dorn Ledger. "
    let text = String(repeating: paragraph, count: 12)
    client.send(TestClient.request(1, "initialize", ["capabilities": ["textDocument": ["diagnostic": [:]]]]))
    client.send(TestClient.notification("initialized", [:]))
    client.send(TestClient.notification("textDocument/didOpen", TestClient.opening(text)))
    Thread.detach {
      for number in 2..<120 {
        let change: JSONValue = [
          "range": ["start": ["line": 0, "character": 10], "end": ["line": 0, "character": 10]], "text": "x",
        ]
        client.send(TestClient.notification("textDocument/didChange", TestClient.changing([change], version: number)))
        client.send(
          TestClient.request(
            .integer(number), "textDocument/diagnostic", ["textDocument": ["uri": .string(TestClient.uri)]]))
        let answer = client.message { $0["id"]?.int == number }
        #expect(answer?["result"]?["items"]?.array?.isEmpty == false, "\(number)")
        if answer == nil { break }
      }
      client.close()
    }
    #expect(Server(client.transport).run() == .inputEnded)
  }

  /// Whoever finds a turn being taken leaves the event to the thread that takes it, and that one looks again.
  @Test func noEventIsLeftLying() throws {
    let turns = Mutex(0)
    let loop = Mutex<EventLoop?>(nil)
    let event = ServerEvent.analysing(SlowAnalysis(uri: TestClient.uri, revision: 1))
    let isLeft = DispatchSemaphore(value: 0)
    // The log is told of a turn while the state is held.
    let log = ServerLog(.turns) { line in
      guard line.contains("turn: ") else { return }
      guard
        turns.withLock({ turns in
          turns += 1
          return turns == 1
        })
      else { return }
      Thread.detach {
        loop.withLock { $0 }?.put(event)
        isLeft.signal()
      }
      #expect(isLeft.wait(timeout: .now() + 5) == .success, "nobody waits for a turn of another thread")
    }
    let outbox = Outbox(limit: 1 << 20)
    let tested = EventLoop(
      Session(), outbox, settings: SettingsSource.none, ledger: LedgerChoice.none, pages: nil, log: log)
    loop.withLock { $0 = tested }
    tested.put([ClientMessage(decoding: Array("{}".utf8))], ofBytes: 2)
    #expect(turns.withLock { $0 } == 2)
    loop.withLock { $0 = nil }
  }

  @Test func anAnalysisThatTakesTooLongIsRunAgain() throws {
    var client = TestClient.ready()
    client.open("Some 640 homes were flooded.")
    let job = try #require(client.jobs.first)
    #expect(job.run(within: .zero) == nil)
    #expect(job.run().isComplete)
  }

  @Test func onlySmallEditsAreLikelyToBeShort() throws {
    var client = TestClient.ready()
    client.open("Some 640 homes were flooded.")
    #expect(client.jobs.first?.isLikelyShort == false, "nothing is known of it yet")
    client.runJobs()
    let pasted = String(repeating: "Some 640 homes were flooded. ", count: 200)
    client.change([["text": .string(pasted)]], version: 2)
    #expect(client.jobs.first?.isLikelyShort == false)
  }
}

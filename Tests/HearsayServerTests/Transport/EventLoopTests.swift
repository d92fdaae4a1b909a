import JSON
import LanguageServerProtocol
import Testing

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

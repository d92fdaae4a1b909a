import JSON
import LanguageServerProtocol
import TestSupport
import Testing

@testable import HearsayServer

/// Whatever is sent, in whatever order: no crash, and one answer to each request.
struct HostileInputTests {
  private static let bodies: [String] = [
    "", " ", "null", "5", "[]", "[1,2]", "{}", "\"x\"", "{\"jsonrpc\":\"2.0\"}",
    "{\"jsonrpc\":\"1.0\",\"method\":\"x\"}",
    "{\"jsonrpc\":\"2.0\",\"method\":5}", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}",
    "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"shutdown\"}", "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"x\"}",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":5}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":[]}", "{\"a\":",
    "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":[[[[]]]]}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"\u{0}\"}", String(repeating: "[", count: 5000),
    "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"\\ud800\"},"
      + "\"position\":{\"line\":1e300,\"character\":-1}}}",
  ]

  @Test(arguments: bodies)
  func anyBodyIsTaken(body: String) {
    var client = TestClient.ready()
    client.send(body: body)
    client.runJobs()
    #expect(client.received.count <= 1)
    #expect(client.request("shutdown", .null)["result"] == .null)
  }

  @Test func bytesThatAreNoTextAreTaken() {
    var random = SeededGenerator(seed: 4)
    var session = Session()
    for _ in 0..<500 {
      let body = (0..<Int.random(in: 0..<60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let effects = session.turn([.message(ClientMessage(decoding: body))])
      #expect(effects.count == 1, "a parse error is answered")
    }
  }

  /// Messages of all kinds in any order, many in a turn; analyses finish when they like.
  @Test(arguments: 0..<16)
  func eachRequestIsAnsweredOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var client = TestClient.ready(seed % 2 == 0 ? ["textDocument": ["diagnostic": [:]]] : [:])
    var ids: [JSONValue] = []
    for _ in 0..<150 {
      let count = Int.random(in: 1...4, using: &random)
      client.send((0..<count).map { _ in message(&ids, &random) })
      while !client.jobs.isEmpty, random.next() % 3 == 0 { client.runJob() }
    }
    client.runJobs()
    #expect(client.session.pending.isEmpty && client.session.pulls.isEmpty)
    #expect(ids.count > 100)
    for id in ids {
      let answers = client.takeAnswers(to: id)
      #expect(answers.count == 1, "\(id): \(answers)")
      for answer in answers { #expect((answer["result"] == nil) != (answer["error"] == nil)) }
    }
  }

  private func message(_ ids: inout [JSONValue], _ random: inout SeededGenerator) -> JSONValue {
    let uri = ["file:///a.md", "file:///b.txt", "", "file:///c.md"].randomElement(using: &random) ?? ""
    let texts = ["", "Some 640 homes were flooded.", "“é🙂” said the mayor.\r\n\r\n70% left.", "x"]
    let text = texts.randomElement(using: &random) ?? ""
    let version = Int.random(in: -2...9, using: &random)
    func place() -> JSONValue {
      TestClient.place(Int.random(in: 0...3, using: &random), Int.random(in: 0...40, using: &random))
    }
    func request(_ method: String, _ params: JSONValue) -> JSONValue {
      let id: JSONValue = random.next() % 2 == 0 ? .integer(1000 + ids.count) : .string("id \(ids.count)")
      ids.append(id)
      return TestClient.request(id, method, params)
    }
    let document: JSONValue = ["uri": .string(uri)]
    switch random.next() % 12 {
    case 0, 1:
      return TestClient.notification("textDocument/didOpen", TestClient.opening(text, uri: uri, version: version))
    case 2, 3, 4:
      let changes: [JSONValue] =
        random.next() % 3 == 0 ? [["text": .string(text)]] : [TestClient.change(place(), place(), text)]
      return TestClient.notification(
        "textDocument/didChange", TestClient.changing(changes, version: version, uri: uri))
    case 5: return TestClient.notification("textDocument/didClose", TestClient.document(uri))
    case 6: return TestClient.notification("$/cancelRequest", ["id": ids.randomElement(using: &random) ?? 0])
    case 7: return request("textDocument/hover", ["textDocument": document, "position": place()])
    case 8:
      let range = TestClient.range(place(), place())
      let context: JSONValue = ["diagnostics": [["range": range, "message": "x", "code": "HS101"]]]
      return request("textDocument/codeAction", ["textDocument": document, "range": range, "context": context])
    case 9: return request("textDocument/diagnostic", ["textDocument": document, "previousResultId": "1"])
    case 10:
      let previous: JSONValue = [["uri": .string(uri), "value": "1"]]
      return random.next() % 2 == 0
        ? request("hearsay/analysis", document)
        : request("workspace/diagnostic", ["previousResultIds": previous, "partialResultToken": "p"])
    default: return request(random.next() % 2 == 0 ? "no/such" : "textDocument/hover", .null)
    }
  }
}

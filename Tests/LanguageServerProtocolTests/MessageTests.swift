import JSON
import LanguageServerProtocol
import TestSupport
import Testing

struct MessageTests {
  private func check(_ body: String, gives expected: Message, at location: SourceLocation = #_sourceLocation) {
    #expect(throws: Never.self, sourceLocation: location) {
      let message = try Message(decoding: body.bytes)
      #expect(message == expected, sourceLocation: location)
    }
  }

  private func check(
    _ body: String, fails code: ErrorCode, id: RequestID? = nil, at location: SourceLocation = #_sourceLocation
  ) {
    do {
      let message = try Message(decoding: body.bytes)
      Issue.record("read as \(message)", sourceLocation: location)
    } catch {
      #expect(error.error.code == code.rawValue, sourceLocation: location)
      #expect(error.id == id, sourceLocation: location)
      #expect(!error.error.message.isEmpty, sourceLocation: location)
    }
  }

  @Test func requestsAndNotifications() {
    check(
      #"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":[]}}"#,
      gives: .request(id: 1, method: "m", params: ["a": []]))
    check(#"{"jsonrpc":"2.0","id":"{x}","method":"m"}"#, gives: .request(id: "{x}", method: "m", params: nil))
    check(#"{"method":"m","params":null,"jsonrpc":"2.0"}"#, gives: .notification(method: "m", params: nil))
    check(#"{"jsonrpc":"2.0","method":"m","params":[1],"extra":1}"#, gives: .notification(method: "m", params: [1]))
    check(#"{"jsonrpc":"2.0","id":3.0,"method":"m"}"#, gives: .request(id: 3, method: "m", params: nil))
  }

  @Test func responses() {
    check(#"{"jsonrpc":"2.0","id":1,"result":null}"#, gives: .response(id: 1, result: .success(.null)))
    check(#"{"jsonrpc":"2.0","id":1,"result":[1],"error":null}"#, gives: .response(id: 1, result: .success([1])))
    check(
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no","data":1}}"#,
      gives: .response(id: 1, result: .failure(ResponseError(.methodNotFound, "no", data: 1))))
    check(
      #"{"jsonrpc":"2.0","id":null,"error":"broken"}"#,
      gives: .response(id: nil, result: .failure(ResponseError(.internalError, "an error without a message"))))
  }

  @Test func whatIsNoMessage() {
    check("{", fails: .parseError)
    check("", fails: .parseError)
    check(String(repeating: "[", count: 100_000), fails: .parseError)
    check("[]", fails: .invalidRequest)
    check(#"[{"jsonrpc":"2.0","id":1,"method":"m"}]"#, fails: .invalidRequest)
    check("1", fails: .invalidRequest)
    check("null", fails: .invalidRequest)
    check("{}", fails: .invalidRequest)
    check(#"{"id":1,"method":"m"}"#, fails: .invalidRequest, id: 1)
    check(#"{"jsonrpc":"1.0","id":1,"method":"m"}"#, fails: .invalidRequest, id: 1)
    check(#"{"jsonrpc":"2.0","id":"a","method":7}"#, fails: .invalidRequest, id: "a")
    check(#"{"jsonrpc":"2.0","id":null,"method":"m"}"#, fails: .invalidRequest)
    check(#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, fails: .invalidRequest)
    check(#"{"jsonrpc":"2.0","id":{},"method":"m"}"#, fails: .invalidRequest)
    check(#"{"jsonrpc":"2.0","id":1}"#, fails: .invalidRequest, id: 1)
  }

  @Test func anyJSONIsAMessageOrAnAnswerableError() {
    var random = SeededGenerator(seed: 31)
    let parts = [
      "{", "}", "[", "]", ",", ":", #""jsonrpc""#, #""2.0""#, #""id""#, #""method""#, #""params""#, "1", "null",
    ]
    var messages = 0
    for round in 0..<2000 {
      let junk = (0..<Int.random(in: 1..<10, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }
      let body = round % 2 == 0 ? junk.joined() : #"{"jsonrpc":"2.0","method":"m","params":\#(junk[0])}"#
      do {
        _ = try Message(decoding: body.bytes)
        messages += 1
      } catch {
        #expect([-32700, -32600].contains(error.error.code))
      }
    }
    #expect(messages > 100)
  }

  @Test func errorCodesAreTheProtocols() throws {
    let model = try Files.json("Protocol/lsp.json")
    let official = ["ErrorCodes", "LSPErrorCodes"].flatMap { name in
      model["enumerations"]?.array?.first { $0["name"] == .string(name) }?["values"]?.array ?? []
    }
    for code in ErrorCode.allCases {
      let entry = official.first { $0["value"] == .integer(code.rawValue) }
      #expect(entry?["name"]?.string?.lowercased() == "\(code)".lowercased())
    }
  }

  @Test func whatIsSent() {
    #expect(
      Message.body(id: "a\"b", .diagnosticRefresh).text
        == #"{"jsonrpc":"2.0","id":"a\"b","method":"workspace/diagnostic/refresh"}"#)
    #expect(
      Message.body(.logMessage(.init(type: .info, message: "started"))).text
        == #"{"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"started"}}"#)
    #expect(Message.body(id: 1, result: .shutdown).text == #"{"jsonrpc":"2.0","id":1,"result":null}"#)
    #expect(Message.body(id: 1, result: .hover(nil)).text == #"{"jsonrpc":"2.0","id":1,"result":null}"#)
    #expect(
      Message.body(id: nil, error: .methodNotFound("x/y")).text
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32601,"message":"no such request: x/y"}}"#)
  }

  @Test func whatIsSentIsAMessage() throws {
    let sent: [([UInt8], Message)] = [
      (
        Message.body(id: 7, .configuration(.init(items: [.init(section: "hearsay")]))),
        .request(id: 7, method: "workspace/configuration", params: ["items": [["section": "hearsay"]]])
      ),
      (Message.body(id: 7, result: .analysis(["a": 1])), .response(id: 7, result: .success(["a": 1]))),
      (
        Message.body(id: 7, error: ResponseError(.requestCancelled, "cancelled")),
        .response(id: 7, result: .failure(ResponseError(.requestCancelled, "cancelled")))
      ),
    ]
    for (body, message) in sent { #expect(try Message(decoding: body) == message) }
  }
}

import HearsayServer
import JSON
import LanguageServerProtocol
import TestSupport

/// Valid messages in any order: each request is answered exactly once.
enum MessageFuzzer {
  static func problem(_ random: inout SeededGenerator) -> String? {
    var session = DrivenSession(readsFiles: Int.random(in: 0..<8, using: &random) == 0)
    var messages = Messages()
    if Int.random(in: 0..<30, using: &random) > 0 { send(messages.initialize(&random), &session) }
    if Int.random(in: 0..<10, using: &random) > 0 { send(Messages.notification("initialized", [:]), &session) }
    for _ in 0...Material.count(&random, most: 24) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: session.runJobs()
      case 1:
        guard let id = session.asked.randomElement(using: &random) else { continue }
        let results: [JSONValue] = [.null, [], [[:]], [["inlayHints": true, "rules": ["HS1": "off"]]], 5]
        send(["jsonrpc": "2.0", "id": id, "result": Material.pick(results, &random)], &session)
      default: send(messages.next(&random), &session)
      }
      if session.hasEnded { break }
    }
    let isOrderly = !session.hasEnded
    send(["jsonrpc": "2.0", "id": "last", "method": "shutdown"], &session)
    send(["jsonrpc": "2.0", "method": "exit"], &session)
    if let problem = session.problem { return problem }
    guard isOrderly else { return nil }
    for id in messages.requests + [.string("last")] where session.answers[id] != 1 {
      return "request \(id.description) was answered \(session.answers[id] ?? 0) times"
    }
    return session.hasEnded ? nil : "the session does not end"
  }

  private static func send(_ message: JSONValue, _ session: inout DrivenSession) {
    session.send([.message(ClientMessage(decoding: message.serialized()))])
  }
}

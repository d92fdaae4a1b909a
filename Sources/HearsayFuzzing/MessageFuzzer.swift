import HearsayServer
import JSON
import LanguageServerProtocol
import TestSupport

/// Valid messages in any order: each request is answered exactly once.
enum MessageFuzzer {
  static func problem(_ random: inout SeededGenerator, _ reach: inout FuzzReach) -> String? {
    var session = DrivenSession(readsFiles: Int.random(in: 0..<8, using: &random) == 0)
    var messages = Messages()
    if Int.random(in: 0..<30, using: &random) > 0 { send(messages.initialize(&random), &session, &reach) }
    if Int.random(in: 0..<10, using: &random) > 0 { send(Messages.notification("initialized", [:]), &session, &reach) }
    for _ in 0...Material.count(&random, most: 30) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0..<3: session.runJobs()
      case 3:
        guard let id = session.asked.randomElement(using: &random) else { continue }
        let results: [JSONValue] = [.null, [], [[:]], [["inlayHints": true, "rules": ["HS1": "off"]]], 5]
        send(["jsonrpc": "2.0", "id": id, "result": Material.pick(results, &random)], &session, &reach)
      default: send(messages.next(&random), &session, &reach)
      }
      if session.hasEnded { break }
    }
    let isOrderly = !session.hasEnded
    // What still waits for an analysis is answered by it, or by the end.
    if Int.random(in: 0..<4, using: &random) > 0 { session.runJobs() }
    send(["jsonrpc": "2.0", "id": "last", "method": "shutdown"], &session, &reach)
    send(["jsonrpc": "2.0", "method": "exit"], &session, &reach)
    session.add(to: &reach)
    if let problem = session.problem { return problem }
    guard isOrderly else { return nil }
    for id in messages.requests + [.string("last")] where session.answers[id] != 1 {
      return "request \(id.description) was answered \(session.answers[id] ?? 0) times"
    }
    return session.hasEnded ? nil : "the session does not end"
  }

  private static func send(_ message: JSONValue, _ session: inout DrivenSession, _ reach: inout FuzzReach) {
    let bytes = message.serialized()
    reach.bytes += bytes.count
    session.send([.message(ClientMessage(decoding: bytes))])
  }
}

import HearsayServer
import JSON
import LanguageServerProtocol
import TestSupport

/// Bytes as they come from a stream: frames of valid messages, broken at any place and read in pieces of any size.
enum ByteFuzzer {
  static func problem(_ random: inout SeededGenerator, _ reach: inout FuzzReach) -> String? {
    var bytes: [UInt8] = []
    var messages = Messages()
    let count = Material.count(&random, most: 8)
    // Most streams begin as they should, or nothing behind the beginning would be reached.
    if count > 0, Int.random(in: 0..<8, using: &random) > 0 {
      bytes += FrameWriter.frame(messages.initialize(&random).serialized())
    }
    for _ in 0..<count {
      let body = messages.next(&random).serialized()
      let frame = FrameWriter.frame(Int.random(in: 0..<4, using: &random) == 0 ? Material.mutated(body, &random) : body)
      // A frame that is cut in the wrong place takes the rest of the stream with it.
      bytes += Int.random(in: 0..<6, using: &random) == 0 ? Material.mutated(frame, &random) : frame
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      for _ in 0..<Int.random(in: 0...60, using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    }
    reach.bytes = bytes.count
    return read(bytes, pieces: Int.random(in: 1...400, using: &random), &reach)
  }

  private static func read(_ bytes: [UInt8], pieces size: Int, _ reach: inout FuzzReach) -> String? {
    var frames = FrameReader(limit: 1 << 16)
    var session = DrivenSession(readsFiles: false)
    for start in stride(from: 0, to: bytes.count, by: size) {
      let events = frames.read(Array(bytes[start..<min(start + size, bytes.count)])).map { event in
        switch event {
        case .body(let body): ServerEvent.message(ClientMessage(decoding: body))
        case .fault(let fault): ServerEvent.message(ClientMessage(fault))
        }
      }
      session.send(events)
      session.runJobs()
    }
    if let fault = frames.faultAtEnd { session.send([.message(ClientMessage(fault))]) }
    session.send([.inputEnded])
    session.add(to: &reach)
    return session.problem ?? (session.hasEnded ? nil : "the session does not end with its input")
  }
}

import JSON
import LanguageServerProtocol

/// Reads what the client sends and hands it on, decoded; on a thread of its own.
struct ClientReader: Sendable {
  let transport: Transport
  /// Takes messages that came together, in their order, with their size in bytes.
  let take: @Sendable ([ClientMessage], Int) -> Void
  /// Called before nothing may come for a while.
  let rest: @Sendable () -> Void

  /// Returns when the stream has ended.
  func run() {
    var frames = FrameReader()
    while true {
      if !transport.hasMore() { rest() }
      let piece = transport.read()
      guard !piece.isEmpty else { break }
      var messages: [ClientMessage] = []
      var size = 0
      for event in frames.read(piece) {
        switch event {
        case .body(let body):
          messages.append(ClientMessage(decoding: body))
          size += body.count
        case .fault(let fault):
          messages.append(ClientMessage(fault))
          size += 1
        }
      }
      if !messages.isEmpty { take(messages, size) }
    }
    if let fault = frames.faultAtEnd { take([ClientMessage(fault)], 1) }
  }
}

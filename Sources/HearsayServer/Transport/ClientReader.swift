import JSON
import LanguageServerProtocol

/// Reads what the client sends and puts it, decoded, into the inbox; on a thread of its own.
struct ClientReader: Sendable {
  let read: @Sendable () -> [UInt8]
  let inbox: Mailbox<ServerEvent>

  /// Returns when the stream has ended.
  func run() {
    var frames = FrameReader()
    while true {
      let piece = read()
      guard !piece.isEmpty else { break }
      for event in frames.read(piece) {
        switch event {
        case .body(let body): inbox.put(.message(ClientMessage(decoding: body)), weight: body.count)
        case .fault(let fault): inbox.put(.message(ClientMessage(fault)), weight: 1)
        }
      }
    }
    if let fault = frames.faultAtEnd { inbox.put(.message(ClientMessage(fault))) }
    inbox.put(.inputEnded)
  }
}

import Dispatch
import LanguageServerProtocol
import Synchronization

/// A message to the client.
package struct OutgoingMessage: Sendable {
  /// The body of the frame.
  package var body: [UInt8]
  /// For the log: what it is, never a word of a draft.
  package var label: String
  /// The document whose diagnostics it replaces; nil for every other message.
  package var diagnosticsOf: String?
}

/// Messages on their way to the client's stream, written by a thread of its own.
///
/// A client that does not read holds up nobody: diagnostics that wait are replaced by newer ones of the same document,
/// and where too much of other messages waits, the outbox takes no more.
final class Outbox: Sendable {
  private struct Content: Sendable {
    var messages: [OutgoingMessage] = []
    /// Where in `messages` the diagnostics of a document wait.
    var places: [String: Int] = [:]
    var size = 0
    var isClosed = false
    var isFull = false
  }

  private let content = Mutex(Content())
  private let bell = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  private let limit: Int

  /// - Parameter limit: the most bytes that may wait, besides what is being written.
  init(limit: Int) {
    self.limit = limit
  }

  /// Hands over a message; false from the first one on that finds too much waiting before it.
  func put(_ message: OutgoingMessage) -> Bool {
    let (isTaken, wasEmpty) = content.withLock { content in
      guard !content.isFull else { return (false, false) }
      if let uri = message.diagnosticsOf, let place = content.places[uri] {
        content.size += message.body.count - content.messages[place].body.count
        content.messages[place] = message
        return (true, false)
      }
      guard content.messages.isEmpty || content.size + message.body.count <= limit else {
        content.isFull = true
        return (false, false)
      }
      if let uri = message.diagnosticsOf { content.places[uri] = content.messages.count }
      content.messages.append(message)
      content.size += message.body.count
      return (true, content.messages.count == 1)
    }
    if wasEmpty { bell.signal() }
    return isTaken
  }

  /// Writes what is put in until the outbox is closed and empty, or the client takes no more: then answers false.
  func writeAll(_ write: ([UInt8]) -> Bool) -> Bool {
    defer { finished.signal() }
    while true {
      bell.wait()
      let (messages, isClosed) = content.withLock { content in
        var taken = Content()
        taken.isClosed = content.isClosed
        taken.isFull = content.isFull
        swap(&taken, &content)
        return (taken.messages, taken.isClosed)
      }
      if !messages.isEmpty {
        var frames: [UInt8] = []
        for message in messages { frames += FrameWriter.frame(message.body) }
        guard write(frames) else { return false }
      }
      if isClosed { return true }
    }
  }

  /// Lets the writer end, and waits a while for what is still to be written.
  func close(waitingSeconds seconds: Double) {
    content.withLock { $0.isClosed = true }
    bell.signal()
    _ = finished.wait(timeout: .now() + seconds)
  }
}

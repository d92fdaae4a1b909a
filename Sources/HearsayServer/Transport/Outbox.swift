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

/// Messages on their way to the client's stream.
///
/// What the client takes at once is written by whoever puts it in, the rest by a thread of its own, which has to be woken for it.
/// A client that does not read holds up nobody: diagnostics that wait are replaced by newer ones of the same document,
/// and where too much of other messages waits, the outbox takes no more.
final class Outbox: Sendable {
  private struct Content: Sendable {
    var messages: [OutgoingMessage] = []
    /// Where in `messages` the diagnostics of a document wait.
    var places: [String: Int] = [:]
    /// What the client did not take at once of a frame; it comes before all messages.
    var begun: [UInt8] = []
    /// Whether the thread is writing.
    var isWriting = false
    var size = 0
    var isClosed = false
    var isFull = false
  }

  private let content = Mutex(Content())
  private let bell = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  private let limit: Int
  private let writeAtOnce: @Sendable ([UInt8]) -> Int

  /// - Parameters:
  ///   - limit: the most bytes that may wait, besides what is being written.
  ///   - writeAtOnce: writes what the client takes without anybody waiting, and answers how many bytes.
  init(limit: Int, writeAtOnce: @escaping @Sendable ([UInt8]) -> Int = { _ in 0 }) {
    self.limit = limit
    self.writeAtOnce = writeAtOnce
  }

  /// Hands over a message; false from the first one on that finds too much waiting before it.
  func put(_ message: OutgoingMessage) -> Bool {
    let (isTaken, wasEmpty) = content.withLock { content in
      guard !content.isFull else { return (false, false) }
      if content.messages.isEmpty, content.begun.isEmpty, !content.isWriting, !content.isClosed {
        let frame = FrameWriter.frame(message.body)
        let written = writeAtOnce(frame)
        if written == frame.count { return (true, false) }
        if written > 0 {
          content.begun = Array(frame[written...])
          return (true, true)
        }
      }
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
      return (true, content.messages.count == 1 && content.begun.isEmpty)
    }
    if wasEmpty { bell.signal() }
    return isTaken
  }

  /// Writes what is put in until the outbox is closed and empty, or the client takes no more: then answers false.
  func writeAll(_ write: ([UInt8]) -> Bool) -> Bool {
    defer { finished.signal() }
    while true {
      bell.wait()
      let taken = content.withLock { content in
        var taken = Content()
        taken.isClosed = content.isClosed
        taken.isFull = content.isFull
        taken.isWriting = true
        swap(&taken, &content)
        return taken
      }
      var frames = taken.begun
      for message in taken.messages { frames += FrameWriter.frame(message.body) }
      guard frames.isEmpty || write(frames) else { return false }
      if taken.isClosed { return true }
      content.withLock { $0.isWriting = false }
    }
  }

  /// Lets the writer end, and waits a while for what is still to be written.
  func close(waitingSeconds seconds: Double) {
    content.withLock { $0.isClosed = true }
    bell.signal()
    _ = finished.wait(timeout: .now() + seconds)
  }
}

import Dispatch
import Synchronization

/// Values on their way from several threads to whoever takes all that wait at once, in their order.
final class Mailbox<Value: Sendable>: Sendable {
  private struct Content: Sendable {
    var values: [Value] = []
    var weight = 0
    var isSenderWaiting = false
  }

  private let content = Mutex(Content())
  private let room = DispatchSemaphore(value: 0)
  private let capacity: Int

  /// - Parameter capacity: the weight from which on a sender waits.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Puts a value in at once.
  func put(_ value: Value) { content.withLock { $0.values.append(value) } }

  /// Puts values in, and waits before them as long as too much lies there; for one thread alone.
  func put(_ values: [Value], weight: Int) {
    while content.withLock({ content in
      content.isSenderWaiting = content.weight > capacity
      if !content.isSenderWaiting {
        content.weight += weight
        content.values += values
      }
      return content.isSenderWaiting
    }) {
      room.wait()
    }
  }

  /// Takes all values that lie there.
  func takeAll() -> [Value] {
    var taken = Content()
    content.withLock { swap(&taken, &$0) }
    if taken.isSenderWaiting { room.signal() }
    return taken.values
  }

  var isEmpty: Bool { content.withLock { $0.values.isEmpty } }
}

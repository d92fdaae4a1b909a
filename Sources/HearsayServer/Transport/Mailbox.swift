import Dispatch
import Synchronization

/// Values on their way from several threads to one, which takes all that wait at once, in their order.
final class Mailbox<Value: Sendable>: Sendable {
  private struct Content: Sendable {
    var values: [Value] = []
    var weight = 0
    var isSenderWaiting = false
  }

  private let content = Mutex(Content())
  /// Rung when something comes into an empty mailbox: once for each `takeAll`.
  private let bell = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let capacity: Int

  /// - Parameter capacity: the weight from which on a sender waits.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Puts a value in at once.
  func put(_ value: Value) {
    let wasEmpty = content.withLock { content in
      content.values.append(value)
      return content.values.count == 1
    }
    if wasEmpty { bell.signal() }
  }

  /// Puts a value in, and waits before it as long as too much lies there; for one thread alone.
  func put(_ value: Value, weight: Int) {
    while content.withLock({ content in
      content.isSenderWaiting = content.weight > capacity
      if !content.isSenderWaiting { content.weight += weight }
      return content.isSenderWaiting
    }) {
      room.wait()
    }
    put(value)
  }

  /// Takes all values, and waits for the first where there is none; for one thread alone.
  func takeAll() -> [Value] {
    bell.wait()
    var taken = Content()
    content.withLock { swap(&taken, &$0) }
    if taken.isSenderWaiting { room.signal() }
    return taken.values
  }
}

import Dispatch

/// The other side of a test, on a thread of its own.
enum Thread {
  static func detach(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "test").async(execute: body)
  }

  /// Waits for another thread; false after five seconds.
  static func eventually(_ isTrue: () -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < end {
      if isTrue() { return true }
      rest()
    }
    return isTrue()
  }

  /// Lets other threads go first for a millisecond.
  static func rest() {
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(1))
  }
}

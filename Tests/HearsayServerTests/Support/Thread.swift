import Dispatch

/// The other side of a test, on a thread of its own.
enum Thread {
  static func detach(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "test").async(execute: body)
  }

  /// Lets other threads go first for a millisecond.
  static func rest() {
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(1))
  }
}

import Dispatch

/// The other side of a test, on a thread of its own.
enum Thread {
  static func detach(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "test").async(execute: body)
  }
}

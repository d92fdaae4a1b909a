import Synchronization

/// Something with one owner at a time on its way to another thread.
///
/// What is taken out is not held here any longer, so that the taker can change it in place, without a copy.
final class Handover<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value) {
    self.value = Mutex(value)
  }

  /// The value, the first time.
  func take() -> Value? {
    value.withLock { $0.take() }
  }

  /// Puts a value in for the next who takes.
  func giveBack(_ value: Value) {
    self.value.withLock { $0 = value }
  }
}

import Foundation

/// Whether time grows with the bytes: `factor` times the size may take up to `bound` times as long.
///
/// Other work on the machine can spoil a measurement, not mend a quadratic one: one good try of `tries` is enough. Up to
/// `floor` a byte, memory that is touched for the first time outweighs the work; that much is granted to every size.
package struct GrowingTimes: Sendable {
  package var small: Int
  package var factor = 8
  package var bound = 40
  package var floor = Duration.nanoseconds(50)
  package var tries = 6

  package init(from small: Int, bound: Int = 40) {
    self.small = small
    self.bound = bound
  }

  /// The times of a suite: from `small` bytes on, or, by `HEARSAY_HOSTILE_BYTES`, from many more and within narrow bounds.
  ///
  /// The large sizes are for release builds.
  package init(asAskedFrom small: Int) {
    self.small = small
    guard let asked = ProcessInfo.processInfo.environment["HEARSAY_HOSTILE_BYTES"].flatMap({ Int($0) }) else { return }
    self.small = asked
    factor = asked < 1_000_000 ? 8 : 10
    bound = asked < 1_000_000 ? 12 : 15
    // From some megabytes on, an allocator takes each buffer afresh from the system.
    floor = .nanoseconds(100)
    tries = 3
  }

  /// Whether `work`, which is told how many bytes to work over and answers how long it took, keeps within the bound.
  package func hold(_ work: (Int) -> Duration) -> Bool {
    (0..<tries).contains { _ in work(small * factor) < max(work(small), floor * small) * bound }
  }
}

/// How long the processor works on `work` in this thread: what others do on the machine meanwhile does not count.
package func processorTime(_ work: () throws -> Void) rethrows -> Duration {
  let start = processorTime()
  try work()
  return processorTime() - start
}

/// How long the processor has worked in this thread so far.
package func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// A draft of about `count` bytes that repeats `unit`.
package func repeated(_ unit: String, to count: Int) -> [UInt8] {
  Array(String(repeating: unit, count: max(1, count / unit.utf8.count)).utf8)
}

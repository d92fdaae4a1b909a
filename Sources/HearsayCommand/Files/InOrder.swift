import Dispatch
import Synchronization

/// Makes `count` values with at most one thread a core, and takes them in the order of their numbers, one at a time.
///
/// The result is the same with any number of threads. A value is given up as soon as it was taken.
///
/// - Parameter jobs: the most values made at a time; nil for one a core.
/// - Returns: the state after every value was taken.
func inOrder<State: Sendable, Value: Sendable>(
  count: Int, jobs: Int? = nil, from state: State, make: @Sendable (Int) -> Value,
  take: @Sendable (inout State, Value) -> Void
) -> State {
  guard count > 1, jobs != 1 else {
    var state = state
    for number in 0..<count { take(&state, make(number)) }
    return state
  }
  let line = Mutex(WaitingLine<State, Value>(state: state))
  DispatchQueue.concurrentPerform(iterations: min(count, jobs ?? count)) { _ in
    // Whoever is free takes the next number: with few jobs a long draft holds nobody up.
    while let number = line.withLock({ $0.started < count ? $0.start() : nil }) {
      let value = make(number)
      line.withLock { line in
        line.waiting[number] = value
        while let next = line.waiting.removeValue(forKey: line.next) {
          take(&line.state, next)
          line.next += 1
        }
      }
    }
  }
  return line.withLock { $0.state }
}

private struct WaitingLine<State: Sendable, Value: Sendable>: Sendable {
  var state: State
  /// Values whose turn has not come.
  var waiting: [Int: Value] = [:]
  var next = 0
  /// How many values somebody has begun to make.
  var started = 0

  mutating func start() -> Int {
    defer { started += 1 }
    return started
  }
}

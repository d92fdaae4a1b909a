import Dispatch
import Synchronization

/// Makes `count` values with at most one thread a core, and takes them in the order of their numbers, one at a time.
///
/// The result is the same with any number of threads. A value is given up as soon as it was taken.
///
/// - Returns: the state after every value was taken.
func inOrder<State: Sendable, Value: Sendable>(
  count: Int, from state: State, make: @Sendable (Int) -> Value, take: @Sendable (inout State, Value) -> Void
) -> State {
  guard count > 1 else {
    var state = state
    if count == 1 { take(&state, make(0)) }
    return state
  }
  let line = Mutex(WaitingLine<State, Value>(state: state))
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let value = make(number)
    line.withLock { line in
      line.waiting[number] = value
      while let next = line.waiting.removeValue(forKey: line.next) {
        take(&line.state, next)
        line.next += 1
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
}

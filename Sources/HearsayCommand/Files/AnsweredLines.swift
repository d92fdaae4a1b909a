import Dispatch
import Synchronization
import Workspace

/// What a line of input is answered with.
struct LineAnswer: Sendable {
  /// What is written, line feeds included.
  var bytes: [UInt8]
  /// Whether the line could not be used.
  var isError: Bool
}

/// Answers each line of an input in its order, on several threads, in memory that does not grow with the number of lines.
///
/// A caller may wait for each answer before it sends the next line: an answer is written as soon as its turn has come.
struct AnsweredLines: Sendable {
  /// How many lines are answered at the same time.
  var jobs = 1
  var progress: Progress?

  /// Lines that are read and not yet written, for each job: one long line does not hold up the others at once.
  private static let ahead = 4

  /// Reads all of standard input.
  ///
  /// - Parameter state: what each worker begins with, and has to itself.
  func run<State: Sendable>(
    with state: State, _ answer: @Sendable (inout State, InputLines.Line) -> LineAnswer
  ) -> ExitStatus {
    let input = Mutex(Source())
    let output = Mutex(Sink(progress: progress))
    let room = DispatchSemaphore(value: max(1, jobs) * Self.ahead)
    // Each worker reads a line, answers it, and writes what is ready: none waits for another that has not begun.
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      var state = state
      while true {
        room.wait()
        guard !output.withLock({ $0.isClosed }), let (number, line) = input.withLock({ $0.next() }) else {
          room.signal()
          return
        }
        let answered = answer(&state, line)
        let written = output.withLock { $0.take(answered, number) }
        for _ in 0..<written { room.signal() }
      }
    }
    if let problem = input.withLock({ $0.failure }) {
      report(problem, about: "standard input")
      output.withLock { $0.status = .incomplete }
    }
    return output.withLock { $0.finish() }
  }

  private struct Source {
    var lines = InputLines()
    var number = 0
    var failure: Problem?
    private var isAtEnd = false

    mutating func next() -> (Int, InputLines.Line)? {
      guard !isAtEnd else { return nil }
      do throws(SystemError) {
        guard let line = try lines.next(beforeWaiting: {}) else {
          isAtEnd = true
          return nil
        }
        defer { number += 1 }
        return (number, line)
      } catch {
        failure = error.problem
        isAtEnd = true
        return nil
      }
    }
  }

  private struct Sink {
    var output = OutputStream()
    var status = ExitStatus.clean
    var progress: Progress?
    /// Answers whose turn has not come.
    private var waiting: [Int: LineAnswer] = [:]
    private var next = 0

    init(progress: Progress?) { self.progress = progress }

    /// Nobody reads the answers any more: what the rest of the input says is of no use.
    var isClosed: Bool { output.failure != nil }

    /// Writes the answers whose turn it is; tells how many they were.
    mutating func take(_ answer: LineAnswer, _ number: Int) -> Int {
      waiting[number] = answer
      let first = next
      while let answer = waiting.removeValue(forKey: next) {
        next += 1
        if answer.isError { status = .incomplete }
        output.write(answer.bytes)
        progress?.count(isError: answer.isError)
      }
      output.flush()
      return next - first
    }

    mutating func finish() -> ExitStatus {
      progress?.finish()
      return output.finish(status)
    }
  }
}

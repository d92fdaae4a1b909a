import Dispatch
import JSON
import LanguageServerProtocol
import Synchronization

@testable import HearsayServer

/// Both streams in memory: what a test sends is read by the server, what the server writes is kept.
final class MemoryTransport: Sendable {
  private struct Streams: Sendable {
    var input: [[UInt8]] = []
    var output: [UInt8] = []
    var isBroken = false
  }

  private let streams = Mutex(Streams())
  private let bell = DispatchSemaphore(value: 0)
  /// Rung when something was written.
  private let written = DispatchSemaphore(value: 0)
  /// Held by a client that does not read.
  private let gate = DispatchSemaphore(value: 0)
  private let isGated: Bool

  /// - Parameter readsNothing: whether the client never takes what is written to it.
  init(readsNothing: Bool = false) { isGated = readsNothing }

  var transport: Transport {
    Transport(read: { self.read() }, write: { self.write($0) })
  }

  func send(_ bytes: [UInt8]) {
    streams.withLock { $0.input.append(bytes) }
    bell.signal()
  }

  func send(_ message: JSONValue) { send(FrameWriter.frame(message.serialized())) }

  /// Ends the input.
  func close() { send([]) }

  /// From now on nothing can be written.
  func breakOutput() { streams.withLock { $0.isBroken = true } }

  /// Lets the writer go.
  func open() { gate.signal() }

  /// All messages written so far.
  var messages: [JSONValue] {
    var reader = FrameReader()
    return reader.read(streams.withLock { $0.output }).compactMap { event in
      if case .body(let body) = event { try? JSONValue(parsing: body) } else { nil }
    }
  }

  /// Waits until a message fits; nil after five seconds.
  func message(where fits: (JSONValue) -> Bool) -> JSONValue? {
    while true {
      if let found = messages.first(where: fits) { return found }
      if written.wait(timeout: .now() + 5) == .timedOut { return nil }
    }
  }

  private func read() -> [UInt8] {
    bell.wait()
    return streams.withLock { $0.input.removeFirst() }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    if isGated { gate.wait() }
    let isWritten = streams.withLock { streams in
      if !streams.isBroken { streams.output += bytes }
      return !streams.isBroken
    }
    written.signal()
    return isWritten
  }
}

import LanguageServerProtocol
import Synchronization
import Testing

@testable import HearsayServer

struct OutboxTests {
  private func message(_ text: String, diagnosticsOf uri: String? = nil) -> OutgoingMessage {
    OutgoingMessage(body: Array(text.utf8), label: text, diagnosticsOf: uri)
  }

  /// What is written when all was put in before the writer begins.
  private func written(_ outbox: Outbox) -> [String] {
    outbox.close(waitingSeconds: 0)
    var frames = FrameReader()
    var bodies: [String] = []
    let isDone = outbox.writeAll { bytes in
      for event in frames.read(bytes) {
        if case .body(let body) = event { bodies.append(String(decoding: body, as: UTF8.self)) }
      }
      return true
    }
    #expect(isDone)
    return bodies
  }

  @Test func newerDiagnosticsReplaceThoseThatWait() {
    let outbox = Outbox(limit: 1 << 20)
    for (text, uri) in [("a1", "a"), ("answer", nil), ("b1", "b"), ("a2", "a"), ("a3", "a")] as [(String, String?)] {
      #expect(outbox.put(message(text, diagnosticsOf: uri)))
    }
    #expect(written(outbox) == ["a3", "answer", "b1"])
  }

  @Test func diagnosticsNeverPileUp() {
    let outbox = Outbox(limit: 1000)
    for number in 0..<10_000 { #expect(outbox.put(message("diagnostics \(number)", diagnosticsOf: "a"))) }
    #expect(written(outbox) == ["diagnostics 9999"])
  }

  @Test func otherMessagesPileUpToALimit() {
    let outbox = Outbox(limit: 10)
    #expect(outbox.put(message("123456")))
    #expect(outbox.put(message("1234")))
    #expect(!outbox.put(message("1")))
    #expect(!outbox.put(message("", diagnosticsOf: "a")), "nothing after the one that was lost")
  }

  @Test func oneLargeMessageIsTaken() {
    let outbox = Outbox(limit: 10)
    #expect(outbox.put(message(String(repeating: "x", count: 100))))
  }

  @Test func aFailedWriteEndsTheWriter() {
    let outbox = Outbox(limit: 1 << 20)
    #expect(outbox.put(message("x")))
    #expect(!outbox.writeAll { _ in false })
  }
}

/// What a client takes without anybody waiting.
struct OutboxAtOnceTests {
  /// A client that takes so many bytes before it has to be waited for.
  private final class Client: Sendable {
    private let state: Mutex<(room: Int, taken: [UInt8], atOnce: Int)>

    init(room: Int) { state = Mutex((room, [], 0)) }

    var outbox: Outbox {
      Outbox(limit: 1 << 20) { bytes in
        self.state.withLock { state in
          let count = min(state.room, bytes.count)
          state.room -= count
          state.taken += bytes[..<count]
          state.atOnce += count
          return count
        }
      }
    }

    func give(room: Int) { state.withLock { $0.room = room } }

    func write(_ bytes: [UInt8]) { state.withLock { $0.taken += bytes } }

    /// How many bytes were taken without anybody waiting.
    var atOnce: Int { state.withLock { $0.atOnce } }

    var bodies: [String] {
      var frames = FrameReader()
      return frames.read(state.withLock { $0.taken }).map { event in
        if case .body(let body) = event { String(decoding: body, as: UTF8.self) } else { "broken" }
      }
    }
  }

  private func put(_ texts: String..., into outbox: Outbox) {
    for text in texts { #expect(outbox.put(OutgoingMessage(body: Array(text.utf8), label: text))) }
  }

  @Test func whatIsTakenAtOnceNeedsNoWriter() {
    let client = Client(room: 1000)
    put("first", "second", into: client.outbox)
    #expect(client.bodies == ["first", "second"])
  }

  @Test(arguments: 0..<60)
  func theWriterGoesOnWhereTheClientStopped(room: Int) {
    let client = Client(room: room)
    let outbox = client.outbox
    put("first", "second", into: outbox)
    // There is room again, and what waits comes before what is new all the same.
    client.give(room: 1000)
    put("third", into: outbox)
    outbox.close(waitingSeconds: 0)
    let isDone = outbox.writeAll {
      client.write($0)
      return true
    }
    #expect(isDone)
    #expect(client.bodies == ["first", "second", "third"])
  }

  /// Nobody closes it: what the client did not take calls the writer, each time anew.
  @Test(arguments: [0, 10])
  func whatIsLeftCallsTheWriter(room: Int) {
    let client = Client(room: 0)
    let outbox = client.outbox
    Thread.detach {
      _ = outbox.writeAll {
        client.write($0)
        return true
      }
    }
    for (text, count) in [("first", 1), ("second", 2), ("third", 3)] {
      client.give(room: room)
      put(text, into: outbox)
      let isWritten = Thread.eventually { client.bodies.count == count }
      #expect(isWritten, "\(text)")
    }
    outbox.close(waitingSeconds: 2)
    #expect(client.bodies == ["first", "second", "third"])
  }

  /// When the writer is done, what is new is written at once again.
  @Test func theWriterIsNeededNoLongerThanItWrites() {
    let client = Client(room: 0)
    let outbox = client.outbox
    Thread.detach {
      _ = outbox.writeAll {
        client.write($0)
        return true
      }
    }
    put("first", into: outbox)
    client.give(room: 1000)
    var count = 0
    let isWrittenAtOnce = Thread.eventually {
      let before = client.atOnce
      count += 1
      put("\(count)", into: outbox)
      return client.atOnce > before
    }
    #expect(isWrittenAtOnce)
    outbox.close(waitingSeconds: 2)
    #expect(client.bodies == ["first"] + (1...count).map { "\($0)" })
  }

  @Test func nothingOvertakesWhatIsBeingWritten() {
    let client = Client(room: 0)
    let outbox = client.outbox
    put("first", into: outbox)
    client.give(room: 1000)
    let isDone = outbox.writeAll { bytes in
      put("second", into: outbox)
      client.write(bytes)
      outbox.close(waitingSeconds: 0)
      return client.bodies.count < 2
    }
    #expect(!isDone)
    #expect(client.bodies == ["first", "second"])
  }
}

struct MailboxTests {
  @Test func valuesKeepTheirOrder() {
    let mailbox = Mailbox<Int>(capacity: 100)
    for value in 0..<5 { mailbox.put(value) }
    mailbox.put([5, 6], weight: 1000)
    #expect(mailbox.takeAll() == [0, 1, 2, 3, 4, 5, 6])
    #expect(mailbox.isEmpty)
  }

  @Test func aSenderWaitsWhereTooMuchLies() {
    let mailbox = Mailbox<Int>(capacity: 10)
    let sent = Mutex(0)
    Thread.detach {
      for value in 0..<100 {
        mailbox.put([value], weight: 4)
        sent.withLock { $0 = value }
      }
    }
    var taken: [Int] = []
    while taken.count < 100 {
      let values = mailbox.takeAll()
      if values.isEmpty { Thread.rest() }
      #expect(values.count <= 4)
      taken += values
    }
    #expect(taken == Array(0..<100))
  }

  @Test func whatIsHandedOverIsTakenOnce() {
    let handover = Handover([1, 2])
    #expect(handover.take() == [1, 2])
    #expect(handover.take() == nil)
  }
}

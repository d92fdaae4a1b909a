import LanguageServerProtocol
import TestSupport
import Testing

struct FrameReaderTests {
  private func check(
    _ stream: String, gives expected: [FrameReader.Event], atEnd fault: FrameError? = nil, limit: Int = 1 << 20,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // However the stream is cut, the events are the same.
    for size in [stream.utf8.count + 1, 1, 2, 7] {
      var reader = FrameReader(limit: limit)
      var events: [FrameReader.Event] = []
      var rest = stream.bytes[...]
      while !rest.isEmpty {
        events += reader.read(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(events == expected, "pieces of \(size)", sourceLocation: sourceLocation)
      #expect(reader.faultAtEnd == fault, "pieces of \(size)", sourceLocation: sourceLocation)
    }
  }

  private func body(_ text: String) -> FrameReader.Event { .body(text.bytes) }

  @Test func frames() {
    check("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", gives: [body("{}"), body("[1]")])
    check("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1", gives: [body(""), body("1")])
    check("Content-Length: 6\r\n\r\né🙂", gives: [body("é🙂")])
    check("", gives: [])
  }

  @Test func headersInAnyForm() {
    check("content-LENGTH:2\n\n{}", gives: [body("{}")])
    check("Content-Length \t: \t 002 \t\r\n\r\n{}", gives: [body("{}")])
    check(
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\nX: Content-Length\r\n\r\n{}",
      gives: [body("{}")])
    check("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", gives: [body("{}")])
    check("\r\n\r\nContent-Length: 2\r\n\r\n{}\r\n\n", gives: [body("{}")])
  }

  @Test func faultsAndTheNextFrame() {
    let next = "Content-Length: 2\r\n\r\n{}"
    check("Content-Length: -5\r\n\r\n" + next, gives: [.fault(.invalidLength("-5")), body("{}")])
    check("Content-Length: five\r\n\r\nxxxxx" + next, gives: [.fault(.invalidLength("five")), body("{}")])
    check(
      "Content-Length: 99999999999999999999\r\n\r\n" + next,
      gives: [.fault(.invalidLength("99999999999999999999")), body("{}")])
    check(
      "Content-Length: 101\r\n\r\n" + next, gives: [.fault(.tooLong(length: 101, limit: 100)), body("{}")], limit: 100)
    check(
      "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}" + next, gives: [.fault(.conflictingLengths(1, 2)), body("{}")])
    check("Content-Type: text\r\n\r\n{\"a\": \"con\"}" + next, gives: [.fault(.missingLength), body("{}")])
    check("a line of a log\n" + next, gives: [.fault(.strayLine), body("{}")])
    check("one line\ntwo lines\n" + next, gives: [.fault(.strayLine), body("{}")])
    check("log: started" + next, gives: [.fault(.strayLine), body("{}")])
    check("\u{FEFF}" + next, gives: [.fault(.strayLine), body("{}")])
    check("ccontent-content-lengthContent-Length: 2\r\n\r\n{}", gives: [.fault(.strayLine), body("{}")])
  }

  @Test func aLengthThatIsTooSmallCostsNoOtherMessage() {
    check(
      "Content-Length: 5\r\n\r\n{\"a\":1}Content-Length: 2\r\n\r\n{}",
      gives: [body("{\"a\":"), .fault(.strayLine), body("{}")])
  }

  @Test func aLineWithoutEnd() {
    let junk = String(repeating: "x", count: 10_000)
    check(
      junk + "\r\nContent-Length: 2\r\n\r\n{}", gives: [.fault(.lineTooLong(limit: 4096)), body("{}")])
    check(
      String(repeating: "Content-Length:", count: 1000),
      gives: Array(repeating: .fault(.lineTooLong(limit: 4096)), count: 3), atEnd: .truncated)
  }

  @Test func endOfInputAnywhere() {
    let stream = "Content-Length: 2\r\nContent-Type: x\r\n\r\n{}".bytes
    for length in 0...stream.count {
      var reader = FrameReader()
      let events = reader.read(Array(stream.prefix(length)))
      #expect(events.isEmpty == (length < stream.count))
      #expect(reader.faultAtEnd == (length == 0 || length == stream.count ? nil : .truncated))
    }
  }

  @Test func anAnnouncedLengthAloneTakesNoMemory() {
    var reader = FrameReader(limit: .max)
    #expect(reader.read("Content-Length: \(Int.max)\r\n\r\n{".bytes) == [])
    #expect(reader.faultAtEnd == .truncated)
  }

  @Test func aLargeBodyInPieces() {
    let size = 32 << 20
    let piece = [UInt8](repeating: 0x20, count: 1 << 16)
    var reader = FrameReader()
    #expect(reader.read("Content-Length: \(size)\r\n\r\n".bytes) == [])
    for _ in 1..<(size / piece.count) { #expect(reader.read(piece).isEmpty) }
    #expect(reader.read(piece) == [.body([UInt8](repeating: 0x20, count: size))])
  }

  @Test func randomPiecesOfARandomStream() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<100 {
      var stream: [UInt8] = []
      var bodies: [FrameReader.Event] = []
      for _ in 0..<Int.random(in: 1..<6, using: &random) {
        let body = (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        stream += FrameWriter.frame(body)
        bodies.append(.body(body))
      }
      var reader = FrameReader()
      var events: [FrameReader.Event] = []
      while !stream.isEmpty {
        let size = Int.random(in: 1...stream.count, using: &random)
        events += reader.read(Array(stream.prefix(size)))
        stream.removeFirst(size)
      }
      #expect(events == bodies)
      #expect(reader.faultAtEnd == nil)
    }
  }

  @Test func anyBytesGiveTheSameEventsHoweverTheyAreCut() {
    var random = SeededGenerator(seed: 23)
    let alphabet = "cContent-Length: 0123456789\r\n{}x".bytes
    for _ in 0..<500 {
      let junk = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      var whole = FrameReader()
      var pieces = FrameReader()
      let stream = junk + "\n\n".bytes + FrameWriter.frame("{}".bytes)
      let events = whole.read(stream)
      #expect(events == stream.flatMap { pieces.read([$0]) })
      #expect(whole.faultAtEnd == pieces.faultAtEnd)
    }
  }
}

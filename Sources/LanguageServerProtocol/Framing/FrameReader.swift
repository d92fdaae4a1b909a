/// Cuts a stream of bytes into the bodies of messages (Language Server Protocol 3.17, base protocol).
///
/// It takes pieces of any size. Header names are read in any case, other headers are skipped, and a line may end with
/// LF alone. After a header section that gives no usable length it reports the fault and goes on at the next thing
/// that looks like `Content-Length:`. Time and memory are in proportion to what was received, not to what a header
/// announced.
package struct FrameReader: Sendable {
  /// What was found in the stream, in its order.
  package enum Event: Sendable, Hashable {
    /// The body of a frame.
    case body([UInt8])
    case fault(FrameError)
  }

  private enum State {
    /// Between two frames or in a header section.
    case header
    /// This many bytes of the body are missing.
    case body(missing: Int)
    /// No frame is known to begin here; this many bytes of a length header's name were just seen.
    case lost(matched: Int)
  }

  private static let lineLimit = 4096

  private let limit: Int
  private var state = State.header
  private var line: [UInt8] = []
  private var section = HeaderSection()
  private var body: [UInt8] = []

  /// - Parameter limit: The most bytes that a body may have.
  package init(limit: Int = 256 << 20) {
    self.limit = limit
  }

  /// Takes the next piece of the stream and returns what it completes.
  package mutating func read(_ piece: [UInt8]) -> [Event] {
    var events: [Event] = []
    var at = 0
    while at < piece.count {
      switch state {
      case .header: at = readLine(piece, from: at, &events)
      case .body(let missing):
        let end = at + min(piece.count - at, missing)
        body.append(contentsOf: piece[at..<end])
        readBody(missing: missing - (end - at), &events)
        at = end
      case .lost(let matched): at = seek(piece, from: at, matched)
      }
    }
    return events
  }

  /// The fault to report when the stream ends here: `truncated` within a frame, nil between two.
  package var faultAtEnd: FrameError? {
    if case .header = state, line.isEmpty, section.isEmpty { nil } else { .truncated }
  }

  private mutating func readBody(missing: Int, _ events: inout [Event]) {
    guard missing == 0 else {
      state = .body(missing: missing)
      return
    }
    events.append(.body(body))
    body = []
    state = .header
  }

  /// Reads up to the end of a header line and returns where to go on.
  private mutating func readLine(_ piece: [UInt8], from start: Int, _ events: inout [Event]) -> Int {
    let end = min(piece.count, start + Self.lineLimit - line.count)
    guard let lineEnd = piece[start..<end].firstIndex(of: 0x0A) else {
      line.append(contentsOf: piece[start..<end])
      if line.count == Self.lineLimit { lose(.lineTooLong(limit: Self.lineLimit), &events) }
      return end
    }
    line.append(contentsOf: piece[start..<lineEnd])
    if line.last == 0x0D { line.removeLast() }
    if !line.isEmpty {
      if let fault = section.take(line) { events.append(.fault(fault)) }
      line.removeAll(keepingCapacity: true)
    } else if !section.isEmpty {
      endSection(&events)
    }
    return lineEnd + 1
  }

  private mutating func endSection(_ events: inout [Event]) {
    do {
      let length = try section.bodyLength(limit: limit)
      section = HeaderSection()
      body.reserveCapacity(min(length, 1 << 20))
      readBody(missing: length, &events)
    } catch {
      lose(error, &events)
    }
  }

  private mutating func lose(_ fault: FrameError, _ events: inout [Event]) {
    events.append(.fault(fault))
    line.removeAll(keepingCapacity: true)
    section = HeaderSection()
    state = .lost(matched: 0)
  }

  /// Skips to behind the next length header's name and returns where to go on.
  private mutating func seek(_ piece: [UInt8], from start: Int, _ alreadyMatched: Int) -> Int {
    var matched = alreadyMatched
    for at in start..<piece.count {
      let byte = HeaderSection.lowercase(piece[at])
      // The first letter does not occur again in the name, so that a mismatch can only begin a new match.
      if byte == HeaderSection.lengthName[matched] { matched += 1 } else { matched = byte == UInt8(ascii: "c") ? 1 : 0 }
      if matched == HeaderSection.lengthName.count {
        line = HeaderSection.lengthName
        state = .header
        return at + 1
      }
    }
    state = .lost(matched: matched)
    return piece.count
  }
}

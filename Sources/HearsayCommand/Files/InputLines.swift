import Workspace

/// Lines of an open file, pipe or terminal, one at a time.
struct InputLines: Sendable {
  enum Line: Sendable, Equatable {
    /// The bytes before the line feed.
    case bytes([UInt8])
    /// A line longer than the limit, which was read over.
    case tooLong
  }

  private let descriptor: FileDescriptor
  private let limit: Int
  private var chunk: [UInt8]
  private var unread = 0..<0
  private var isAtEnd = false

  /// - Parameter limit: the longest line that is kept, in bytes.
  init(_ descriptor: FileDescriptor = .standardInput, limit: Int = draftSizeLimit) {
    self.descriptor = descriptor
    self.limit = limit
    chunk = [UInt8](repeating: 0, count: 1 << 16)
  }

  /// The next line, nil at the end; a last line needs no line feed.
  ///
  /// - Parameter beforeWaiting: called before each read, which may wait for whoever writes.
  mutating func next(beforeWaiting: () -> Void) throws(SystemError) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isThere = false
    while true {
      if unread.isEmpty {
        if isAtEnd { break }
        beforeWaiting()
        let count = try descriptor.fill(&chunk)
        unread = 0..<count
        isAtEnd = count == 0
        if isAtEnd { break }
      }
      isThere = true
      let end = chunk[unread].firstIndex(of: 0x0A)
      let part = unread.lowerBound..<(end ?? unread.upperBound)
      unread = min(part.upperBound + (end == nil ? 0 : 1), unread.upperBound)..<unread.upperBound
      if line.count + part.count > limit {
        isTooLong = true
        line = []
      } else if !isTooLong {
        line += chunk[part]
      }
      if end != nil { break }
    }
    return isThere ? isTooLong ? .tooLong : .bytes(line) : nil
  }
}

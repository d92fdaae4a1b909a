#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, pipe or terminal.
package struct FileDescriptor: Sendable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package static let standardInput = FileDescriptor(number: 0)
  package static let standardOutput = FileDescriptor(number: 1)
  package static let standardError = FileDescriptor(number: 2)

  /// Opens a file for reading, gives it to `body` and closes it again.
  package static func withFile<Result>(
    _ path: String, _ body: (FileDescriptor) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw SystemError.last.problem }
    defer { _ = close(number) }
    return try body(FileDescriptor(number: number))
  }

  /// Opens a file for writing at its end, which is made where there is none; it stays open.
  package static func appending(to path: String) throws(SystemError) -> FileDescriptor {
    let number = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw .last }
    return FileDescriptor(number: number)
  }

  /// Whether it is a terminal, where a person sits.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// How many bytes a file has, as far as the system knows: 0 for pipes and terminals.
  package var size: Int {
    var status = stat()
    return fstat(number, &status) == 0 ? max(0, Int(status.st_size)) : 0
  }

  /// Overwrites the beginning of `chunk` with what comes next; answers how many bytes that is, 0 at the end.
  ///
  /// Waits where nothing has come yet, also on a descriptor that somebody set not to block.
  package func fill(_ chunk: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let got = read(number, &chunk, chunk.count)
      if got >= 0 { return got }
      try waitOrThrow(for: Int16(POLLIN))
    }
  }

  /// What comes next, of so many bytes at most; nothing at the end. It waits as `fill` does.
  package func next(atMost size: Int) throws(SystemError) -> [UInt8] {
    while true {
      var got = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { chunk, count in
        got = read(number, chunk.baseAddress, size)
        count = max(0, got)
      }
      if got >= 0 { return bytes }
      try waitOrThrow(for: Int16(POLLIN))
    }
  }

  /// Whether something has come, or the end, so that reading would not wait.
  package var hasMore: Bool { isReady(for: Int16(POLLIN)) }

  /// Writes bytes from the beginning as long as the other side takes them without anybody waiting; answers how many.
  package func writeAtOnce(_ bytes: [UInt8]) -> Int {
    var written = 0
    while written < bytes.count {
      let room = emptyPipeSize ?? (isReady(for: Int16(POLLOUT)) ? Int(PIPE_BUF) : 0)
      guard room > 0 else { break }
      let piece = min(room, bytes.count - written)
      let count = bytes.withUnsafeBytes { write(number, $0.baseAddress?.advanced(by: written), piece) }
      guard count > 0 else { break }
      written += count
    }
    return written
  }

  /// How many bytes a pipe holds, where it is empty: it takes so many, as nobody else writes to it. Nil for all else, of which what takes
  /// anything takes `PIPE_BUF` bytes. One piece wakes the reader once.
  private var emptyPipeSize: Int? {
    #if os(Linux)
      var waiting: Int32 = 0
      guard ioctl(number, UInt(FIONREAD), &waiting) == 0, waiting == 0 else { return nil }
      let size = fcntl(number, Self.getPipeSize)
      return size > 0 ? Int(size) : nil
    #else
      return nil
    #endif
  }

  /// Linux's `F_GETPIPE_SZ`, which its header shows to GNU programs alone.
  private static let getPipeSize: Int32 = 1032

  private func isReady(for event: Int16) -> Bool {
    var request = pollfd(fd: number, events: event, revents: 0)
    return poll(&request, 1, 0) == 1 && request.revents & event != 0
  }

  /// Writes every byte, however slowly the other side takes them.
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      if written >= 0 { rest = rest.dropFirst(written) } else { try waitOrThrow(for: Int16(POLLOUT)) }
    }
  }

  /// After a failed call: returns when it is worth another try, else throws the reason.
  private func waitOrThrow(for event: Int16) throws(SystemError) {
    switch errno {
    case EINTR: return
    case EAGAIN:
      var request = pollfd(fd: number, events: event, revents: 0)
      _ = poll(&request, 1, -1)
    default: throw .last
    }
  }
}

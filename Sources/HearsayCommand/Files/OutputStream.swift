import Workspace

/// Standard output, gathered into large writes.
///
/// A reader that has gone is no error: what is written from then on is dropped. Any other failure is kept for `finish`.
struct OutputStream: Sendable {
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private(set) var failure: SystemError?

  init(_ descriptor: FileDescriptor = .standardOutput) {
    self.descriptor = descriptor
  }

  mutating func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= 1 << 16 { flush() }
  }

  mutating func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Hands over all that was written so far.
  mutating func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, !buffer.isEmpty else { return }
    do { try descriptor.writeAll(buffer) } catch { failure = error }
  }

  /// Hands over the rest; answers the status given, or `incomplete` with a message where not all could be written.
  mutating func finish(_ status: ExitStatus) -> ExitStatus {
    flush()
    guard let failure, !failure.isBrokenPipe else { return status }
    report(
      Problem("not everything could be written: \(failure.name)", remedy: "make room or write elsewhere"),
      about: "standard output")
    return .incomplete
  }
}

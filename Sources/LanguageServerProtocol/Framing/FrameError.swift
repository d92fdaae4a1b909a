/// Bytes that are no frame of the base protocol.
package enum FrameError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A header section without Content-Length.
  case missingLength
  /// A Content-Length that is no number of bytes.
  case invalidLength(String)
  /// Two Content-Length headers that differ.
  case conflictingLengths(Int, Int)
  /// A body larger than the limit.
  case tooLong(length: Int, limit: Int)
  /// A header line longer than the limit.
  case lineTooLong(limit: Int)
  /// A header line that is none; the rest of its section was used.
  case strayLine
  /// The input ended within a frame.
  case truncated

  package var description: String {
    switch self {
    case .missingLength: "a header without Content-Length"
    case .invalidLength(let text): "a Content-Length that is no number of bytes: \(text)"
    case .conflictingLengths(let first, let second): "two Content-Lengths, \(first) and \(second)"
    case .tooLong(let length, let limit): "a body of \(length) bytes, more than the \(limit) allowed"
    case .lineTooLong(let limit): "a header line of more than \(limit) bytes"
    case .strayLine: "bytes that are no header"
    case .truncated: "the input ended in the middle of a message"
    }
  }
}

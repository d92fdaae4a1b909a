import Workspace

/// A file of lines, each with the seconds since it was opened.
struct LogFile: Sendable {
  private let descriptor: FileDescriptor
  private let began = ContinuousClock.now

  /// Opens the file at its end.
  init(_ path: String) throws(Problem) {
    do {
      descriptor = try FileDescriptor.appending(to: path)
    } catch {
      throw Problem("the log '\(path)' cannot be written: \(error.whenWriting)", remedy: "name another file with --log")
    }
  }

  /// Writes a line; where the disk is full it is lost.
  func write(_ line: String) {
    let (seconds, attoseconds) = (ContinuousClock.now - began).components
    let microseconds = String(attoseconds / 1_000_000_000_000)
    let fraction = String(repeating: "0", count: 6 - microseconds.count) + microseconds
    try? descriptor.writeAll(Array("\(seconds).\(fraction) \(visible(line))\n".utf8))
  }
}

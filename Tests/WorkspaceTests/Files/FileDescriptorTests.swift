import Foundation
import Testing

@testable import Workspace

/// Reading and writing a pipe without waiting for the other side.
struct FileDescriptorTests {
  private let pipe = Pipe()
  private var input: FileDescriptor { FileDescriptor(number: pipe.fileHandleForReading.fileDescriptor) }
  private var output: FileDescriptor { FileDescriptor(number: pipe.fileHandleForWriting.fileDescriptor) }

  @Test func writesWhatThePipeTakesAndNoMore() throws {
    let bytes = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 >> 8 ^ $0) }
    // With nobody reading, a write that waits would never return.
    let written = output.writeAtOnce(bytes)
    #expect(written > 0 && written < bytes.count)
    #expect(output.writeAtOnce(bytes) == 0, "it is full")
    var read: [UInt8] = []
    while input.hasMore { read += try input.next(atMost: 5000) }
    #expect(read == Array(bytes[..<written]))
    #expect(output.writeAtOnce(Array(bytes[..<100])) == 100)
  }

  /// What waits in the pipe leaves less room than an empty one has.
  @Test(.timeLimit(.minutes(1))) func writesBesideWhatWaits() throws {
    let bytes = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(output.writeAtOnce(Array(bytes[..<5000])) == 5000)
    let written = output.writeAtOnce(bytes)
    #expect(written < bytes.count)
    var read = 0
    while input.hasMore { read += try input.next(atMost: 5000).count }
    #expect(read == 5000 + written)
  }

  @Test func theEndIsSomethingToRead() throws {
    #expect(!input.hasMore)
    #expect(output.writeAtOnce([1, 2, 3]) == 3)
    #expect(input.hasMore)
    #expect(try input.next(atMost: 2) == [1, 2])
    #expect(try input.next(atMost: 2) == [3])
    #expect(!input.hasMore)
    try pipe.fileHandleForWriting.close()
    #expect(try input.next(atMost: 2) == [])
  }

  @Test func nothingIsWrittenToNobody() throws {
    signal(SIGPIPE, SIG_IGN)
    try pipe.fileHandleForReading.close()
    #expect(output.writeAtOnce([1]) == 0)
  }
}

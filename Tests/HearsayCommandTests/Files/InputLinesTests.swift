import Foundation
import TestSupport
import Testing
import Workspace

@testable import HearsayCommand

@Suite struct InputLinesTests {
  private func lines(_ text: String, limit: Int = 100) throws -> [String] {
    let folder = try TemporaryFolder()
    let handle = try FileHandle(forReadingFrom: folder.write("input", text))
    var input = InputLines(FileDescriptor(number: handle.fileDescriptor), limit: limit)
    var lines: [String] = []
    while let line = try input.next(beforeWaiting: {}) {
      switch line {
      case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong: lines.append("too long")
      }
    }
    return lines
  }

  @Test func linesEndWithALineFeed() throws {
    #expect(try lines("a\nb\n") == ["a", "b"])
    #expect(try lines("a\n\nb") == ["a", "", "b"])
    #expect(try lines("\n") == [""])
    #expect(try lines("") == [])
    #expect(try lines("a\r\nb\r") == ["a\r", "b\r"])
  }

  @Test func longLinesAreReadOver() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines("a\n\(long)\nb") == ["a", "too long", "b"])
    #expect(try lines("a\n\(long)", limit: 200_000) == ["a", long])
    #expect(try lines("\(long)\n", limit: 199_999) == ["too long"])
  }
}

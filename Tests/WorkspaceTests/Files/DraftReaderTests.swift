import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct DraftReaderTests {
  @Test(
    arguments: [
      ([], nil), ([0x61, 0xC3, 0xA9], nil), ([0xEF, 0xBB, 0xBF, 0x61], nil), ([0xF4, 0x8F, 0xBF, 0xBF], nil),
      ([0x61, 0xFF], 1), ([0x80], 0), ([0x61, 0x62, 0xC3], 2), ([0xC3, 0x61], 0), ([0xE2, 0x82], 0),
      ([0x61, 0xE2, 0x82, 0x41], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int?)])
  func firstByteThatIsNotUTF8(_ bytes: [UInt8], _ expected: Int?) {
    #expect(firstInvalidByte(bytes) == expected)
    // The library's own decoder as a second opinion on whether there is one.
    #expect((String(validating: bytes, as: UTF8.self) == nil) == (expected != nil))
  }

  @Test func everyPairOfBytesAgreesWithTheLibrary() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [0x41, first, second, 0x80, 0x80]
        #expect((String(validating: bytes, as: UTF8.self) == nil) == (firstInvalidByte(bytes) != nil), "\(bytes)")
      }
    }
  }

  @Test func encodingProblemsAreNamed() {
    #expect(encodingProblem([0xFF, 0xFE, 0x61, 0x00])?.message == "it is UTF-16, not UTF-8")
    #expect(encodingProblem([0x61, 0x00])?.message == "not a text: NUL at byte 1")
    #expect(encodingProblem([0x61, 0xFE])?.message == "not valid UTF-8 at byte 1")
    #expect(encodingProblem(Array("é🙂".utf8)) == nil)
  }

  @Test func bytesComeAsTheyAre() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("\u{FEFF}a\r\né\r🙂".utf8) + [UInt8](repeating: 0x61, count: 200_000)
    let file = try folder.write("a.md", bytes)
    #expect(try readDraft(file.path) == bytes)
  }

  @Test func problemsOfFilesAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "x")
    try folder.link("loop.md", to: "loop.md")
    func message(_ name: String) -> String? {
      do throws(Problem) {
        _ = try readDraft(folder.url.path + "/" + name)
        return nil
      } catch {
        return error.message
      }
    }
    #expect(message("none.md") == "there is no such file or folder")
    #expect(message("a.md/b.md") == "part of its path is a file, not a folder")
    #expect(message("loop.md") == "its symbolic links lead in a circle")
    #expect(message(String(repeating: "n", count: 5000)) == "its name is longer than the system allows")
    #expect(message("") == "it cannot be read: Is a directory")
  }

  // The superuser may read everything: there this would test nothing.
  @Test(.enabled(if: geteuid() != 0, "the superuser may read every file")) func fileThatMayNotBeReadIsAProblem() throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.md", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    #expect(throws: Problem("permission to read it is denied", remedy: "change its permissions or leave it out")) {
      try readDraft(file.path)
    }
  }
}

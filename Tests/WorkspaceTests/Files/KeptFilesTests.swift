import Foundation
import TestSupport
import Testing

@testable import Workspace

struct KeptFilesTests {
  @Test func theOldestGoFirstAndOthersStay() throws {
    let folder = try TemporaryFolder()
    for name in ["aa/1", "aa/2", "ab/3", "ab/other"] {
      try folder.write(name, [UInt8](repeating: 0, count: 10))
    }
    func isThere(_ name: String) -> Bool { isRegularFile(folder.url.appendingPathComponent(name).path) }
    let isOwn = { (part: String, name: String) in part.count == 2 && name != "other" }
    removeOldest(in: folder.url.path, isOwn: isOwn, keeping: 30)
    #expect(isThere("aa/1"))
    removeOldest(in: folder.url.path, isOwn: isOwn, keeping: 15)
    #expect(!isThere("aa/1") && !isThere("aa/2"))
    #expect(isThere("ab/3") && isThere("ab/other"))
  }

  @Test func whatLiesOutsideTheFolderStays() throws {
    let desk = try TemporaryFolder()
    for name in ["beside", "elsewhere/1", "cache/aa/1", "cache/top"] { try desk.write(name, "x") }
    try desk.link("cache/ab", to: desk.url.appendingPathComponent("elsewhere").path)
    removeOldest(in: desk.url.appendingPathComponent("cache").path, isOwn: { _, _ in true }, keeping: 0)
    func isThere(_ name: String) -> Bool { isRegularFile(desk.url.appendingPathComponent(name).path) }
    #expect(!isThere("cache/aa/1"))
    for name in ["beside", "elsewhere/1", "cache/top"] { #expect(isThere(name), "\(name)") }
  }
}

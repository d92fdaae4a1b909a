import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct UpwardSearchTests {
  private func search(in folder: TemporaryFolder) -> UpwardSearch {
    UpwardSearch("house.jsonc", workingFolder: folder.url.path + "/work")
  }

  @Test func nearestFileWins() throws {
    let folder = try TemporaryFolder()
    try folder.write("work/house.jsonc", "{}")
    try folder.write("work/a/house.jsonc", "{}")
    try folder.write("work/a/b/draft.md", "x")
    try folder.write("work/c/draft.md", "x")
    var search = search(in: folder)
    #expect(search.nearest(toDraft: "a/b/draft.md") == "a/house.jsonc")
    #expect(search.nearest(toDraft: "c/draft.md") == "house.jsonc")
    #expect(search.nearest(toDraft: "draft.md") == "house.jsonc")
    #expect(search.nearest(to: ".") == "house.jsonc")
  }

  @Test func aboveTheWorkingFolderThePathIsAbsolute() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("house.jsonc", "{}").path
    var search = search(in: folder)
    #expect(search.nearest(toDraft: "deep/down/draft.md") == file)
    #expect(search.nearest(toDraft: "../beside/draft.md") == file)
    #expect(search.nearest(toDraft: folder.url.path + "/elsewhere/draft.md") == file)
  }

  @Test func folderOfThatNameIsNoFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("work/house.jsonc/inside.txt", "x")
    var search = search(in: folder)
    #expect(search.nearest(toDraft: "draft.md") == nil)
  }

  @Test func noneFound() throws {
    let folder = try TemporaryFolder()
    var search = search(in: folder)
    #expect(search.nearest(toDraft: "a/b/draft.md") == nil)
    var homeless = UpwardSearch("house.jsonc", workingFolder: nil)
    #expect(homeless.nearest(toDraft: "draft.md") == nil)
  }

  @Test func eachFolderIsLookedIntoOnce() throws {
    let folder = try TemporaryFolder()
    var search = search(in: folder)
    #expect(search.nearest(toDraft: "a/b/draft.md") == nil)
    try folder.write("work/a/house.jsonc", "{}")
    #expect(search.nearest(toDraft: "a/c/draft.md") == nil)
    var fresh = self.search(in: folder)
    #expect(fresh.nearest(toDraft: "a/c/draft.md") == "a/house.jsonc")
  }

  @Test(arguments: [
    ("a.md", "."), ("b/a.md", "b"), ("/a.md", "/"), ("/b/a.md", "/b"), ("../a.md", ".."),
  ])
  func folders(_ path: String, _ expected: String) {
    #expect(folder(of: path) == expected)
  }

  @Test(arguments: [
    ("a/./b", "/home/ida/a/b"), ("../b", "/home/b"), ("../../../..", "/"), ("/x//y/../z", "/x/z"), (".", "/home/ida"),
  ])
  func absolutePaths(_ path: String, _ expected: String) {
    #expect(absolute(path, workingFolder: "/home/ida") == expected)
    #expect(absolute("a", workingFolder: nil) == nil)
  }
}

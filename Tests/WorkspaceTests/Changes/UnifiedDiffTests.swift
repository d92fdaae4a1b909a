import Testing

@testable import Workspace

@Suite struct UnifiedDiffTests {
  private func diff(_ text: String) throws -> UnifiedDiff { try UnifiedDiff(Array(text.utf8)) }

  @Test func filesOfGit() throws {
    let files = try diff(
      """
      diff --git a/old name.md b/new name.md
      similarity index 90%
      rename from old name.md
      rename to new name.md
      --- a/old name.md\t
      +++ b/new name.md\t
      @@ -1 +1 @@
      -Rain.
      +Snow.
      diff --git "a/\\303\\244\\t.md" "b/\\303\\244\\t.md"
      new file mode 100644
      --- /dev/null
      +++ "b/\\303\\244\\t.md"
      @@ -0,0 +1,2 @@
      +--- a dash
      ++++ a sum
      diff --git a/moved.md b/moved.md
      old mode 100644
      new mode 100755
      diff --git a/picture.md b/picture.md
      Binary files a/picture.md and b/picture.md differ

      """
    ).files
    #expect(files.map(\.oldPath) == ["old name.md", nil, "moved.md", "picture.md"])
    #expect(files.map(\.newPath) == ["new name.md", "ä\t.md", "moved.md", "picture.md"])
    #expect(files.map(\.isBinary) == [false, false, false, true])
    #expect(
      files[1].hunks.first?.lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["--- a dash", "+++ a sum"])
  }

  @Test(arguments: [
    ("--- a/x\n+++ b/x\n", "x", "x"), ("--- a/x\n+++ a/y\n", "a/x", "a/y"), ("--- i/x\n+++ w/x\n", "x", "x"),
    ("--- x.orig\t2024\n+++ x\t2024\n", "x.orig", "x"), ("--- a/x\r\n+++ b/x\r\n", "x", "x"),
  ])
  func prefixesOfFolders(_ header: String, _ old: String, _ new: String) throws {
    let file = try #require(try diff(header + "@@ -1 +1 @@\n x\n").files.first)
    #expect(file.oldPath == old && file.newPath == new)
  }

  @Test func oldVersionAndWhereItsLinesAre() throws {
    let new = "one\ntwo\nTHREE\nfour\nfive"
    let text = "--- a/x\n+++ b/x\n@@ -1,0 +2 @@\n+two\n@@ -2,3 +3,2 @@\n-three\n-gone\n+THREE\n four\n"
    let file = try #require(try diff(text).files.first)
    let old = try OldVersion(before: file, in: Array(new.utf8))
    #expect(String(decoding: old.bytes, as: UTF8.self) == "one\nthree\ngone\nfour\nfive")
    #expect(old.oldRange(of: 0..<3) == 0..<3)
    #expect(old.oldRange(of: 4..<7) == nil)
    #expect(old.oldRange(of: 15..<18) == 16..<19)
    #expect(old.oldRange(of: 14..<23) == 15..<24)
    #expect(old.isOnNewLine(10..<16))
    #expect(throws: Problem.self) { try OldVersion(before: file, in: Array("other".utf8)) }
  }
}

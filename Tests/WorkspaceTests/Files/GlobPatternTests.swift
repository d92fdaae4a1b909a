import TestSupport
import Testing

@testable import Workspace

@Suite struct GlobPatternTests {
  @Test(
    "patterns that match",
    arguments: [
      ("*.md", "a.md"), ("*.md", "deep/down/a.md"), ("drafts/*.md", "drafts/a.md"), ("drafts/**", "drafts/deep/a.md"),
      ("drafts/**/a.md", "drafts/a.md"), ("drafts/**/a.md", "drafts/x/y/a.md"), ("**/old/*", "x/old/a.md"),
      ("old", "x/old/a.md"), ("old/", "old/a.md"), ("/old", "old/a.md"), ("./old/a.md", "old/a.md"), ("?.md", "é.md"),
      ("a*b*c.md", "aXbYbZc.md"), ("**", "a"), ("*", "deep/a.md"), ("d*/a.md", "drafts/a.md"),
      ("**/a/**/b.md", "a/x/a/y/b.md"),
    ])
  func matching(_ pattern: String, _ path: String) {
    #expect(GlobPattern(pattern).matches(path))
  }

  @Test(
    "patterns that do not",
    arguments: [
      ("*.md", "a.mdx"), ("drafts/*.md", "drafts/deep/a.md"), ("drafts/*.md", "x/drafts/a.md"), ("/old", "x/old/a.md"),
      ("drafts/**", "drafts"), ("?.md", "ab.md"), ("a*c.md", "ab.md"), ("", "a.md"), ("/", "a.md"), ("a.md", ""),
      ("[a].md", "a.md"), ("A.md", "a.md"), ("**/a/b", "a/x/b"),
    ])
  func failing(_ pattern: String, _ path: String) {
    #expect(!GlobPattern(pattern).matches(path))
  }

  @Test("stars made to be tried for ever are not")
  func hostile() {
    let duration = processorTime {
      #expect(!GlobPattern(String(repeating: "*a", count: 450) + "b").matches(String(repeating: "a", count: 4000)))
      let folders = String(repeating: "a/", count: 2000) + "c"
      #expect(!GlobPattern(String(repeating: "**/a/", count: 150) + "b").matches(folders))
    }
    #expect(duration < .seconds(5))
  }
}

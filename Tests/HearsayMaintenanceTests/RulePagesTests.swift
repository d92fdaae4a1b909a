import Foundation
import HearsayCore
import Testing

@testable import HearsayMaintenance

struct RulePagesTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func pagesAreFresh() throws {
    let folder = Self.package.appending(path: RulePages.folder)
    let files = RulePages.files(for: Rule.all)
    let present = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(present == files.map(\.name).sorted(), "run `swift run hearsay-dev generate`")
    for file in files where present.contains(file.name) {
      let text = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
      #expect(text == file.text, "\(file.name) is stale: run `swift run hearsay-dev generate`")
    }
  }

  @Test func everyRuleHasAPageThatSaysWhatItSays() throws {
    let files = RulePages.files(for: Rule.all)
    let table = try #require(files.first { $0.name == "README.md" }?.text)
    for rule in Rule.all {
      let page = try #require(files.first { $0.name == "\(rule.id).md" }?.text)
      #expect(table.contains("[\(rule.id)](\(rule.id).md)"))
      #expect(page.contains("# \(rule.id) \(rule.name)\n"))
      #expect(page.contains("**\(rule.severity.rawValue)**"))
      #expect(page.contains("\n> ") && page.contains("## Marked") && page.contains("## Left alone"))
    }
  }

  @Test func exampleTextsShowUnchanged() {
    #expect(MarkdownText.escaped("a*b_c [1] <i> | x & y\\") == #"a\*b\_c \[1\] \<i\> \| x \& y\\"#)
    #expect(MarkdownText.escaped("# one\n- two\n12. three\n3.5 four") == "\\# one\n\\- two\n12\\. three\n3.5 four")
    #expect(MarkdownText.escaped("In 2020 – 30% of it.") == "In 2020 – 30% of it.")
  }
}

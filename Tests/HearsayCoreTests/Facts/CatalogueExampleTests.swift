import HearsayCore
import JSON
import Testing

/// The examples of the rule catalogue that stand beside a checkout, where it is present.
@Suite struct CatalogueExampleTests {
  /// Examples that no draft could hold as they are, with the reason.
  private static let exceptions: [String: String] = [
    "According to X, these cases have been reported.": "a letter stands for an outlet",
    "A claims it, according to a report by A.": "a letter stands for an outlet, and reads as an article",
  ]

  // Skipped where the catalogue is not beside the package.
  @Test(
    "every bad sentence gets its rule, no good one does",
    .enabled(if: SharedFolder.has("design/rules.json"), "needs ../shared/design"))
  func sentences() throws {
    let rules = try #require(try SharedFolder.json("design/rules.json").array)
    var count = 0
    for rule in rules {
      guard let id = rule["id"]?.string, Rule.named(id) != nil else { continue }
      for isBad in [true, false] {
        for example in rule[isBad ? "bad" : "good"]?.array ?? [] {
          guard let text = example.string ?? example["text"]?.string, isSentence(text) else { continue }
          if Self.exceptions[text] != nil { continue }
          let found = try findings(text)
          #expect(found.contains(id) == isBad, "\(id) \(isBad ? "bad" : "good"): \(text) found \(found)")
          count += 1
        }
      }
    }
    #expect(count > 60, "the catalogue was read")
  }

  private func findings(_ text: String) throws -> Set<String> {
    let isMarkdown = text.contains("[") || text.hasPrefix(">")
    return Set(try analysis(text, isMarkdown: isMarkdown, date: "2024-07-19").findings.map(\.rule))
  }

  /// Whether the example is prose as it stands: no ellipsis, no stage direction, a stop at its end.
  private func isSentence(_ text: String) -> Bool {
    if text.contains("…") || text.contains("(") { return false }
    let words = text.prefix { $0 != "[" }
    return words.last { !"”’\"'".contains($0) }.map { ".!?".contains($0) } ?? false
  }
}

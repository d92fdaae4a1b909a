import HearsayCore
import ProseText
import Testing

/// Published posts in Markdown that stand beside a checkout, where they are present.
@Suite struct BlogPostTests {
  private static let folder = "data/corpora/18f-blog-md"

  // Skipped where the posts are not beside the package.
  @Test(
    "no finding in code, addresses, template tags or front matter",
    .enabled(if: SharedFolder.has(folder), "needs ../shared/data/corpora"))
  func findingsAreInProse() throws {
    let names = try SharedFolder.names(in: Self.folder).filter { $0.hasSuffix(".md") }
    #expect(names.count > 400)
    for name in names {
      let bytes = try SharedFolder.bytes("\(Self.folder)/\(name)")
      var analyzer = Analyzer()
      let answer = analyzer.analyze(SourceText(bytes), format: .markdown)
      let analysis = try #require(answer)
      let opaque = Self.opaque(bytes)
      for finding in analysis.findings {
        #expect(
          !opaque.contains { $0.overlaps(finding.range) && !finding.range.contains($0.lowerBound) },
          "\(name): \(finding.rule) at “\(analysis.text.string(finding.range))”")
      }
    }
  }

  /// What no finding may begin or end in: found by a plain search, not by the reader under test.
  private static func opaque(_ bytes: [UInt8]) -> [Range<Int>] {
    let text = String(decoding: bytes, as: UTF8.self)
    let patterns = [
      /(?m)\A---\n(?s:.*?)\n---$/, /(?ms)^```.*?^```/, /`[^`\n]+`/, /\]\([^()\s]+\)/, /\{%.*?%\}/, /\{\{.*?\}\}/,
      /https?:\/\/[^\s)>\]"]+/,
    ]
    return patterns.flatMap { pattern in
      text.matches(of: pattern).map { match in
        text.utf8.distance(
          from: text.startIndex, to: match.range.lowerBound)..<text.utf8.distance(
            from: text.startIndex, to: match.range.upperBound)
      }
    }
  }
}

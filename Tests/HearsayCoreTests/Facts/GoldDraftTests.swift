import HearsayCore
import JSON
import ProseText
import Testing

/// Drafts annotated by hand that stand beside a checkout, where they are present.
@Suite struct GoldDraftTests {
  /// A place and a rule; offsets in Unicode scalars.
  private struct Mark {
    var rules: [String]
    var range: Range<Int>
    var isRequired = false

    /// Half of the shorter one is shared, and the finding is not much longer than the mark.
    func matches(_ found: Range<Int>) -> Bool {
      let common = found.clamped(to: range).count
      return common > 0 && common * 2 >= min(found.count, range.count) && found.count <= 2 * range.count + 20
    }
  }

  private struct GoldDraft: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var date: String?
    var format: DraftFormat
    var diagnostics: [Mark]
    var debatable: [Mark]
  }

  /// The drafts in formats that Hearsay reads, with the diagnostics of the rules that it has.
  private static func drafts() throws -> [GoldDraft] {
    let files = try SharedFolder.names(in: "gold").filter { $0.hasSuffix(".json") }
    return try files.compactMap { file in
      let gold = try SharedFolder.json("gold/\(file)")
      let format = gold["format"]?.string ?? "markdown"
      guard let text = gold["text"]?.string, let diagnostics = gold["diagnostics"]?.array,
        let format = DraftFormat(rawValue: format), format == .markdown || format == .plainText
      else { return nil }
      return GoldDraft(
        testDescription: file, text: text, date: gold["docDate"]?.string, format: format,
        diagnostics: diagnostics.compactMap(mark).filter { Rule.named($0.rules[0]) != nil },
        debatable: (gold["debatable"]?.array ?? []).compactMap(mark))
    }
  }

  private static func mark(_ entry: JSONValue) -> Mark? {
    guard let start = entry["start"]?.int, let end = entry["end"]?.int else { return nil }
    let rules = (entry["rules"] ?? entry["alternatives"])?.array?.compactMap { $0.string } ?? []
    let all = entry["rule"]?.string.map { [$0] + rules } ?? rules
    return Mark(rules: all, range: start..<end, isRequired: entry["required"]?.bool ?? false)
  }

  /// The findings of a draft in scalar offsets.
  private static func findings(_ draft: GoldDraft) throws -> [(rule: String, range: Range<Int>)] {
    var scalars: [Int: Int] = [:]
    var offset = 0
    for (index, scalar) in draft.text.unicodeScalars.enumerated() {
      scalars[offset] = index
      offset += UTF8.width(scalar)
    }
    scalars[offset] = draft.text.unicodeScalars.count
    return try analysis(draft.text, format: draft.format, date: draft.date).findings.map { finding in
      let start = try #require(scalars[finding.range.lowerBound])
      return (finding.rule, start..<(try #require(scalars[finding.range.upperBound])))
    }
  }

  // Skipped where the drafts are not beside the package.
  @Test("all required findings and none beyond", .enabled(if: SharedFolder.has("gold"), "needs ../shared/gold"))
  func findings() throws {
    let drafts = try Self.drafts()
    #expect(drafts.contains { $0.testDescription.hasPrefix("seed") }, "the drafts were read")
    for draft in drafts {
      var rest = try Self.findings(draft)
      for wanted in draft.diagnostics.sorted(by: { $0.isRequired && !$1.isRequired }) {
        let places = rest.indices.filter { wanted.matches(rest[$0].range) }
        let match =
          places.first { rest[$0].rule == wanted.rules[0] } ?? places.first { wanted.rules.contains(rest[$0].rule) }
        if let match {
          rest.remove(at: match)
        } else {
          #expect(!wanted.isRequired, "\(draft.testDescription): \(wanted.rules[0]) missed at \(wanted.range)")
        }
      }
      for found in rest {
        let isDebatable = draft.debatable.contains { $0.rules.contains(found.rule) && $0.matches(found.range) }
        #expect(isDebatable, "\(draft.testDescription): \(found.rule) is wrong at \(found.range)")
      }
    }
  }

  // Skipped where the drafts are not beside the package.
  @Test(
    "clean drafts stay silent", .enabled(if: SharedFolder.has("gold"), "needs ../shared/gold"),
    arguments: ["d07", "o06"])
  func silence(_ name: String) throws {
    let draft = try #require(try Self.drafts().first { $0.testDescription.hasPrefix(name) })
    let spoken = try Self.findings(draft).map(\.rule).filter { rule in
      ["HS101", "HS102", "HS103", "HS112", "HS2", "HS3", "HS4"].contains { rule.hasPrefix($0) }
    }
    #expect(spoken.isEmpty)
  }
}

import Foundation
import ProseText
import Testing

@testable import HearsayCore

/// A rule's own examples are its tests, each run again in surroundings that must not change the answer or must silence it.
@Suite("rules mark their examples")
struct RuleExampleTests {
  @Test("flagged examples are marked where they say", arguments: cases(\.flagged))
  func flagged(_ example: RuleExample) throws {
    try example.check()
  }

  @Test("clean examples stay quiet", arguments: cases(\.clean))
  func clean(_ example: RuleExample) throws {
    #expect(example.ranges.isEmpty, "a clean example has no marks")
    try example.check()
  }

  @Test("behind multibyte text", arguments: cases(\.flagged))
  func multibyte(_ example: RuleExample) throws {
    let before = "Ein Wörtchen, é🙂 — and no more."
    let isJSON = example.isSettings || example.isLedger
    try example.with(text: (isJSON ? "// \(before)\n" : before + "\n\n") + example.text).check()
  }

  @Test("with CRLF line endings", arguments: cases(\.flagged))
  func carriageReturns(_ example: RuleExample) throws {
    try example.with(text: example.text.replacingOccurrences(of: "\n", with: "\r\n")).check()
  }

  @Test("inside a code fence nothing is marked", arguments: cases(\.flagged).filter { !$0.isSettings })
  func codeFence(_ example: RuleExample) throws {
    guard !example.isLedger else { return }
    let fenced = "```\n" + example.plain + "\n```\n"
    #expect(example.findings(in: fenced, isMarkdown: true).isEmpty)
  }

  @Test("under a suppression nothing is marked", arguments: cases(\.flagged).filter { !$0.isSettings })
  func suppressed(_ example: RuleExample) throws {
    guard !example.isLedger else { return }
    let comment =
      example.isMarkdown
      ? "<!-- hearsay-ignore \(example.rule): known -->\n\n" : "hearsay-ignore \(example.rule): known\n"
    let blocks = example.plain.components(separatedBy: "\n\n")
    let text = blocks.map { comment + $0 }.joined(separator: "\n\n")
    #expect(example.findings(in: text, isMarkdown: example.isMarkdown).isEmpty)
  }

  @Test("every fix gives valid text with disjoint edits", arguments: cases(\.flagged))
  func fixes(_ example: RuleExample) throws {
    let text = SourceText(example.plain)
    for finding in example.findings(in: example.plain, isMarkdown: example.isMarkdown) {
      for fix in finding.fixes {
        var end = 0
        for edit in fix.edits {
          #expect(edit.range.lowerBound >= end && edit.range.upperBound <= text.count)
          end = edit.range.upperBound
        }
        var changed = text
        for edit in fix.edits.reversed() { changed.replace(edit.range, with: Array(edit.newText.utf8)) }
        #expect(String(validating: changed.bytes, as: UTF8.self) != nil)
        #expect(changed.bytes != text.bytes)
      }
    }
  }

  @Test("ids rise and names are unique")
  func catalogue() {
    #expect(Rule.all.map(\.id) == Rule.all.map(\.id).sorted())
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
    for rule in Rule.all {
      #expect(!rule.flagged.isEmpty && !rule.clean.isEmpty, "\(rule.id) has examples of both kinds")
      #expect(Rule.named(rule.name)?.id == rule.id)
    }
  }
}

private func cases(_ kind: KeyPath<Rule, [Example]>) -> [RuleExample] {
  Rule.all.flatMap { rule in
    rule[keyPath: kind].map { RuleExample(rule: rule.id, severity: rule.severity, example: $0) }
  }
}

/// An example with its marks read.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: String
  let severity: Severity
  let example: Example
  var text: String

  init(rule: String, severity: Severity, example: Example) {
    self.rule = rule
    self.severity = severity
    self.example = example
    text = example.text
  }

  var testDescription: String { "\(rule): \(text)" }
  var isMarkdown: Bool { example.isMarkdown }
  var isLedger: Bool { example.isLedger }
  var isSettings: Bool { example.isSettings }
  var plain: String { text.replacingOccurrences(of: "⟦", with: "").replacingOccurrences(of: "⟧", with: "") }

  func with(text: String) -> RuleExample {
    var copy = self
    copy.text = text
    return copy
  }

  /// The marked ranges, in bytes of the text without marks.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = offset
      case "⟧": ranges.append(start..<offset)
      default: offset += UTF8.width(scalar)
      }
    }
    return ranges
  }

  func findings(in text: String, isMarkdown: Bool) -> [Finding] {
    if isLedger {
      return Analysis(ledger: LedgerReading(Array(text.utf8))).findings.filter { $0.rule == rule }
    }
    if isSettings { return (try? SettingsFile(Array(text.utf8)))?.findings.filter { $0.rule == rule } ?? [] }
    let analysis = analysis(of: text, isMarkdown: isMarkdown)
    guard let analysis else { return [] }
    return analysis.openFindings.all(with: crossing(analysis, isMarkdown: isMarkdown)).filter { $0.rule == rule }
  }

  private func analysis(of text: String, isMarkdown: Bool) -> Analysis? {
    var analyzer = Analyzer()
    let date = example.date.flatMap { CalendarDate(iso: $0) }
    return analyzer.analyze(
      SourceText(text), format: isMarkdown ? .markdown : .plainText,
      in: DraftSurroundings(date: date, ledger: example.ledger.flatMap { openedLedger($0, copies: example.copies) }))
  }

  /// What the example's other drafts give rise to; nil where it has none.
  private func crossing(_ analysis: Analysis, isMarkdown: Bool) -> [Finding]? {
    guard !example.drafts.isEmpty else { return nil }
    var index = DraftIndex()
    index.update("draft", analysis.digest())
    for (name, text) in example.drafts {
      index.update(name, self.analysis(of: text, isMarkdown: example.isMarkdown)?.digest())
    }
    return index.findings(in: "draft")
  }

  func check() throws {
    let found = findings(in: plain, isMarkdown: isMarkdown)
    let bytes = Array(plain.utf8)
    let words = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    #expect(found.map(\.range) == ranges, "found \(found.map { words($0.range) })")
    for finding in found { #expect(finding.severity == example.severity ?? severity) }
  }
}

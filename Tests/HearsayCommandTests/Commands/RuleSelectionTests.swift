import Testing
import Workspace

@testable import HearsayCommand
@testable import HearsayCore

@Suite struct RuleSelectionTests {
  private let rules = [
    sampleRule("HS101", "unsupported-figure"), sampleRule("HS102", "weak"), sampleRule("HS204", "anonymous"),
  ]

  private func check(select: [String] = [], ignore: [String] = [], _ expected: String) throws {
    let selection = try RuleSelection(select: select, ignore: ignore, rules: rules)
    #expect(rules.map(\.id).filter(selection.includes).joined(separator: " ") == expected)
  }

  @Test func prefixes() throws {
    try check("HS101 HS102 HS204")
    try check(select: ["HS1"], "HS101 HS102")
    try check(select: ["hs101, HS2"], "HS101 HS204")
    try check(select: ["HS101", "HS204"], "HS101 HS204")
    try check(select: ["anonymous"], "HS204")
    try check(ignore: ["HS1"], "HS204")
    try check(ignore: ["HS"], "")
  }

  @Test func longerPrefixCounts() throws {
    try check(select: ["HS1"], ignore: ["HS102"], "HS101")
    try check(select: ["HS102"], ignore: ["HS1"], "HS102")
    try check(select: ["HS1"], ignore: ["HS1"], "")
  }

  @Test func prefixOfNoRuleIsAProblem() {
    #expect(throws: Problem("no rule begins with 'HS9' (--select)", remedy: "`hearsay rules` lists them")) {
      try RuleSelection(select: ["HS9"], rules: rules)
    }
    #expect(throws: Problem("no rule begins with 'HS201' (--ignore)", remedy: "did you mean 'HS101' or 'HS204'?")) {
      try RuleSelection(ignore: ["HS1,HS201"], rules: rules)
    }
    #expect(throws: Problem.self) { try RuleSelection(select: [" "], rules: rules) }
  }
}

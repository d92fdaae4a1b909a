import Testing
import Workspace

@testable import HearsayCommand
@testable import HearsayCore

@Suite struct ExplainCommandTests {
  private let rules = [
    sampleRule(
      "HS101", "unsupported-figure",
      flagged: [
        Example("Some ⟦640⟧ homes stood under ⟦2⟧ metres of water.", severity: .hint, date: "2024-05-09"),
        Example("# Rain\n\n⟦640⟧ homes.", isMarkdown: true),
      ], clean: [Example("Rain.")]),
    sampleRule("HS103", "vague-quantity"),
  ]

  @Test func pageOfARule() {
    #expect(
      ruleText(rules[0], .plain) == """
        HS101 unsupported-figure (warning)

        Say who counted.

        A reader wants to ask.

        Standards: The house

        Marked:
          • Some ⟦640⟧ homes stood under ⟦2⟧ metres of water. (hint, in a draft of 2024-05-09)
          • # Rain

            ⟦640⟧ homes.

        Left alone:
          • Rain.

        """)
  }

  @Test func marksAreUnderlinedWhereThereAreColours() {
    #expect(
      ruleText(rules[0], .coloured).contains(
        "Some \u{1B}[4m640\u{1B}[0m homes stood under \u{1B}[4m2\u{1B}[0m metres of water."))
  }

  @Test(arguments: ["HS101", "hs101", "unsupported-figure", "Unsupported-Figure"])
  func ruleByIdOrName(_ name: String) throws {
    #expect(try rule(named: name, in: rules).id == "HS101")
  }

  @Test func unknownRuleHasSuggestions() {
    #expect(throws: Problem("there is no rule 'HS113'", remedy: "did you mean 'HS103'?")) {
      try rule(named: "HS113", in: rules)
    }
    #expect(throws: Problem("there is no rule 'vague'", remedy: "did you mean 'vague-quantity'?")) {
      try rule(named: "vague", in: rules)
    }
  }
}

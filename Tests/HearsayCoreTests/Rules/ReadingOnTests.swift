import HearsayCore
import Testing

/// Words that look like a source without a name or a broken chain and are none, beside near twins that are.
@Suite struct ReadingOnTests {
  /// Exactly the marked ranges are findings of a rule.
  private func check(
    _ rule: String, _ marked: String, isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let found = try analysis(draft.plain, isMarkdown: isMarkdown).findings.filter { $0.rule == rule }.map(\.range)
    #expect(found == draft.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  @Test("outlets that are origins")
  func origins() throws {
    try check("HS302", "⟦The Dorn Ledger⟧ reported that the mill has closed.")
    try check("HS302", "The Dorn Ledger spoke with the miller. The Dorn Ledger reported that the mill has closed.")
    try check(
      "HS302", "The Dorn Ledger announced its boat of the year. The Dorn Ledger said the mill was the runner-up.")
    try check("HS302", "The fire was confirmed by the Dorn Ledger on Monday.")
    try check("HS302", "According to a post on Monday by Ida Marsh, the mill has closed.")
    try check("HS302", "The Dorn Ledger’s Ida Marsh said the mill has closed.")
    try check("HS302", "A study published in the Dorn Journal reported that gulls sleep. The study said they dream.")
  }

  @Test("people who are no vague source")
  func people() throws {
    try check("HS203", "⟦Experts⟧ said the lift failed.")
    try check("HS203", "A study led by Ida Marsh and other porters found the lift had failed.")
    try check("HS203", "Both porters said the lift failed.")
    try check("HS203", "Vectors indicate where the wind blows.")
    try check("HS203", "The lift is maintained by porters.")
    try check("HS203", "Some 86% of porters said the lift failed.")
    try check("HS204", "Ida Marsh, one of the porters said the lift failed.")
    try check("HS204", "⟦One of the porters⟧ said the lift failed.")
    try check("HS204", "Imagine you run a mill. A porter says the lift failed.")
    try check("HS204", "You run a mill. ⟦A porter⟧ says the lift failed.")
  }

  @Test("words of the law, identities and asides")
  func hedges() throws {
    try check("HS201", "The county opened an inquiry into the alleged theft.")
    try check("HS201", "The ⟦alleged⟧ theft is news.")
    try check("HS202", "Someone, seemingly Marsh, rang the bell.")
    try check("HS202", "Marsh ⟦reportedly⟧ rang the bell.")
    try check("HS206", "Marsh is ⟦reportedly⟧ worried.".replacing("⟦", with: "").replacing("⟧", with: ""))
    try check("HS206", "Marsh ⟦was thrilled⟧ when the bell rang.")
    try check("HS206", "Marsh was thrilled when the bell rang. “It was loud,” she recalled.")
  }

  @Test("quotations that somebody announces, and a mark behind a blank")
  func quotations() throws {
    try check("HS402", "In Minister Reid’s words: “The dam has held for forty years and it will hold.”")
    try check("HS402", "The mood was grim: ⟦“The dam has held for forty years and it will not hold.”⟧")
    try check("HS403", "\"The bell said 'wake up' \", she wrote.")
    try check("HS403", "“Write to us at https://example.org/bells” is on the sign.")
  }
}

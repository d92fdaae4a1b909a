import HearsayCore
import Testing

/// What is asked of the numbers of manuals and papers, and of the same numbers elsewhere.
@Suite struct TextMannerTests {
  /// The marked words are the figures for which a source is asked.
  private func check(
    _ marked: String, isMarkdown: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, isMarkdown: isMarkdown)
    let found = analysis.findings.filter { $0.rule == "HS101" }.map(\.range)
    #expect(found == draft.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  private static let code = "Run `tide`, `ebb` or `flow`; `ebb -v` says more.\n\n"

  @Test func valuesOfCodeAssertNothing() throws {
    let words =
      "It returns -1, and exits with 3. The limit is now 64. It gives a 404 error, takes 53 bits and files over 4 GB."
    try check(Self.code + words)
    for marked in [
      "It returns ⟦-1⟧ there.", "The limit is now ⟦64⟧.", "It gives a ⟦404⟧ error.", "It takes ⟦53 bits⟧ of it.",
      "It takes files over ⟦4 GB⟧.",
    ] {
      try check(marked)
    }
  }

  @Test func claimsOfManualsAreAsked() throws {
    try check(Self.code + "It is ⟦30%⟧ faster than rowing.")
    try check(Self.code + "It speeds up by a factor of ⟦200⟧.")
    try check(Self.code + "Some ⟦640⟧ ports run it, and ⟦8⟧ people built it.")
    try check(Self.code + "A run takes ⟦4 GB⟧ of memory.")
    try check(Self.code + "The IEEE 754 features work, and ⟦754⟧ features more.")
  }

  @Test func plainTextShowsCodeByItsNames() throws {
    try check(
      "The row_count of steer() is kept. Pass --quiet for less (#204). It returns -1 there.", isMarkdown: false)
    try check("The row count of a yard is kept. Pass on the rest -- quietly. It returns ⟦-1⟧ there.", isMarkdown: false)
  }

  @Test func yearsBehindNamesCite() throws {
    try check("Others, for example Brandt et al. (2019), kept 640 barges.", isMarkdown: false)
    try check("Some 640 barges sank (Brandt, 2019b). Some 31 quays closed (Brandt 2019, 136).", isMarkdown: false)
    try check("Others, for example Brandt (a pilot), kept ⟦640⟧ barges.", isMarkdown: false)
    try check("Some ⟦640⟧ barges sank (in Dorn, 2019 was dry).", isMarkdown: false)
  }

  @Test func readingsAreTheWritersOwn() throws {
    let marks = "The slab bends (Fig. 2), as in other yards [27–30]. "
    try check(marks + "It was kept at 30 kV for 9 trays, and rose to 30% (Fig. 3).", isMarkdown: false)
    try check("It was kept at ⟦30 kV⟧ for 9 trays, and rose to ⟦30%⟧.", isMarkdown: false)
    try check(marks + "In Dorn ⟦45%⟧ of mills closed. Last year ⟦640⟧ barges sank.", isMarkdown: false)
    try check("The slab bends (Fig. 2). It was kept at ⟦30 kV⟧.", isMarkdown: false)
  }
}

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

  @Test func boundedValuesOfCodeAreAsked() throws {
    for words in [
      "The limit is now ⟦64 million⟧.", "The limit is now about ⟦64⟧.", "The limit is now ⟦sixty⟧.",
      "It drops ⟦64⟧ of them.", "It gives a ⟦640⟧ error.",
    ] {
      try check(Self.code + words)
    }
  }

  @Test func fewMarksInALongTextMakeNoManual() throws {
    let plain = String(repeating: "Rain fell. ", count: 50)
    try check(Self.code + plain + "\n\nIt returns ⟦-1⟧ there.")
    try check("Run `tide`, `ebb` or `flow`.\n\nIt returns ⟦-1⟧ there.")
    try check("Run `tide`, `ebb` or `flow`.\n\n```\nebb\n```\n\nIt returns -1 there.")
    // A table of names is one mark more than a few.
    let names = (0..<20).map { "row_\($0)" }.joined(separator: ", ")
    try check("It has \(names).\n\n" + plain + plain + "\n\nIt returns ⟦-1⟧ there.", isMarkdown: false)
  }

  @Test func scholarsWriteTheirMarksSo() throws {
    for marks in [
      "The slab bends as in table 2, and in other yards [27–30]. ", "The slab bends (Fig. 2), as Al Brandt knows. ",
      "The slab bends (Fig. 2), as in others [27-oar boats]. ",
    ] {
      try check(marks + "It was kept at ⟦30 kV⟧.", isMarkdown: false)
    }
  }

  @Test func largeAmountsAreNoReadings() throws {
    let marks = "The slab bends (Fig. 2), as in other yards [27–30]. "
    try check(marks + "It took ⟦1,600 kV⟧.", isMarkdown: false)
    try check(marks + "It held ⟦two hundred⟧ trays.", isMarkdown: false)
  }

  @Test func whatStandsBehindAYearTellsACitation() throws {
    for words in [
      "Some ⟦640⟧ barges sank (Brandt 2019, a bad year).", "Some ⟦640⟧ barges sank (Most in 2019, 136 later).",
      "Some ⟦640⟧ barges sank (Brandt, 2019 v).",
    ] {
      try check(words, isMarkdown: false)
    }
  }

  @Test func aMarkFarBelowMakesAManual() throws {
    let rain = String(repeating: "Rain fell on the yard.\n\n", count: 12)
    let text =
      "It returns -1 there.\n\nThe `tide` is known to fail in fog.\n\n" + rain + "Run `ebb` or `flow`, and say"
    var warm = Analyzer()
    var technical: [Bool] = []
    for count in 0...4 {
      let now = text + " `v`".prefix(count)
      let analysis = try checkCachedEqualsFresh(now, true, &warm, "\(now.suffix(8))")
      technical.append(!analysis.findings.contains { $0.rule == "HS101" || $0.rule == "HS201" })
    }
    #expect(technical == [false, false, false, false, true])
  }
}

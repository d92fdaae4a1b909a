import HearsayCore
import Testing

@testable import HearsayCommand

@Suite struct TextReporterTests {
  private func check(
    _ analysis: Analysis, path: String = "draft.txt", style: TerminalStyle = .plain, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let report = textReport(
      LintedDraft(report: fileReport(analysis, path: path), text: analysis.text), style)
    #expect(report == expected, sourceLocation: sourceLocation)
  }

  @Test func findingWithItsLine() {
    check(
      analysis(marked: "Rain.\n\nSome ⟦640⟧ homes stood under water."),
      """
      draft.txt:3:6: warning: Nobody is named. [HS101 unsupported-figure]
        3 | Some 640 homes stood under water.
          |      ^^^

      """)
  }

  @Test func relatedPlacesAreNotesBelow() {
    check(
      analysis(marked: "Ida spoke.\nSome ⟦640⟧ homes.", related: [Related(range: 0..<3, message: "the only source")]),
      """
      draft.txt:2:6: warning: Nobody is named. [HS101 unsupported-figure]
        2 | Some 640 homes.
          |      ^^^
          draft.txt:1:1: note: the only source

      """)
  }

  @Test func markStandsInTextFromRightToLeft() {
    check(
      analysis(marked: "בעיר ⟦640⟧ בתים", severity: .error),
      """
      draft.txt:1:6: error: Nobody is named. [HS101 unsupported-figure]
        1 | בעיר ⟦640⟧ בתים

      """)
  }

  @Test func nothingFromOutsideReachesTheTerminalRaw() {
    let analysis = analysis(
      marked: "\u{1B}]0;x\u{7} ⟦640⟧", message: "\u{1B}[2J\nNobody.",
      related: [Related(range: 0..<1, message: "\u{9B}1m")])
    let file = fileReport(analysis, path: "a\u{1B}[1m\n.txt")
    let reports = textReport(LintedDraft(report: file, text: analysis.text), .plain) + conciseReport(file, .plain)
    let controls = reports.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(controls.isEmpty)
    #expect(conciseReport(file, .plain).filter { $0 == "\n" }.count == 1)
  }

  @Test func coloursMarkPlaceSeverityAndWords() {
    check(
      analysis(marked: "Some ⟦640⟧.", severity: .hint), style: .coloured,
      "\u{1B}[1mdraft.txt:1:6:\u{1B}[0m \u{1B}[1;32mhint:\u{1B}[0m Nobody is named. "
        + "\u{1B}[2m[HS101 unsupported-figure]\u{1B}[0m\n"
        + "  \u{1B}[2m1 |\u{1B}[0m Some \u{1B}[1;32m640\u{1B}[0m.\n"
        + "  \u{1B}[2m  |\u{1B}[0m      \u{1B}[1;32m^^^\u{1B}[0m\n")
  }

  @Test func conciseIsOneLineAFinding() {
    let report = conciseReport(fileReport(analysis(marked: "⟦1⟧ and\n🙂é ⟦2⟧"), path: "a b.md"), .plain)
    #expect(
      report == """
        a b.md:1:1: warning: Nobody is named. [HS101 unsupported-figure]
        a b.md:2:4: warning: Nobody is named. [HS101 unsupported-figure]

        """)
  }

  @Test(arguments: [(ColumnUnit.scalars, 4, 5), (.bytes, 8, 9), (.utf16, 5, 6)])
  func columnsCountWhatWasAsked(_ unit: ColumnUnit, _ column: Int, _ end: Int) {
    let place = fileReport(analysis(marked: "x\n🙂é ⟦2⟧"), columns: unit).findings[0].place
    #expect(place == Place(range: 9..<10, line: 2, column: column, endLine: 2, endColumn: end))
  }

  @Test func colourChoice() {
    func isColoured(_ choice: ColourChoice, terminal: Bool = true, _ environment: [String: String] = [:]) -> Bool {
      choice.style(isTerminal: terminal) { environment[$0] }.isColoured
    }
    #expect(isColoured(.auto))
    #expect(isColoured(.auto, ["TERM": "xterm", "NO_COLOR": ""]))
    #expect(!isColoured(.auto, terminal: false))
    #expect(!isColoured(.auto, ["NO_COLOR": "1"]))
    #expect(!isColoured(.auto, ["TERM": "dumb"]))
    #expect(isColoured(.always, terminal: false, ["NO_COLOR": "1"]))
    #expect(!isColoured(.never))
  }
}

import HearsayCore
import Testing

@testable import HearsayCommand

@Suite struct FixChoiceTests {
  private func finding(_ rule: String, _ edits: [(Range<Int>, String)], isPreferred: Bool = true) -> Finding {
    var finding = analysis(marked: "⟦x⟧").findings[0]
    finding.rule = rule
    finding.fixes = [
      Fix(title: "other", edits: [TextEdit(range: 90..<91, newText: "")]),
      Fix(title: "own", isPreferred: isPreferred, edits: edits.map { TextEdit(range: $0, newText: $1) }),
    ]
    return finding
  }

  private func edits(_ findings: [Finding], skipsConflicts: Bool = false) -> [Range<Int>]? {
    FixChoice.safe.edits(for: findings, skipsConflicts: skipsConflicts)?.map(\.range)
  }

  @Test func onlySafeRulesAreFixedUnasked() {
    let other = finding("HS101", [(0..<0, "a")])
    #expect(edits([other]) == [])
    #expect(FixChoice.suggested.edits(for: [other], skipsConflicts: true)?.map(\.newText) == ["a"])
  }

  @Test func editsAreSortedAndTakenOnce() {
    let late = finding("HS106", [(8..<9, "b")])
    #expect(edits([late, finding("HS113", [(1..<2, "a"), (8..<9, "b")])]) == [1..<2, 8..<9])
  }

  @Test(arguments: [
    [(0..<4, "a"), (2..<6, "b")], [(2..<2, "a"), (2..<2, "b")], [(2..<2, "a"), (1..<3, "b")],
    [(2..<4, "a"), (2..<2, "b")], [(0..<4, "a"), (0..<4, "b")],
  ])
  func conflictsLeaveTheDraftAlone(_ pair: [(Range<Int>, String)]) {
    let findings = pair.map { finding("HS106", [$0]) }
    #expect(edits(findings) == nil)
    #expect(edits(findings, skipsConflicts: true) == [pair[0].0])
  }

  @Test func neighboursAreNoConflict() {
    #expect(edits([finding("HS106", [(0..<2, "a")]), finding("HS106", [(2..<4, "b")])]) == [0..<2, 2..<4])
    let bytes = Array("abcd".utf8).applying([
      TextEdit(range: 0..<2, newText: "x"), TextEdit(range: 2..<2, newText: "y"), TextEdit(range: 3..<4, newText: ""),
    ])
    #expect(bytes == Array("xyc".utf8))
  }
}

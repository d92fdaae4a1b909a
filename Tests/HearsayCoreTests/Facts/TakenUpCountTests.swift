import ProseText
import Testing

@testable import HearsayCore

/// People who were counted where they came in, and are taken up by their number alone.
@Suite struct TakenUpCountTests {
  /// The marked figures need no source of their own, all others do.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let marks = MarkedDraft(marked)
    let draft = try #require(try analysis(marks.plain, isMarkdown: true).draft)
    let settled = draft.figures.filter(\.isSettled).map { draft.range($0) }
    #expect(settled == marks.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  @Test func peopleAreTakenUp() throws {
    try check("The court freed 31 sailors. The ⟦31⟧ sang.")
    try check("The court freed 31 sailors. It knew the ⟦31⟧.")
    try check("The court freed 31 sailors.\n\n- It knew the ⟦31⟧")
    try check("The court freed 31 sailors.\n\nAll ⟦31⟧ sang.")
  }

  @Test func nothingElseIs() throws {
    try check("The yard bought 31 oars. The 31 were new.")
    try check("The 31 sang. The court freed 31 sailors.")
    try check("The court freed 31 sailors. The 40 sang.")
    try check("The court freed 31 sailors. The 31 or so sang.")
    try check("The court freed 31 sailors. The 31 to 31 sang.")
  }
}

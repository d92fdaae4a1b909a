import ProseText
import Testing

@testable import HearsayCore

/// What is open behind a quotation that is never closed is open because of it.
struct UnclosedQuotationTests {
  private func unclosed(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let draft = MarkedDraft(marked)
    var analyzer = Analyzer()
    let answer = analyzer.analyze(SourceText(draft.plain), format: .markdown)
    let found = try #require(answer).findings.filter { $0.rule == "HS403" }.map(\.range)
    #expect(found == draft.ranges, sourceLocation: sourceLocation)
  }

  @Test func firstOfABlockIsMarked() throws {
    try unclosed("She says “it floats” or ⟦“it sinks, and he says “it holds, as ever⟧.")
  }

  @Test func openingMarksThatCloseAreMarkedThemselves() throws {
    try unclosed("She says “it floats” or “it sinks⟦“⟧, and he says “it holds⟦“⟧.")
  }

  @Test func marksBehindTheLastParagraphCloseAll() throws {
    try unclosed("“It floats:\n\n- on water\n- on oil.”\n\nHe left ⟦“at once and alone⟧.")
  }

  @Test func eachBlockHasItsOwn() throws {
    try unclosed("⟦“It floats⟧, she said.\n\nIt rained.\n\nHe said ⟦“it holds and left⟧.")
  }
}

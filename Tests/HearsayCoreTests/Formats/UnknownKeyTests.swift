import HearsayCore
import ProseText
import Testing

/// Notes and keys of each format that name nothing in the draft.
@Suite struct UnknownKeyTests {
  @Test(arguments: [
    (DraftFormat.reStructuredText, "So [1]_, ⟦[2]_⟧ and ⟦[Moss]_⟧, see `it`_.\n\n.. [1] The log.\n"),
    (.org, "So[fn:1] and⟦[fn:2]⟧ and[fn:: The map.] [cite:@moss].\n\n[fn:1] The log.\n"),
    (.latex, "So \\cite{moss}⟦\\cite{lind}⟧.\n\\begin{thebibliography}{9}\\bibitem{moss} Moss.\\end{thebibliography}"),
    (.latex, "So \\cite{moss}, \\cite{lind}."), (.html, "<p>So<sup><a href=\"#n1\">1</a></sup>.</p>"),
    (.asciidoc, "So <<log>>, footnote:[The log.]."),
    (.markdown, "So[^1]⟦[^2]⟧ [@moss].\n\n[^1]: The log."),
  ])
  func keys(format: DraftFormat, marked: String) throws {
    let draft = MarkedDraft(marked)
    let found = try analysis(draft.plain, format: format).findings.filter { $0.rule == "HS501" }
    #expect(found.map(\.range) == draft.ranges)
  }

  @Test func theMissingEntryIsOffered() throws {
    let finding = try #require(try analysis("So it goes [2]_.", format: .reStructuredText).findings.first)
    #expect(finding.fixes.first?.edits.map(\.newText) == ["\n\n.. [2] [TK source]\n"])
  }
}

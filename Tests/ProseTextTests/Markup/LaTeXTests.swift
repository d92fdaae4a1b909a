import ProseText
import Testing

/// LaTeX: which blocks a draft has, the prose of each, and the markup inside.
struct LaTeXTests: ReaderTests {
  static let format = DraftFormat.latex

  @Test func sectionsAndParagraphs() {
    check(
      "\\section{Harbour \\emph{dues}}\nThey rise\ntoday.\n\nLater.",
      ["heading2: Harbour dues", "paragraph: They rise\ntoday.", "paragraph: Later."])
    check("\\subsection*[Short]{Dues}", ["heading3: Dues"])
    check(
      "\\documentclass{article}\n\\newcommand{\\x}{5 boats}\n\\title{Dues}\n\\begin{document}\nThey rise.\n\\end{document}\nNo.",
      ["heading1: Dues", "paragraph: They rise."])
    check("One. \\par Two.", ["paragraph: One.", "paragraph: Two."])
  }

  @Test func environments() {
    check(
      "\\begin{itemize}\n\\item One\n\\item Two\n\\end{itemize}\nDone.",
      ["list-item: One", "list-item: Two", "paragraph: Done."])
    check("\\begin{quote}Dues rise.\\end{quote}", ["quote: Dues rise."])
    check("\\begin{equation}a = 5\\end{equation}\nSo.", ["math: a = 5", "paragraph: So."])
    check("\\begin{verbatim}\n5 % a\n\\end{verbatim}\nSo.", ["code: 5 % a", "paragraph: So."])
    check(
      "\\begin{tabular}{lr}\nPort & 5 \\\\\nNorth & 6\n\\end{tabular}",
      ["table-cell: Port", "table-cell: 5", "table-cell: North", "table-cell: 6"])
    check(
      "\\begin{figure}[ht]\\includegraphics[width=5cm]{a}\\caption{Boats {of} 1900.}\\end{figure}",
      ["paragraph: ", "caption: Boats of 1900."])
    check("\\begin{thebibliography}{9}\\bibitem{a} Moss.\\end{thebibliography}", ["reference: Moss."])
  }

  @Test func comments() {
    check("% hearsay-ignore HS101: a\nDues.", ["comment: % hearsay-ignore HS101: a", "paragraph: Dues."])
    check("Dues % 5 boats\nrise.", ["paragraph: Dues \nrise."])
  }

  @Test func inlines() {
    check(
      inlines: "So \\cite[p.~5]{moss,lind}.", ["citation \\cite[p.~5]{moss, → moss", "citation lind} → lind"])
    check(
      inlines: "So \\parencite{moss}, \\citep*{lind}.",
      ["citation \\parencite{moss} → moss", "citation \\citep*{lind} → lind"])
    check(inlines: "So\\footnote{See {a} \\url{b}.}.", ["footnote \\footnote{See {a} \\url{b}.}"])
    check(
      inlines: "See \\href{https://a.example/b%20c}{the log}.",
      ["link \\href{https://a.example/b%20c}{the log} → https://a.example/b%20c"])
    check(inlines: "At \\url{https://a.example}.", ["address \\url{https://a.example} → https://a.example"])
    check(inlines: "An \\emph{old} map.", ["emphasis \\emph{old}"])
    check(inlines: "With $5 \\$ x$ and \\(y\\).", ["math $5 \\$ x$", "math \\(y\\)"])
    check(inlines: "Run \\verb|5 % 6| now.", ["code \\verb|5 % 6|"])
  }

  /// A list of works in the draft says which keys there are; without one they may stand in a file beside it.
  @Test func keysWithoutAnEntryAreNotResolved() {
    let draft = MaskedDraft(
      "So \\cite{a,b}.\n\\begin{thebibliography}{9}\\bibitem{a} Moss.\\end{thebibliography}", .latex)
    #expect(draft.inlineListing == ["citation \\cite{a, → a", "citation b} → b ?"])
  }

  @Test func unknownCommandsKeepTheirWords() {
    check("\\foo[5]{Dues} rise by \\num{40}.", ["paragraph: Dues rise by 40."])
    check("\\vspace{5cm}Dues \\textcolor{red}{rise}.", ["paragraph: Dues rise."])
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "\\begin{quote}", count: 3_000) + "Dues rise."
    #expect(MaskedDraft(deep, .latex).listing == ["quote: Dues rise."])
    #expect(MaskedDraft(String(repeating: "{", count: 50_000) + "Dues", .latex).prose == ["Dues"])
  }
}

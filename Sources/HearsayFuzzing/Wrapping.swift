/// Markup that stands around text as it should: what is open is closed, so that readers go into it.
struct Wrapping: Sendable {
  private let before: [UInt8]
  private let after: [UInt8]

  private init(_ before: String, _ after: String) {
    self.before = Array(before.utf8)
    self.after = Array(after.utf8)
  }

  func around(_ bytes: [UInt8]) -> [UInt8] { before + bytes + after }

  static let all = [
    Wrapping("---\ntitle: Quays\ndate: 2031-05-03\n---\n\n", "\n"), Wrapping("> ", "\n"), Wrapping("- ", "\n- Two\n"),
    Wrapping("1. One\n\n   ", "\n"), Wrapping("## ", "\n\n"), Wrapping("**", "**"),
    Wrapping("| a | b |\n|---|---|\n| ", " | 5 |\n"),
    Wrapping("```\n", "\n```\n"), Wrapping("[^1]: ", "\n\n"), Wrapping("[", "](https://example.org)"),
    Wrapping("“", "” "),
    Wrapping("<p>", "</p>\n"), Wrapping("<ul><li>", "<li>Two</ul>"), Wrapping("<blockquote><p>", "</blockquote>"),
    Wrapping("<table><tr><td>", "<td>5</table>"), Wrapping("<script>", "</script>"), Wrapping("<em>", "</em>"),
    Wrapping("\\begin{document}\n", "\n\\end{document}\n"), Wrapping("\\begin{itemize}\\item ", "\\end{itemize}"),
    Wrapping("\\emph{", "}"), Wrapping("\\footnote{", "}"), Wrapping("\\begin{quote}", "\\end{quote}"),
    Wrapping("\\section{", "}\n"),
    Wrapping("____\n", "\n____\n"), Wrapping("|===\n|", "\n|===\n"), Wrapping("[quote, Ida Moss]\n", "\n\n"),
    Wrapping("footnote:[", "]"),
    Wrapping("Dues\n====\n\n", "\n"), Wrapping(".. note::\n\n   ", "\n\n"), Wrapping("   ", "\n\n"),
    Wrapping("``", "``"),
    Wrapping("#+begin_quote\n", "\n#+end_quote\n"), Wrapping("* ", "\n"), Wrapping("[fn:1] ", "\n\n"),
    Wrapping(":PROPERTIES:\n", "\n:END:\n"),
  ]
}

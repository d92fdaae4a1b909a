/// Short pieces that a draft may repeat without end: what opens and nothing closes, what closes and nothing opened, line
/// endings, and what makes a reader look ahead or back.
package enum HostileUnits {
  /// Marks, alone and in runs.
  package static let marks = [
    "[", "]", "*", ">", "<", "`", "$", "\\", "{", "}", "%", "|", "_", ":", "&", "\"", "'", "~", "@", "#", "=", "+", "!",
    "(", "((", "[[", "]]", "==", "----", "..", "://", "]()", "`` ` ``", "$$", "{{", "{{{", "{%", "@@", "::", "<<", "**",
    "#+", "a", "é", " ", "\t", "\u{0}",
  ]
  /// Lines and line endings, and marks that count at a line's beginning.
  package static let lines = [
    "\n", "\r", "\n\n", "\r\n\r\n", "a\n", "A\n\n", "- ", "- a\n", "- \n", "  - a\n", "• ", "1. ", "1. A\n\n", "> ",
    "> a\n> ", ".. ", ".. a\n", ".. a::\n", ".. [1] ", "a::\n", ":a:\n", "a:\n- b\n", "---\n", "===\n", "a\n===\n",
    "====\na\n", "|===\n", "|a\n", "|a|\n|-|\n", "=== ===\n", "+--+\n", "#+begin_src\n", "#+begin_quote\n", "#+a",
    "* a\n",
    ":a:\nb\n", "```\n", "``` ", "$$\n", "$$a\n\n", "<div>\n", "[a]: b\n", "[a]: b \"\n", "{% a %}\n", "%\n",
    "- a\nB.\n",
    "<!-- \n", "<!-- a -->\n\nB c\n\n",
  ]
  /// Tags and other markup between pointed brackets.
  package static let tags = [
    "<!--", "-->", "<a>", "</a>", "<a ", "<a b=\"", "<a \"", "<\"", "<a href=\"", "<?a", "<!A ", "<![CDATA[", "<p>",
    "<div>", "><div>", "</div>", "<p>a <div>a ", "<b>", "</b>", "<li>", "<sup>", "<code>", "<svg>", "<<a", "<a <<a ",
  ]
  /// Commands of LaTeX.
  package static let commands = [
    "\\\\", "\\\\$", "$\\\\", "$\\$", "$a", "\\(", "\\[", "\\begin{a}", "\\end{a}", "\\begin{itemize}",
    "\\begin{verbatim}\\end{", "\\begin{tabular}{", "\\cite{", "\\cite[", "\\emph{", "\\footnote{", "\\textcolor{",
    "\\section{", "\\caption{", "\\bibitem{", "\\item", "\\item[", "\\verb|", "\\href{", "\\href{a}{",
  ]
  /// Links, notes, addresses and quoted words, cut short.
  package static let links = [
    "![", "[^", "[^a]", "[a]", "[a](", "[a](<", "[a](b \"", "[a](((", "[a]([a](", "*[a](b)", "[a][", "[[a][", "[@a",
    "[@a;",
    "[fn:", "[fn::", "[cite:", "[1]_", "a_", "_a", "`a ", "``a ", "a`b``", ":a:`", "*a ", "**a ", "*a* ", "a*b ",
    "*a _b ", "~~a", "~a ", "[*_`<$", "{a", "&a", "&amp;", "image:", "image:a[", "link:a[b", "http://", "http://a(",
    "http://a_", "www.", "www.a_b_", "(www.a_b", "a@", "a@b.",
  ]

  /// All of them.
  package static let all = marks + lines + tags + commands + links
}

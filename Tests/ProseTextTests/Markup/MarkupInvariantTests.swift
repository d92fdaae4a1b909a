import Foundation
import ProseText
import TestSupport
import Testing

/// Whatever the bytes, in every format with markup: nothing is read out of bounds, and ranges keep their promises.
struct MarkupInvariantTests {
  static let formats: [DraftFormat] = [.html, .latex, .asciidoc, .reStructuredText, .org]

  /// Pieces of markup of all formats, words and line endings, from which drafts are thrown together.
  private static let pieces = [
    "<", ">", "</", "<p>", "</p>", "<h2>", "<li>", "<ul>", "<td>", "<a href=\"u\">", "<a href='#n'>", "</a>", "<sup>",
    "</sup>", "<code>", "</code>", "<pre>", "</pre>", "<script>", "<blockquote>", "<br>", "<em>", "</em>", "<cite>",
    "</cite>", "<!--", "-->", "<a b=\"", "&nbsp;", "&ldquo;", "&#5;", "\\", "\\begin{quote}", "\\end{quote}",
    "\\begin{tabular}{lc}", "\\end{tabular}", "\\begin{verbatim}", "\\end{verbatim}", "\\section{", "\\item",
    "\\cite{k}",
    "\\cite[p. 5]{k,l}", "\\emph{", "\\footnote{", "\\href{u}{", "\\verb|", "\\caption{", "\\bibitem{k}", "{", "}", "$",
    "$$", "\\(", "\\)", "\\[", "\\]", "%", "~", "&", "\\\\", "\\%", "*", "**", "_", "__", "`", "``", "+", "#", "##",
    "=",
    "= ", "== ", "====", "----", "....", "****", "____", "|===", "|", "[", "]", "[[", "]]", "[quote]", "[source]",
    "[@k]", "<<a>>", "<<a,b>>", "link:u[b]", "footnote:[b]", "NOTE: ", ".T", "image::u[]", "u:: ", "//", "////", "..",
    ".. note:: ", ".. code::", ".. [1] ", ".. _a: u", "[1]_", "[k]_", "a_", "`a`_", "`a <u>`_", ":ref:`", ":a: ", "::",
    "====\n", "=== ===\n", "+---+\n", "#+BEGIN_SRC", "#+END_SRC", "#+BEGIN_QUOTE", "#+END_QUOTE", "#+TITLE: ", "# ",
    "[[u][b]]", "[fn:1]", "[fn:: b]", "[cite:@k]", ":PROPERTIES:", ":END:", "|-", "- ", "* ", "1. ", "http://a.b/",
    "www.",
    "a", "Bc", "5", "é", "“", "🙂", " ", "  ", "   ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "\u{FEFF}", "\u{0}", "\"",
    "'", "@@", "{{{", "}}}", "=a=", "/a/", "(", ")", ",",
  ]

  /// More rounds on demand: `HEARSAY_FUZZ_ROUNDS=20000 swift test --filter MarkupInvariantTests`.
  private static let rounds =
    ProcessInfo.processInfo.environment["HEARSAY_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 150

  @Test(arguments: formats, 0..<8)
  func rangesKeepTheirPromises(format: DraftFormat, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<Self.rounds {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...50, using: &random) {
        bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        if Int.random(in: 0..<60, using: &random) == 0 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      }
      checkPromises(MaskedDraft(bytes, format))
    }
  }

  /// A draft of each format with bytes dropped, doubled and changed.
  @Test(arguments: formats, 0..<4)
  func mutatedDraftsKeepTheirPromises(format: DraftFormat, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 99)
    let whole = Array((MarkupExamples.drafts[format] ?? "").utf8)
    #expect(!whole.isEmpty)
    for _ in 0..<Self.rounds / 2 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[at], at: at)
        case 2: bytes[at] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...40, using: &random)))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      checkPromises(MaskedDraft(bytes, format))
    }
  }
}

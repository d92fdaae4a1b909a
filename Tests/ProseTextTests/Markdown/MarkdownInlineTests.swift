import ProseText
import Testing

/// Which bytes of a paragraph are prose, and the markup between.
struct MarkdownInlineTests {
  /// Expects the first block's prose, its ranges parted by `·`, and its inlines as `kind text → target`.
  private func check(
    _ draft: String, _ prose: String, _ inlines: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let masked = MaskedDraft(draft)
    let block = try #require(masked.outline.blocks.first, sourceLocation: sourceLocation)
    let content = masked.contents[0]
    let found = content.inlines.map { inline in
      let target = inline.target.isEmpty ? "" : " → \(masked.slice(inline.target, in: block))"
      return "\(inline.kind) \(masked.slice(inline.range, in: block))\(target)\(inline.isResolved ? "" : " ?")"
    }
    #expect(
      content.prose.map { masked.slice($0, in: block) }.joined(separator: "·") == prose, sourceLocation: sourceLocation)
    #expect(found == inlines, sourceLocation: sourceLocation)
  }

  @Test func emphasis() throws {
    try check("a *b* c.", "a ·b· c.", ["emphasis *b*"])
    try check("a **b _c_** d.", "a ·b ·c· d.", ["emphasis **b _c_**", "emphasis _c_"])
    try check("a ***b*** c.", "a ·b· c.", ["emphasis ***b***", "emphasis **b**"])
    try check("2 * 3 * 4, snake_case_name.", "2 * 3 * 4, snake_case_name.")
    try check("a ~~b~~ c.", "a ·b· c.", ["emphasis ~~b~~"])
    try check("~5 or ~6 ports.", "~5 or ~6 ports.")
    try check("> a *b\n> c* d.", "a ·b\n·c· d.", ["emphasis *b\n> c*"])
  }

  @Test func codeAndMath() throws {
    try check("a `b*` c.", "a · c.", ["code `b*`"])
    try check("a ``b`c`` d.", "a · d.", ["code ``b`c``"])
    try check("a `b c.", "a `b c.")
    try check("of $x^2$ and $$y$$.", "of · and ·.", ["math $x^2$", "math $$y$$"])
    try check("cost $5 and $6.", "cost $5 and $6.")
    try check("cost $5–$6, or US$7 and A$8.", "cost $5–$6, or US$7 and A$8.")
    try check("cost \\$5$.", "cost ·$5$.")
  }

  @Test func links() throws {
    try check(
      "See [the *log*](https://a.example \"T 5\").", "See ·the ·log·.",
      [
        "link [the *log*](https://a.example \"T 5\") → https://a.example", "emphasis *log*",
      ])
    try check("See [a](<b c>) and [d]().", "See ·a· and ·d·.", ["link [a](<b c>) → b c", "link [d]()"])
    try check("See [a]({{ \"/b\" | url }}).", "See ·a·.", ["link [a]({{ \"/b\" | url }}) → {{ \"/b\" | url }}"])
    try check(
      "See [a][B], [b][] and [b], not [c].\n\n[b]: /u", "See ·a·, ·b· and ·b·, not [c].",
      [
        "link [a][B] → B", "link [b][] → b", "link [b] → b",
      ])
    try check("[a [b](c) d](e).", "[a ·b· d](e).", ["link [b](c) → c"])
    try check("An ![old *map* 5](m.png \"M\") here.", "An · here.", ["image ![old *map* 5](m.png \"M\") → m.png"])
    try check(
      "In [[Dues]] and [[Dues#x|the dues]].", "In ·Dues· and ·the dues·.",
      [
        "link [[Dues]] → Dues", "link [[Dues#x|the dues]] → Dues#x",
      ])
    try check("Text [[1]](u).", "Text ·[1]·.", ["link [[1]](u) → u"])
  }

  @Test func addresses() throws {
    try check("At <https://a.example/b> now.", "At · now.", ["address <https://a.example/b> → https://a.example/b"])
    try check("(At www.a.example/b_c_d.)", "(At ·.)", ["address www.a.example/b_c_d → www.a.example/b_c_d"])
    try check(
      "At http://a.example/b_(c), ok.", "At ·, ok.", ["address http://a.example/b_(c) → http://a.example/b_(c)"])
    try check(
      "[At https://a.example now](u).", "At · now·.",
      [
        "link [At https://a.example now](u) → u", "address https://a.example → https://a.example",
      ])
    try check("Ask a_b.c@d.example.", "Ask ·.", ["address a_b.c@d.example → a_b.c@d.example"])
    try check("Ask @board at 5:30 www or a@b.", "Ask @board at 5:30 www or a@b.")
  }

  @Test func footnotesAndCitations() throws {
    try check("So it is[^1], or[^2].\n\n[^1]: Note.", "So it is·, or·.", ["footnote [^1] → 1", "footnote [^2] → 2 ?"])
    try check(
      "So [@doe99] and [see @roe, p. 3; -@poe:2].", "So · and ·.",
      [
        "citation [@doe99] → doe99", "citation [see @roe, p. 3; → roe", "citation  -@poe:2] → poe:2",
      ])
    try check("By [@board](u) and [a@b c].", "By ·@board· and [a@b c].", ["link [@board](u) → u"])
  }

  @Test func htmlAndTemplates() throws {
    try check("a <b class=\"c d\">e</b><br/> f.", "a ·e· f.", ["html <b class=\"c d\">", "html </b>", "html <br/>"])
    try check("a <!-- b --> c < d > e.", "a · c < d > e.", ["comment <!-- b -->"])
    try check("a {{ b }} and {% c %}.", "a · and ·.", ["html {{ b }}", "html {% c %}"])
    try check("a *b*{.c #d} and {e}.", "a ·b· and {e}.", ["emphasis *b*"])
  }

  @Test func escapesAndEntities() throws {
    try check("a \\*b\\* and \\c.", "a ·*b·* and \\c.")
    try check("5&nbsp;% of R&D; &#8212; & more.", "5·% of R&D; · & more.")
    try check("a\\\nb.", "a·\nb.")
  }
}

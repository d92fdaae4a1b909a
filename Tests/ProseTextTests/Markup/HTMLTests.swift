import ProseText
import Testing

/// HTML: which blocks a draft has, the prose of each, and the markup inside.
struct HTMLTests: ReaderTests {
  static let format = DraftFormat.html

  @Test func elementsMakeBlocks() {
    check("<h2>Dues</h2><p>They rise.</p>Later.", ["heading2: Dues", "paragraph: They rise.", "paragraph: Later."])
    check("<ul><li>One<li>Two</ul>", ["list-item: One", "list-item: Two"])
    check("<blockquote><p>One.</p><p>Two.</blockquote>", ["quote: One.", "quote: Two."])
    check(
      "<table><caption>Dues</caption><tr><th>Port<td>5</table>", ["caption: Dues", "table-cell: Port", "table-cell: 5"])
    check("<dl><dt>Due</dt><dd>A fee.</dd></dl>", ["list-item: Due", "list-item: A fee."])
    check("<figure><img src=a.png><figcaption>Boats</figcaption></figure>", ["caption: Boats"])
    check("<P CLASS=x>Dues</P>", ["paragraph: Dues"])
  }

  @Test func whatIsNoProseIsLeftOut() {
    check("<head><title>Dues</title></head><p>They rise.", ["paragraph: They rise."])
    check("<script>if (a<b) { c(\"<p>5</p>\") }</script><p>They rise.", ["paragraph: They rise."])
    check("<pre>a = 5 &lt; 6</pre><p>Run.", ["code: a = 5 &lt; 6", "paragraph: Run."])
    check("<!-- hearsay-ignore --><p>Dues.</p>", ["comment: <!-- hearsay-ignore -->", "paragraph: Dues."])
    check("<p>Dues <!-- a -->rise <svg><text>5</text></svg>today.</p>", ["paragraph: Dues rise today."])
    check("<p>5 < 6 and a<b", ["paragraph: 5 < 6 and a<b"])
  }

  @Test func inlines() {
    check(
      inlines: "<p>See <a href=\"https://a.example\">the <em>log</em></a>.",
      ["link <a href=\"https://a.example\">the <em>log</em></a> → https://a.example", "emphasis <em>log</em>"])
    check(inlines: "<p>So.<a href='#n1'>[1]</a>", ["footnote <a href='#n1'>[1]</a> → #n1"])
    check(inlines: "<p>So<sup><a href=\"#n\">a</a></sup>.", ["footnote <sup><a href=\"#n\">a</a></sup>"])
    check(inlines: "<p>Run <code>x 5</code>.", ["code <code>x 5</code>"])
    check(inlines: "<p>In <cite>The Gull</cite>.", ["citation <cite>The Gull</cite>"])
    check(inlines: "<p>At https://a.example/b.", ["address https://a.example/b → https://a.example/b"])
    check(inlines: "<p>A <a name=x>place</a>.", [])
  }

  @Test func nestingIsBounded() {
    let draft = MaskedDraft(String(repeating: "<div>", count: 5_000) + "<h1>Dues</h1>They rise.", .html)
    #expect(draft.prose == ["Dues", "They rise."])
  }
}

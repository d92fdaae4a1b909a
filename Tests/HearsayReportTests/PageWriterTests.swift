import Testing

@testable import HearsayReport

struct PageWriterTests {
  private func shown(_ text: String) -> String {
    var page = PageWriter()
    page.text(text)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Vale & Sons <b> \"x\" 'y'", "Vale &amp; Sons &lt;b&gt; &quot;x&quot; &#39;y&#39;"),
    ("é🙂—ß", "é🙂—ß"), ("one\ntwo\tthree", "one\ntwo\tthree"), ("one\r\ntwo\rthree", "one \ntwo\nthree"),
    ("\0\u{1B}\u{7F}", "\u{2400}\u{241B}\u{2421}"), ("a\u{85}b\u{61C}c", "a\u{FFFD}b\u{FFFD}c"),
    ("\u{202E}x\u{2066}y\u{200F}z\u{FEFF}", "\u{FFFD}x\u{FFFD}y\u{FFFD}z\u{FFFD}"),
    ("\u{200D}\u{A0}\u{2026}", "\u{200D}\u{A0}\u{2026}"),
    ("", ""),
  ])
  func textIsShownAsText(_ text: String, _ expected: String) {
    #expect(shown(text) == expected)
  }

  @Test(arguments: [
    ("https://a.example/x?a=1&b", true), ("HTTP://a.example", true), ("javascript:alert(1)", false),
    ("data:text/html,x", false), (" https://a.example", false), ("https://a.example/ onclick=x", false),
    ("https:/a.example", false), ("", false), ("https://a.example/\n", false),
  ])
  func onlyWebAddressesAreLinks(_ address: String, _ isLink: Bool) {
    #expect(PageWriter.isWebAddress(address) == isLink)
    var page = PageWriter()
    page.link(to: address, "words")
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("href=") == isLink)
  }
}

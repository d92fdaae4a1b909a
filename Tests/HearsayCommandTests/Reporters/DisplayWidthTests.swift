import Testing

@testable import HearsayCommand

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("draft", 5), ("né", 2), ("ne\u{301}", 2), ("漢字", 4), ("한국", 4), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2),
    ("🙂", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("🇬🇷", 2), ("🇬🇷🇫🇷", 4), ("a\u{200B}b", 2),
    ("שלום", 4), ("…", 1), ("€", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("co\u{AD}op", 4),
  ])
  func widths(_ text: String, _ columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test func controlCharactersBecomeVisible() {
    #expect(visible("a\u{1B}[31mb\r\n\t\u{0}\u{7F}") == "a␛[31mb␍␊␉␀␡")
    #expect(visible("\u{9B}31m\u{202E}x\u{2066}\u{2028}") == "\u{FFFD}31m\u{FFFD}x\u{FFFD}\u{FFFD}")
    #expect(visible("né 漢 👩‍👧 שלום") == "né 漢 👩‍👧 שלום")
  }
}

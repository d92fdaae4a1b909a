import ProseText
import Testing

struct TokenTests {
  /// The tokens as `|` parts them; each kind by its letter: word, number, punctuation, symbol, opaque.
  private func check(
    _ text: String, _ expected: String, _ kinds: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let draft = TokenizedText(text)
    #expect(draft.tokens.map(draft.string).joined(separator: "|") == expected, sourceLocation: sourceLocation)
    if !kinds.isEmpty { #expect(draft.kinds == kinds, sourceLocation: sourceLocation) }
  }

  @Test func words() {
    check("The council met.", "The|council|met|.", "wwwp")
    check("Ångström façade naïve ŁÓDŹ", "Ångström|façade|naïve|ŁÓDŹ", "wwww")
    check("R&D at AT&T", "R&D|at|AT&T")
    check("file_name and _so_", "file_name|and|_|so|_")
    check("B1098 costs", "B1098|costs", "ww")
    check("and/or", "and|/|or")
    check("", "")
    check(" \t\r\n ", "")
  }

  @Test func hyphensPartWords() {
    check("two-mile walk", "two|-|mile|walk", "wpww")
    check("COVID-19", "COVID|-|19", "wpn")
    check("a -- b—c–d", "a|--|b|—|c|–|d")
    check("mid‐1990s", "mid|‐|1990|s")
  }

  @Test(arguments: ["'", "’"])
  func cliticsPart(mark: String) {
    func checkClitics(_ text: String, _ expected: String) {
      check(text.replacing("'", with: mark), expected.replacing("'", with: mark))
    }
    checkClitics("Moor's we'll you're they've I'm he'd", "Moor|'s|we|'ll|you|'re|they|'ve|I|'m|he|'d")
    checkClitics("don't CAN'T isn't", "do|n't|CA|N'T|is|n't")
    checkClitics("O'Neil d'Or rock'n'roll", "O'Neil|d'Or|rock'n'roll")
    checkClitics("the dogs' food", "the|dogs|'|food")
    checkClitics("the U.S.'s 2019's Jr.'s", "the|U.S.|'s|2019|'s|Jr.|'s")
    checkClitics("in the '90s", "in|the|'|90|s")
    checkClitics("n't", "n't")
  }

  @Test func numbers() {
    check("1,234.5 and 2019.", "1,234.5|and|2019|.", "nwnp")
    check("$5 €3 £2m 7%", "$|5|€|3|£|2|m|7|%", "snsnsnwns")
    check("1st 5G 3D", "1|st|5|G|3|D", "nwnwnw")
    check("1\u{A0}234\u{A0}567 and 1\u{202F}234\u{2009}567", "1\u{A0}234\u{A0}567|and|1\u{202F}234\u{2009}567")
    check("12\u{A0}34 and 1\u{A0}2345", "12|34|and|1|2345")
    check("1 234", "1|234", "nn")
    check("12:30 1/2 3½", "12|:|30|1|/|2|3|½")
    check("5,", "5|,")
    check("1.2.3", "1.2.3", "n")
    check(".5", ".|5")
  }

  @Test func abbreviationsKeepTheirDot() {
    check(
      "Dr. Moor of Acme Inc. met J. K. Reed at 5 p.m. in the U.S.",
      "Dr.|Moor|of|Acme|Inc.|met|J.|K.|Reed|at|5|p.m.|in|the|U.S.")
    check("a Ph.D. student, e.g. Ann", "a|Ph.D.|student|,|e.g.|Ann")
    check("No. 5, art. 7 and p. 9", "No.|5|,|art.|7|and|p.|9")
    check("She said no. It is art. Her rep. left.", "She|said|no|.|It|is|art|.|Her|rep|.|left|.")
    check("Rep. Moor, Gen. Reed", "Rep.|Moor|,|Gen.|Reed")
    check("on Sat. 5 May; he sat.", "on|Sat.|5|May|;|he|sat|.")
    check("(c. 1810) vitamin c.", "(|c.|1810|)|vitamin|c|.")
    check("you and I. He", "you|and|I|.|He")
    check("the IE. He, i.e. she", "the|IE|.|He|,|i.e.|she")
    check("etc...", "etc|...")
  }

  @Test func notesBehindAStopAreNoWord() {
    check("in the valley.11 The", "in|the|valley|.|11|The", "wwwpnw")
    check("notes.txt v2.10", "notes.txt|v2.10", "ow")
  }

  @Test func addresses() {
    check("see https://example.org/a_(b)?c=1, or", "see|https://example.org/a_(b)?c=1|,|or", "wopw")
    check("(http://example.org/)", "(|http://example.org/|)", "pop")
    check("“www.example.org”.", "“|www.example.org|”|.", "popp")
    check("ann.moor@example.org.", "ann.moor@example.org|.", "op")
    check("<https://example.org>", "<|https://example.org|>", "sos")
    check("example.org/x", "example.org|/|x", "opw")
    check("http://example.org\u{A0}and", "http://example.org|and")
    check("www. and http:// and a:b", "www|.|and|http://|and|a|:|b")
    check("@moor #tag", "@|moor|#|tag", "swsw")
  }

  @Test func marks() {
    check("Well... no… Yes?!", "Well|...|no|…|Yes|?|!")
    check("“So,” she said", "“|So|,|”|she|said", "pwppww")
    check("a=b <c>", "a|=|b|<|c|>", "wswsws")
    check("🙂👩‍👧", "🙂|👩|👧", "sss")
    check("5️⃣", "5|\u{20E3}")
  }

  @Test func otherScripts() {
    check("Москва и Αθήνα", "Москва|и|Αθήνα", "www")
    check("שלום مرحبا", "שלום|مرحبا", "ww")
    check("東京。", "東京|。", "wp")
    check("नमस्ते", "नमस्ते", "w")
    check("٣ ቁ", "٣|ቁ", "ww")
  }

  @Test func whatCannotBeSeenJoinsNothingAndPartsNothing() {
    check("co\u{AD}operate", "co\u{AD}operate", "w")
    check("\u{FEFF}The\u{200B} end", "The\u{200B}|end")
    check("cafe\u{301} x\u{301}", "cafe\u{301}|x\u{301}")
    #expect(TokenizedText("Co\u{AD}op\u{200D}erate").tokens.first?.key == foldedKey("cooperate"))
  }

  @Test func keysFoldCase() {
    let spellings = ["ÉCOLE’S", "école's"].map { TokenizedText($0).tokens.map(\.key) }
    #expect(spellings[0] == spellings[1])
    #expect(spellings[0] == [foldedKey("école"), foldedKey("'s")])
    #expect(foldedKey("a") != foldedKey("b"))
  }

  @Test func bytesThatAreNotUTF8AreSymbols() {
    let draft = TokenizedText([0x61, 0xFF, 0x62, 0xC3, 0x20, 0xE2, 0x80])
    #expect(draft.kinds == "wswsss")
    #expect(draft.tokens.map(\.range) == [0..<1, 1..<2, 2..<3, 3..<4, 5..<6, 6..<7])
  }

  @Test func shapes() {
    let draft = TokenizedText("The NATO x\nB2 e.g. Éa eBay O’Neil")
    let expected: [TokenShape] = [
      [.spaceBefore, .lineBefore, .capitalised, .hasLetter], [.spaceBefore, .capitalised, .allCaps, .hasLetter],
      [.spaceBefore, .hasLetter], [.spaceBefore, .lineBefore, .capitalised, .hasLetter, .hasDigit],
      [.spaceBefore, .hasLetter, .abbreviation], [.spaceBefore, .capitalised, .hasLetter],
      [.spaceBefore, .hasLetter, .innerCapital], [.spaceBefore, .capitalised, .hasLetter],
    ]
    #expect(draft.tokens.map(\.shape) == expected)
  }

  @Test func opaqueThingsStandInTheSentence() {
    let content = BlockContent(
      prose: [0..<4, 7..<12], inlines: [Inline(kind: .code, range: 4..<7), Inline(kind: .emphasis, range: 8..<11)])
    let draft = TokenizedText("run `a` or b", content)
    #expect(draft.tokens.map(draft.string) == ["run", "`a`", "or", "b"])
    #expect(draft.kinds == "woww")
  }
}

import HearsayCore
import ProseText
import Testing

@testable import HearsayCommand

@Suite struct ExcerptTests {
  /// The line with its mark below, for a text with one range between `⟦` and `⟧`.
  private func check(
    _ marked: String, width: Int = 40, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let analysis = analysis(marked: marked)
    let excerpt = Excerpt(of: analysis.findings[0].range, in: analysis.text, width: width)
    let underline =
      String(repeating: " ", count: excerpt.markColumn) + String(repeating: "^", count: excerpt.markWidth)
      + (excerpt.isMarkCut ? "…" : "")
    let shown = "\(excerpt.before)\(excerpt.marked)\(excerpt.after)\n\(underline)"
    #expect(shown == expected, sourceLocation: sourceLocation)
    // Two ellipses may stand outside the window.
    #expect(
      displayWidth(of: excerpt.before + excerpt.marked + excerpt.after) <= width + 2, sourceLocation: sourceLocation)
  }

  @Test func shortLineIsShownWhole() {
    check("One.\nSome ⟦640⟧ homes.\nTwo.", "Some 640 homes.\n     ^^^")
    check("⟦640⟧ homes", "640 homes\n^^^")
    check("homes: ⟦640⟧", "homes: 640\n       ^^^")
    check("   indented ⟦7⟧", "indented 7\n         ^")
  }

  @Test func longLineIsCutAtWords() {
    check(
      "The river rose for three days before anybody noticed that ⟦640 homes⟧ stood under water along the southern bank.",
      "…noticed that 640 homes stood under…\n              ^^^^^^^^^")
    check(
      "⟦640⟧ homes stood under water along the southern bank of the river.",
      "640 homes stood under water along the…\n^^^")
    check(
      "The water stood high along the southern bank of the river in ⟦640⟧.",
      "…the southern bank of the river in 640.\n                                   ^^^")
  }

  @Test func lineWithoutSpacesIsCutAnywhere() {
    check(
      "漢漢漢漢漢漢漢漢漢漢漢漢漢⟦字字⟧漢漢漢漢漢漢漢漢漢漢漢漢漢漢", width: 20,
      "…漢漢漢漢字字漢漢漢漢…\n         ^^^^")
  }

  @Test func wideAndCombiningCharactersKeepTheMarkInPlace() {
    check("漢字 ⟦640⟧", "漢字 640\n     ^^^")
    check("ne\u{301}e ⟦640⟧", "ne\u{301}e 640\n    ^^^")
    check("👩‍👧 ⟦🙂⟧.", "👩‍👧 🙂.\n   ^^")
    check("a\tb ⟦640⟧", "a   b 640\n      ^^^")
  }

  @Test func controlCharactersAreShown() {
    check("a\u{1B}[2J ⟦6\u{7}40⟧", "a␛[2J 6␇40\n      ^^^^")
  }

  @Test func rangeOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
    check("Some ⟦640\nhomes⟧ stood.", "Some 640\n     ^^^…")
    check("Some ⟦640\r\nhomes⟧ stood.", "Some 640\n     ^^^…")
  }

  @Test func rangeWiderThanTheWindowIsCut() {
    check(
      "x ⟦\(String(repeating: "7", count: 90))⟧ y", width: 20,
      "…\(String(repeating: "7", count: 20))…\n ^^^^^^^^^^^^^^^^^^^^…")
  }

  @Test func emptyRangeHasAMark() {
    check("Some⟦⟧ homes", "Some homes\n    ^")
    check("⟦⟧", "\n^")
  }

  @Test func textFromRightToLeftIsRecognised() {
    let hebrew = analysis(marked: "בעיר ⟦640⟧ בתים")
    #expect(Excerpt(of: hebrew.findings[0].range, in: hebrew.text).isRightToLeft)
    let latin = analysis(marked: "in the ⟦640⟧")
    #expect(!Excerpt(of: latin.findings[0].range, in: latin.text).isRightToLeft)
  }

  @Test func bytesThatAreNotUTF8AreReplaced() {
    let text = SourceText([0x61, 0xFF, 0x20, 0x37, 0xC3])
    let excerpt = Excerpt(of: 3..<4, in: text)
    #expect(excerpt.before == "a\u{FFFD} ")
    #expect(excerpt.marked == "7")
    #expect(excerpt.after == "\u{FFFD}")
  }

  @Test func hugeLineCostsNoMoreThanItsWindow() {
    // Each excerpt reads a window; reading the line for each would take minutes.
    let text = SourceText(String(repeating: "\u{301}", count: 1_000_000))
    for offset in stride(from: 0, to: text.count, by: 20_000) {
      let excerpt = Excerpt(of: offset..<offset + 2, in: text)
      #expect(excerpt.before.utf8.count + excerpt.after.utf8.count < 8000)
    }
  }
}

import ProseText
import Testing

struct SentenceTests {
  /// `‖` stands where a sentence begins that is not the first.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let draft = TokenizedText(marked.replacing("‖", with: ""))
    var bytes = draft.bytes
    for sentence in draft.sentences.dropFirst().reversed() {
      bytes.insert(contentsOf: "‖".utf8, at: sentence.range.lowerBound)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == marked, sourceLocation: sourceLocation)
  }

  @Test func stops() {
    check("Prices rose. ‖Wages fell! ‖Why? ‖Nobody knows.")
    check("One of many")
    check("He left.\n‖she stayed.")
    check("It rose by 3.5 points. ‖7 of 9 towns agreed.")
    check("So what?! ‖Well!! ‖Fine.")
    check("It fell. and rose.")
    check("We count; They count: The rest.")
  }

  @Test func quotationMarksAndBracketsCloseOnTheStop() {
    check("“We won.” ‖The hall cheered.")
    check("He said: \"It rose.\" ‖She disagreed.")
    check("(It rose.) ‖It fell.")
    check("\"Was it you?\" he asked. ‖She nodded.")
    check("“Was it you?” Ann Moor asked. ‖She nodded.")
    check("“Was it you?” ‖The mayor laughed.")
    check("It rose (by the second count) and fell.")
    check("‘It rose.’ ‖“It fell.”")
    check("“It never rose.” (Moor 2019). ‖It did.")
    check("It rose. ‖(The second count is out.) ‖It fell.")
  }

  @Test func abbreviations() {
    check("Dr. Moor met Rep. Reed of Acme Inc. on Jan. 5. ‖They agreed.")
    check("J. K. Reed wrote to Ann M. Moor.")
    check("Ask Albert I. Jones. ‖You and I. ‖Did he?")
    check("The U.S. Senate and U.S. officials met. ‖He left the U.S. ‖The rest stayed.")
    check("It opens at 5 p.m. ‖Residents may speak until 6 p.m. Monday or 7 p.m. Eastern time.")
    check("Bring forms, pens, etc. ‖Doors open at 9 a.m. ‖He came.")
    check("They chose Plan B. ‖The rest was easy.")
    check("She said no. ‖No. 5 won. ‖It is art. ‖Art. 5 says so.")
    check("See fig. 3 and vol. 2, e.g. Moor v. Reed. ‖It holds.")
    check("Reed et al. ‖They were late; Reed et al. Press agreed.")
    check("He holds a Ph.D. from Harbour (c. 1990). ‖It shows.")
  }

  @Test func ellipses() {
    check("It rose ... and fell.")
    check("It rose... ‖The rest fell.")
    check("It rose . . . and fell . . . I think.")
    check("“[...] it rose,” he said. ‖“... The rest fell.”")
    check("It rose. ‖... The rest fell.")
    check("It rose. ‖. . . The rest fell. . . .")
    check("It rose and . . . . ‖The rest fell.")
  }

  @Test func aSpaceIsMissing() {
    check("It met dissent.‖What followed was calm.")
    check("He asked why.‖“Because,” she said.")
    check("Use report.DOC or example.org/Page or the .NET kit.")
    check("東京です。‖大阪です。")
  }

  @Test func noteMarksStayWithTheirSentence() {
    check("It rose.[3] ‖It fell. [4] [5] ‖It stayed.² ‖It ended.† ‖Then")
    check("It rose in the valley.11 ‖It fell (twice).12 ‖It stayed.")
    check("It rose. 4 ‖The rest fell.")
    check("[1] Moor. ‖[2] Reed.")
  }

  @Test func countedItems() {
    check("1. Hire nurses")
    check("2) Hire nurses. ‖3) Pay them.")
    check("1. Hire nurses ‖2. Pay them ‖3. Rest")
    check("a) hire nurses ‖b) pay them")
    check("• Hire nurses ‖• Pay them")
    check("(a) It rose. ‖(b) It fell.")
    check("1. Firms in 1) Harbour and 2) Ford. ‖They rose.")
    check("Figure 2. Prices by town")
    check("We won 2. ‖Then 3.")
  }

  @Test func names() {
    check("He works at Yahoo! in the valley.")
    check("The !Kung live there.")
    check("It rose. ‖eBay fell.")
    check("لماذا؟".replacing("؟", with: "?") + " ‖لأن")
  }

  @Test func marksAloneAreNoSentence() {
    check("! ? . The end.")
    check("...")
    check("")
    check("It rose. ‖🙂")
  }

  /// A line break in place of a space changes nothing.
  @Test func wrappedLines() {
    check("Prices rose in the\nU.S. in May.\n‖Dr.\nMoor counted. ‖It rose\r\nagain.")
  }
}

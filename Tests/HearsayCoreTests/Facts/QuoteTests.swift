import HearsayCore
import Testing

/// Which marks pair, what the words between them are, and whose.
@Suite struct QuoteTests {
  /// The marks hold the quotations in the order in which they open, their own marks inside.
  private func check(
    _ marked: String, _ kinds: QuoteKind..., by speakers: [String?]? = nil, isClosed: Bool = true,
    isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, isMarkdown: isMarkdown)
    let found = analysis.quotes
    #expect(
      found.map(\.range) == draft.ranges, "found \(analysis.words(found.map(\.range)))", sourceLocation: sourceLocation)
    #expect(found.map(\.kind) == kinds, sourceLocation: sourceLocation)
    #expect(found.allSatisfy { $0.isClosed == isClosed }, sourceLocation: sourceLocation)
    guard let speakers else { return }
    #expect(found.map { $0.speaker.map { analysis.sources[$0].name } } == speakers, sourceLocation: sourceLocation)
  }

  @Test func marks() throws {
    try check("⟦“We lost the mill,”⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
    try check("⟦\"We lost the mill,\"⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
    try check("⟦‘We lost the mill,’⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
    try check("⟦'We lost the mill,'⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
    try check("⟦«We lost the mill,»⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
  }

  @Test("behind multibyte text")
  func multibyte() throws {
    try check("Ångström café 🙂. ⟦“We lost the mill,”⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
  }

  @Test func apostrophes() throws {
    try check("The workers' hall and the drummers' riser burned.")
    try check("The workers’ hall and the drummers’ riser burned.")
    try check("Rock 'n' roll filled the '90s hall.")
    try check("Rock ’n’ roll filled the ’90s hall.")
    try check("The mill’s owner didn’t come, and it’s Reid’s now.")
    try check("Ana Reid said ⟦‘the workers’ hall burned’⟧ on Monday.", .fragment, by: ["Ana Reid"])
    try check("Ana Reid said ⟦'the workers' hall burned'⟧ on Monday.", .fragment, by: ["Ana Reid"])
  }

  @Test func feetAndInches() throws {
    try check("He is 6'2\" and the beam is 12\" wide.")
    try check("⟦\"We lost 10,\"⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
    try check("⟦\"We lost 10\"⟧ was chalked on the wall.", .fragment)
  }

  @Test func nesting() throws {
    try check(
      "⟦“Reid told me ⟦‘never again’⟧ and left,”⟧ Ana Moss said.", .quotation, .fragment, by: ["Ana Moss", "Ana Moss"])
    try check("⟦\"Reid told me ⟦'never again'⟧ and left,\"⟧ Ana Moss said.", .quotation, .fragment)
  }

  @Test("an inner straight mark and the outer one close side by side")
  func sideBySide() throws {
    try check("⟦\"Reid asked ⟦'who goes?'⟧\"⟧. He left.", .quotation, .fragment)
    try check("⟦\"Reid asked ⟦'who goes?'⟧ \"⟧. He left.", .quotation, .fragment)
    try check("⟦\"Reid asked ⟦'who goes'⟧\"⟧. He left.", .fragment, .fragment)
    try check("⟦\"Reid said ⟦'we go.'⟧\"⟧—and left.", .quotation, .fragment)
    try check("⟦'Reid said ⟦\"I go there\"⟧'⟧. He left.", .quotation, .fragment)
    try check("He left. ⟦\"⟦'Go there,'⟧ Reid said to us,\"⟧ Ana Moss said.", .quotation, .fragment)
  }

  @Test("two quotations side by side pair each with its own mark")
  func several() throws {
    try check("⟦“We lost 10”⟧ and ⟦“we won 12”⟧ were chalked on the wall.", .fragment, .fragment)
    try check("He said ⟦“stop”⟧ and ⟦“go”⟧ and left.", .fragment, .term)
  }

  @Test("an unclosed quotation ends before its speaker, or with its clause")
  func unclosed() throws {
    try check("⟦“We lost the mill⟧, Ana Reid said.", .fragment, by: ["Ana Reid"], isClosed: false)
    try check("⟦‘We lost the mill⟧, Ana Reid said.", .fragment, by: ["Ana Reid"], isClosed: false)
    try check("Ana Reid said ⟦“we lost the mill and left⟧.", .fragment, by: ["Ana Reid"], isClosed: false)
  }

  @Test("marks do not pair across paragraphs")
  func paragraphs() throws {
    let text = "Ana Reid said ⟦“we lost the mill and left⟧.\n\nThe ”tide“ rose."
    let draft = MarkedDraft(text)
    let quotes = try analysis(draft.plain).quotes
    #expect(quotes.first?.range == draft.ranges.first && quotes.first?.isClosed == false)
  }

  @Test func kinds() throws {
    try check("Ana Reid said: ⟦“The mill is gone for good.”⟧", .quotation, by: ["Ana Reid"])
    try check("Ana Reid said the mill was ⟦“gone for good”⟧.", .fragment, by: ["Ana Reid"])
    try check("Ana Reid called the plan ⟦“a mess”⟧.", .fragment, by: ["Ana Reid"])
    try check("The novel ⟦“Salt Water”⟧ sold well.", .title)
    try check("⟦“Salt Water”⟧ is a novel.", .title)
    try check("A ship called ⟦“Salt Water”⟧ sank.", .title)
    try check("The ⟦“green”⟧ tax rose.", .scare)
    try check("The so-called ⟦“green”⟧ tax rose.", .scare)
    try check("The men use ⟦“slack”⟧ daily.", .term)
  }

  @Test("a quotation that runs on is its speaker's")
  func running() throws {
    try check(
      "⟦“We lost the mill,”⟧ Ana Reid said. ⟦“We lost the barges.”⟧", .quotation, .quotation,
      by: ["Ana Reid", "Ana Reid"])
    try check(
      "⟦“We lost the mill,”⟧ Ana Reid said.\n\n⟦“We lost the barges.”⟧", .quotation, .quotation, by: ["Ana Reid", nil])
  }

  @Test("a question or an exclamation has the speaker behind it")
  func stopsInside() throws {
    try check("⟦“Did we lose?”⟧ Ana Reid asked.", .quotation, by: ["Ana Reid"])
    try check("⟦“Did we lose?”⟧ asked Ana Reid.", .quotation, by: ["Ana Reid"])
    try check("⟦“We lost!”⟧ Ana Reid said.", .quotation, by: ["Ana Reid"])
    try check("⟦“We lost!”⟧ Ana Reid left the hall.", .quotation, by: [nil])
  }

  @Test("a speech over several paragraphs opens each with a mark and closes the last")
  func speech() throws {
    let draft = MarkedDraft("⟦“We lost the mill⟧.\n\n⟦“We lost the barges too,”⟧ Ana Reid said.")
    let analysis = try analysis(draft.plain)
    #expect(analysis.quotes.map(\.range) == draft.ranges)
    #expect(analysis.quotes.map(\.isClosed) == [false, true])
    #expect(!analysis.findings.contains { $0.rule == "HS403" }, "the first paragraph is not left open by mistake")
  }

  @Test("a credit line under a block quotation names its speaker")
  func credit() throws {
    try check("> ⟦“We lost the mill.”⟧\n> — Ana Reid", .quotation, by: ["Ana Reid"], isMarkdown: true)
  }

  @Test(
    "marks with nothing between them quote nothing",
    arguments: ["“", "”", "“”", "\"", "\"\"", "' ' '", "‘’‘’", "“‘“‘", "»«", "6'2\"", "“ ”", "“\n\n”"])
  func nothing(_ text: String) throws {
    #expect(try analysis(text).quotes.allSatisfy { !$0.isClosed })
  }
}

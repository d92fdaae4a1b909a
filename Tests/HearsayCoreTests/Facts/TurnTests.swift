import HearsayCore
import Testing

/// Interviews: a speaker answers for the whole turn, questions and introduction are the draft's own voice.
@Suite struct TurnTests {
  /// Exactly the marked ranges are findings of the rules for figures, attribution, chains and quotations.
  private func check(_ marked: String, isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let draft = MarkedDraft(marked)
    let found = try analysis(draft.plain, isMarkdown: isMarkdown).findings.map(\.range).sorted {
      $0.lowerBound < $1.lowerBound
    }
    #expect(found == draft.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  private let answer =
    "Some 850 barges sank. They supposedly leaked. Experts say the quay was full, and many users find it so."

  @Test("labels in double brackets")
  func brackets() throws {
    try check(
      """
      Some ⟦640⟧ barges sank in May.

      ((EW)) Why do they sink?

      ((Ida Marsh)) \(answer)

      Another 75 sank in June, sources say.

      ((EW)) : In May ⟦900⟧ gulls came. Why is that?

      ((Ida Marsh)): They feared the noise.
      """)
  }

  @Test("labels in bold, and initials")
  func bold() throws {
    try check(
      "**Ida Marsh:** \(answer)\n\n**Tom Reid:** It rained.\n\n**IM:** \(answer)\n\n**TR:** Yes.\n\n**IM:** No.\n",
      isMarkdown: true)
  }

  @Test("questions and answers")
  func questions() throws {
    try check(
      "**Q: Why do they sink?**\n\nA: \(answer)\n\n**Q: Who knows?**\n\nA: I do.\n\n**Q: Since when?**\n\nA: May.\n",
      isMarkdown: true)
  }

  @Test("behind a heading the draft speaks again")
  func heading() throws {
    try check(
      """
      Q: Why do they sink?

      A: They leak.

      Q: Who says so?

      A: Sources do.

      # What came of it

      Some ⟦640⟧ barges sank.

      """, isMarkdown: true)
  }

  @Test("a caption’s credit is no speaker")
  func credits() throws {
    try check(
      """
      ((EW)) Why do they sink?

      ((Ida Marsh)) They leak.

      ((EW)) Do they all?

      # What came of it

      Ida MarshImage: Tom Reid.

      Some ⟦640⟧ barges sank in May.

      Ida Marsh Photo: Dorn Press.

      Some ⟦75⟧ sank in June.
      """, isMarkdown: true)
  }

  @Test("a turn ends where the outlet tells of its next talk")
  func narrative() throws {
    try check(
      """
      ((EW)) Why do they sink?

      ((EW)) Who builds them?

      Marsh built ⟦640⟧ barges at Dorn.

      With the Dorn Ledger, Marsh discussed the yard.

      ((EW)) Do they all sink?

      Some 75 sank in June.
      """)
  }

  @Test("an outlet that asks somebody else ends a turn too, and whoever says “I” goes on with theirs")
  func otherNarrative() throws {
    let talk = """
      ((EW)) Why do they sink?

      ((Ida Marsh)) They leak.

      The yard built ⟦640⟧ barges.

      The Dorn Ledger interviewed Tom Reid.

      ((EW)) Do they all sink?

      ((Tom Reid)) Some 75 sank in June.
      """
    try check(talk)
    try check(talk.replacing("⟦640⟧ barges.", with: "640 barges.\n\nI saw it."))
  }

  @Test("words with a colon are no speakers")
  func lists() throws {
    try check(
      "Cost: Some ⟦640 crowns⟧.\n\nNote: ⟦Experts⟧ say it leaks.\n\nNote: It ⟦reportedly⟧ sank.\n\nUpdate: It rained.")
  }

  @Test("who asks is the draft itself, by name")
  func asker() throws {
    let result = try analysis(
      "((EW)) Why do barges sink?\n\n((Ida Marsh)) They leak.\n\n((EW)) Do they all?\n\n((Ida Marsh)) Most.\n")
    #expect(
      result.attributions.map { $0.resolved.map { result.sources[$0].kind } } == [.writer, .person, .writer, .person])
  }
}

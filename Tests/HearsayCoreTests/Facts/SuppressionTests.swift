import HearsayCore
import Testing

/// What a suppression silences, and what it does not reach.
@Suite struct SuppressionTests {
  /// The marks hold what is still reported, whatever the rule.
  private func check(
    _ marked: String, isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, isMarkdown: isMarkdown)
    #expect(
      analysis.findings.map(\.range) == draft.ranges, "found \(analysis.words(analysis.findings.map(\.range)))",
      sourceLocation: sourceLocation)
  }

  @Test("without one both rules speak")
  func none() throws {
    try check("Some ⟦640⟧ homes were flooded. ⟦It is believed⟧ that the mill burned.")
    try check("<!-- a note -->\n\nSome ⟦640⟧ homes were flooded.", isMarkdown: true)
  }

  @Test func plainTextLine() throws {
    try check("hearsay-ignore HS101: known\nSome 640 homes were flooded.")
    try check("hearsay-ignore HS101: known\n\nSome 640 homes were flooded.")
    try check("hearsay-ignore HS101: known\nSome 640 homes were flooded. ⟦It is believed⟧ that the mill burned.")
  }

  @Test func comment() throws {
    try check("<!-- hearsay-ignore HS101: known -->\n\nSome 640 homes were flooded.", isMarkdown: true)
    try check("<!-- hearsay-ignore hs101: known -->\n\nSome 640 homes were flooded.", isMarkdown: true)
    try check("<!-- ⟦hearsay-ignore HS201: known⟧ -->\n\nSome ⟦640⟧ homes were flooded.", isMarkdown: true)
  }

  @Test func severalRules() throws {
    let text = "Some 640 homes were flooded. It is believed that the mill burned."
    try check("hearsay-ignore HS101, HS201: known\n\(text)")
    try check("hearsay-ignore: known\n\(text)")
    try check("<!-- hearsay-ignore HS101: a -->\n<!-- hearsay-ignore HS201: b -->\n\n\(text)", isMarkdown: true)
  }

  @Test("the block behind it, not the next one, not the one before")
  func reach() throws {
    try check("hearsay-ignore HS101: known\nSome 640 homes were flooded.\n\nSome ⟦90⟧ barns burned.")
    try check(
      "<!-- hearsay-ignore HS101: known -->\n\nSome 640 homes were flooded.\n\nSome ⟦90⟧ barns burned.",
      isMarkdown: true)
    try check("Some ⟦640⟧ homes were flooded.\n\n<!-- ⟦hearsay-ignore HS101: known⟧ -->\n", isMarkdown: true)
  }

  @Test("a list or a quotation is one block")
  func containers() throws {
    try check(
      "<!-- hearsay-ignore HS101: known -->\n\n- Some 640 homes were flooded.\n- Some 90 barns burned.\n\n"
        + "Some ⟦30⟧ cars sank.", isMarkdown: true)
    try check(
      "<!-- hearsay-ignore HS201: known -->\n\n> It is believed that the mill burned.\n>\n> It is believed that it rained.\n\n"
        + "⟦It is believed⟧ that it snowed.", isMarkdown: true)
  }

  // MARK: Other languages

  private static let french =
    "La ministre a déclaré que 640 maisons étaient inondées et que les routes du nord étaient fermées depuis mardi."
  private static let german =
    "Das Ministerium sagte, dass 640 Häuser überflutet wurden und die Straßen im Norden seit Dienstag gesperrt sind."

  @Test("a draft in another language is left alone", arguments: [french, german])
  func otherLanguage(_ text: String) throws {
    let analysis = try analysis(text)
    #expect(analysis.isOtherLanguage && analysis.findings.isEmpty && analysis.figures.isEmpty)
  }

  @Test("a paragraph in another language does not silence an English draft")
  func mixedLanguages() throws {
    let english = "The county closed the road to the north, and it is still without power in most of its old streets."
    let draft = MarkedDraft("\(english) Some ⟦640⟧ homes were flooded.\n\n\(Self.french)")
    let analysis = try analysis(draft.plain)
    #expect(!analysis.isOtherLanguage)
    #expect(analysis.findings.map(\.range) == draft.ranges)
  }
}

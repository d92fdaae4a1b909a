import HearsayCore
import Testing

/// Posts that speak for their writers, who are named: small figures of their own doing are left alone, claims about the world are
/// marked.
@Suite struct OwnAccountTests {
  /// Exactly the marked ranges are findings of a rule, under a byline and below a sentence in the first person.
  private func check(
    _ marked: String, _ rule: String = "HS101", isSigned: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let head = isSigned ? "---\nauthors:\n- ida brandt\n---\n\nWe build boats.\n\n" : ""
    let draft = MarkedDraft("\(head)\(marked)\n")
    let found = try analysis(draft.plain, isMarkdown: true).findings.filter { $0.rule == rule }.map(\.range)
    #expect(found == draft.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  @Test("small counts and sums are the writers' own; large ones, shares and other drafts' are asked for")
  func sizes() throws {
    try check("The quay has 40 berths. A berth costs $350.")
    try check("The quay has ⟦40⟧ berths.", isSigned: false)
    try check("The valley has ⟦40,000⟧ mills.")
    try check("The ministry spends about ⟦$80 million⟧ on oars.")
    try check("Around ⟦70%⟧ of skippers ignore the sign.")
  }

  @Test("what might be, advice and what anybody might do")
  func suppositions() throws {
    try check("A barge can carry 4,000 sacks.")
    try check("A crew of less than 75 percent may mean trouble.")
    try check("Turning back after six weeks and $500,000 is cheaper than after $90 million.")
    try check("The guild lost ⟦$90 million⟧ in the flood.")
    try check("Many years and millions of crowns later, the dam would open.", "HS103")
  }

  @Test("what the writers wrote, made or see on their site")
  func material() throws {
    try check("The manual has 2,000 lines.")
    try check("Last week the site had 5 million page views.")
    try check("The index shows prices from a list of 48,000 oars.")
    try check("At the time of writing, 41% of the boats are out. But the ferry has 90%.")
    try check("quay.example helps over 15 million people moor.")
    try check("The ministry helps over ⟦15 million⟧ people moor.")
  }

  @Test("a plural without a number: of what is told, not of what something is for")
  func plurals() throws {
    try check("The guild is a yard with hundreds of crews.", "HS103")
    try check("⟦Hundreds⟧ of crews are leaving the guild.", "HS103")
    try check("They love projects that reach millions of skippers.", "HS103")
    try check("The flood cost ⟦millions⟧ of crowns.", "HS103")
  }

  @Test("one mark for the figures of a sentence")
  func oneMark() throws {
    try check("The valley has ⟦40,000⟧ mills that grind grain worth $90 million.")
    try check("The valley has ⟦40,000⟧ mills. This makes up 37% of all mills.")
  }

  @Test("those whom the writers heard are no anonymous sources; officials are")
  func heard() throws {
    try check("A man in Dorn with three boats said the lift had failed.", "HS204")
    try check("⟦A man in Dorn with three boats⟧ said the lift had failed.", "HS204", isSigned: false)
    try check("⟦A senior official⟧ said the lift had failed.", "HS204")
    try check("The lift failed, according to ⟦people familiar with the matter⟧.", "HS204")
  }

  @Test("how a kind of people feels as a rule")
  func feelings() throws {
    try check("Many skippers fear that tar is dear.", "HS206")
    try check("The mayor ⟦is worried⟧ about tar.", "HS206")
    try check("Many skippers ⟦fear⟧ that tar is dear.", "HS206", isSigned: false)
    try check("It wins over skippers who (for good reasons) are worried about tar.", "HS206", isSigned: false)
  }

  @Test("words of a dialogue, in brackets, behind a link or before a template")
  func quotations() throws {
    try check("The old ways (“I know that one!” “Go and ask Ida!”) fell apart.", "HS402", isSigned: false)
    try check("It drew praise from [@reid](https://reid.example): “These are the best oars that I have seen.”", "HS402")
    try check("The mood was grim: ⟦“We are finished with all of this.”⟧", "HS402", isSigned: false)
    try check(
      "Brandt said that oars matter.\n\n“Whoever rows in the dark must know the river.”\n", "HS402", isSigned: false)
  }
}

import HearsayCore
import Testing

/// Sources that have no name, beside those whose name stands elsewhere.
@Suite struct UnnamedSourceTests {
  /// The marked words are the sources that are marked as vague.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, isMarkdown: false)
    let found = analysis.findings.filter { $0.rule == "HS203" }.map(\.range)
    #expect(found == draft.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  @Test func papersAreOfTheBodyThatIsNamed() throws {
    try check("The Valian government met. Government reports say the port is open.")
    try check("The government met. ⟦Government reports⟧ say the port is open.")
    try check("The local government met. ⟦Government reports⟧ say the port is open.")
    try check("The Valian government met. ⟦Government water reports⟧ say the port is open.")
  }

  @Test func capitalsInsideASentenceMakeAName() throws {
    try check("⟦State TV⟧ said the port is open.")
    try check("On Monday State TV said the port is open.")
  }
}

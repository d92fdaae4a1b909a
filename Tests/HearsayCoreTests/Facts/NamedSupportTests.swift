import HearsayCore
import Testing

/// Which of several parties around a figure is the one that it rests on, and how much that is worth.
@Suite struct NamedSupportTests {
  @Test("participles between commas with their agents")
  func agentsOfParticiples() throws {
    try checkSupport("The toll, confirmed by the ministry, exceeded ⟦340⟧ people.", .inSentence)
    try checkSupport("The losses, estimated by the insurer, reached ⟦45 million euros⟧.", .inSentence)
    try checkSupport("The cost, put by the county at ⟦45 million euros⟧, is rising.", .inSentence)
    try checkSupport("Some estimated costs, disclosed quietly by officials to the Ledger, topped ⟦700 crowns⟧.", .weak)
    try checkSupport("The bridge, built by the county, cost ⟦45 million euros⟧.", .none)
    try checkSupport(
      "The cost, put by the county at ⟦45 million euros⟧, fell on ⟦340⟧ mills.", .inSentence, then: SupportStatus.none)
  }

  @Test("whoever reportedly said so without a name is named beside the hedge")
  func hedgedSpeakers() throws {
    #expect(try checkSupport("A source reportedly said that ⟦340⟧ people left.", .weak) == ["A source"])
    #expect(try checkSupport("The ministry reportedly said that ⟦340⟧ people left.", .hedgeOnly) == [nil])
  }

  @Test("of two weak sources the one that says the figure is named")
  func mixedReports() throws {
    let names = try checkSupport(
      "The rot has, by reports, reached over ⟦3,100⟧ casks and spoilt 48, including, according to market reports, ⟦19⟧ small kegs.",
      .hedgeOnly, then: .weak)
    #expect(names == ["reports", "market reports"])
  }

  @Test("what the rules alone see of a participle or of “by early reports” stands beside the labels")
  func unlabelled() throws {
    #expect(
      try checkSupport("A hoard, pegged by brokers at ⟦45 million euros⟧, was found.", .weak) == ["brokers"])
    #expect(try checkSupport("The county was by early reports ⟦340⟧ homes short.", .hedgeOnly) == ["early reports"])
  }

  @Test("what hedges behind “by” are the reports, and so says the finding")
  func reportsInFindings() throws {
    let finding = try #require(
      analysis("By early reports, 340 homes burned.").findings.first { $0.rule == "HS102" })
    #expect(finding.message == "“340 homes” rests only on “early reports”.")
    #expect(finding.related.map(\.range) == [3..<16])
  }

  @Test("the officials of a body with a name answer for it")
  func officialsOfBodies() throws {
    try checkSupport("Dorn County officials said ⟦340⟧ homes burned.", .inSentence)
    try checkSupport("Prosecutors said ⟦340⟧ homes burned.", .inSentence)
    try checkSupport("Estimates by event organisers indicate ⟦640⟧ boats came.", .weak)
    try checkSupport("Estimates by the county indicate ⟦640⟧ boats came.", .inSentence)
    try checkSupport("New Zealand officials said ⟦340⟧ homes burned.", .weak)
    try checkSupport("Valian officials said ⟦340⟧ homes burned.", .weak)
    try checkSupport("Former prosecutors said ⟦340⟧ homes burned.", .weak)
  }
}

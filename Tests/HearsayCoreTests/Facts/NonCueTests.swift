import HearsayCore
import Testing

/// Words that look like cues and pass nothing on, each beside a twin that does.
@Suite struct NonCueTests {
  /// How many attributions the text holds.
  private func check(_ text: String, _ count: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let analysis = try analysis(text, weights: .none)
    #expect(
      analysis.attributions.count == count, "\(text): cues \(analysis.attributions.map { analysis.words($0.cue) })",
      sourceLocation: sourceLocation)
  }

  @Test func claims() throws {
    try check("The insurance claim was paid.", 0)
    try check("She claimed the prize.", 0)
    try check("The fire claimed 41 lives.", 0)
    try check("She claimed that the prize was hers.", 1)
  }

  @Test("a participle in front of a noun")
  func participles() throws {
    try check("The total reported cases rose to 167.", 0)
    try check("Some estimated tolls, the ministry said, exceeded 100.", 1)
    try check("The mayor reported cases of fever.", 1)
    try check("Some said people were hurt.", 1)
    try check("Some estimated that tolls exceeded 100.", 1)
  }

  @Test func events() throws {
    try check("Millions quit the fair, hinting that it is dull.", 0)
    try check("Ana Reid quit the fair, hinting that it is dull.", 1)
  }

  @Test func duties() throws {
    try check("The code mandates members to declare their gifts.", 0)
    try check("The members declared that they had no gifts.", 1)
  }

  @Test func states() throws {
    try check("Brandt was warned by KLO member states that gates would rust.", 1)
    try check("Brandt states that gates would rust.", 1)
  }

  @Test func venues() throws {
    try check("The speech was published in the party journal.", 0)
    try check("The speech was reported by the party journal.", 1)
  }

  @Test func polls() throws {
    try check("The polls close at 10 p.m.", 0)
    try check("The polls show that 40 percent left.", 1)
  }

  @Test func filings() throws {
    try check("The loss was reported to police.", 0)
    try check("The loss was reported.", 1)
  }

  @Test func nounsAndObjects() throws {
    try check("He reads the report daily.", 0)
    try check("The storm showed no mercy.", 0)
    try check("The map shows the way.", 0)
    try check("He found 40 coins.", 0)
    try check("The ministry called for 40 new homes.", 0)
    try check("The shop lists shoes and the show is free.", 0)
    try check("An apparently empty room burned.", 0)
  }

  @Test("a refusal is an attribution without a content")
  func refusals() throws {
    let refusal = try #require(try analysis("Ana Reid declined to comment.").attributions.first)
    #expect(refusal.content.isEmpty && !refusal.source.isEmpty)
  }

  @Test("headings attribute nothing")
  func headings() throws {
    #expect(
      try analysis("# Ana Reid said it rained\n\nIt rained.", isMarkdown: true, weights: .none).attributions.isEmpty)
  }
}

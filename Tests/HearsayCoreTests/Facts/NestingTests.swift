import ProseText
import Testing

@testable import HearsayCore

/// Attributions inside attributions, and how many hands words went through.
struct NestingTests {
  private func analysis(of text: String) throws -> Analysis {
    var analyzer = Analyzer()
    let result = analyzer.analyze(SourceText(Array(text.utf8)), format: .plainText)
    return try #require(result)
  }

  private struct Link: Equatable, CustomStringConvertible {
    var cue: String
    var inside: String?
    var hand: Int?
    var chain: [String]

    var description: String { "\(cue) in \(inside ?? "-"), hand \(hand ?? 0), \(chain)" }
  }

  private func links(_ text: String) throws -> [Link] {
    let analysis = try analysis(of: text)
    func cue(_ attribution: Attribution) -> String {
      attribution.cue.map { analysis.text.string($0) }.joined(separator: " ")
    }
    return analysis.attributions.map { attribution in
      Link(
        cue: cue(attribution), inside: attribution.nestedIn.map { cue(analysis.attributions[$0]) },
        hand: attribution.hand, chain: attribution.chain.map { analysis.sources[$0].name })
    }
  }

  @Test func wordsInsideSomebodysWords() throws {
    let found = try links("“Our survey shows that the roof leaks,” Tom Reid said.")
    #expect(
      found == [
        Link(cue: "shows", inside: "said", hand: 2, chain: ["Tom Reid", "Our survey"]),
        Link(cue: "said", inside: nil, hand: 1, chain: ["Tom Reid"]),
      ])
  }

  @Test(arguments: [
    "“The weir was shut all winter,” Tom Reid said, as reported by the Dorn Ledger.",
    "“The weir was shut all winter,” Tom Reid said, the Dorn Ledger reported.",
    "The weir was shut in March, Tom Reid said, per the Dorn Ledger.",
  ])
  func whoReportsBehindTheSpeakerPassesOn(_ text: String) throws {
    let said = try #require(try links(text).first { $0.cue == "said" })
    #expect(said.inside != nil)
    #expect(said.chain == ["Dorn Ledger", "Tom Reid"])
  }

  @Test func whatIsHeardNowhereHoldsWhatIsSaid() throws {
    let found = try links("Reportedly, the harbour board said the weir was shut.")
    #expect(found.map(\.inside) == [nil, "Reportedly"])
    #expect(found.map(\.chain) == [[], ["harbour board"]])
  }

  @Test func theHearerIsNoPartOfWhoBelieves() throws {
    let analysis = try analysis(of: "Tom Reid told the Dorn Ledger that police believe the weir was jammed.")
    let inner = try #require(analysis.attributions.last)
    #expect(inner.source.map { analysis.text.string($0) } == ["police"])
    #expect(inner.nestedIn == 0)
  }

  @Test func whoSaysIInQuotedWordsIsTheSpeaker() throws {
    let found = try links("“I think the weir is sound,” Tom Reid said.")
    #expect(found.map(\.chain) == [["Tom Reid"], ["Tom Reid"]])
  }

  @Test func whoWasToldStandsBetween() throws {
    let found = try links("Northwire reported that the Dorn Ledger had been told by a clerk that the lock would shut.")
    #expect(found.last?.inside == "reported")
    #expect(found.last?.hand == 3)
    #expect(found.last?.chain == ["Northwire", "Dorn Ledger", "a clerk"])
  }

  @Test func whoIsQuotedAsSayingSaysIt() throws {
    let found = try links("The Dorn Ledger quoted Ida Holt as saying the lock would shut.")
    #expect(found.last?.cue == "saying")
    #expect(found.last?.inside == "quoted")
    #expect(found.last?.chain == ["Dorn Ledger", "Ida Holt"])
  }

  @Test func whatIsBelievedBeginsInsideWhatIsReported() throws {
    let text = "The Dorn Ledger reported that the pair were believed to have fled."
    let analysis = try analysis(of: text)
    let inner = try #require(analysis.attributions.last)
    #expect(inner.nestedIn == 0)
    #expect(inner.content.map { analysis.text.string($0) } == ["the pair", "to have fled"])
  }

  @Test func quotedWordsAreNoFindingsOfTheDraft() throws {
    let text = "“Experts say that the roof leaks,” Tom Reid said. “The council claims that it holds,” Ida Holt said."
    let analysis = try analysis(of: text)
    #expect(analysis.findings.isEmpty)
    #expect(analysis.attributions.count == 4)
  }

  /// What stands in whose words: cue in cue, with the party of the inner one and what it says.
  private struct Inside: Equatable, CustomStringConvertible {
    var source: String
    var cue: String
    var content: String
    var outer: String?

    var description: String { "\(source) / \(cue) / \(content) in \(outer ?? "-")" }
  }

  private func inside(_ text: String) throws -> [Inside] {
    let analysis = try analysis(of: text)
    func words(_ ranges: [Range<Int>]) -> String { ranges.map { analysis.text.string($0) }.joined(separator: " | ") }
    return analysis.attributions.map { attribution in
      Inside(
        source: words(attribution.source), cue: words(attribution.cue), content: words(attribution.content),
        outer: attribution.nestedIn.map { words(analysis.attributions[$0].cue) })
    }
  }

  @Test(arguments: [
    (
      "“I love my pigs and I believe my pigs love me,” the farmer said.",
      Inside(source: "I", cue: "believe", content: "my pigs love me", outer: "said")
    ),
    (
      "“We asked Tom Reid for his keys, which he gave us at once,” Ida Brandt told the Ledger.",
      Inside(source: "We", cue: "asked", content: "Tom Reid for his keys", outer: "told")
    ),
    (
      "“The clerk came in and I said, ‘It is late. Come back in May,’” Ida Brandt said.",
      Inside(source: "I", cue: "said", content: "‘It is late. Come back in May,’", outer: "said")
    ),
    (
      "The mayor announced he had asked for the clerk’s keys on Monday, and that the clerk gave them back.",
      Inside(source: "he", cue: "had asked", content: "for the clerk’s keys on Monday", outer: "announced")
    ),
    (
      "Police said they believe oil, which leaks often in the port, was the cause of the fire.",
      Inside(
        source: "they", cue: "believe", content: "oil, which leaks often in the port, was the cause of the fire",
        outer: "said")
    ),
    (
      "According to the Dorn Ledger, which cited friends of the family, the man had moved north.",
      Inside(source: "friends of the family", cue: "cited", content: "the man had moved north", outer: "According to")
    ),
    (
      "Dorn.example reported its source said that the tenant moved in a day before the fire.",
      Inside(
        source: "its source", cue: "said", content: "that the tenant moved in a day before the fire", outer: "reported")
    ),
  ])
  private func whatIsSaidInsideEndsWhereItEnds(_ text: String, _ expected: Inside) throws {
    let found = try inside(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func aHedgeNamesNobodyAndEndsWithItsAside() throws {
    let found = try inside("Tom Reid, reportedly known as the gull, had left by noon.")
    #expect(found == [Inside(source: "", cue: "reportedly", content: "Tom Reid | known as the gull", outer: nil)])
    let phrase = try inside("The ferry sank with reportedly 40 people aboard.")
    #expect(phrase.map(\.content) == ["40 people aboard"])
  }
}

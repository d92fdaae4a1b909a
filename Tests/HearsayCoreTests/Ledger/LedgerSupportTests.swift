import ProseText
import Testing

@testable import HearsayCore

/// What a ledger answers for, and where the trail of a source goes on behind the draft.
@Suite struct LedgerSupportTests {
  private static let ledger = #"""
    { "sources": [
        { "id": "guild", "publisher": "Lock Guild", "kind": "primary", "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }],
          "figures": [{ "value": 1274, "what": "barges freed" }, { "value": 44, "unit": "%", "what": "share of wooden barges" }] },
        { "id": "quay", "publisher": "Quay Messenger", "aliases": ["the harbour sheet"], "kind": "secondary", "type": "article",
          "file": "quay.txt", "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] },
      ],
      "commonKnowledge": [{ "value": 12, "what": "months in a year" }, { "value": 31, "what": "locks of the canal" }] }
    """#

  private func analysis(_ draft: String, copy: String = "") throws -> Analysis {
    let opened = try #require(openedLedger(Self.ledger, copies: ["quay.txt": copy]))
    var analyzer = Analyzer()
    let read = analyzer.analyze(SourceText(draft), format: .markdown, in: DraftSurroundings(ledger: opened))
    return try #require(read)
  }

  @Test func aFigureThatTheLedgerListsIsSupported() throws {
    let supported = try analysis("The crews freed 1,274 barges.")
    #expect(supported.figures.first?.support == Support(status: .ledger, by: "Lock Guild"))
    #expect(!supported.findings.contains { $0.rule == "HS101" })
    let other = try analysis("The crews painted 1,274 gates.")
    #expect(other.figures.first?.support.status == SupportStatus.none)
  }

  @Test func commonKnowledgeNeedsNoSource() throws {
    let known = try analysis("The canal has 31 locks.")
    #expect(known.figures.first?.support.status == .ledger)
    #expect(known.findings.isEmpty)
  }

  @Test func theChainGoesOnInTheCopy() throws {
    let told = try analysis(
      "Some 85 gates broke, the Quay Messenger wrote [@quay].",
      copy: "Some 85 gates broke, according to the Port Office.")
    let names = told.attributions.first?.chain.map { told.sources[$0].name }
    #expect(names == ["Quay Messenger", "Port Office"])
    #expect(told.attributions.first?.end == .origin && told.attributions.first?.hand == 2)
    #expect(told.findings.contains { $0.rule == "HS301" })
    #expect(!told.findings.contains { $0.rule == "HS302" })
  }

  @Test func theChainBreaksInTheCopy() throws {
    let unnamed = try analysis(
      "Some 85 gates broke, the Quay Messenger wrote [@quay].", copy: "A source said that 85 gates broke.")
    #expect(unnamed.attributions.first?.end == .unnamed)
    #expect(unnamed.findings.contains { $0.rule == "HS302" })
    let own = try analysis(
      "Some 85 gates broke, the Quay Messenger wrote [@quay].", copy: "We counted 85 gates that broke.")
    #expect(!own.findings.contains { $0.rule == "HS302" || $0.rule == "HS301" })
    let ours = try analysis(
      "Some 85 gates broke, the Quay Messenger wrote [@quay].", copy: "Our keepers say that 85 gates broke.")
    #expect(!ours.findings.contains { $0.rule == "HS301" })
  }

  @Test func theChainThatReturnsIsMarkedOnce() throws {
    let ledger = Self.ledger.replacing(#""id": "guild","#, with: #""id": "guild", "file": "guild.txt","#)
    let opened = try #require(
      openedLedger(
        ledger,
        copies: [
          "quay.txt": "Some 85 gates broke, the Lock Guild said.",
          "guild.txt": "Some 85 gates broke, as reported by the Quay Messenger.",
        ]))
    var analyzer = Analyzer()
    let text = SourceText(
      "Some 85 gates broke, the Quay Messenger wrote [@quay]. The Lock Guild says 85 gates broke [@guild].")
    let read = analyzer.analyze(text, format: .markdown, in: DraftSurroundings(ledger: opened))
    let findings = try #require(read).findings.filter { $0.rule == "HS303" }
    #expect(findings.map { text.string($0.range) } == ["the Quay Messenger"])
  }

  @Test func onlyAKeyStandsForTheOutlet() throws {
    let keyed = try analysis("Some 85 gates broke [@quay].", copy: "Some 85 gates broke, the Port Office said.")
    let finding = try #require(keyed.findings.first { $0.rule == "HS301" })
    #expect(keyed.text.string(finding.range) == "[@quay]")
  }

  @Test func aliasesNameTheSameParty() throws {
    let joined = try analysis("The Quay Messenger wrote that gates broke. The harbour sheet said that 85 barges sank.")
    #expect(joined.sources.map(\.name) == ["Quay Messenger"])
    #expect(joined.sources.first?.mentions.count == 2)
  }

  @Test func anotherLedgerAnotherAnswerFromOneAnalyzer() throws {
    // Facts of blocks do not depend on the ledger: one analyzer serves drafts with and without.
    let opened = try #require(openedLedger(Self.ledger, copies: ["quay.txt": "We counted 85 gates that broke."]))
    let text = SourceText("The crews freed 1,274 barges. Some 85 gates broke, the Quay Messenger wrote [@quay].")
    var warm = Analyzer()
    for surroundings in [DraftSurroundings(), DraftSurroundings(ledger: opened), DraftSurroundings()] {
      var fresh = Analyzer()
      let one = warm.analyze(text, format: .markdown, in: surroundings)
      let other = fresh.analyze(text, format: .markdown, in: surroundings)
      #expect(one?.findings == other?.findings && one?.figures == other?.figures && one?.sources == other?.sources)
    }
  }
}

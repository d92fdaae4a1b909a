import ProseText
import Testing

@testable import HearsayCore

/// What lies around a draft changes together with the draft: both are read at once.
@Suite struct SurroundingsChangeTests {
  private static let ledger = """
    { "sources": [ { "id": "quay", "publisher": "Quay Messenger", "aliases": ["the harbour sheet"], "kind": "secondary",
    "type": "article" } ] }
    """

  private static func surroundings(_ change: (inout Settings) -> Void) -> DraftSurroundings {
    var result = DraftSurroundings()
    change(&result.settings)
    return result
  }

  /// Reads a draft in some surroundings, then with one mark more in others and back, and holds each answer against a first reading.
  ///
  /// - Parameter changes: says what the surroundings decide.
  private func check<Value: Equatable>(
    _ text: String, _ one: DraftSurroundings, _ other: DraftSurroundings = DraftSurroundings(),
    sourceLocation: SourceLocation = #_sourceLocation, changes: (Analysis) -> Value
  ) throws {
    for (first, then) in [(one, other), (other, one)] {
      var (warm, new) = (Analyzer(), Analyzer())
      let answers = [
        warm.analyze(SourceText(text + "."), format: .plainText, in: first),
        warm.analyze(SourceText(text + "!"), format: .plainText, in: then),
        new.analyze(SourceText(text + "!"), format: .plainText, in: then),
      ]
      let (before, cached, fresh) = try (#require(answers[0]), #require(answers[1]), #require(answers[2]))
      #expect(cached.sources == fresh.sources, sourceLocation: sourceLocation)
      #expect(cached.figures == fresh.figures, sourceLocation: sourceLocation)
      #expect(cached.attributions == fresh.attributions, sourceLocation: sourceLocation)
      #expect(cached.findings == fresh.findings, sourceLocation: sourceLocation)
      #expect(changes(before) != changes(fresh), "nothing changes", sourceLocation: sourceLocation)
    }
  }

  @Test func aLedgerGoesWithItsNames() throws {
    let opened = try #require(openedLedger(Self.ledger))
    try check(
      "The Quay Messenger said that it rained. The harbour sheet said that 40 homes burned.\n\nRain fell",
      DraftSurroundings(ledger: opened)
    ) {
      $0.sources.map(\.name)
    }
  }

  @Test func anOutletBecomesTheHousesOwn() throws {
    try check(
      "The Dorn Ledger said that 40 homes burned.\n\nFog.\n\nRain fell",
      Self.surroundings { $0.ownPublications = NameList(["Dorn Ledger"]) }
    ) {
      $0.figures.map(\.support.status)
    }
  }

  @Test func anOutletBecomesAnOrigin() throws {
    try check(
      "The Dorn Ledger said that 40 homes burned.\n\nFog.\n\nRain fell",
      Self.surroundings { $0.primarySources = NameList(["Dorn Ledger"]) }
    ) {
      $0.findings.map(\.rule)
    }
  }

  @Test func aDraftIsOpenedInAnotherFormat() throws {
    let text = SourceText("The *Dorn Ledger* said that 40 homes burned, [it](https://dorn.example) said.\n\nFog.\n")
    var warm = Analyzer()
    var found: [[Finding]] = []
    for format in [DraftFormat.plainText, .markdown, .plainText] {
      var new = Analyzer()
      let answers = [warm.analyze(text, format: format), new.analyze(text, format: format)]
      let (cached, fresh) = try (#require(answers[0]), #require(answers[1]))
      #expect(cached.findings == fresh.findings && cached.sources == fresh.sources)
      found.append(fresh.findings)
    }
    #expect(found[0] != found[1])
  }
}

import ProseText
import Testing

@testable import HearsayCore

/// What is typed into one block decides something in blocks far from it, which are not read again.
@Suite struct FarChangeTests {
  private static let rain = Array(repeating: "Rain fell on the yard.", count: 12)

  /// Types words into a draft letter by letter, and holds each answer against a first reading.
  ///
  /// - Parameters:
  ///   - blocks: paragraphs, `⟦…⟧` around what is typed.
  ///   - changes: says what the words decide: something else before them than behind them.
  private func check<Value: Equatable>(
    _ blocks: [String], isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation,
    changes: (Analysis) -> Value
  ) throws {
    let parts = blocks.joined(separator: "\n\n").split(separator: "⟦", maxSplits: 1)
    let rest = try #require(parts.last?.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false))
    let (head, words, tail) = (String(parts[0]), rest[0], String(rest[1]))
    var warm = Analyzer()
    var values: [Value] = []
    for count in 0...words.count {
      let now = String(words.prefix(count))
      values.append(changes(try checkCachedEqualsFresh(head + now + tail, isMarkdown, &warm, "“\(now)”")))
    }
    #expect(values.first != values.last, "nothing changes", sourceLocation: sourceLocation)
  }

  @Test func whoWritesDecidesWhoIsAnonymous() throws {
    try check(["A woman in Dorn told us she wants a lift."] + Self.rain + ["Fog. ⟦We left. We ran. We sang. We ate.⟧"])
    {
      $0.findings.filter { $0.rule == "HS204" }.count
    }
  }

  @Test func whoWasThereAnswersForWhatIsCounted() throws {
    try check(["The Dorn Ledger attend⟦ed⟧ the fair."] + Self.rain + ["Some 46 crews came."]) {
      $0.figures.last?.support.status
    }
  }

  @Test func peopleAreTakenUpFarBelow() throws {
    try check(["The court freed 31 s⟦ailors⟧."] + Self.rain + ["The 31 sang."]) {
      $0.draft?.figures.last?.isSettled
    }
  }

  @Test func oneFigureMoreMovesThoseBelow() throws {
    try check(["The court freed ⟦31 ⟧sailors."] + Self.rain + ["Of 640 pilots surveyed, 25 percent left the port."]) {
      $0.draft?.figures.last?.population
    }
  }

  @Test func anAmountGetsItsSourceFarAbove() throws {
    let above = ["The county said it rained.", "The county said 9⟦0⟧ barns burned."]
    try check(above + Self.rain + ["Some 640 homes and 90 barns burned."]) {
      $0.findings.filter { $0.rule == "HS101" }.map(\.message)
    }
  }

  @Test func aPartyIsCalledAsAtItsFirstMention() throws {
    try check(["Fog came. ⟦T⟧he Dorn Ledger said that the mill leaked."] + Self.rain + ["Some 640 homes burned."]) {
      $0.findings.flatMap(\.fixes).map(\.title)
    }
  }

  @Test func aNameThatIsWrittenOtherwiseIsCalledOtherwise() throws {
    // With two spaces the article is no part of the name: nothing is moved but the words of the fix.
    try check(["Fog came. The⟦ ⟧ Dorn Ledger said that the mill leaked."] + Self.rain + ["Some 640 homes burned."]) {
      $0.findings.flatMap(\.fixes).map(\.title)
    }
  }

  @Test func whatAnOutletBringsOutIsItsReport() throws {
    try check(["The Dorn Ledger ⟦has published ⟧a story."] + Self.rain + ["The report said the mill leaked."]) {
      $0.draft?.attributions.last.map { "\($0.resolution)" }
    }
  }

  @Test func aLinkedPartyIsLinkedEverywhere() throws {
    let above = ["Fog. [The Dorn Ledger](https://dorn.example⟦)⟧ said that the mill leaked."]
    try check(above + Self.rain + ["The Dorn Ledger said it rained."], isMarkdown: true) {
      $0.draft?.sources.first?.isLinked
    }
  }
}

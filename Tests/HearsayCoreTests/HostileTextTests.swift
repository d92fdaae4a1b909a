import ProseText
import Testing

@testable import HearsayCore

/// Text that no one would write must not cost the square of its length: what a sentence or block may hold is bounded.
@Suite struct HostileTextTests {
  @Test(arguments: ["reportedly ", "the report says ", "5% of ", "(1", "“a ", "\"a\" ", "according to Ida "])
  func whatOneSentenceHoldsIsBounded(unit: String) throws {
    var analyzer = Analyzer()
    let text = SourceText("The " + String(repeating: unit, count: 12_000 / unit.utf8.count))
    let read = analyzer.draft(text, format: .markdown, in: DraftSurroundings(), isCancelled: { false })
    let draft = try #require(read)
    for block in draft.blocks {
      let cues = Dictionary(grouping: block.facts.attributions.filter { $0.form != .credit }, by: \.sentence)
      #expect(cues.values.allSatisfy { $0.count <= 64 })
      let figures = Dictionary(grouping: block.facts.quantities, by: \.sentence)
      #expect(figures.values.allSatisfy { $0.count <= 256 })
      #expect(block.facts.quotations.filter { !$0.isClosed }.count <= 64)
    }
  }

  /// A paragraph of polls is answered for its first ones alone.
  @Test func pollsOfOneBlockAreBounded() throws {
    let text = String(repeating: "A poll put Larch ahead by 9 points. ", count: 300)
    let polls = try analysis(text).findings.filter { $0.rule == "HS115" }
    #expect((1...32).contains(polls.count))
  }

  @Test func nestedQuotationsKnowTheirDepth() throws {
    var analyzer = Analyzer()
    let text = SourceText(
      "Ida Moss said: “She told me ‘never again’ and left. He cried ‘fire’.” The “old mill” burned.")
    let read = analyzer.draft(text, format: .plainText, in: DraftSurroundings(), isCancelled: { false })
    let draft = try #require(read)
    #expect(draft.blocks[0].facts.quotations.map(\.depth) == [0, 1, 1, 0])
  }

  /// Sums, rates and messages over numbers that no integer holds.
  @Test(
    arguments: [
      "1e300", "9e29", "123456789123456789123456789", "2^399", String(repeating: "9", count: 400), "1e-300", "0",
      "-1e29",
    ])
  func numbersOfAnySize(number: String) throws {
    let text = """
      \(number) people have quit since 1 July. The toll rose from \(number) to 5e29, a rise of 20 percent.

      Of \(number) seats, the Reds won \(number), the Blues 40 and others 12. About \(number) percent of it is left.

      It lies \(number) km (3 miles) off. It lasted \(number) years, in the past \(number) days. One in \(number) adults left.

      It cost $\(number) to \(number) billion. Larch leads \(number)–44. The poll of \(number) voters has a margin of error of \(number) points.
      """
    #expect(try analysis(text, date: "2023-07-19").figures.count > 8)
  }
}

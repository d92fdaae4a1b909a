import HearsayCore
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

/// What is understood of a place, whatever its indices are.
private struct PlacedFacts: Equatable {
  struct PlacedFigure: Equatable {
    var range: Range<Int>
    var base: Range<Int>?
    var population: Range<Int>?
    var attribution: [Range<Int>]?
    var sentence: Range<Int>
  }

  struct PlacedAttribution: Equatable {
    var cue: [Range<Int>]
    var nestedIn: [Range<Int>]?
    var sentence: Range<Int>
  }

  let figures: [PlacedFigure]
  let attributions: [PlacedAttribution]

  /// - Parameter block: what figures and cues stand in.
  init(_ analysis: Analysis, in block: ClosedRange<Int>) {
    figures = analysis.figures.filter { block.contains($0.range.lowerBound) }.map {
      PlacedFigure(
        range: $0.range, base: $0.base, population: $0.population.map { analysis.figures[$0].range },
        attribution: $0.support.attribution.map { analysis.attributions[$0].cue },
        sentence: analysis.sentences[$0.sentence])
    }
    attributions = analysis.attributions.filter { $0.cue.first.map { block.contains($0.lowerBound) } == true }.map {
      PlacedAttribution(
        cue: $0.cue, nestedIn: $0.nestedIn.map { analysis.attributions[$0].cue },
        sentence: analysis.sentences[$0.sentence])
    }
  }
}

/// A hover in a draft of which nothing else was asked says what it says where all facts are laid out.
struct HoverAtPlaceTests {
  /// Hovers at each place of the text; answers how many have words.
  private func check(_ draft: AnalysedDraft) -> Int {
    var client = ClientProfile()
    client.readsMarkdownHovers = true
    let whole = draft.analysis
    var filled = 0
    for offset in 0...draft.text.count {
      let expected = draft.hover(at: offset, whole, for: client)
      // Laid out for the place alone, whatever the draft has laid out by now.
      var near = whole.laidOut(at: offset)
      near.findings = whole.findings
      let found = draft.hover(at: offset, near, for: client)
      #expect(
        found == expected, "at \(offset), before “\(draft.text.string(offset..<min(offset + 20, draft.text.count)))”")
      if expected != nil { filled += 1 }
      for block in whole.blocks.map(\.range) where block.lowerBound <= offset && offset <= block.upperBound {
        let range = block.lowerBound...block.upperBound
        #expect(PlacedFacts(near, in: range) == PlacedFacts(whole, in: range), "at \(offset)")
      }
    }
    return filled
  }

  private func draft(_ text: String, _ format: DraftFormat) throws -> AnalysedDraft {
    AnalysedDraft(
      uri: TestClient.uri, version: 1, revision: 1, analysis: try freshAnalysis(text, format), ledger: nil,
      client: ClientProfile())
  }

  /// The rules' examples, a dozen to a draft, so that figures, sources and quotations point to one another across blocks.
  @Test(arguments: 0..<12)
  func everyPlaceOfExamples(part: Int) throws {
    let texts = Rule.all.flatMap { $0.flagged.prefix(2) + $0.clean.prefix(1) }.filter {
      $0.ledger == nil && $0.drafts.isEmpty && !$0.isLedger && !$0.isSettings
    }.map { $0.text.replacing("⟦", with: "").replacing("⟧", with: "") }
    let own = texts.indices.filter { $0 % 12 == part }.map { texts[$0] }
    let format: DraftFormat = part.isMultiple(of: 2) ? .markdown : .plainText
    #expect(check(try draft(own.joined(separator: "\n\n"), format)) > 100)
  }

  @Test func figuresThatPointElsewhere() throws {
    let text = """
      # 640 homes flooded

      Ida Brandt of the Dorn Lock Guild said 640 homes were flooded. Of 12,000 people 3,100 left, according to a report.

      The same 640 homes stand near the lock. “We lost 64 barges,” she said, adding that “Tom Reid told us ‘640 homes’”.

      - 3,100 people left, the report says.
      - 64 barges were lost in May 2031.

      | place | homes |
      |-------|-------|
      | Dorn  | 640   |
      | Vale  | 12,000 |

      """
    for format in DraftFormat.allCases { #expect(check(try draft(text, format)) > 20) }
  }

  /// Who answers for a figure may stand in another paragraph, and one report inside another's words.
  @Test func figuresThatOthersAnswerFor() throws {
    let text = """
      ((EW)) Why do they sink?

      ((Ida Marsh)) They leak.

      Some 640 barges sank in May, from 12 in April. Of 1,004 keepers 31 percent left.

      ((EW)) Who builds them?

      ((Tom Reid)) The mayor said that the guild said 75 were built, according to the Dorn Ledger.

      “Ada Moss said ‘640 sank’,” the mayor said. “They told us that 31 percent left.”

      """
    #expect(check(try draft(text, .plainText)) > 20)
  }

  @Test func figuresThatALedgerAnswersFor() throws {
    let desk = try LedgerDesk()
    var client = desk.client()
    client.open(
      "Ida Brandt left in May.\n\nThe keepers freed 1,250 barges, says [@locks].\n\nThe guild lost 64 barges [@locks].\n",
      uri: desk.draft)
    client.runJobs()
    let draft = try #require(client.session.documents[desk.draft]?.current)
    let said = (0...draft.text.count).map { offset in
      var near = draft.analysis.laidOut(at: offset)
      near.findings = draft.findings
      let found = draft.hover(at: offset, near, for: ClientProfile())
      #expect(found == draft.hover(at: offset, draft.analysis, for: ClientProfile()))
      return found?.contents.value ?? ""
    }
    #expect(said.contains { $0.contains("64 barges") && $0.contains("Ada Moss") })
  }
}

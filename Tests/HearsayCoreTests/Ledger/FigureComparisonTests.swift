import ProseText
import Testing

@testable import HearsayCore

/// A figure of a draft against the copy of its source.
@Suite struct FigureComparisonTests {
  private static let ledger = #"""
    { "sources": [{ "id": "log", "publisher": "Lock Guild", "kind": "primary", "file": "log.txt", "accessed": "2024-02-01",
      "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] }] }
    """#

  /// The words of the figures that HS502 marks.
  private func mismatches(_ sentence: String, copy: String, ledger: String = ledger) throws -> [String] {
    let opened = try #require(openedLedger(ledger, copies: ["log.txt": copy]))
    var analyzer = Analyzer()
    let text = SourceText("\(sentence) [@log].")
    let date = CalendarDate(year: 2024, month: 2, day: 5)
    let read = analyzer.analyze(text, format: .markdown, in: DraftSurroundings(date: date, ledger: opened))
    let analysis = try #require(read)
    return analysis.findings.filter { $0.rule == "HS502" }.map { text.string($0.range) }
  }

  @Test(arguments: [
    // Rounded to the draft's own precision.
    ("The guild freed about 1,300 barges", "The guild freed 1,274 barges."),
    ("The weirs hold 2.4 million litres", "The weirs hold 2,410,000 litres."),
    ("More than 1,200 barges passed", "In all 1,274 barges passed."),
    // Other units and other ways to write a number.
    ("The towpath is 5 miles long", "The towpath measures 8 kilometres."),
    ("The guild freed twelve hundred barges", "The guild freed 1,200 barges."),
    ("The guild earned 4,800,000 crowns", "The guild earned 4.8 million crowns."),
    // Other words for the same things.
    ("Some 640 homes lie on the bank", "On the bank lie 640 houses."),
    ("The guild has 310 employees", "The guild has 310 workers."),
    ("The guild made 1,874 gate repairs", "The guild repaired 1,874 gates."),
    // What follows from two figures of the copy.
    ("Tolls rose by 8 percent", "A passage costs 6.40 euros, up from 5.90 euros."),
    // What names nothing that is counted.
    ("Thirty keepers want to leave", "The guild asked its keepers. Some 30 of them want to leave."),
    ("Some 62 percent of skippers agree", "In all 62 percent back the skippers."),
    // A cell of a table has no words of its own.
    ("The north locks let 812 barges pass", "The guild let 1,274 barges pass.\n\n812"),
    // A time that holds the draft's.
    ("The guild freed 1,274 barges in 2023", "In 2023 the guild freed 1,274 barges."),
  ])
  func agrees(_ sentence: String, _ copy: String) throws {
    #expect(try mismatches(sentence, copy: copy) == [])
  }

  @Test(arguments: [
    ("The guild freed 1,247 barges", "The guild freed 1,274 barges.", "1,247"),
    ("The guild closed 1,274 gates", "The guild freed 1,274 barges and closed 85 gates.", "1,274"),
    ("The guild freed 1,274 barges in 2019", "In 2023 the guild freed 1,274 barges.", "1,274"),
    ("The guild freed 40 barges a week", "The guild frees 40 barges a day.", "40"),
    ("The guild earned $48 million", "The guild earned €48 million.", "$48 million"),
    ("The towpath is 8 miles long", "The towpath is 8 kilometres long.", "8 miles"),
    ("The guild owns 77 pumps", "The guild freed 1,274 barges.", "77"),
    ("Some 12 percent of barges sank", "Some 1.2 percent of barges sank.", "12 percent"),
  ])
  func differs(_ sentence: String, _ copy: String, _ marked: String) throws {
    #expect(try mismatches(sentence, copy: copy) == [marked])
  }

  @Test func numberFormatOfTheCopy() throws {
    let ledger = Self.ledger.replacing(#""file""#, with: #""numberFormat": "1.234,5", "file""#)
    #expect(try mismatches("The guild freed 1,274 barges", copy: "The guild freed 1.274 barges.", ledger: ledger) == [])
  }

  @Test func whatStandsInAnUnreadPlaceIsNotCalledAbsent() throws {
    #expect(try mismatches("The guild owns 3,177 pumps", copy: "Form 3,177-B lists the guild's pumps.") == [])
  }

  @Test func aSecondSourceThatWasNotReadMayHaveIt() throws {
    let opened = try #require(openedLedger(Self.ledger, copies: ["log.txt": "The guild freed 1,274 barges."]))
    var analyzer = Analyzer()
    let text = SourceText("The guild owns 77 pumps [@log], [says the town](https://town.example).")
    let read = analyzer.analyze(text, format: .markdown, in: DraftSurroundings(ledger: opened))
    let analysis = try #require(read)
    #expect(analysis.findings.filter { $0.rule == "HS502" }.isEmpty)
  }
}

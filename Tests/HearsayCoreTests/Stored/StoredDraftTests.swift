import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// What is kept of a draft between runs is what was found, and other bytes are never taken for it.
@Suite struct StoredDraftTests {
  private static let text = """
    ---
    series: Regatta
    ---
    # Night at the Dorn regatta

    *3 May 2024*

    The guard made 412 arrests at the Dorn regatta on Friday, the Quay Post reported. Experts say 3.5 to 4 million euros was lost \
    in the year to May, up from 2 million since July 2021, and 12 boats a day sank last week. Some 4,100 homes were flooded. Until \
    Monday 30 people had died; in the past three years it was 90. Between 2019 and 2021 it lost 45% of 800 members this year.

    “The keel cracked long before the northern gale came,” said Ida Marsh. It is reportedly 130 °F there.
    """

  private func analysis(_ text: String = text) throws -> Analysis {
    var analyzer = Analyzer()
    let surroundings = DraftSurroundings(date: CalendarDate(iso: "2024-05-03"))
    let analysis = analyzer.analyze(SourceText(text), format: .markdown, in: surroundings)
    return try #require(analysis)
  }

  private func read(_ bytes: [UInt8], _ length: Int = text.utf8.count) -> StoredDraft? {
    StoredDraft(bytes: bytes, textLength: length, settings: Settings())
  }

  @Test func whatIsReadIsWhatWasStored() throws {
    let analysis = try analysis()
    let stored = StoredDraft(analysis)
    let bytes = try #require(stored.bytes)
    let known = try #require(read(bytes))
    #expect(known.digest == analysis.digest())
    #expect(known.findings.all(with: []) == stored.findings.all(with: []))
    #expect(stored.findings.all(with: []).count > 4 && (analysis.digest()?.claims.count ?? 0) > 3)
    #expect(known.bytes == bytes)
  }

  @Test func everyPeriodIsStored() throws {
    let may = PartialDate(year: 2024, month: 5)
    let periods: [WindowExpression.Period] = [
      .since(may), .within(PartialDate(weekday: 3)), .relative(days: 7, shift: -1), .until(may),
      .ending(may, months: 12, days: 0), .trailing(months: 36, days: 1), .yearToDate,
      .between(may, PartialDate(day: 9)),
      .rate(days: 0.5), .length(days: 30),
    ]
    var writer = StoreWriter()
    periods.store(into: &writer)
    var reader = StoreReader(writer.bytes, textLength: 0)
    #expect(try [WindowExpression.Period](from: &reader) == periods && reader.isAtEnd)
  }

  @Test func nothingLessAndNothingMoreIsRead() throws {
    let bytes = try #require(StoredDraft(analysis()).bytes)
    for length in stride(from: 0, to: bytes.count, by: 7) { #expect(read(Array(bytes[..<length])) == nil) }
    #expect(read(bytes + [0]) == nil)
    // Ranges lie in the draft.
    #expect(read(bytes, 40) == nil)
  }

  @Test func bytesThatWereChangedAreReadOrRefusedAndNeverTrap() throws {
    let bytes = try #require(StoredDraft(analysis()).bytes)
    var random = SeededGenerator(seed: 7)
    var refused = 0
    for _ in 0..<2000 {
      var changed = bytes
      changed[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if read(changed) == nil { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test func draftsThatSilenceRulesAreNotKept() throws {
    #expect(
      StoredDraft(try analysis("<!-- hearsay-ignore HS101: counted -->\n\nSome 640 homes were flooded.\n")).bytes == nil
    )
  }
}

import HearsayCore
import Testing

/// The period that a figure speaks of, and the days that it means, seen from the draft's own date.
@Suite struct WindowTests {
  /// The marked words are the window of the draft's first figure that needs a source.
  private func check(
    _ marked: String, _ days: (String, String)? = nil, from: String? = nil, date: String? = "2024-05-15",
    isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, isMarkdown: isMarkdown, date: date)
    let figure = try #require(
      analysis.figures.first { $0.exemption == nil }, "no figure in \(draft.plain)", sourceLocation: sourceLocation)
    #expect(
      figure.window.map { [$0.range] } ?? [] == draft.ranges,
      "found \(figure.window.map { analysis.words($0.range) } ?? "none")", sourceLocation: sourceLocation)
    #expect(figure.window?.from?.iso == days?.0 ?? from, sourceLocation: sourceLocation)
    #expect(figure.window?.to?.iso == days?.1, sourceLocation: sourceLocation)
  }

  @Test func since() throws {
    try check("Police made 400 arrests ⟦since 1 March⟧.", ("2024-03-01", "2024-05-15"))
    try check("Police made 400 arrests ⟦since March⟧.", ("2024-03-01", "2024-05-15"))
    try check("Police made 400 arrests ⟦since 2021⟧.", ("2021-01-01", "2024-05-15"))
    try check("Police made 400 arrests ⟦since Monday⟧.", ("2024-05-13", "2024-05-15"))
    try check("⟦Since 2021⟧ police made 400 arrests.", ("2021-01-01", "2024-05-15"))
  }

  @Test func within() throws {
    try check("Police made 400 arrests ⟦in March⟧.", ("2024-03-01", "2024-03-31"))
    try check("Police made 400 arrests ⟦in March 2022⟧.", ("2022-03-01", "2022-03-31"))
    try check("Police made 400 arrests ⟦in February 2023⟧.", ("2023-02-01", "2023-02-28"))
    try check("Police made 400 arrests ⟦in February 2024⟧.", ("2024-02-01", "2024-02-29"))
    try check("Police made 400 arrests ⟦in 2022⟧.", ("2022-01-01", "2022-12-31"))
    try check("Police made 400 arrests ⟦on 3 May⟧.", ("2024-05-03", "2024-05-03"))
    try check("Police made 400 arrests ⟦on Monday⟧.", ("2024-05-13", "2024-05-13"))
    try check("Police made 400 arrests.")
  }

  @Test("a month without a year is the latest one")
  func latest() throws {
    try check("Police made 400 arrests ⟦in July⟧.", ("2023-07-01", "2023-07-31"))
    try check("Police made 400 arrests ⟦since July⟧.", ("2023-07-01", "2024-05-15"))
  }

  @Test func relative() throws {
    try check("Police made 400 arrests ⟦today⟧.", ("2024-05-15", "2024-05-15"))
    try check("Police made 400 arrests ⟦this morning⟧.", ("2024-05-15", "2024-05-15"))
    try check("Police made 400 arrests ⟦yesterday⟧.", ("2024-05-14", "2024-05-14"))
    try check("Police made 400 arrests ⟦this week⟧.", ("2024-05-13", "2024-05-15"))
    try check("Police made 400 arrests ⟦last week⟧.", ("2024-05-06", "2024-05-12"))
    try check("Police made 400 arrests ⟦this month⟧.", ("2024-05-01", "2024-05-15"))
    try check("Police made 400 arrests ⟦last month⟧.", ("2024-04-01", "2024-04-30"))
    try check("Police made 400 arrests ⟦this year⟧.", ("2024-01-01", "2024-05-15"))
    try check("Police made 400 arrests ⟦last year⟧.", ("2023-01-01", "2023-12-31"))
  }

  @Test func overTheTurnOfTheYear() throws {
    try check("Police made 400 arrests ⟦last month⟧.", ("2023-12-01", "2023-12-31"), date: "2024-01-03")
    try check("Police made 400 arrests ⟦yesterday⟧.", ("2023-12-31", "2023-12-31"), date: "2024-01-01")
    try check("Police made 400 arrests ⟦yesterday⟧.", ("2024-02-29", "2024-02-29"), date: "2024-03-01")
  }

  @Test func between() throws {
    try check("Police made 400 arrests ⟦between 3 May and 9 May⟧.", ("2024-05-03", "2024-05-09"))
    try check("Police made 400 arrests ⟦between March and May⟧.", ("2024-03-01", "2024-05-31"))
    try check("Police made 400 arrests ⟦from 2019 to 2021⟧.", ("2019-01-01", "2021-12-31"))
  }

  @Test("rates and lengths name no days")
  func rates() throws {
    try check("Police made 400 arrests ⟦a day⟧.")
    try check("Police made 400 arrests ⟦per week⟧.")
    try check("Police made 400 arrests ⟦annually⟧.")
    try check("Police made 400 arrests ⟦for three months⟧.")
    try check("Police made 400 arrests ⟦within 24 hours⟧.")
    try check("Police made 400 arrests ⟦in fiscal 2022⟧.")
    try check("Police made 400 arrests in three towns.")
  }

  @Test("what has passed runs up to the draft's date")
  func trailing() throws {
    try check("Police made 400 arrests ⟦over the past three months⟧.", ("2024-02-15", "2024-05-15"))
    try check("Police made 400 arrests ⟦in the last ten days⟧.", ("2024-05-05", "2024-05-15"))
    try check("Police made 400 arrests ⟦over the past three years⟧.", ("2021-05-15", "2024-05-15"))
    try check("Police made 400 arrests ⟦for the last decade⟧.", ("2014-05-15", "2024-05-15"))
    try check("Police made 400 arrests ⟦so far this year⟧.", ("2024-01-01", "2024-05-15"))
    try check("Police made 400 arrests ⟦year to date⟧.", ("2024-01-01", "2024-05-15"))
    try check("Police made 400 arrests over the past.")
  }

  @Test("periods that end with a day")
  func ending() throws {
    try check("Police made 400 arrests ⟦in the year to March⟧.", ("2023-04-01", "2024-03-31"))
    try check("Police made 400 arrests ⟦in the 12 months to June 2023⟧.", ("2022-07-01", "2023-06-30"))
    try check("Police made 400 arrests ⟦in the week ending 4 May⟧.", ("2024-04-28", "2024-05-04"))
    try check("Police made 400 arrests in the road to March.")
  }

  @Test("parts of a year, decades, and what lies ahead")
  func parts() throws {
    try check("Police made 400 arrests ⟦in the first half of 2023⟧.", ("2023-01-01", "2023-06-30"))
    try check("Police made 400 arrests ⟦in the third quarter of 2022⟧.", ("2022-07-01", "2022-09-30"))
    try check("Police made 400 arrests ⟦in Q3⟧.", ("2023-07-01", "2023-09-30"))
    try check("Police made 400 arrests ⟦in the 1990s⟧.", ("1990-01-01", "1999-12-31"))
    try check("Police made 400 arrests ⟦between November and February⟧.", ("2023-11-01", "2024-02-29"))
    try check("Police made 400 arrests ⟦on 3-5 May⟧.", ("2024-05-03", "2024-05-05"))
    try check("Police made 400 arrests ⟦since the start of 2023⟧.", ("2023-01-01", "2024-05-15"))
    try check("Police made 400 arrests in the first half of the match.")
    try check("Police made 400 arrests in Room Q3b.")
  }

  @Test("a figure has the period of its own clause")
  func ownClause() throws {
    try check("⟦In 2021⟧ 400 barges sank, and since 2022 300 sank.", ("2021-01-01", "2021-12-31"))
    try check("⟦In March⟧ 400 barges sank and in April 300 sank.", ("2024-03-01", "2024-03-31"))
    try check("Police made 400 arrests ⟦in March⟧, 300 in April.", ("2024-03-01", "2024-03-31"))
    try check("⟦In 2021⟧ police made 400 arrests; in 2022 they made 300.", ("2021-01-01", "2021-12-31"))
    try check("In 2021 it rained, while police made 400 arrests ⟦in 2022⟧.", ("2022-01-01", "2022-12-31"))
    try check("Police made 400 arrests and 30 raids ⟦in March⟧.", ("2024-03-01", "2024-03-31"))
  }

  @Test("without a date only what names a year is known")
  func undated() throws {
    try check("Police made 400 arrests ⟦in March 2022⟧.", ("2022-03-01", "2022-03-31"), date: nil)
    try check("Police made 400 arrests ⟦since 2022⟧.", from: "2022-01-01", date: nil)
    try check("Police made 400 arrests ⟦since March⟧.", date: nil)
    try check("Police made 400 arrests ⟦yesterday⟧.", date: nil)
  }

  @Test(
    "the draft's own date",
    arguments: [
      "date 2024-05-15 Rain fell.", "PORT CALDER, May 15, 2024 (Northwire) — Rain fell.",
      "15 May 2024.\n\nRain fell.", "A night in Dorn\n\n15 May 2024\n\nRain fell.",
    ])
  func dateline(_ text: String) throws {
    #expect(try analysis(text).date?.iso == "2024-05-15")
    #expect(try analysis(text, date: "2020-01-01").date?.iso == "2020-01-01", "a date that is given counts more")
  }

  @Test(
    "no date of the draft's own",
    arguments: [
      "The mill burned on 15 May 2024. Rain fell.", "PORT CALDER, May 15 (Northwire) — Rain fell.", "Rain fell.", "",
    ])
  func undatedDrafts(_ text: String) throws {
    #expect(try analysis(text).date == nil)
  }

  @Test func frontMatter() throws {
    let date = { (lines: String) in
      try analysis("---\n\(lines)\n---\n\nRain fell.\n", isMarkdown: true).date?.iso
    }
    #expect(try date("title: Rain\ndate: 2024-05-15") == "2024-05-15")
    #expect(try date("published: \"2024-05-15\"") == "2024-05-15")
    #expect(try date("date: 2024-05-15T09:30:00Z") == "2024-05-15")
    #expect(try date("updated: 2024-05-15") == nil)
    #expect(try date("date: 2024-02-30") == nil)
    #expect(try date("date: soon") == nil)
  }
}

import ProseText

/// Finds the draft's own date: in the front matter, or in a date line near the top.
enum DraftDate {
  static func find(in blocks: [DraftBlock]) -> CalendarDate? {
    for block in blocks.prefix(6) {
      if let date = inFrontMatter(block) { return date }
      if let date = inDateline(block.passage) { return date }
    }
    return nil
  }

  /// A line `date: 2024-05-01…` of the metadata.
  private static func inFrontMatter(_ block: DraftBlock) -> CalendarDate? {
    FrontMatterEntry.all(in: block).lazy.filter { ["date", "published", "pubdate"].contains($0.key) }
      .compactMap { CalendarDate(iso: String($0.value.prefix(10))) }.first
  }

  /// Where the date begins in "DORN, 3 May 2024": behind the place, at most four words of it.
  private static func behindPlace(_ passage: Passage) -> Int {
    var index = 0
    while index < 4, passage.terms[index].isWord, passage.terms[index].isCapitalised,
      passage.calendar(at: index)?.exemption != .date
    {
      index += 1
    }
    guard index > 0, passage.isComma(index) || passage.isDash(index) else { return 0 }
    return index + 1
  }

  /// A block that is a date and nothing else, or opens with "date 2024-05-01", or has a date line with a year;
  /// a place may stand in front.
  private static func inDateline(_ passage: Passage) -> CalendarDate? {
    guard !passage.terms.isEmpty else { return nil }
    let limit =
      passage.sentences.count > 1 && passage.dateline() != nil
      ? passage.sentences[0].tokens.upperBound : passage.terms.count
    guard limit <= 14 else { return nil }
    var date: PartialDate?
    var index = behindPlace(passage)
    while index < limit {
      let term = passage.terms[index]
      if let reading = passage.calendar(at: index), reading.exemption == .date {
        date = date ?? reading.date
        index = reading.end
      } else if term.kind == .punctuation || term.word == .date || passage.dateline() != nil || term.kind == .number {
        index += 1
      } else {
        return nil
      }
    }
    guard let date, let year = date.year, let month = date.month, let day = date.day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}

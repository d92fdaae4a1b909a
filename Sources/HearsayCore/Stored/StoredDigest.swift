extension DraftDigest: Storable {
  func store(into writer: inout StoreWriter) {
    date.store(into: &writer)
    claims.store(into: &writer)
    quotations.store(into: &writer)
    roots.store(into: &writer)
    topic.names.store(into: &writer)
    topic.opening.store(into: &writer)
    topic.openingNames.store(into: &writer)
    standing.isRetired.store(into: &writer)
    standing.isCorrection.store(into: &writer)
    standing.series.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    date = try CalendarDate?(from: &reader)
    claims = try [FigureClaim](from: &reader)
    quotations = try [QuotedWords](from: &reader)
    roots = try [DraftRoot](from: &reader)
    topic = DraftTopic(
      names: try SortedKeys(from: &reader), opening: try SortedKeys(from: &reader),
      openingNames: try SortedKeys(from: &reader))
    standing = DraftStanding(
      isRetired: try Bool(from: &reader), isCorrection: try Bool(from: &reader), series: try String?(from: &reader))
  }
}

extension CalendarDate: Storable {
  func store(into writer: inout StoreWriter) { [year, month, day].forEach { $0.store(into: &writer) } }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    let (year, month, day) = (try Int(from: &reader), try Int(from: &reader), try Int(from: &reader))
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw StoreMalformation() }
    self = date
  }
}

extension DraftRoot: Storable {
  func store(into writer: inout StoreWriter) {
    name.store(into: &writer)
    words.store(into: &writer)
    entry.store(into: &writer)
    mention.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      name: try String(from: &reader), words: try [UInt64](from: &reader), entry: try String?(from: &reader),
      mention: try Range(from: &reader))
  }
}

extension QuotedWords: Storable {
  func store(into writer: inout StoreWriter) {
    range.store(into: &writer)
    words.store(into: &writer)
    content.store(into: &writer)
    speaker.name.store(into: &writer)
    speaker.kind.store(into: &writer)
    speaker.words.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      range: try Range(from: &reader), words: try [UInt64](from: &reader), content: try [UInt64](from: &reader),
      speaker: Speaker(
        name: try String(from: &reader), kind: try SourceKind(from: &reader), words: try [UInt64](from: &reader)))
  }
}

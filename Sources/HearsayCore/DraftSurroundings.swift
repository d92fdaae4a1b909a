/// What lies around a draft and bears on how it is read.
///
/// A value: whoever reads files makes it, and the analysis reads no file itself.
package struct DraftSurroundings: Sendable, Equatable {
  /// The draft's date as given from outside; without it, a date line or front matter in the text is used.
  package var date: CalendarDate?
  /// What the project knows of its sources.
  package var ledger: OpenedLedger?
  /// What the house has settled.
  package var settings: Settings

  package init(date: CalendarDate? = nil, ledger: OpenedLedger? = nil, settings: Settings = Settings()) {
    self.date = date
    self.ledger = ledger
    self.settings = settings
  }
}

import ProseText

@testable import HearsayCore

/// A ledger with its saved copies, as whoever reads files would open it; nil where the text is no JSON.
///
/// - Parameter copies: text by file name; a copy that the ledger names and that is not here is missing.
func openedLedger(_ json: String, copies: [String: String] = [:]) -> OpenedLedger? {
  guard let ledger = LedgerReading(Array(json.utf8)).ledger else { return nil }
  var opened: [Int: OpenedLedger.Copy] = [:]
  for (index, source) in ledger.sources.enumerated() {
    guard let file = source.file else { continue }
    opened[index] =
      copies[file].map {
        .read(ArchivedSource(SourceText($0), format: DraftFormat(fileName: file), numberFormat: source.numberFormat))
      } ?? .missing("there is no such file")
  }
  return OpenedLedger(LedgerIndex(ledger), copies: opened)
}

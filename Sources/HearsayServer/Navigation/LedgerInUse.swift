import HearsayCore
import LanguageServerProtocol
import ProseText
import Workspace

/// A ledger that counts for a draft, with the places in it and in its saved copies.
struct LedgerInUse: Sendable {
  let found: FoundLedger
  let opened: OpenedLedger
  /// By which the client knows the ledger.
  let uri: String

  init?(_ surroundings: FoundSurroundings, _ opened: OpenedLedger?) {
    guard let found = surroundings.ledger, let uri = surroundings.ledgerURI, let opened else { return nil }
    self.found = found
    self.opened = opened
    self.uri = uri
  }

  var sources: [LedgerSource] { opened.ledger.sources }

  /// The source of an index; nil where there is none, so that a look-up by what a client sent is safe.
  func source(_ entry: Int) -> LedgerSource? { sources.indices.contains(entry) ? sources[entry] : nil }

  /// Where the ledger has a source.
  func location(ofEntry entry: Int, _ encoding: PositionEncoding) -> LSP.Location? {
    guard let source = source(entry) else { return nil }
    return location(of: source.idRange.withoutQuotationMarks, encoding)
  }

  /// A place of the ledger.
  func location(of range: Range<Int>, _ encoding: PositionEncoding) -> LSP.Location? {
    guard let reading = found.understood else { return nil }
    let text = SourceText(reading.bytes)
    let positions = PositionTable([range.lowerBound, range.upperBound], in: text, encoding)
    return LSP.Location(uri: uri, range: positions[range])
  }

  /// Where the saved copy says what a figure was held against.
  func location(of evidence: LedgerEvidence, _ encoding: PositionEncoding) -> LSP.Location? {
    guard let range = evidence.place, let text = opened.copiedText(of: evidence.entry),
      let source = source(evidence.entry), let path = found.copyPlace(of: source)
    else { return nil }
    let positions = PositionTable([range.lowerBound, range.upperBound], in: text, encoding)
    return LSP.Location(uri: FileURI.uri(of: path), range: positions[range])
  }
}

extension Range<Int> {
  /// The words of a JSON string without its quotation marks.
  var withoutQuotationMarks: Range<Int> { count < 2 ? self : lowerBound + 1..<upperBound - 1 }
}

extension Ledger {
  /// The id that stands at a place of the ledger: a source's own, or that of one from which another derives.
  func id(at offset: Int) -> (id: String, range: Range<Int>)? {
    for source in sources {
      if holds(source.idRange, offset) { return (source.id, source.idRange.withoutQuotationMarks) }
      for derivation in source.derivations where holds(derivation.range, offset) && index(of: derivation.source) != nil
      {
        return (derivation.source, derivation.range.withoutQuotationMarks)
      }
    }
    return nil
  }

  private func holds(_ range: Range<Int>, _ offset: Int) -> Bool {
    let words = range.withoutQuotationMarks
    return words.contains(offset) || words.upperBound == offset
  }

  /// Every place that names an id: where the source has it, then where others derive from it.
  func places(of id: String) -> (declaration: Range<Int>?, uses: [Range<Int>]) {
    (
      index(of: id).map { sources[$0].idRange.withoutQuotationMarks },
      sources.flatMap(\.derivations).filter { $0.source == id }.map(\.range.withoutQuotationMarks)
    )
  }
}

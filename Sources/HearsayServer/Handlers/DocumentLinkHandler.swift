import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Links from keys to where the ledger says that the source can be read.
  func links(for client: ClientProfile) -> [LSP.DocumentLink]? {
    guard let ledger else { return nil }
    let linked = analysis.keys.compactMap { key in
      key.entry.flatMap(ledger.source).flatMap { source in
        (source.url ?? source.archived).flatMap { isWebAddress($0) ? (key.idRange, $0, source.name) : nil }
      }
    }
    let ranges = ranges(linked.map(\.0), for: client)
    return zip(ranges, linked).map { range, link in
      LSP.DocumentLink(range: range, target: link.1, tooltip: client.showsLinkTips ? shownOnOneLine(link.2) : nil)
    }
  }
}

/// Whether an address leads to the web; a ledger may come from anybody, and no editor is to open a file or run a command for it.
func isWebAddress(_ address: String) -> Bool {
  let scheme = address.prefix(8).lowercased()
  return (scheme.hasPrefix("https://") || scheme.hasPrefix("http://"))
    && address.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
}

import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Where what stands at a place is from: a figure's sentence in the saved copy, a key's entry in the ledger, a party's first mention.
  func definition(_ params: LSP.DefinitionParams, for client: ClientProfile) -> [LSP.Location]? {
    guard let (subject, _) = subject(at: params.position, for: client) else { return nil }
    let encoding = client.positionEncoding
    switch subject {
    case .key(let index):
      return analysis.keys[index].entry.flatMap { ledger?.location(ofEntry: $0, encoding) }.map { [$0] }
    case .source(let index):
      return analysis.sources[index].mentions.first.map { [location($0, for: client)] }
    case .figure(let index):
      if let evidence = analysis.evidence(of: index), let ledger {
        let place = ledger.location(of: evidence, encoding) ?? ledger.location(ofEntry: evidence.entry, encoding)
        return place.map { [$0] }
      }
      guard let attribution = analysis.figures[index].support.attribution,
        analysis.attributions.indices.contains(attribution)
      else { return nil }
      return analysis.attributions[attribution].source.first.map { [location($0, for: client)] }
    }
  }

  private func location(_ range: Range<Int>, for client: ClientProfile) -> LSP.Location {
    LSP.Location(uri: uri, range: ranges([range], for: client)[0])
  }
}

import HearsayCore
import LanguageServerProtocol
import ProseText
import Workspace

// What is asked at a place of an open ledger: its ids lead to one another and to the drafts that name them.
extension HouseFile {
  /// - Parameters:
  ///   - text: the file as it is open.
  ///   - version: the client's number for that.
  func reply(to request: DocumentRequest, _ text: SourceText, version: Int, for client: ClientProfile) -> Reply? {
    switch request {
    case .codeAction(let params): .result(.codeAction(actions(params, text, version: version, for: client)))
    case .diagnostic(let params): .result(.diagnostic(report(params)))
    case .definition(let params): .result(.definition(definition(at: params.position, text, client)))
    case .documentHighlight(let params):
      .result(.documentHighlight(highlights(at: params.position, text, client)))
    case .references(let params):
      search(at: params.position, text, client, .references(withDeclaration: params.context.includeDeclaration))
    case .prepareRename(let params):
      .result(.prepareRename(id(at: params.position, text, client).map { range($0.range, text, client) }))
    case .rename(let params): search(at: params.position, text, client, .rename(to: params.newName))
    default: nil
    }
  }

  /// The ledger, where the text is what was read.
  private func ledger(_ text: SourceText) -> Ledger? {
    guard let ledger, ledger.understood?.bytes == text.bytes else { return nil }
    return ledger.understood?.ledger
  }

  private func id(
    at position: LSP.Position, _ text: SourceText, _ client: ClientProfile
  ) -> (id: String, range: Range<Int>)? {
    ledger(text)?.id(at: text.offset(of: Position(position), in: client.positionEncoding))
  }

  private func search(
    at position: LSP.Position, _ text: SourceText, _ client: ClientProfile, _ purpose: KeySearch.Purpose
  ) -> Reply? {
    guard let ledger, let found = id(at: position, text, client) else { return nil }
    return .search(KeySearch(key: found.id, ledger: ledger, ledgerURI: uri, purpose: purpose))
  }

  private func definition(
    at position: LSP.Position, _ text: SourceText, _ client: ClientProfile
  ) -> [LSP.Location]? {
    guard let found = id(at: position, text, client), let place = ledger(text)?.places(of: found.id).declaration
    else { return nil }
    return [LSP.Location(uri: uri, range: range(place, text, client))]
  }

  private func highlights(
    at position: LSP.Position, _ text: SourceText, _ client: ClientProfile
  ) -> [LSP.DocumentHighlight]? {
    guard let found = id(at: position, text, client), let places = ledger(text)?.places(of: found.id) else {
      return nil
    }
    let ranges = (places.declaration.map { [$0] } ?? []) + places.uses
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.map {
      LSP.DocumentHighlight(range: range($0, text, client), kind: .text)
    }
  }

  private func range(_ range: Range<Int>, _ text: SourceText, _ client: ClientProfile) -> LSP.Range {
    PositionTable([range.lowerBound, range.upperBound], in: text, client.positionEncoding)[range]
  }
}

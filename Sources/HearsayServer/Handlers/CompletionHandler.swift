import HearsayCore
import LanguageServerProtocol
import ProseText
import Workspace

extension Session {
  /// The ledger's keys, where one is being typed: answered from the text as it is, without waiting for an analysis.
  mutating func complete(_ id: RequestID, _ params: LSP.CompletionParams) {
    answer(id, .success(.completion(completions(params))))
  }

  private func completions(_ params: LSP.CompletionParams) -> LSP.CompletionList? {
    guard let document = documents[params.textDocument.uri], document.role == .draft, !isTooLarge(document),
      let ledger = document.surroundings?.ledger?.understood?.ledger
    else { return nil }
    let offset = document.text.offset(of: Position(params.position), in: client.positionEncoding)
    guard let key = TypedKey(at: offset, in: document.text, document.format) else { return nil }
    let positions = PositionTable(
      [key.range.lowerBound, key.range.upperBound], in: document.text, client.positionEncoding)
    return KeyCompletions(key: key, range: positions[key.range], client: client).list(ledger)
  }
}

import HearsayCore
import LanguageServerProtocol
import ProseText
import Workspace

extension Session {
  /// Keys of the ledger and of the draft where one is being typed, names of the draft where one is: answered from the text as it is, with
  /// what was known of it last, without waiting for an analysis.
  mutating func complete(_ id: RequestID, _ params: LSP.CompletionParams) {
    answer(id, .success(.completion(completions(params))))
  }

  private func completions(_ params: LSP.CompletionParams) -> LSP.CompletionList? {
    guard let document = documents[params.textDocument.uri], document.role == .draft, !isTooLarge(document) else {
      return nil
    }
    func range(_ range: Range<Int>) -> LSP.Range {
      PositionTable([range.lowerBound, range.upperBound], in: document.text, client.positionEncoding)[range]
    }
    let offset = document.text.offset(of: Position(params.position), in: client.positionEncoding)
    if let key = TypedKey(at: offset, in: document.text, document.format) {
      let ledger = document.surroundings?.ledger?.understood?.ledger
      let used = document.latest?.analysis.keys.filter { $0.entry == nil && $0.range.upperBound != offset }.map(\.id)
      let list = KeyCompletions(key: key, range: range(key.range), client: client).list(ledger, used: used ?? [])
      return list.items.isEmpty ? nil : list
    }
    guard let name = TypedName(at: offset, in: document.text), let analysis = document.latest?.analysis else {
      return nil
    }
    let items = NameCompletions(name: name, range: range(name.range)).items(analysis)
    return items.isEmpty ? nil : LSP.CompletionList(isIncomplete: false, items: items)
  }
}

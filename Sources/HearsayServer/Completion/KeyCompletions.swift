import HearsayCore
import LanguageServerProtocol

/// The sources of a ledger as a client offers them where a key is typed.
struct KeyCompletions: Sendable {
  /// More are not sent at once; the client asks again when more is typed.
  static let most = 200

  let key: TypedKey
  /// What the chosen key replaces.
  let range: LSP.Range
  let client: ClientProfile

  /// Those whose id, title or publisher holds what was typed: ids that begin with it first; then keys that the draft uses without an entry.
  func list(_ ledger: Ledger?, used: [String]) -> LSP.CompletionList {
    let typed = key.typed.lowercased()
    let matching = (ledger?.sources ?? []).filter { source in
      guard source.status != .retired else { return false }
      return typed.isEmpty
        || [source.id, source.title, source.publisher].contains { $0?.lowercased().contains(typed) == true }
    }
    let first = matching.filter { $0.id.lowercased().hasPrefix(typed) }
    let ordered = first + matching.filter { !$0.id.lowercased().hasPrefix(typed) }
    let shown = ordered.prefix(Self.most)
    let others = Set(used.filter { $0 != key.typed && $0.lowercased().hasPrefix(typed) }).sorted()
    return LSP.CompletionList(
      isIncomplete: shown.count < ordered.count,
      items: shown.enumerated().map { item($0.element, $0.offset) }
        + others.prefix(Self.most).enumerated().map { item($0.element, shown.count + $0.offset) })
  }

  private func item(_ id: String, _ rank: Int) -> LSP.CompletionItem {
    LSP.CompletionItem(
      label: shownOnOneLine(id), kind: .reference, detail: "used in this draft, in no ledger",
      sortText: String(1_000_000 + rank), filterText: key.filter(for: id),
      textEdit: LSP.TextEdit(range: range, newText: key.text(for: id)))
  }

  private func page(of source: LedgerSource) -> LSP.MarkupContent {
    let markup: HoverMarkup = client.readsMarkdownCompletions ? .markdown : .plainText
    return markup.page(LedgerHover.paragraphs(source, markup))
  }

  private func item(_ source: LedgerSource, _ rank: Int) -> LSP.CompletionItem {
    let isByID = source.id.lowercased().hasPrefix(key.typed.lowercased())
    let detail = [source.title, source.publisher ?? source.author].compactMap(\.self).joined(separator: ", ")
    return LSP.CompletionItem(
      label: shownOnOneLine(source.id), kind: .reference, detail: shownOnOneLine(detail),
      documentation: page(of: source),
      sortText: String(1_000_000 + rank),
      // What was found by its title would be dropped again by a client that looks at the id alone.
      filterText: isByID ? key.filter(for: source.id) : key.filter(for: key.typed),
      textEdit: LSP.TextEdit(range: range, newText: key.text(for: source.id)))
  }
}

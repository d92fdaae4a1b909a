import HearsayCore
import LanguageServerProtocol
import ProseText

/// The beginning of a name that is being typed: letters behind a capital, which end where the cursor is.
struct TypedName: Sendable, Equatable {
  let range: Range<Int>
  let typed: String

  /// How far back is looked for the beginning of a word.
  private static let farthest = 60

  /// The beginning of a name at a place; nil where nobody types one there.
  init?(at offset: Int, in text: SourceText) {
    let bytes = text.bytes
    var start = offset
    while start > max(0, offset - Self.farthest), Self.isLetter(bytes[start - 1]) { start -= 1 }
    // "4Ca" is no name.
    if start > 0, bytes[start - 1] &- 0x30 < 10 || bytes[start - 1] == UInt8(ascii: "_") { return nil }
    let typed = text.string(start..<offset)
    guard typed.count > 1, typed.first?.isUppercase == true, typed.allSatisfy(\.isLetter) else { return nil }
    range = start..<offset
    self.typed = typed
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}

/// The names of a draft's sources as a client offers them where one is typed.
struct NameCompletions: Sendable {
  private static let most = 50

  let name: TypedName
  /// What the chosen name replaces.
  let range: LSP.Range

  /// Those of whose words one begins with what was typed, in the order in which the draft names them.
  func items(_ analysis: Analysis) -> [LSP.CompletionItem] {
    var items: [LSP.CompletionItem] = []
    var seen: Set<String> = [name.typed]
    for source in analysis.sources where items.count < Self.most {
      switch source.kind {
      case .person, .organisation, .publication, .document: break
      case .anonymous, .vague, .writer, .missing: continue
      }
      let shown = shownOnOneLine(source.name, limit: 80)
      // A name that stands at the cursor alone is the one that is being typed.
      let isElsewhere = source.mentions.contains { $0.upperBound != name.range.upperBound }
      guard isElsewhere, shown == source.name, seen.insert(shown).inserted,
        let word = shown.split(separator: " ").first(where: { $0.hasPrefix(name.typed) })
      else { continue }
      items.append(
        LSP.CompletionItem(
          label: shown, kind: source.kind == .person ? .variable : .module, detail: "a source of this draft",
          sortText: String(1_000 + items.count), filterText: String(word),
          textEdit: LSP.TextEdit(range: range, newText: shown)))
    }
    return items
  }
}

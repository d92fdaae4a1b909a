import LanguageServerProtocol

/// How the words of a hover are marked up, as the client asked.
///
/// Everything that may hold words of the draft goes through `text`.
enum HoverMarkup: Sendable {
  case markdown, plainText

  /// Words that are shown as they stand.
  func text(_ words: String) -> String {
    let shown = shownOnOneLine(words)
    return self == .markdown ? escapedMarkdown(shown) : shown
  }

  func bold(_ words: String) -> String {
    let words = text(words)
    // Emphasis may not begin or end with a blank (CommonMark 6.2).
    guard self == .markdown, let first = words.first, let last = words.last, first != " ", last != " " else {
      return words
    }
    return "**\(words)**"
  }

  /// - Parameter address: one of ours, without brackets or blanks.
  func link(_ words: String, to address: String) -> String {
    self == .markdown ? "[\(text(words))](\(address))" : "\(text(words)): \(address)"
  }

  /// - Parameter items: marked up already, a line each.
  func list(_ items: [String]) -> String {
    items.map { "- " + $0 }.joined(separator: "\n")
  }

  /// - Parameter paragraphs: marked up already.
  func page(_ paragraphs: [String]) -> LSP.MarkupContent {
    LSP.MarkupContent(kind: self == .markdown ? .markdown : .plainText, value: paragraphs.joined(separator: "\n\n"))
  }
}

import ProseText

/// Names or phrases as people list them: compared word by word, without regard to case, articles, marks and spacing.
package struct NameList: Sendable, Equatable {
  private var phrases: Set<[UInt64]> = []
  /// How many words the phrases have.
  private var lengths: Set<Int> = []

  package init(_ phrases: [String] = []) {
    for phrase in phrases { insert(phrase) }
  }

  package var isEmpty: Bool { phrases.isEmpty }

  /// Adds a phrase; one without words is nothing.
  package mutating func insert(_ phrase: String) {
    let words = Self.words(of: phrase)
    guard !words.isEmpty else { return }
    phrases.insert(words)
    lengths.insert(words.count)
  }

  /// Whether some words are one of the names.
  func contains(_ words: [UInt64]) -> Bool { phrases.contains(words) }

  /// Whether a text has one of the phrases in it, whole words on end.
  func isInside(_ text: String) -> Bool {
    guard !phrases.isEmpty else { return false }
    let words = Self.words(of: text)
    return lengths.contains { length in
      length <= words.count && (0...words.count - length).contains { phrases.contains(Array(words[$0..<$0 + length])) }
    }
  }

  /// The keys of a text's words, as those of a source's name: articles, marks and endings like "’s" are left out.
  static func words(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    let content = BlockContent(prose: bytes.isEmpty ? [] : [0..<bytes.count])
    return tokenize(bytes, at: 0, content).compactMap { token in
      let isArticle = articles.contains(token.key)
      guard token.kind == .word || token.kind == .number, !isArticle, !isEnding(bytes[token.range]) else { return nil }
      return token.key
    }
  }

  private static func isEnding(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "'") || bytes.starts(with: "’".utf8)
  }

  private static let articles = foldedKeys("the")
}

import ProseText

/// A text as one block, with its tokens and sentences.
struct TokenizedText {
  let bytes: [UInt8]
  let origin: Int
  let tokens: [Token]
  let sentences: [Sentence]

  init(_ text: String, _ content: BlockContent? = nil) { self.init(Array(text.utf8), content) }

  /// `origin` bytes of something else stand before the text.
  init(_ text: [UInt8], _ content: BlockContent? = nil, origin: Int = 0) {
    bytes = Array(repeating: UInt8(ascii: "x"), count: origin) + text
    self.origin = origin
    let whole = BlockContent(prose: text.isEmpty ? [] : [0..<text.count])
    tokens = tokenize(bytes, at: origin, content ?? whole)
    sentences = ProseText.sentences(of: tokens, in: bytes, at: origin)
  }

  func string(_ token: Token) -> String { string(token.range) }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[(origin + range.lowerBound)..<(origin + range.upperBound)], as: UTF8.self)
  }

  /// The kinds of the tokens, a letter each.
  var kinds: String {
    tokens.map { token in
      switch token.kind {
      case .word: "w"
      case .number: "n"
      case .punctuation: "p"
      case .symbol: "s"
      case .opaque: "o"
      }
    }.joined()
  }
}

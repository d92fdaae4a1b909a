import ProseText

extension Passage {
  /// Reads one block of a draft: tokens, sentences, tags and what the lexicon knows of each word.
  init(_ block: BlockOutline, _ content: BlockContent, in bytes: [UInt8], tagger: Tagger) {
    let origin = block.range.lowerBound
    let tokens = tokenize(bytes, at: origin, content)
    let sentences = Dateline.split(
      ProseText.sentences(of: tokens, in: bytes, at: origin), tokens, in: bytes, at: origin)
    let tags =
      Self.isWorthTagging(tokens)
      ? tagger.tags(of: tokens, in: bytes, at: origin, sentences)
      : [PartOfSpeech](repeating: .noun, count: tokens.count)
    var terms: [Term] = []
    terms.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      let lexeme = token.kind == .opaque ? Lexeme() : Lexicon.english.lexeme(token.key)
      terms.append(
        Term(
          start: token.start, end: token.end, key: token.key, classes: lexeme.classes, word: lexeme.word,
          cue: lexeme.cue,
          forms: lexeme.forms, kind: token.kind, shape: token.shape, tag: tags[index]))
    }
    self.init(
      kind: block.kind, bytes: Array(bytes[block.range]), terms: terms, sentences: sentences, inlines: content.inlines)
  }

  /// Tags cost most of a block's reading; a block without a figure, a quotation mark or a cue needs none.
  private static func isWorthTagging(_ tokens: [Token]) -> Bool {
    tokens.count > 1
  }

  /// Whether the block is in English, as far as its function words tell; short blocks count as English.
  var isEnglish: Bool {
    var words = 0
    var known = 0
    for term in terms where term.kind == .word && term.shape.contains(.hasLetter) {
      words += 1
      if term.has(.function) { known += 1 }
    }
    return words < 10 || known * 9 >= words
  }
}

import ProseText

extension Passage {
  /// Reads one block of a draft: tokens, sentences, tags and what the lexicon knows of each word.
  convenience init(
    _ block: BlockOutline, _ content: BlockContent, in bytes: [UInt8], numbers: NumberFormat, _ tagger: inout Tagger,
    memory: () -> TagMemory
  ) {
    let origin = block.range.lowerBound
    let tokens = tokenize(bytes, at: origin, content)
    let sentences = Dateline.split(
      ProseText.sentences(of: tokens, in: bytes, at: origin), tokens, in: bytes, at: origin)
    var terms = Self.terms(tokens)
    let isTagged = Self.isWorthTagging(terms) { bytes[origin + Int(tokens[$0].start)] }
    if isTagged {
      let memory = memory()
      var tags: [PartOfSpeech] = []
      for sentence in sentences where !memory.recall(sentence, &terms, in: bytes, at: origin) {
        tags.removeAll(keepingCapacity: true)
        tagger.tag(tokens, in: bytes, at: origin, sentence.tokens, into: &tags)
        for (offset, tag) in tags.enumerated() { terms[sentence.tokens.lowerBound + offset].tag = tag }
        Self.correct(&terms, sentence) { bytes[origin + Int(tokens[$0].start)] == 0x2C }
      }
    }
    self.init(
      kind: block.kind, bytes: Array(bytes[block.range]), terms: Terms(terms), sentences: sentences,
      inlines: content.inlines, isTagged: isTagged, numberFormat: numbers)
  }

  /// Reads a block without its tags: every tag says noun.
  convenience init(untagged block: BlockOutline, _ content: BlockContent, in bytes: [UInt8], numbers: NumberFormat) {
    let origin = block.range.lowerBound
    let tokens = tokenize(bytes, at: origin, content)
    self.init(
      kind: block.kind, bytes: Array(bytes[block.range]), terms: Terms(Self.terms(tokens)),
      sentences: ProseText.sentences(of: tokens, in: bytes, at: origin), inlines: content.inlines, isTagged: false,
      numberFormat: numbers)
  }

  /// Tokens with what the lexicon knows of them.
  private static func terms(_ tokens: [Token]) -> [Term] {
    let lexicon = Lexicon.english
    return tokens.map { token in
      let lexeme = token.kind == .opaque ? Lexeme() : lexicon.lexeme(token.key)
      return Term(
        start: token.start, end: token.end, key: token.key, classes: lexeme.classes, word: lexeme.word, cue: lexeme.cue,
        forms: lexeme.forms, speech: lexeme.speech, kind: TermKind(token.kind), shape: TermShape(token.shape),
        tag: .noun)
    }
  }

  /// Tags cost most of a block's reading; a block without a figure, a quotation mark, a verb of saying or a feeling needs none.
  private static func isWorthTagging(_ terms: [Term], _ byte: (Int) -> UInt8) -> Bool {
    let classes: WordClasses = [
      .hedgeAdverb, .hedgeAdjective, .emotion, .vaguePlural, .scale, .number, .multiple, .fraction, .reportingPassive,
    ]
    return terms.indices.contains { index in
      let term = terms[index]
      return term.kind == .number || term.cue != .none || term.has(classes) || term.word == .according
        || term.word == .majority || !term.speech.isDisjoint(with: [.statement, .judgement])
        || term.kind == .symbol
        || term.kind == .punctuation && (term.end - term.start == 3 || byte(index) == 0x22 || byte(index) == 0x27)
    }
  }

  /// Whether the block is in English, as far as its function words tell; short blocks count as English.
  var isEnglish: Bool {
    var words = 0
    var known = 0
    // Names in capitals and codes with digits are of no language.
    for term in terms where term.kind == .word && term.shape.isDisjoint(with: [.hasDigit, .allCaps]) {
      words += 1
      if term.has([.function, .number, .scale]) { known += 1 }
    }
    return words < 10 || known * 9 >= words
  }
}

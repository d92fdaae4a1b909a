import ProseText

extension Passage {
  /// Reads one block of a draft: tokens, sentences, tags and what the lexicon knows of each word.
  ///
  /// - Parameters:
  ///   - isCopied: whether the block's bytes are to outlive these.
  ///   - before: the block before an edit, where it is one: terms at its ends are taken over with their tags.
  ///   - memory: sentences that were tagged.
  convenience init(
    _ block: BlockOutline, _ content: BlockContent, in bytes: [UInt8], numbers: NumberFormat, isCopied: Bool = true,
    _ tagger: inout Tagger, before: EarlierBlock? = nil, memory: () -> TagMemory
  ) {
    let origin = block.range.lowerBound
    let cut =
      before.flatMap { EditedStretch($0, content, count: block.range.count) }?
      .cut(content, in: bytes, at: origin, count: block.range.count) ?? CutBlock(content, in: bytes, at: origin)
    let kept = before.map { KeptTerms($0.facts.passage, cut, $0.common, size: block.range.count) }
    let lexicon = Lexicon.english
    var terms = kept?.terms(cut) { Self.term($0, lexicon) } ?? cut.tokens.map { Self.term($0, lexicon) }
    let isTagged = Self.isWorthTagging(terms) { bytes[origin + Int($0.start)] }
    var takenOver = (head: 0, tail: 0)
    if isTagged {
      let open = kept.map { kept in cut.fresh.filter { !kept.holds(cut.sentences[$0]) } } ?? Array(cut.fresh)
      takenOver = kept?.takenOver(open.map { cut.sentences[$0].tokens }) ?? takenOver
      // One sentence is being written; more of them may have stood elsewhere.
      let memory = kept == nil || open.count > 2 ? memory() : nil
      var tags: [PartOfSpeech] = []
      for index in open {
        let sentence = cut.sentences[index]
        if memory?.recall(sentence, &terms, in: bytes, at: origin) == true { continue }
        tags.removeAll(keepingCapacity: true)
        tagger.tag(cut.tokens, in: bytes, at: origin, sentence.tokens.moved(by: -cut.head), into: &tags)
        let first = sentence.tokens.lowerBound
        terms.withUnsafeMutableBufferPointer { terms in
          for (offset, tag) in tags.enumerated() { terms[first + offset].tag = tag }
        }
        Self.correct(&terms, sentence) { bytes[origin + Int(cut.tokens[$0 - cut.head].start)] == 0x2C }
      }
    } else if kept != nil {
      for index in terms.indices { terms[index].tag = .noun }
    }
    self.init(
      kind: block.kind, bytes: BlockBytes(block.range, of: bytes, isCopied: isCopied), terms: Terms(terms),
      sentences: cut.sentences, inlines: content.inlines, isTagged: isTagged, numberFormat: numbers,
      takenOver: takenOver)
  }

  /// Reads a block without its tags: every tag says noun.
  convenience init(untagged block: BlockOutline, _ content: BlockContent, in bytes: [UInt8], numbers: NumberFormat) {
    let origin = block.range.lowerBound
    let tokens = tokenize(bytes, at: origin, content)
    let lexicon = Lexicon.english
    self.init(
      kind: block.kind, bytes: BlockBytes(block.range, of: bytes, isCopied: true),
      terms: Terms(tokens.map { Self.term($0, lexicon) }),
      sentences: ProseText.sentences(of: tokens, in: bytes, at: origin), inlines: content.inlines, isTagged: false,
      numberFormat: numbers)
  }

  /// A token with what the lexicon knows of it.
  @inline(__always)
  private static func term(_ token: Token, _ lexicon: Lexicon) -> Term {
    // To compare kinds would be a call into their module.
    let lexeme = if case .opaque = token.kind { Lexeme() } else { lexicon.lexeme(token.key) }
    return Term(
      start: token.start, end: token.end, key: token.key, classes: lexeme.classes, word: lexeme.word, cue: lexeme.cue,
      forms: lexeme.forms, speech: lexeme.speech, kind: TermKind(token.kind), shape: TermShape(token.shape),
      tag: .noun)
  }

  /// Tags cost most of a block's reading; a block without a figure, a quotation mark, a verb of saying or a feeling needs none.
  private static func isWorthTagging(_ terms: [Term], _ byte: (Term) -> UInt8) -> Bool {
    let classes: WordClasses = [
      .hedgeAdverb, .hedgeAdjective, .emotion, .vaguePlural, .scale, .number, .multiple, .fraction, .reportingPassive,
    ]
    return terms.contains { term in
      term.kind == .number || term.cue != .none || term.has(classes) || term.word == .according
        || term.word == .majority || !term.speech.isDisjoint(with: [.statement, .judgement])
        || term.kind == .symbol
        || term.kind == .punctuation && (term.end - term.start == 3 || byte(term) == 0x22 || byte(term) == 0x27)
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

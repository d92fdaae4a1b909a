import ProseText

/// Words that a draft quotes, with whose they are.
struct QuotedWords: Sendable, Equatable {
  /// Whose words the draft says they are.
  struct Speaker: Sendable, Equatable {
    var name: String
    var kind: SourceKind
    /// Keys of the name's words; of a description its head noun.
    var words: [UInt64]
  }

  /// The quotation's absolute bytes, marks inside.
  var range: Range<Int>
  /// Its words, in their order.
  var words: [UInt64]
  /// Of its words those that mean something, as keys of stems.
  var content: [UInt64]
  var speaker: Speaker
}

extension QuotedWords {
  /// The quotations of a draft that say enough to be known again and have one speaker, in the order of the text.
  static func all(in draft: Draft) -> [QuotedWords] {
    var found: [QuotedWords] = []
    for (index, block) in draft.blocks.enumerated() {
      for quotation in block.facts.quotations {
        guard found.count < mostInDraft else { return found }
        if let quoted = QuotedWords(quotation, block: index, in: draft) { found.append(quoted) }
      }
    }
    return found
  }

  /// So many words in common, so many of them with a meaning of their own, are no coincidence.
  ///
  /// Numbers, months, measures and "every", "more", "other" do not count among the latter, so that four are enough.
  static let fewestWords = 7
  static let fewestContentWords = 4
  private static let mostInDraft = 1000
  private static let mostWords = 400

  private init?(_ quotation: Quotation, block index: Int, in draft: borrowing Draft) {
    guard quotation.kind == .quotation || quotation.kind == .fragment, quotation.isClosed, quotation.depth == 0,
      quotation.terms.count > Self.fewestWords
    else { return nil }
    let block = draft.blocks[index]
    let passage = block.passage
    let terms = quotation.terms.prefix(Self.mostWords).filter { passage.terms[$0].isWord }
    words = terms.map { passage.terms[$0].key }
    content = terms.filter { ClauseWords.says($0, passage) }.map { ClauseWords.key($0, passage) }
    guard words.count >= Self.fewestWords, Set(content).count >= Self.fewestContentWords,
      let speaker = Self.speaker(of: quotation, block: index, in: draft)
    else { return nil }
    self.speaker = speaker
    range = block.absolute(quotation.range)
  }

  /// The innermost party that the words are given to.
  private static func speaker(of quotation: Quotation, block: Int, in draft: Draft) -> Speaker? {
    let covering = draft.attributionsOfBlock[block].filter {
      let local = draft.attributions[$0].local
      // Verbs in what is said may cut its beginning off.
      return local.content.contains { $0.overlaps(quotation.terms) } && !local.isNegated && local.source != nil
    }
    guard let inner = covering.max(by: { (depth(of: $0, draft), $0) < (depth(of: $1, draft), $1) }),
      let resolved = draft.attributions[inner].resolved
    else { return nil }
    let source = draft.sources[resolved]
    guard !source.isJoint, source.mentions.first != nil else { return nil }
    var words = source.words
    if words.isEmpty || source.kind == .anonymous, let phrase = draft.attributions[inner].local.source?.phrase {
      words = [ClauseWords.key(phrase.head, draft.blocks[block].passage)]
    }
    return Speaker(name: source.name, kind: source.kind, words: words)
  }

  private static func depth(of attribution: Int, _ draft: Draft) -> Int {
    var depth = 0
    var at = draft.attributions[attribution].nestedIn
    while let outer = at, depth < 16 {
      depth += 1
      at = draft.attributions[outer].nestedIn
    }
    return depth
  }
}

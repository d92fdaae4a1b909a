import ProseText

/// What a sentence is as a whole, where that decides about its figures.
struct SentenceTraits: OptionSet, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It tells the reader to do something.
  static let instruction = SentenceTraits(rawValue: 1)
  /// It supposes something.
  static let hypothetical = SentenceTraits(rawValue: 2)
  /// The writer speaks of what the writer did, outside quotation marks.
  static let firstPerson = SentenceTraits(rawValue: 4)
  /// It names a law or clause that sets what it says.
  static let legal = SentenceTraits(rawValue: 8)
  /// It names people who were killed, hurt, arrested or the like.
  static let casualties = SentenceTraits(rawValue: 16)
  /// It is about a match, a vote or another contest with scores.
  static let contest = SentenceTraits(rawValue: 32)
  /// It calculates aloud.
  static let arithmetic = SentenceTraits(rawValue: 64)
  /// It is a question.
  static let question = SentenceTraits(rawValue: 128)
}

extension Passage {
  /// The traits of a sentence; `quoted` says which terms stand inside quotation marks.
  func traits(of sentence: Sentence, quoted: (Int) -> Bool) -> SentenceTraits {
    var traits: SentenceTraits = []
    let range = sentence.tokens
    if let first = firstWord(in: range) {
      switch terms[first].word {
      case .suppose, .imagine, .assume, .assuming, .if: traits.insert(.hypothetical)
      // "When you give them six bricks": whoever does it.
      case .when where word(first + 1) == .you && !quoted(first): traits.insert(.hypothetical)
      default: if isImperative(first, in: range) { traits.insert(.instruction) }
      }
    }
    for index in range {
      let term = terms[index]
      // Nothing below is asked of any other term, and most are none of these.
      guard term.word != .unknown || term.kind == .symbol || term.has([.firstPerson, .casualty, .contest]) else {
        continue
      }
      if term.has(.firstPerson), !quoted(index), isOfWriter(index) { traits.insert(.firstPerson) }
      if term.has(.casualty) { traits.insert(.casualties) }
      if term.has(.contest) { traits.insert(.contest) }
      switch term.word {
      case .article, .section, .chapter:
        if term.isCapitalised, index + 1 < range.upperBound, terms[index + 1].kind == .number { traits.insert(.legal) }
      case .under:
        if word(index + 1) == .the, index + 2 < range.upperBound,
          terms[index + 2].has(.documentNoun) || terms[index + 2].isName
        {
          if word(index + 2) == .law { traits.insert(.legal) }
        }
      case .clitic where word(index + 1) == .say: traits.insert(.hypothetical)
      case .divided, .multiplied:
        // "multiplied by a factor of 1.75"
        let factor = has(index + 2, .indefinite) && word(index + 4) == .of ? index + 5 : index + 2
        if word(index + 1) == .by, number(at: factor) != nil { traits.insert(.arithmetic) }
      case .you:
        // "you only need"
        let verb = index + 1 < range.upperBound && terms[index + 1].tag.isAdverb ? index + 2 : index + 1
        if !quoted(index), verb < range.upperBound, isNeed(verb) { traits.insert(.instruction) }
      default:
        if term.kind == .symbol, isMark(index, 0x3D), index > range.lowerBound, index + 1 < range.upperBound,
          terms[index + 1].kind == .number, terms[index - 1].kind == .number
        {
          traits.insert(.arithmetic)
        }
      }
    }
    if let last = range.last, isMark(last, 0x3F) { traits.insert(.question) }
    return traits
  }

  /// Whether a word that can stand for the writer does: not "the US", "the mine", "the My Little Pony film".
  private func isOfWriter(_ index: Int) -> Bool {
    let term = terms[index]
    let isAllCaps = term.shape.contains(.allCaps)
    if term.word == .us, isAllCaps { return false }
    if term.word == .i { return term.shape.contains(.capitalised) }
    guard index > 0, terms[index - 1].isWord else { return true }
    // Behind an article or another word of its phrase it is a pit.
    if term.key == Self.mine, word(index - 1) != .of,
      has(index - 1, [.definite, .indefinite, .demonstrative, .possessive]) || term.isCapitalised
        || terms[index - 1].tag.isAdjective || terms[index - 1].tag.isNoun
    {
      return false
    }
    let isInName = term.isCapitalised && !isAllCaps && index + 1 < terms.count && terms[index + 1].isCapitalised
    return !isInName || isSentenceStart(index)
  }

  private static let mine = foldedKey("mine")

  private func firstWord(in range: Range<Int>) -> Int? {
    range.first { terms[$0].kind != .punctuation && terms[$0].kind != .symbol }
  }

  /// "Mix 500 g flour": a bare verb opens the sentence.
  private func isImperative(_ first: Int, in range: Range<Int>) -> Bool {
    let term = terms[first]
    if term.key == Self.please { return true }
    guard term.isWord, term.tag == .baseVerb || Self.kitchenVerbs.contains(term.key),
      !term.has([.auxiliary, .preposition, .conjunction, .subordinator]), first + 1 < range.upperBound
    else { return false }
    if let last = range.last, isMark(last, 0x3F) { return false }
    return terms[first + 1].tag != .pronoun || terms[first + 1].word == .it || terms[first + 1].word == .them
  }

  private static let please = foldedKey("please")
  /// Verbs that open the steps of recipes and manuals and that a tagger may take for nouns.
  private static let kitchenVerbs = foldedKeys(
    """
    mix add bake knead stir boil fry heat pour chop slice serve place press click run open type enter set select install
    connect turn repeat cut fold roll sprinkle simmer drain rinse soak cool preheat whisk beat combine use choose take
    measure wait check download copy paste save create
    """)

  private func isNeed(_ index: Int) -> Bool {
    terms[index].has(.modal) || terms[index].key == Self.need
  }

  private static let need = foldedKey("need")
}

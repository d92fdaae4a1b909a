import ProseText

/// A passage, or one content of it, as the labeller sees it.
///
/// Indices are relative to the part's first term.
struct LabellerPassage {
  private(set) var words: [LabellerWord]
  private(set) var quotes: [LabellerQuote]
  let isHeading: Bool

  /// A whole block.
  init(_ passage: Passage, _ quotations: [Quotation], _ quoteAt: [Int32], _ rules: RuleRoles) {
    let count = passage.terms.count
    isHeading = passage.kind == .heading
    quotes = quotations.map { LabellerQuote($0) }
    words = [LabellerWord](repeating: LabellerWord(), count: count)
    for index in 0..<count {
      words[index].read(passage, index)
      words[index].rules = UInt64(rules.roles[index])
      words[index].depth = UInt64(min(3, rules.depths[index]))
      words[index].quote = quoteAt[index]
    }
    for sentence in passage.sentences {
      for index in sentence.tokens {
        words[index].sentenceStart = Int32(sentence.tokens.lowerBound)
        words[index].sentenceEnd = Int32(sentence.tokens.upperBound)
      }
    }
    connect()
  }

  /// A block as its facts show it; its attributions are those of the rules.
  init(_ facts: BlockFacts) {
    self.init(
      facts.passage, facts.quotations, facts.quoteAt,
      RuleRoles(facts.passage.terms.count, facts.attributions))
  }

  /// One content of a block by itself, so that what is said inside it is seen as a draft's own words are.
  init(_ whole: LabellerPassage, part: Range<Int>) {
    let low = Int32(part.lowerBound)
    isHeading = false
    quotes = whole.quotes
    for index in quotes.indices {
      quotes[index].terms =
        quotes[index].terms.lowerBound - part.lowerBound..<quotes[index].terms.upperBound - part.lowerBound
    }
    words = Array(whole.words[part])
    for index in words.indices {
      var word = words[index]
      word.rules >>= LabellerWord.nestedShift
      word.depth = 0
      if word.quote >= 0 {
        let terms = quotes[Int(word.quote)].terms
        // A quotation that is the content or reaches beyond it says nothing of what stands inside.
        if terms.lowerBound <= 0 || terms.upperBound > part.count { word.quote = -1 }
      }
      word.sentenceStart = max(0, word.sentenceStart - low)
      word.sentenceEnd = min(Int32(part.count), word.sentenceEnd - low)
      words[index] = word
    }
    connect()
  }

  /// Fills in what a term knows of others.
  private mutating func connect() {
    var comma: Int32 = -1
    var quoteMark: Int32 = -1
    var verb: Int32 = -1
    var that: Int32 = -1
    var anchor: Int32 = -1
    for index in words.indices {
      let place = Int32(index)
      words[index].anchorBefore = anchor >= words[index].sentenceStart ? anchor : -1
      switch words[index].mark {
      case .comma: comma = place
      case .quote: quoteMark = place
      case .that: that = place
      default: break
      }
      if words[index].isFiniteVerb { verb = place }
      if words[index].anchor != 0 { anchor = place }
      words[index].lastComma = comma
      words[index].lastQuoteMark = quoteMark
      words[index].lastVerb = verb
      words[index].lastThat = that
      words[index].quoteState = quoteState(index)
    }
    comma = .max
    quoteMark = .max
    anchor = .max
    for index in words.indices.reversed() {
      words[index].anchorAfter = anchor < words[index].sentenceEnd ? anchor : -1
      words[index].nextComma = comma
      words[index].nextQuoteMark = quoteMark
      switch words[index].mark {
      case .comma: comma = Int32(index)
      case .quote: quoteMark = Int32(index)
      default: break
      }
      if words[index].anchor != 0 { anchor = Int32(index) }
    }
  }

  private func quoteState(_ index: Int) -> LabellerWord.QuoteState {
    let word = words[index]
    guard word.quote >= 0 else { return word.mark == .quote ? .stray : .outside }
    let terms = quotes[Int(word.quote)].terms
    if index == terms.lowerBound { return .opening }
    return index == terms.upperBound - 1 ? .closing : .inside
  }
}

/// A quotation as the labeller sees it.
struct LabellerQuote {
  var terms: Range<Int>
  var kind: UInt64

  init(_ quotation: Quotation) {
    terms = quotation.terms
    switch quotation.kind {
    case .quotation: kind = 1
    case .fragment: kind = 2
    case .title: kind = 3
    case .term: kind = 4
    case .scare: kind = 5
    }
  }
}

/// What the rules take each term of a passage for.
struct RuleRoles {
  var roles: [UInt16]
  var depths: [UInt8]

  init(_ count: Int, _ attributions: [LocalAttribution]) {
    roles = [UInt16](repeating: 0, count: count)
    depths = [UInt8](repeating: 0, count: count)
    for attribution in attributions {
      let shift = Self.isNested(attribution, in: attributions) ? LabellerWord.nestedShift : 0
      if let source = attribution.source { mark(source.phrase.terms, .source, shift) }
      for part in attribution.cue { mark(part, .cue, shift) }
      for part in attribution.content {
        mark(part, .content, shift)
        for index in part where depths.indices.contains(index) && depths[index] < 3 { depths[index] += 1 }
      }
    }
  }

  private mutating func mark(_ range: Range<Int>, _ role: AttributionLabel.Role, _ shift: UInt64) {
    for index in range where roles.indices.contains(index) {
      roles[index] |= UInt16(LabellerWord.ruleBit(role, begins: index == range.lowerBound) << shift)
    }
  }

  /// Whether an attribution stands in the content of another that does not stand in its own.
  static func isNested(_ attribution: LocalAttribution, in all: [LocalAttribution]) -> Bool {
    let anchor = attribution.source?.phrase.terms.lowerBound ?? attribution.principal
    return all.contains { encloses($0, attribution, anchor) }
  }

  static func encloses(_ other: LocalAttribution, _ attribution: LocalAttribution) -> Bool {
    encloses(other, attribution, attribution.source?.phrase.terms.lowerBound ?? attribution.principal)
  }

  private static func encloses(_ other: LocalAttribution, _ attribution: LocalAttribution, _ anchor: Int) -> Bool {
    other.principal != attribution.principal && other.source != nil && other.covers(anchor)
      && other.covers(attribution.principal) && !attribution.covers(other.principal)
  }
}

extension LabellerWord {
  /// What the term itself tells.
  mutating func read(_ passage: Passage, _ index: Int) {
    let term = passage.terms[index]
    mark = Mark(passage, index)
    tag = UInt64(term.tag.rawValue) + 1
    shape = UInt64(term.shape.subtracting(.spaceBefore).rawValue)
    sourceClasses = term.classes.intersection(Self.sources).rawValue
    grammarClasses = term.classes.intersection(Self.grammar).rawValue
    cue = UInt64(term.cue.rawValue)
    cueForms = cue << 8 | UInt64(term.forms.rawValue)
    speech = UInt64(term.speech.rawValue)
    anchor = Self.anchor(term, mark)
    var tail: UInt64 = 0
    let isNumber = term.kind == .number
    for offset in term.range {
      var byte = passage.byte(offset)
      if isNumber, byte >= 0x30, byte <= 0x39 { byte = 0x30 }
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      tail = tail << 8 | UInt64(byte)
    }
    lastTwo = tail & 0xFFFF
    lastThree = tail & 0xFF_FFFF
    key = mark == .quote ? 1 : isNumber ? tail &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(term.range.count) : term.key
  }

  /// Whether the tag is one of a verb that a clause can have for its own.
  var isFiniteVerb: Bool {
    PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: tag &- 1))?.isFiniteVerb ?? false
  }

  /// What a term may introduce: 1–7 the class of a reporting verb, then the other ways of crediting.
  private static func anchor(_ term: Term, _ mark: Mark) -> UInt64 {
    if term.cue != .none, term.tag.isVerb || !term.forms.contains(.alsoNoun) { return UInt64(term.cue.rawValue) }
    if term.word == .according { return 20 }
    if term.has([.hedgeAdverb, .hedgeAdjective, .reportingPassive]) { return 21 }
    if mark == .colon { return 22 }
    if term.tag.isVerb, !term.speech.isDisjoint(with: .verb) { return 23 }
    return 0
  }

  private static let sources: WordClasses = [
    .personNoun, .peopleNoun, .vagueClass, .anonymousNoun, .spokesperson, .documentNoun, .publicationNoun,
    .publicationName, .organisationNoun, .organisationName, .title, .postNoun, .firstName, .personalPronoun,
    .firstPerson,
  ]
  private static let grammar: WordClasses = [
    .definite, .indefinite, .demonstrative, .possessive, .auxiliary, .be, .modal, .negation, .preposition, .conjunction,
    .subordinator, .relative, .hedgeAdverb, .hedgeAdjective, .reportingPassive,
  ]
}

import ProseText

/// A passage, or one content of it, as the labeller sees it.
///
/// Indices are relative to the part's first term.
struct LabellerPassage {
  /// The terms' words between three empty ones on both sides.
  private var padded: [LabellerWord]
  let count: Int
  private(set) var quotes: [LabellerQuote]
  let isHeading: Bool
  /// The block that it shows; nil for one content of it.
  let source: Passage?

  static let padding = 3

  /// The word of a term.
  subscript(_ index: Int) -> LabellerWord { padded[index + Self.padding] }

  /// A whole block.
  ///
  /// - Parameters:
  ///   - known: words of the block before an edit.
  ///   - isWhole: whether words that are not weighed are read too.
  init(
    _ passage: Passage, _ quotations: [Quotation], _ quoteAt: QuotationPlaces, _ rules: RuleRoles,
    _ known: KnownWords? = nil, isWhole: Bool = false
  ) {
    source = passage
    count = passage.terms.count
    isHeading = passage.kind == .heading
    quotes = quotations.map { LabellerQuote($0) }
    padded = known?.padded(to: count) ?? [LabellerWord](repeating: LabellerWord(), count: count + 2 * Self.padding)
    withWords { words in
      for index in words.indices {
        words[index].rules = UInt64(rules.roles[index])
        words[index].depth = UInt64(min(3, rules.depths[index]))
        words[index].quote = quoteAt[index]
      }
      for sentence in passage.sentences {
        let tokens = sentence.tokens
        let isIdle = tokens.allSatisfy { words[$0].isIdle(passage, $0) }
        for index in tokens {
          words[index].sentenceStart = Int32(tokens.lowerBound)
          words[index].sentenceEnd = Int32(tokens.upperBound)
          words[index].isInIdleSentence = isIdle
        }
        guard isWhole || !isIdle else { continue }
        // Nothing is weighed in an idle sentence, and of its words none that is further off is looked at from beside it.
        for index in max(0, tokens.lowerBound - Self.padding)..<min(words.count, tokens.upperBound + Self.padding)
        where !words[index].isRead { words[index].read(passage, index) }
      }
    }
    connect()
  }

  /// A block as it was read; its attributions are those of the rules.
  init(
    _ passage: Passage, _ quotations: [Quotation], _ quoteAt: QuotationPlaces, _ attributions: [LocalAttribution],
    _ known: KnownWords? = nil, isWhole: Bool = false
  ) {
    self.init(
      passage, quotations, quoteAt, RuleRoles(passage.terms.count, attributions), known, isWhole: isWhole)
  }

  /// One content of a block by itself, so that what is said inside it is seen as a draft's own words are.
  init(_ whole: LabellerPassage, part: Range<Int>) {
    let low = Int32(part.lowerBound)
    source = nil
    isHeading = false
    quotes = whole.quotes
    for index in quotes.indices {
      quotes[index].terms =
        quotes[index].terms.lowerBound - part.lowerBound..<quotes[index].terms.upperBound - part.lowerBound
    }
    count = part.count
    let beyond = [LabellerWord](repeating: LabellerWord(), count: Self.padding)
    padded = beyond
    padded.reserveCapacity(part.count + 2 * Self.padding)
    padded += whole.padded[(part.lowerBound + Self.padding)..<(part.upperBound + Self.padding)]
    padded += beyond
    let quotes = quotes
    withWords { words in
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
    }
    connect()
  }

  /// Calls a closure with the terms' words.
  private mutating func withWords(_ body: (inout MutableSlice) -> Void) {
    padded.withUnsafeMutableBufferPointer { buffer in
      var words = UnsafeMutableBufferPointer(rebasing: buffer[Self.padding..<Self.padding + count])
      body(&words)
    }
  }

  private typealias MutableSlice = UnsafeMutableBufferPointer<LabellerWord>

  /// Calls a closure with a view for features; nil where there are no words.
  func withFeatures<Result>(_ body: (LabellerFeatures) -> Result) -> Result? {
    padded.withUnsafeBufferPointer { buffer in
      guard count > 0, let base = buffer.baseAddress else { return nil }
      return body(LabellerFeatures(words: base + Self.padding, count: count, quotes: quotes, isHeading: isHeading))
    }
  }

  /// Fills in what a term knows of others.
  private mutating func connect() {
    let quotes = quotes
    withWords { words in
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
        words[index].quoteState = LabellerWord.QuoteState(words[index], at: index, quotes)
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
  }
}

extension LabellerPassage {
  /// The words of a block before an edit whose terms are the same: of these, all is known that a word says by itself. What it knows of others
  /// is filled in anew.
  struct KnownWords {
    private let words: [LabellerWord]
    /// How many words are the same at the beginning and at the end.
    private let head: Int
    private let tail: Int

    init(_ passage: LabellerPassage, _ common: CommonTerms) {
      words = passage.padded
      head = common.head
      tail = common.tail
    }

    /// Words in their places with the empty ones on both sides, and anything in place of the changed ones.
    fileprivate func padded(to count: Int) -> [LabellerWord] {
      let (first, last) = (LabellerPassage.padding + head, words.count - LabellerPassage.padding - tail)
      var result: [LabellerWord] = []
      result.reserveCapacity(count + 2 * LabellerPassage.padding)
      result.append(contentsOf: words[..<first])
      for _ in head..<count - tail { result.append(LabellerWord()) }
      result.append(contentsOf: words[last...])
      return result
    }
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

extension LabellerWord.QuoteState {
  /// Where in its quotation a word stands.
  fileprivate init(_ word: LabellerWord, at index: Int, _ quotes: [LabellerQuote]) {
    guard word.quote >= 0 else {
      self = word.mark == .quote ? .stray : .outside
      return
    }
    let terms = quotes[Int(word.quote)].terms
    self = index == terms.lowerBound ? .opening : index == terms.upperBound - 1 ? .closing : .inside
  }
}

import ProseText

/// Some terms of a block, or one content of it, as the labeller sees them.
struct LabellerPassage {
  /// The words of the terms and of those beside them, empty ones where the block ends.
  private var padded: [LabellerWord]
  /// Those that are labelled: indices into the block, or into the content.
  let terms: Range<Int>
  private(set) var quotes: [LabellerQuote]
  let isHeading: Bool

  /// How far features look beyond the terms: three words, and six for quotation marks.
  static let padding = 6

  /// The word of a term.
  subscript(_ index: Int) -> LabellerWord { padded[index - terms.lowerBound + Self.padding] }

  /// - Parameter terms: whole sentences. Of those beside them no more is read than features look at.
  init(_ terms: Range<Int>, of block: borrowing LabellerInput) {
    let passage = block.passage
    self.terms = terms
    isHeading = passage.kind == .heading
    let near = block.near(terms)
    let number = block.quoteNumbers(near)
    quotes = block.quotations[number].map { LabellerQuote($0) }
    padded = [LabellerWord](repeating: LabellerWord(), count: terms.count + 2 * Self.padding)
    withWords { words in
      for index in near {
        let place = index - terms.lowerBound + Self.padding
        words[place].read(passage, index)
        words[place].rules = UInt64(block.rules.roles[index])
        words[place].depth = UInt64(min(3, block.rules.depths[index]))
        let quote = block.quoteAt[index]
        words[place].quote = quote < 0 ? -1 : quote - Int32(number.lowerBound)
      }
      var sentence = passage.sentence(of: terms.lowerBound)
      while sentence < passage.sentences.count, passage.sentences[sentence].tokens.lowerBound < terms.upperBound {
        let tokens = passage.sentences[sentence].tokens
        for index in tokens.clamped(to: terms) {
          words[index - terms.lowerBound + Self.padding].sentenceStart = Int32(tokens.lowerBound)
          words[index - terms.lowerBound + Self.padding].sentenceEnd = Int32(tokens.upperBound)
        }
        sentence += 1
      }
    }
    connect(near)
  }

  /// One content of a passage by itself, so that what is said inside it is seen as a draft's own words are.
  init(_ whole: LabellerPassage, part: Range<Int>) {
    let low = Int32(part.lowerBound)
    isHeading = false
    quotes = whole.quotes
    for index in quotes.indices {
      quotes[index].terms =
        quotes[index].terms.lowerBound - part.lowerBound..<quotes[index].terms.upperBound - part.lowerBound
    }
    terms = 0..<part.count
    let first = part.lowerBound - whole.terms.lowerBound + Self.padding
    let beyond = [LabellerWord](repeating: LabellerWord(), count: Self.padding)
    padded = beyond
    padded.reserveCapacity(part.count + 2 * Self.padding)
    padded += whole.padded[first..<first + part.count]
    padded += beyond
    let quotes = quotes
    withWords { words in
      for index in Self.padding..<Self.padding + part.count {
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
    connect(terms)
  }

  /// Calls a closure with the words, those beside the terms included.
  private mutating func withWords(_ body: (inout UnsafeMutableBufferPointer<LabellerWord>) -> Void) {
    padded.withUnsafeMutableBufferPointer { body(&$0) }
  }

  /// Calls a closure with a view for features; nil where there are no words.
  func withFeatures<Result>(_ body: (LabellerFeatures) -> Result) -> Result? {
    padded.withUnsafeBufferPointer { buffer in
      guard !terms.isEmpty, let base = buffer.baseAddress else { return nil }
      return body(
        LabellerFeatures(
          words: base + Self.padding - terms.lowerBound, terms: terms, quotes: quotes, isHeading: isHeading))
    }
  }

  /// Fills in what a term knows of others.
  ///
  /// - Parameter near: the terms whose words were read.
  private mutating func connect(_ near: Range<Int>) {
    let (terms, quotes) = (terms, quotes)
    withWords { words in
      let first = Self.padding - terms.lowerBound
      for index in near {
        words[first + index].quoteState = LabellerWord.QuoteState(words[first + index], at: index, quotes)
      }
      var comma: Int32 = -1
      var verb: Int32 = -1
      var that: Int32 = -1
      var anchor: Int32 = -1
      var quoteMark = Int32(
        (near.lowerBound..<terms.lowerBound).last { words[first + $0].mark == .quote } ?? -1)
      for index in terms {
        let place = Int32(index)
        let at = first + index
        words[at].anchorBefore = anchor >= words[at].sentenceStart ? anchor : -1
        switch words[at].mark {
        case .comma: comma = place
        case .quote: quoteMark = place
        case .that: that = place
        default: break
        }
        if words[at].isFiniteVerb { verb = place }
        if words[at].anchor != 0 { anchor = place }
        words[at].lastComma = comma
        words[at].lastQuoteMark = quoteMark
        words[at].lastVerb = verb
        words[at].lastThat = that
      }
      comma = .max
      anchor = .max
      quoteMark =
        (terms.upperBound..<near.upperBound).first { words[first + $0].mark == .quote }.map { Int32($0) } ?? .max
      for index in terms.reversed() {
        let at = first + index
        words[at].anchorAfter = anchor < words[at].sentenceEnd ? anchor : -1
        words[at].nextComma = comma
        words[at].nextQuoteMark = quoteMark
        switch words[at].mark {
        case .comma: comma = Int32(index)
        case .quote: quoteMark = Int32(index)
        default: break
        }
        if words[at].anchor != 0 { anchor = Int32(index) }
      }
    }
  }
}

/// A quotation as the labeller sees it.
struct LabellerQuote: Sendable, Equatable {
  var terms: Range<Int>
  var kind: UInt64

  func moved(by shift: Int) -> LabellerQuote {
    var quote = self
    quote.terms = terms.moved(by: shift)
    return quote
  }

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

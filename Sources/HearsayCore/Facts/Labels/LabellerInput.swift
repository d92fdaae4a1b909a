import ProseText

/// A block with what the rules read in it: all that the labeller goes by.
struct LabellerInput {
  let passage: Passage
  let quotations: [Quotation]
  let quoteAt: QuotationPlaces
  let rules: RuleRoles

  /// - Parameter attributions: those of the rules.
  init(
    _ passage: Passage, _ quotations: [Quotation], _ quoteAt: QuotationPlaces, _ attributions: [LocalAttribution]
  ) {
    self.passage = passage
    self.quotations = quotations
    self.quoteAt = quoteAt
    rules = RuleRoles(passage.terms.count, attributions)
  }

  /// Terms with those beside them that are looked at.
  func near(_ terms: Range<Int>) -> Range<Int> {
    max(
      0, terms.lowerBound - LabellerPassage.padding)..<min(
        passage.terms.count, terms.upperBound + LabellerPassage.padding)
  }

  /// The quotations in which some terms stand, by their numbers.
  func quoteNumbers(_ terms: Range<Int>) -> Range<Int> {
    var (low, high) = (Int32.max, Int32(-1))
    for index in terms {
      let quote = quoteAt[index]
      if quote >= 0 { (low, high) = (min(low, quote), max(high, quote)) }
    }
    return high < 0 ? 0..<0 : Int(low)..<Int(high) + 1
  }

  /// Whether some term of a sentence hints at a report.
  func hasHint(_ sentence: Int) -> Bool { passage.hintsAtReport(passage.sentences[sentence].tokens) }

  /// Runs of sentences that hint at an attribution by their words, a quotation, or what the rules read.
  ///
  /// Between two of them every term is outside of all spans, so that each is labelled by itself.
  ///
  /// - Parameter hints: for each sentence whether some term of it hints at a report.
  func stretches(_ hints: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for (sentence, hasHint) in zip(passage.sentences, hints) {
      let tokens = sentence.tokens
      let isIdle = !hasHint && tokens.allSatisfy { rules.roles[$0] == 0 && quoteAt[$0] < 0 }
      if isIdle {
        if let first = start { result.append(first..<tokens.lowerBound) }
        start = nil
      } else if start == nil {
        start = tokens.lowerBound
      }
    }
    if let first = start { result.append(first..<passage.terms.count) }
    return result
  }

  /// What the labeller sees of a stretch beside the words, wherever in the block it stands.
  func look(of stretch: Range<Int>) -> LabellerLook {
    let near = near(stretch)
    let first = stretch.lowerBound
    let quotes = quoteNumbers(near)
    return LabellerLook(
      roles: Array(rules.roles[near]), depths: Array(rules.depths[near]),
      places: quotes.isEmpty ? [] : near.map { place(of: $0, quotes) },
      quotes: quotations[quotes].map { LabellerQuote($0).moved(by: -first) },
      sentences: sentences(of: stretch).map { $0.tokens.moved(by: -first) }, opensBlock: first == 0)
  }

  /// Whether that is what it saw of another one.
  func sees(_ look: LabellerLook, in stretch: Range<Int>) -> Bool {
    let near = near(stretch)
    let first = stretch.lowerBound
    guard look.opensBlock == (first == 0), ByteHash.areEqual(look.roles[...], rules.roles[near]),
      ByteHash.areEqual(look.depths[...], rules.depths[near])
    else { return false }
    let quotes = quoteNumbers(near)
    return look.quotes.count == quotes.count
      && zip(look.quotes, quotations[quotes]).allSatisfy { $0 == LabellerQuote($1).moved(by: -first) }
      && (quotes.isEmpty || zip(look.places, near).allSatisfy { $0 == place(of: $1, quotes) })
      && look.sentences.elementsEqual(sentences(of: stretch)) { $0 == $1.tokens.moved(by: -first) }
  }

  /// A term's quotation, counted from the first of some.
  private func place(of term: Int, _ quotes: Range<Int>) -> Int32 {
    quoteAt[term] < 0 ? -1 : quoteAt[term] - Int32(quotes.lowerBound)
  }

  private func sentences(of stretch: Range<Int>) -> ArraySlice<Sentence> {
    let last = max(stretch.lowerBound, stretch.upperBound - 1)
    return passage.sentences[passage.sentence(of: stretch.lowerBound)...passage.sentence(of: last)]
  }
}

/// What the labeller sees of a stretch beside its words: two that have the same words and the same look have the same labels.
struct LabellerLook: Sendable {
  fileprivate let roles: [UInt16]
  fileprivate let depths: [UInt8]
  /// Empty where nothing is quoted.
  fileprivate let places: [Int32]
  fileprivate let quotes: [LabellerQuote]
  fileprivate let sentences: [Range<Int>]
  fileprivate let opensBlock: Bool
}

import ProseText

/// Finds who says what in a passage, by cues.
///
/// Every cue of a sentence is tried from left to right (D2 to D4 of the domain's rules: reporting verbs, "according to", hedges,
/// passives); then contents that run into a later attribution are cut, and quotations that run on are joined to their speaker.
struct AttributionReader {
  let passage: Passage
  let quotations: [Quotation]
  let classifier: SourceClassifier
  /// For each term the quotation that holds it, -1 outside any.
  let quoteAt: QuotationPlaces
  var found: [LocalAttribution] = []
  /// What the cues of each sentence say by themselves, for the next text, where one may go on from it.
  private(set) var cues: [LocalAttribution] = []
  /// Whether what is read stands inside somebody's words.
  var isReadingSpoken = false

  var terms: Terms { passage.terms }

  init(_ passage: Passage, _ quotations: [Quotation], _ quoteAt: QuotationPlaces) {
    self.passage = passage
    self.quotations = quotations
    self.quoteAt = quoteAt
    classifier = SourceClassifier(passage)
  }

  // No prose has more; text made to be hostile must not cost the square of its length.
  private static let mostInSentence = 64
  static let mostInBlock = 1024

  /// Whether a sentence has more than any in prose.
  static func isCrowded(_ attributions: [LocalAttribution]) -> Bool {
    guard attributions.count > mostInSentence else { return false }
    return Dictionary(grouping: attributions, by: \.sentence).values.contains { $0.count > mostInSentence }
  }

  /// The attributions in order of their cues.
  ///
  /// - Parameters:
  ///   - change: what an edit changed, where words with a capital elsewhere in the block are the same.
  ///   - isForEditing: whether a later text of the block may be read.
  mutating func attributions(_ change: BlockChange? = nil, isForEditing: Bool = true) -> [LocalAttribution] {
    guard passage.kind != .heading else { return [] }
    if let change, let kept = change.keptCues(quotations) {
      found = kept.head
      read(change.sentences)
      let first = found.count
      for var cue in kept.tail {
        cue.citedBy? += first
        found.append(cue)
      }
    }
    // Nothing was taken over, or there is more than is read of a block.
    if found.isEmpty || found.count >= Self.mostInBlock {
      found = []
      read(passage.sentences.indices)
    }
    if isForEditing, BlockChange.isPossible(passage) { cues = found }
    joinTrailingSpeakers()
    cutContents()
    joinRunningQuotations()
    readQuotedAs()
    readQuoted()
    endBeforeResumption()
    return found
  }

  /// Whether a term stands inside quotation marks whose words are somebody's.
  func isQuoted(_ index: Int) -> Bool {
    let quote = quoteAt[index]
    guard quote >= 0 else { return false }
    let kind = quotations[Int(quote)].kind
    return kind == .quotation || kind == .fragment
  }

  /// Reads the cues of some sentences.
  private mutating func read(_ sentences: Range<Int>) {
    guard let first = sentences.first, let last = sentences.last else { return }
    let tokens = passage.sentences[first].tokens.lowerBound..<passage.sentences[last].tokens.upperBound
    var openers = terms.indices(in: tokens) { $0.isWord && Self.mayBegin($0) }[...]
    for number in sentences where found.count < Self.mostInBlock {
      let sentence = passage.sentences[number]
      read(sentence, number, openers.prefix { $0 < sentence.tokens.upperBound })
      openers = openers.drop { $0 < sentence.tokens.upperBound }
    }
  }

  /// - Parameter openers: the words of the sentence with which a cue may begin.
  private mutating func read(_ sentence: Sentence, _ number: Int, _ openers: ArraySlice<Int>) {
    let range = contentRange(sentence)
    let before = found.count
    for index in openers where index < range.upperBound && !isQuoted(index) {
      guard found.count - before < Self.mostInSentence else { break }
      guard let attribution = attribution(at: index, in: range, number),
        !found[before...].contains(where: { $0.principal == attribution.principal })
      else { continue }
      found.append(attribution)
    }
    readCredit(range, number)
  }

  /// Whether a cue can begin with this word; asked of every word, because answering with an attribution costs much more.
  @inline(__always)
  private static func mayBegin(_ term: Term) -> Bool {
    if term.cue != .none || term.has([.hedgeAdverb, .hedgeAdjective]) { return true }
    switch term.word {
    case .according, .by, .in, .citing, .cited, .declined, .refused, .as, .per: return true
    default: return false
    }
  }

  private func attribution(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    let term = passage.terms[index]
    if term.has(.hedgeAdverb) { return hedgeAdverb(at: index, in: range, number) }
    if term.has(.hedgeAdjective), let hedge = hedgeAdjective(at: index, in: range, number) { return hedge }
    switch term.word {
    case .according where passage.word(index + 1) == .to:
      return prepositional(at: index, cue: index..<index + 2, in: range, number)
    case .by where isByAccounts(index):
      return prepositional(at: index, cue: index..<index + 1, in: range, number)
    case .by: return participle(by: index, in: range, number)
    case .in where isInTheWords(index): return prepositional(at: index, cue: index..<index + 4, in: range, number)
    case .in: return locative(at: index, in: range, number)
    case .citing: return citing(at: index, in: range, number)
    case .cited:
      // "According to the Ledger, which cited a clerk, …"
      if passage.word(index - 1) == .which, found.last?.sentence == number {
        return citing(at: index, in: range, number)
      }
    case .declined, .refused:
      if passage.word(index + 1) == .to, passage.word(index + 2) == .comment {
        return refusal(at: index, in: range, number)
      }
    case .as: return reportedAs(at: index, in: range, number)
    case .per:
      if passage.word(index - 1) == .as {
        return prepositional(at: index, cue: index - 1..<index + 1, in: range, number)
      }
      return per(at: index, in: range, number)
    default: break
    }
    guard term.cue != .none, let verb = passage.cueVerb(at: index, from: range.lowerBound) else { return nil }
    return verb.isPassive ? passive(verb, in: range, number) : active(verb, in: range, number)
  }

  /// The sentence without its date line in front and its final stop.
  func contentRange(_ sentence: Sentence) -> Range<Int> {
    var end = sentence.tokens.upperBound
    while end > sentence.tokens.lowerBound, passage.terms[end - 1].kind == .punctuation, !passage.isQuoteMark(end - 1) {
      let byte = passage.byte(of: end - 1)
      guard byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0xE2 else { break }
      end -= 1
    }
    return sentence.tokens.lowerBound..<end
  }

  /// "X reported …, citing Y": the content is X's.
  private func citing(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    guard let phrase = passage.nounPhrase(at: index + 1, limit: range.upperBound),
      var source = classifier.describe(phrase)
    else { return nil }
    _ = withRelative(&source, phrase.terms.upperBound, range)
    let parent = found.lastIndex { $0.sentence == number && $0.source != nil }
    if let parent {
      return LocalAttribution(
        form: .citing, cueClass: .citing, cue: [index..<index + 1], principal: index, source: source,
        content: found[parent].content, sentence: number, sourceFirst: false, citedBy: parent)
    }
    // "The Ledger, citing the court file, said …": the citing party's verb comes later.
    return LocalAttribution(
      form: .citing, cueClass: .citing, cue: [index..<index + 1], principal: index, source: source, content: [],
      sentence: number, sourceFirst: false)
  }

  private func refusal(at index: Int, in range: Range<Int>, _ number: Int) -> LocalAttribution? {
    guard let subject = passage.subject(endingBefore: index, from: range.lowerBound),
      let source = classifier.describe(subject)
    else { return nil }
    return LocalAttribution(
      form: .verb, cueClass: .neutral, cue: [index..<index + 3], principal: index, source: source, content: [],
      sentence: number, sourceFirst: true, isNegated: true)
  }

  // MARK: Shared

  /// Takes a comma'd relative clause or apposition that gives a reason or a name into the source's description.
  func withRelative(_ source: inout SourceDescription, _ end: Int, _ range: Range<Int>) -> Int {
    guard passage.isComma(end), end + 1 < range.upperBound else { return end }
    let next = end + 1
    var close = next
    while close < range.upperBound, !passage.isComma(close) { close += 1 }
    if passage.word(next) == .who || passage.word(next) == .which || passage.word(next) == .whose {
      if (next..<close).contains(where: { isReason($0) }) { source.givesReason = true }
      return close
    }
    let isOffice = terms[source.phrase.head].has([.title, .personNoun]) && !terms[source.phrase.head].isCapitalised
    if source.reference == .described || isOffice, let name = passage.baseNounPhrase(at: next, limit: close),
      name.terms.upperBound == close,
      name.terms.allSatisfy({ terms[$0].isName || terms[$0].kind != .word })
    {
      source.apposition = name.terms
      if let renamed = classifier.describe(source.phrase, apposition: name.terms) { source = renamed }
      return close
    }
    return end
  }

  func isReason(_ index: Int) -> Bool {
    terms[index].word == .because || terms[index].word == .anonymity || terms[index].word == .condition
      || terms[index].word == .fears
      || terms[index].word == .fear
  }

  /// "However,", "But", "In 2022," before a source: nothing is said there.
  func isOnlyConnective(_ range: Range<Int>) -> Bool {
    guard let first = range.first,
      terms[first].has([.preposition, .adverb, .conjunction, .subordinator]) || terms[first].tag.isAdverb
    else { return false }
    return range.allSatisfy { index in
      let term = terms[index]
      return !term.tag.isFiniteVerb || term.has(.preposition)
    } && range.count <= 6 && !range.contains { terms[$0].tag == .pronoun }
      && !range.contains { terms[$0].tag.isVerb }
  }

  /// Where content that ends before `stop` begins: the sentence, or an earlier one where a quotation began.
  func quoteStart(before stop: Int, in range: Range<Int>) -> Int {
    var at = stop - 1
    if at >= 0, passage.isComma(at) { at -= 1 }
    guard at >= 0, quoteAt[at] >= 0 else { return range.lowerBound }
    return min(range.lowerBound, quotations[outermost(Int(quoteAt[at]))].terms.lowerBound)
  }

  /// Where content that begins at `start` ends: the sentence, or a later one where its quotation closes.
  func quoteEnd(from start: Int, in range: Range<Int>) -> Int {
    for index in start..<range.upperBound where quoteAt[index] >= 0 {
      let quote = quotations[outermost(Int(quoteAt[index]))]
      if quote.terms.upperBound > range.upperBound { return quote.terms.upperBound }
    }
    return range.upperBound
  }

  private func outermost(_ quote: Int) -> Int {
    var result = quote
    for (index, other) in quotations.enumerated()
    where other.depth < quotations[result].depth && other.terms.lowerBound < quotations[result].terms.lowerBound
      && other.terms.upperBound > quotations[result].terms.lowerBound
    {
      result = index
    }
    return result
  }
}

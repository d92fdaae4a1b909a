import ProseText

/// Everything that is known of a block by itself.
///
/// A function of the block's bytes, its kind, the draft's labels, how it writes numbers and which marks quote: it is kept from edit to edit. Offsets are relative to the block.
struct BlockFacts: Sendable {
  var passage: Passage
  var content: BlockContent
  /// Leads from offsets in what is read back to the block's own bytes.
  var offsets = OffsetMap()
  /// The block's own bytes, where they are not what is read.
  private var written: Shared<BlockBytes>?
  var quotations: [Quotation] = []
  var quoteAt = QuotationPlaces()
  var quantities: [Quantity] = []
  var changes: [Change] = []
  var comparisons: [Comparison] = []
  /// The exemptions that the quantities' own words say.
  private var ownExemptions: [Exemption?] = []
  /// For each sentence, where the block holds quantities.
  var scopes: [SentenceScope] = []
  /// The same by the words alone, whatever changes they state.
  private var wordScopes: [SentenceScope] = []
  var restatements: [Restatement] = []
  /// For quantities whose population is stated, the index of the quantity that states it.
  var populations: [Int: Int] = [:]
  /// By the first term of a quantity the key of the noun that it counts, alike for singular and plural.
  var countedKeys: [Int: UInt64] = [:]
  /// What its cues say, each by itself: what an edit goes on from.
  private(set) var cues: [LocalAttribution] = []
  private(set) var sharedAttributions: [Shared<LocalAttribution>] = []
  /// For each sentence.
  var traits: [SentenceTraits] = []
  /// Nouns that name documents and outlets: what "the report" may lead back to.
  var documentNouns: [Int] = []
  /// Texts of which more is said than the noun: "the decree of Bishop Brandt".
  var textNames: [Range<Int>] = []
  /// Names that persons may bear, in order.
  var personNames: [PersonName] = []
  /// Full names of organisations, in order.
  var bodyNames: [BodyName] = []
  /// Where it says that an outlet saw or asked for itself, in order.
  var firstHand: [FirstHandReport] = []
  /// What befell as many as a quantity says, by the quantity's index.
  var harms: [Int: UInt64] = [:]
  /// Words that state somebody's feeling.
  var mentalStates: [MentalStates.State] = []
  /// Nil where it says nothing of who writes, as most blocks.
  @Indirect private var ownNameHints: OwnNameHints?
  var dateline: Dateline?
  /// Whether its first quotation mark closes what a block before opened.
  var closesEarlierQuotation = false
  var isEnglish = true
  /// Whether all of it is prose, and the list of what is was left out.
  private var isProseAlone = false
  private var quotes: QuotationStyle

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - isCopied: whether the block's bytes are to outlive the draft's.
  ///   - before: what was known of the block before an edit, where it is one.
  init(
    _ block: BlockOutline, _ content: BlockContent, in bytes: [UInt8], numbers: NumberFormat,
    quotes: QuotationStyle = .english, isCopied: Bool = true, _ tagger: inout Tagger, _ labeller: inout Labeller,
    before: SharedFacts? = nil, memory: () -> TagMemory
  ) {
    self.quotes = quotes
    self.content = content
    if block.kind.isProse, !content.replacements.isEmpty {
      let read = content.read(bytes[block.range])
      self.content = read.content
      offsets = read.offsets
      written = Shared(BlockBytes(block.range, of: bytes, isCopied: isCopied))
      var block = block
      block.range = 0..<read.bytes.count
      let earlier = before.map { EarlierBlock($0, now: read.bytes, block.range) }
      passage = Passage(
        block, read.content, in: read.bytes, numbers: numbers, isCopied: false, &tagger, before: earlier,
        memory: memory)
      ownNames = OwnNameHints(passage)
      readFacts(&labeller, before: earlier, isForEditing: isCopied)
      return
    }
    guard block.kind.isProse else {
      passage = Passage(
        kind: block.kind, bytes: BlockBytes(block.range, of: bytes, isCopied: isCopied), terms: Terms([]),
        sentences: [], inlines: content.inlines, isTagged: false, numberFormat: numbers)
      ownNames = OwnNameHints(passage)
      return
    }
    let earlier = before.map { EarlierBlock($0, now: bytes, block.range) }
    passage = Passage(
      block, content, in: bytes, numbers: numbers, isCopied: isCopied, &tagger, before: earlier, memory: memory)
    ownNames = OwnNameHints(passage)
    readFacts(&labeller, before: earlier, isForEditing: isCopied)
  }

  /// What of it is prose, relative to what is read.
  var prose: [Range<Int>] { isProseAlone ? [0..<passage.bytes.count] : content.prose }

  /// What it says of who writes.
  var ownNames: OwnNameHints {
    get { ownNameHints ?? OwnNameHints() }
    set { ownNameHints = newValue.isNothing ? nil : newValue }
  }

  /// The attributions, in the order in which they were read.
  var attributions: [LocalAttribution] { sharedAttributions.map(\.value) }

  /// The same for a draft of which no later text is read: packed, and without what an edit would begin from.
  func inLittleRoom() -> BlockFacts {
    var facts = self
    facts.passage = passage.inLittleRoom()
    facts.quantities = quantities.fitted()
    facts.personNames = personNames.map { $0.inLittleRoom() }
    facts.isProseAlone = content.prose == [0..<passage.bytes.count]
    facts.content.prose = facts.isProseAlone ? [] : content.prose.fitted()
    facts.ownExemptions = []
    facts.wordScopes = []
    facts.cues = []
    return facts
  }

  /// Whether the facts are those of a block of these bytes.
  func isRead(from bytes: [UInt8], _ range: Range<Int>) -> Bool {
    (written?.value ?? passage.bytes).isEqual(to: bytes, range)
  }

  /// A hash of the block's bytes.
  var hash: UInt64 {
    let bytes = written?.value ?? passage.bytes
    return bytes.hash(0..<bytes.count)
  }

  private mutating func readFacts(_ labeller: inout Labeller, before: EarlierBlock?, isForEditing: Bool) {
    isEnglish = passage.isEnglish
    guard isEnglish, !passage.terms.isEmpty else { return }
    dateline = passage.dateline()
    let quoted = QuoteReader(passage, quotes)
    quotations = quoted.quotations
    closesEarlierQuotation = quoted.closesEarlier
    quoteAt = QuotationPlaces(quotations, count: passage.terms.count)
    let change = before.flatMap { BlockChange(from: $0, to: passage) }
    readTraits(change)
    ownNames.read(passage, traits, quoteAt: quoteAt, change, isForEditing: isForEditing)
    readQuantities(change)
    readChanges(change)
    let named = change.flatMap { $0.hasSameCapitals ? $0 : nil }
    var reader = AttributionReader(passage, quotations, quoteAt)
    var found = reader.attributions(named, isForEditing: isForEditing)
    cues = reader.cues
    if passage.isTagged { labeller.withModel { readLabels($0, &$1, &reader, &found, change) } }
    sharedAttributions = found.map { Shared($0) }
    readNames(named)
    documentNouns =
      change?.joined(change?.before.documentNouns ?? [], at: { $0..<$0 + 1 }) {
        $0 += $1.terms
      } read: {
        passage.documentNouns(in: $0)
      } ?? passage.documentNouns(in: passage.terms.indices)
  }

  /// Joins what the labeller finds to what the rules found.
  private mutating func readLabels(
    _ model: LabellerModel, _ sums: inout LabellerSums, _ reader: inout AttributionReader,
    _ attributions: inout [LocalAttribution], _ change: BlockChange?
  ) {
    let terms = passage.terms.indices
    guard !attributions.isEmpty || !quotations.isEmpty || passage.hintsAtReport(terms) else { return }
    let input = LabellerInput(passage, quotations, quoteAt, attributions)
    // Only text made to be hostile has more in a block; there the rules stand alone.
    guard let stretches = model.stretches(of: input, most: AttributionReader.mostInBlock * 2, change, &sums) else {
      return
    }
    let found = LabelledAttributions(passage, quotations, quoteAt, rules: attributions).attributions(
      stretches.flatMap(\.outer), nested: stretches.flatMap(\.nested).map { (content: $0.terms, spans: $0.spans) })
    guard !AttributionReader.isCrowded(found) else { return }
    reader.found = found
    reader.joinIntroducedQuotations()
    reader.joinRunningQuotations()
    attributions = reader.found
  }

  /// Reads who and what is named, and what is felt and seen.
  ///
  /// - Parameter change: nil where all of it has to be read.
  private mutating func readNames(_ change: BlockChange?) {
    let all = passage.terms.indices
    mentalStates =
      change?.joined(change?.before.mentalStates ?? [], at: \.words) {
        $0.words = $0.words.moved(by: $1.terms)
      } read: {
        MentalStates(passage).found(in: $0)
      } ?? MentalStates(passage).found(in: all)
    firstHand =
      change?.joined(change?.before.firstHand ?? [], sentence: \.sentence) { passage.firstHandReports(in: $0) }
      ?? passage.firstHandReports(in: all)
    personNames =
      change?.joined(change?.before.personNames ?? [], at: \.terms) {
        $0.terms = $0.terms.moved(by: $1.terms)
      } read: {
        PersonNameReader(passage).names(in: $0)
      } ?? PersonNameReader(passage).names(in: all)
    bodyNames =
      change?.joined(change?.before.bodyNames ?? [], at: \.terms) {
        $0.terms = $0.terms.moved(by: $1.terms)
        $0.alias? += $1.terms
      } read: {
        BodyNameReader(passage).names(in: $0)
      } ?? BodyNameReader(passage).names(in: all)
    textNames =
      change?.joined(change?.before.textNames ?? [], at: { $0 }) {
        $0 = $0.moved(by: $1.terms)
      } read: {
        passage.textNames(in: $0)
      } ?? passage.textNames(in: all)
  }

  /// The quantities as their own words have them.
  private func ownQuantities() -> [Quantity] {
    zip(quantities, ownExemptions).map { quantity, exemption in
      var own = quantity
      (own.exemption, own.counted, own.window) = (exemption, nil, nil)
      return own
    }
  }

  private mutating func readQuantities(_ change: BlockChange?) {
    quantities =
      change?.joined(change?.before.ownQuantities() ?? [], at: \.terms) { quantity, shift in
        quantity.terms = quantity.terms.moved(by: shift.terms)
        quantity.range = quantity.range.moved(by: shift.bytes)
        quantity.approximator = quantity.approximator?.moved(by: shift.terms)
        quantity.sentence += shift.sentences
      } read: {
        QuantityReader(passage).quantities(in: $0)
      } ?? QuantityReader(passage).quantities()
    ownExemptions = quantities.map(\.exemption)
    for index in quantities.indices {
      let sentence = quantities[index].sentence
      quantities[index].exemption = passage.exemption(of: quantities[index], traits: traits[sentence])
      guard quantities[index].exemption == nil || quantities[index].kind == .count else { continue }
      quantities[index].counted = passage.countedNoun(after: quantities[index])
    }
    passage.readWindows(of: &quantities)
    populations = passage.populations(of: quantities)
    harms = passage.harms(of: quantities)
    for quantity in quantities {
      if let counted = quantity.counted { countedKeys[quantity.terms.lowerBound] = passage.nounKey(counted) }
    }
  }

  private mutating func readChanges(_ change: BlockChange?) {
    guard !quantities.isEmpty else { return }
    wordScopes =
      change?.joined(change?.before.wordScopes ?? []) { passage.scope(of: $0) }
      ?? passage.sentences.indices.map { passage.scope(of: $0) }
    scopes = wordScopes
    changes = ChangeReader(passage, quantities).changes()
    for change in changes where change.from != nil { scopes[change.sentence].insert(.base) }
    let reader = ComparisonReader(passage, quantities, scopes)
    comparisons = reader.comparisons()
    changes += reader.changes()
    restatements = RestatementReader(passage, quantities).restatements()
  }

  /// The value that a quantity is set against: "4" for "16" in "from 4 to 16".
  func bases() -> [Int: Range<Int>] {
    var result: [Int: Range<Int>] = [:]
    for change in changes {
      guard let from = change.from else { continue }
      if let amount = change.amount { result[amount] = from.terms }
      if let to = change.to { result[to.quantity] = from.terms }
    }
    return result
  }
}

extension Passage {
  /// The date line that the block begins with.
  func dateline() -> Dateline? {
    guard sentences.count > 1 else { return nil }
    let end = sentences[0].tokens.upperBound
    let isLabel = isMark(end - 1, 0x3A) || isMark(end - 1, 0x29) && isMark(0, 0x28) && isMark(1, 0x28)
    let isMetadata = isDash(end - 1) || isMark(end - 1, 0x2D) || word(0) == .date
    return isLabel || isMetadata ? Dateline(end: end, isLabel: isLabel) : nil
  }
}

import ProseText

/// A block of the draft: where it stands and what is known of it.
struct DraftBlock: Sendable {
  var outline: BlockOutline
  let shared: SharedFacts

  init(outline: BlockOutline, facts: SharedFacts) {
    self.outline = outline
    shared = facts
  }

  var facts: BlockFacts { _read { yield shared.facts } }

  var origin: Int { outline.range.lowerBound }
  var passage: Passage { _read { yield shared.facts.passage } }

  /// The absolute range of a range of terms.
  func range(_ terms: Range<Int>) -> Range<Int> {
    absolute(facts.passage.range(terms))
  }

  /// A range with the closing marks of emphasis or a link that begins in it and has no words behind it.
  func withMarkup(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for inline in facts.content.inlines where inline.kind == .emphasis || inline.kind == .link {
      let whole = absolute(inline.range)
      guard whole.lowerBound >= range.lowerBound, whole.lowerBound < end, whole.upperBound > end else { continue }
      if !passage.terms.contains(where: { (end..<whole.upperBound).contains(absolute($0.range).lowerBound) }) {
        end = whole.upperBound
      }
    }
    return range.lowerBound..<end
  }

  /// Whether all of it is somebody's words.
  var isQuotationAlone: Bool { facts.quotations.contains { $0.terms == passage.terms.indices } }

  /// The absolute range of a relative one.
  func absolute(_ relative: Range<Int>) -> Range<Int> {
    let written = facts.offsets.written(relative)
    return (written.lowerBound + origin)..<(written.upperBound + origin)
  }
}

/// A figure of the draft with what stands behind it.
struct DraftFigure: Sendable {
  private let blockNumber: Int32
  private let number: Int32
  private let facts: SharedFacts
  var support = Support(status: .none)
  var from: CalendarDate?
  var to: CalendarDate?
  /// Index of the figure that states the group that this one is a part of.
  @CompactOptionalIndex var population: Int?
  /// Whether it stands where claims are read, and somebody has to answer for it.
  let needsAnswer: Bool
  /// A claim that nobody answers for states what is established, or the writers' own doing: it needs no answer.
  var isSettled = false

  /// - Parameters:
  ///   - block: by its index in the draft.
  ///   - facts: the block's, as they count in this draft.
  ///   - number: of the quantity in the block.
  init(block: Int, _ facts: SharedFacts, number: Int) {
    blockNumber = Int32(block)
    self.facts = facts
    self.number = Int32(number)
    needsAnswer =
      facts.facts.quantities[number].exemption == nil
      && (facts.facts.passage.kind == .paragraph || facts.facts.passage.kind == .listItem)
  }

  /// By its index in the draft.
  var block: Int { Int(blockNumber) }

  /// What passes over the whole draft ask of its block, as it counts in this draft.
  var marks: BlockMarks { _read { yield facts.marks } }

  var quantity: Quantity {
    @inline(__always) _read { yield facts.facts.quantities[Int(number)] }
  }

  var isCheckable: Bool { facts.facts.quantities[Int(number)].exemption == nil }

  /// How many days its window lasts: both ends count, but for "since".
  var days: Int? {
    guard let from, let to else { return nil }
    if case .since = quantity.window?.period { return max(1, to.dayNumber - from.dayNumber) }
    return max(1, to.dayNumber - from.dayNumber + 1)
  }
}

/// A party that the draft credits.
struct DraftSource: Sendable {
  var name: String
  var kind: SourceKind
  /// Keys of the name's words, articles aside.
  var words: [UInt64]
  /// Key of the name's initials, where it has several words.
  var initials: UInt64?
  var mentions: [Range<Int>]
  /// A name in it is only what describes it: "the Vale government" is not Vale.
  var isDescribed = false
  /// Several people who speak together.
  var isJoint = false
  /// The draft links it.
  var isLinked = false
  /// An outlet or a post passes on what others said or counted.
  var isRelay: Bool
  /// The house takes an outlet for an origin.
  var isPrimary = false

  /// Whether all but the places is the same.
  func isSameParty(as other: DraftSource) -> Bool {
    name == other.name && kind == other.kind && words == other.words && initials == other.initials
      && isDescribed == other.isDescribed && isJoint == other.isJoint && isLinked == other.isLinked
      && isRelay == other.isRelay && isPrimary == other.isPrimary
  }
}

/// What all rules see: the facts of the blocks and of the draft as a whole.
struct Draft: Sendable {
  var text: SourceText
  var format: DraftFormat
  /// Behind one reference: a draft is passed about by the hundred at every keystroke.
  private let sharedSurroundings: Shared<DraftSurroundings>
  /// The draft's own date: given from outside, or read in the text.
  var date: CalendarDate?
  var blocks: [DraftBlock]
  var figures: [DraftFigure] = []
  /// Indices of the figures of paragraphs and list items that somebody has to answer for.
  var claimIndices: [Int] = []
  /// Those of them that nobody answers for, and that are in need of it.
  var openClaims: [Int] = []
  /// Those of them that nobody answers for who can be asked.
  var thinClaims: [Int] = []
  /// Those of them that name no number.
  var vagueClaims: [Int] = []
  /// Those of the draft itself in the order of the text, then those that stand inside somebody's words.
  var attributions: [DraftAttribution] = []
  /// How many of the attributions are the draft's own.
  var ownCount = 0
  var sources: [DraftSource] = []
  /// Names of outlets that the draft says saw or asked for themselves: keys of their last words.
  var firstHandOutlets: Set<UInt64> = []
  /// Its lead says that an outlet was on the spot: the one that prints it.
  var isEyewitness = false
  /// So much of the draft says "we" or "I" that it is the writers' own story.
  var isFirstPerson = false
  /// It speaks for its writers: it says "we", and who they are.
  var isOwnAccount = false
  /// What kind of text it is.
  var manner: TextManner
  /// Who speaks where the draft is an interview or a transcript.
  var turns = Turns()
  /// For each block the indices of its own attributions, figures.
  var attributionsOfBlock: [Range<Int>] = []
  var figuresOfBlock: [Range<Int>] = []
  /// What the ledger around the draft says of it; nil where there is none.
  var ledger: LedgerFacts?

  /// Attributions to outlets for matters that are not their own.
  var relays: [RelayShape] = []
  /// Places where a source comes back as its own support.
  var circles: [CircularSources] = []
  /// Relays behind which the draft shows nobody, one a source.
  var brokenChains: [RelayShape] = []
  /// Every mention of a party that can be named, by place.
  var namedMentions: [(offset: Int, source: Int)] = []
  /// How much of what it passes on comes through which outlet.
  var relayShares = RelayShares()
  /// Whether the other drafts of its workspace are known.
  var hasWorkspace = false
  /// Comments that silence rules.
  var suppressions: [Suppression] = []

  /// How it differs from the text that was read before, where that is little.
  var onlyChange: OnlyChange?
  /// The blocks that a rule is to look at, where what it found in the others is known; nil for all.
  private(set) var focus: Range<Int>?

  init(
    text: SourceText, format: DraftFormat, surroundings: DraftSurroundings, date: CalendarDate? = nil,
    blocks: [DraftBlock]
  ) {
    (self.text, self.format, self.date, self.blocks) = (text, format, date, blocks)
    sharedSurroundings = Shared(surroundings)
    manner = TextManner(blocks)
  }

  var surroundings: DraftSurroundings { _read { yield sharedSurroundings.value } }

  /// The absolute range of an attribution's source; nil where no one is named.
  func sourceRange(_ attribution: DraftAttribution) -> Range<Int>? {
    guard let source = attribution.local.source else { return nil }
    let block = blocks[attribution.block]
    return block.withMarkup(block.range(source.phrase.terms))
  }

  /// The absolute range of an attribution's cue.
  func cueRange(_ attribution: DraftAttribution) -> Range<Int> {
    let block = blocks[attribution.block]
    guard let first = attribution.local.cue.first else {
      return block.range(attribution.local.principal..<attribution.local.principal + 1)
    }
    return block.range(first)
  }

  /// The same with some blocks alone for a rule to look at: those whose reach is no wider than that see no difference.
  func focused(on blocks: Range<Int>) -> Draft {
    var draft = self
    draft.focus = blocks
    let figures = draft.figures(of: blocks)
    draft.claimIndices = Array(claimIndices.from(figures.lowerBound).prefix { $0 < figures.upperBound })
    return draft
  }

  /// All attributions that a rule is to look at, those inside somebody's words too.
  var allReadAttributions: [DraftAttribution] {
    guard let focus else { return attributions }
    return attributions[attributions(of: focus)] + attributions[ownCount...].filter { focus.contains($0.block) }
  }

  /// Indices of the own attributions of neighbouring blocks.
  func attributions(of blocks: Range<Int>) -> Range<Int> {
    blocks.isEmpty
      ? 0..<0
      : attributionsOfBlock[blocks.lowerBound].lowerBound..<attributionsOfBlock[blocks.upperBound - 1].upperBound
  }

  /// The blocks that a rule is to look at, with their indices.
  var readBlocks: some Sequence<(index: Int, block: DraftBlock)> {
    // What goes through a list later holds the list, not a copy of the whole draft; so do those below.
    let blocks = blocks
    return (focus ?? blocks.indices).lazy.map { ($0, blocks[$0]) }
  }

  /// The figures that a rule is to look at.
  var readFigures: ArraySlice<DraftFigure> { focus.map { figures[figures(of: $0)] } ?? figures[...] }

  /// Indices of the figures of neighbouring blocks.
  func figures(of blocks: Range<Int>) -> Range<Int> {
    blocks.isEmpty
      ? 0..<0 : figuresOfBlock[blocks.lowerBound].lowerBound..<figuresOfBlock[blocks.upperBound - 1].upperBound
  }

  /// What the draft itself passes on.
  var ownAttributions: ArraySlice<DraftAttribution> { attributions.prefix(ownCount) }

  /// The draft's own attributions that a rule is to look at and whose cue a rule reads: what kind of report the others make is a
  /// guess, too little to mark.
  var readAttributions: some Sequence<DraftAttribution> {
    let attributions = attributions
    return readAttributionIndices.lazy.map { attributions[$0] }
  }

  /// The same by index.
  var readAttributionIndices: some Sequence<Int> {
    let all = attributions
    return (focus.map { attributions(of: $0) } ?? 0..<ownCount).lazy.filter { !all[$0].local.isGuessed }
  }

  /// The figures of paragraphs and list items that somebody has to answer for.
  var claims: some Sequence<DraftFigure> {
    let figures = figures
    return claimIndices.lazy.map { figures[$0] }
  }

  /// Whether a block is somebody's turn in an interview: all its words are the speaker's.
  func isInTurn(_ block: Int) -> Bool { turns.opener(of: block) != nil }

  /// The absolute range of a figure.
  func range(_ figure: DraftFigure) -> Range<Int> { blocks[figure.block].absolute(figure.quantity.range) }

  /// The attributions nested directly in one.
  func children(of index: Int) -> [Int] {
    attributionsOfBlock[attributions[index].block].filter { attributions[$0].nestedIn == index }
  }
}

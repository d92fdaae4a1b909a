package import ProseText

/// A block of the analysed draft, in absolute UTF-8 byte ranges.
package struct AnalysedBlock: Sendable, Equatable {
  package var kind: BlockKind
  package var range: Range<Int>
  package var prose: [Range<Int>]
}

/// Everything that Hearsay understands of a draft, findings included.
///
/// A value made by `Analyzer`; all lists are in the order of the text, all ranges absolute UTF-8 byte ranges.
package struct Analysis: Sendable {
  package var text: SourceText
  package var format: DraftFormat
  /// The draft's own date: given from outside, or read from its date line or front matter.
  package var date: CalendarDate?
  package var blocks: [AnalysedBlock] = []
  package var sentences: [Range<Int>] = []
  package var figures: [Figure] = []
  /// Which figures are the same.
  package var figureIndex = FigureIndex()
  package var attributions: [Attribution] = []
  /// Who cites whom.
  package var citations: [Citation] = []
  package var sources: [Source] = []
  package var quotes: [Quote] = []
  /// Places that name a source by its key.
  package var keys: [KeyMention] = []
  /// What was found, open for what other drafts add.
  package var openFindings = DraftFindings([])
  /// What is found in the draft by itself, sorted by place, then rule.
  package var findings: [Finding] = []
  /// Whether most of the draft's prose is in another language than English and was left alone.
  package var isOtherLanguage = false
  /// What was read of the draft, for questions that few ask; nil for what is no draft.
  var draft: Draft?
  /// The draft's own indices of the figures, where they are not all there; empty where they are.
  var figureNumbers: [Int] = []
}

extension AnalysedBlock {
  init(_ block: DraftBlock) {
    self.init(
      kind: block.outline.kind, range: block.outline.range,
      prose: block.facts.prose.map { block.absolute($0) })
  }
}

extension Analysis {
  /// The same with its lists of facts, where only findings were asked for; they cost as much as some of the rules.
  package func laidOut() -> Analysis {
    guard let draft else { return self }
    var whole = Analysis(text: text, format: format, date: date)
    (whole.openFindings, whole.findings, whole.isOtherLanguage) = (openFindings, findings, isOtherLanguage)
    whole.draft = draft
    whole.addLists(of: draft)
    return whole
  }

  private mutating func addLists(of draft: Draft) {
    blocks = draft.blocks.map { AnalysedBlock($0) }
    let firstSentence = addSentences(of: draft)
    figureIndex = FigureIndex(draft)
    figures.reserveCapacity(draft.figures.count)
    for index in draft.blocks.indices { addFigures(of: index, draft, firstSentence) }
    let order = AttributionOrder(draft, Array(draft.attributions.indices))
    attributions = order.sorted.map { index in
      var result = attribution(draft.attributions[index], draft, firstSentence[draft.attributions[index].block])
      result.nestedIn = result.nestedIn.map { order.position[$0] }
      return result
    }
    citations = ChainReader.citations(in: draft).map {
      Citation(from: $0.from, to: $0.to, attribution: order.position[$0.attribution])
    }
    for index in figures.indices {
      figures[index].support.attribution = figures[index].support.attribution.map { order.position[$0] }
    }
    addSources(of: draft)
    quotes = draft.blocks.indices.flatMap { quotes(of: $0, draft) }
    keys = KeyMention.all(in: draft)
  }

  mutating func addSources(of draft: Draft) {
    sources = draft.sources.map { Source(name: $0.name, kind: $0.kind, mentions: $0.mentions) }
  }

  /// What the draft contributes to its workspace, made anew at each call; nil for what is no draft.
  package func digest() -> DraftDigest? { draft.map { DraftDigest($0) } }

  /// The attributions in the order of the text: those inside somebody's words among the others.
  struct AttributionOrder {
    var sorted: [Int]
    /// For each attribution of the draft its place among the sorted ones; nothing of those that are left out.
    var position: [Int]

    /// - Parameter kept: which of the draft's attributions are asked for, in rising order.
    init(_ draft: Draft, _ kept: [Int]) {
      sorted = kept
      let ownCount = kept.from(draft.ownCount).startIndex
      if ownCount < kept.count {
        func start(_ index: Int) -> Int { draft.cueRange(draft.attributions[index]).lowerBound }
        // Own attributions keep their order; each of the others goes behind the last own one that begins before it.
        var merged: [Int] = []
        var rest = kept[ownCount...].map { (start: start($0), index: $0) }.sorted { $0 < $1 }[...]
        for index in kept[..<ownCount] {
          let own = start(index)
          while let next = rest.first, next.start < own {
            merged.append(next.index)
            rest = rest.dropFirst()
          }
          merged.append(index)
        }
        sorted = merged + rest.map(\.index)
      }
      position = [Int](repeating: 0, count: draft.attributions.count)
      for (place, index) in sorted.enumerated() { position[index] = place }
    }
  }

  /// Appends all sentences; answers for each block the index of its first.
  private mutating func addSentences(of draft: Draft) -> [Int] {
    sentences.reserveCapacity(draft.blocks.reduce(0) { $0 + $1.passage.sentences.count })
    return draft.blocks.map { block in
      let first = sentences.count
      sentences.append(contentsOf: block.passage.sentences.map { block.absolute($0.range) })
      return first
    }
  }

  private mutating func addFigures(of index: Int, _ draft: Draft, _ firstSentence: [Int]) {
    let range = draft.figuresOfBlock[index]
    guard !range.isEmpty else { return }
    let block = draft.blocks[index]
    let bases = block.facts.bases()
    for position in range {
      var result = figure(draft.figures[position], draft, firstSentence[index])
      result.base = bases[position - range.lowerBound].map { block.range($0) }
      figures.append(result)
    }
  }

  /// - Parameter firstSentence: the index of the block's first sentence.
  func figure(_ figure: DraftFigure, _ draft: Draft, _ firstSentence: Int) -> Figure {
    let block = draft.blocks[figure.block]
    let quantity = figure.quantity
    return Figure(
      range: block.absolute(quantity.range), kind: quantity.kind, low: quantity.isOpenBelow ? nil : quantity.low,
      high: quantity.isOpenAbove ? nil : quantity.high, unit: quantity.unit,
      isApproximate: quantity.isApproximate, bound: quantity.bound, isAmbiguous: quantity.isAmbiguous,
      significantDigits: quantity.significantDigits, exemption: quantity.exemption,
      counted: quantity.counted.map { block.range($0..<$0 + 1) }, population: figure.population,
      window: quantity.window.map { window in
        Window(
          range: block.absolute(window.range), from: figure.from, to: figure.to, days: figure.days,
          rateDays: window.rateDays)
      },
      support: figure.support, block: figure.block, sentence: firstSentence + quantity.sentence)
  }

  /// - Parameter firstSentence: the index of the block's first sentence.
  func attribution(
    _ attribution: DraftAttribution, _ draft: Draft, _ firstSentence: Int
  ) -> Attribution {
    let block = draft.blocks[attribution.block]
    let local = attribution.local
    return Attribution(
      source: local.source.map { [block.withMarkup(block.range($0.phrase.terms))] } ?? [],
      cue: local.cue.map { block.range($0) },
      content: local.content.map { block.range($0) } + introduced(by: attribution, draft),
      strength: attribution.strength, resolved: attribution.resolved,
      nestedIn: attribution.nestedIn, hand: attribution.hand, isAtLeast: attribution.isAtLeast,
      chain: attribution.chain,
      end: attribution.end, block: attribution.block, sentence: firstSentence + local.sentence)
  }

  /// The prose of the blocks that an attribution introduces.
  private func introduced(by attribution: DraftAttribution, _ draft: Draft) -> [Range<Int>] {
    attribution.introduces.compactMap { index in
      let block = draft.blocks[index]
      var terms = block.passage.terms.indices
      // The sentence's own final stop is not the speaker's, as in a content of the same block.
      if let last = terms.last, block.passage.isMark(last, 0x2E) { terms = terms.dropLast() }
      return terms.isEmpty ? nil : block.range(terms.lowerBound..<terms.upperBound)
    }
  }

  func quotes(of index: Int, _ draft: Draft) -> [Quote] {
    let block = draft.blocks[index]
    return block.facts.quotations.map { quote in
      let speaker = draft.attributionsOfBlock[index].last {
        draft.attributions[$0].local.covers(quote.terms.lowerBound)
      }
      return Quote(
        range: block.absolute(quote.range), kind: quote.kind,
        speaker: speaker.flatMap { draft.attributions[$0].resolved },
        isClosed: quote.isClosed, block: index)
    }
  }

  static func isMostlyOtherLanguage(_ draft: Draft) -> Bool {
    var other = 0
    var all = 0
    for index in draft.blocks.indices where draft.blocks[index].outline.kind.isProse {
      let count = draft.blocks[index].outline.range.count
      all += count
      if !draft.blocks[index].facts.isEnglish { other += count }
    }
    return other * 2 > all
  }
}

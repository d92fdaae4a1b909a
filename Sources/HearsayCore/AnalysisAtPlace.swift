import ProseText

extension Analysis {
  /// The same with what its lists of facts say of one place: what stands there in the place's own block, and what that points to. Of a long
  /// draft these are a few of thousands.
  ///
  /// Figures, attributions, quotes, keys, blocks and sentences are fewer than those of the draft, in the same order, and name one another by
  /// their places among these few; sources are all there. Citations are left out, and so is what only figures elsewhere point to.
  ///
  /// - Parameter offset: in UTF-8 bytes from the beginning of the draft.
  package func laidOut(at offset: Int) -> Analysis {
    guard let draft else { return self }
    var near = Analysis(text: text, format: format, date: date)
    (near.openFindings, near.findings, near.isOtherLanguage) = (openFindings, findings, isOtherLanguage)
    near.draft = draft
    near.addLists(of: draft, at: offset)
    return near
  }

  private mutating func addLists(of draft: Draft, at offset: Int) {
    let near = draft.blocks.indices.filter { index in
      let range = draft.blocks[index].outline.range
      return range.lowerBound <= offset && offset <= range.upperBound
    }
    let own = near.flatMap { Array(draft.figuresOfBlock[$0]) }
    let same = Self.sameFigures(own, draft, at: offset)
    let kept = Kept(figures: own, same.values.joined(), in: near, draft)
    let firstSentence = addBlocks(kept, of: draft)
    for index in kept.figures {
      var figure = figure(draft.figures[index], draft, firstSentence[draft.figures[index].block] ?? 0)
      figure.base = base(of: index, draft)
      figure.population = figure.population.flatMap { kept.figures.place(of: $0) }
      figure.support.attribution = figure.support.attribution.flatMap { kept.attributions.firstIndex(of: $0) }
      figures.append(figure)
    }
    figureIndex = FigureIndex(
      same: Dictionary(
        uniqueKeysWithValues: same.compactMap { index, places in
          kept.figures.place(of: index).map { ($0, places.compactMap { kept.figures.place(of: $0) }) }
        }))
    figureNumbers = kept.figures
    attributions = kept.attributions.map { index in
      var result = attribution(
        draft.attributions[index], draft, firstSentence[draft.attributions[index].block] ?? 0)
      result.nestedIn = result.nestedIn.flatMap { kept.attributions.firstIndex(of: $0) }
      return result
    }
    addSources(of: draft)
    quotes = near.flatMap { quotes(of: $0, draft) }
    keys = near.flatMap { KeyMention.all(in: draft, block: $0) }
  }

  /// The figures that state the same as those at a place, by the index of these.
  private static func sameFigures(_ figures: [Int], _ draft: Draft, at offset: Int) -> [Int: [Int]] {
    let asked = figures.filter { index in
      let figure = draft.figures[index]
      let range = draft.blocks[figure.block].absolute(figure.quantity.range)
      return range.contains(offset) || range.upperBound == offset
    }
    guard !asked.isEmpty else { return [:] }
    let index = FigureIndex(draft)
    return Dictionary(uniqueKeysWithValues: asked.map { ($0, index.same(as: $0, limit: .max)) })
  }

  /// Appends blocks and their sentences; answers by the index of each block that of its first sentence.
  private mutating func addBlocks(_ kept: Kept, of draft: Draft) -> [Int: Int] {
    var first: [Int: Int] = [:]
    for index in kept.blocks {
      let block = draft.blocks[index]
      blocks.append(AnalysedBlock(block))
      first[index] = sentences.count
      sentences.append(contentsOf: block.passage.sentences.map { block.absolute($0.range) })
    }
    return first
  }

  private func base(of figure: Int, _ draft: Draft) -> Range<Int>? {
    let index = draft.figures[figure].block
    let block = draft.blocks[index]
    return block.facts.bases()[figure - draft.figuresOfBlock[index].lowerBound].map { block.range($0) }
  }

  /// What of a draft is laid out: indices into its own lists.
  private struct Kept {
    /// In rising order.
    var blocks: [Int]
    /// In rising order.
    var figures: [Int]
    /// In the order of the text.
    var attributions: [Int]

    /// - Parameters:
    ///   - own: the figures of the place's blocks.
    ///   - same: those that state the same.
    init(figures own: [Int], _ same: some Sequence<Int>, in near: [Int], _ draft: Draft) {
      // What states the population of a figure stands in its block.
      figures = Set(own + same).sorted()
      var answering = Set(own.compactMap { draft.figures[$0].support.attribution })
      for block in near { answering.formUnion(draft.attributionsOfBlock[block]) }
      for index in draft.attributions.indices[draft.ownCount...] where near.contains(draft.attributions[index].block) {
        answering.insert(index)
      }
      attributions = AttributionOrder(draft, answering.sorted()).sorted
      blocks = Set(near + figures.map { draft.figures[$0].block } + attributions.map { draft.attributions[$0].block })
        .sorted()
    }
  }
}

extension [Int] {
  /// Where a number stands among others in rising order; nil where it does not.
  fileprivate func place(of number: Int) -> Int? {
    let place = from(number).startIndex
    return place < count && self[place] == number ? place : nil
  }
}

package import ProseText

/// Analyses drafts, and keeps from one call to the next what of a draft did not change.
///
/// A value: a copy continues on its own. The answer depends on the text, the format and what lies around the draft alone,
/// never on what was analysed before: cached equals fresh.
package struct Analyzer: Sendable {
  private var cache: BlockCache
  var memory: DraftMemory
  /// The format of the text that was read last.
  private var format: DraftFormat?
  /// How numbers are written, where somebody knows it; else the text's own usage says.
  var numberFormat: NumberFormat?

  /// - Parameters:
  ///   - weights: the labeller's; without them the rules read attributions alone.
  ///   - isForEditing: whether the same draft will be read again and again; where not, nothing is kept for that, and drafts take less room.
  ///   - packedSize: from how many bytes on a draft that is read once is packed, which takes some more time.
  package init(weights: LabellerWeights = .embedded, isForEditing: Bool = true, packedSize: Int = 2 << 20) {
    cache = BlockCache(weights, isForEditing: isForEditing, packedSize: packedSize)
    memory = DraftMemory(isKept: isForEditing)
  }

  /// Analyses a whole draft.
  ///
  /// - Parameters:
  ///   - surroundings: what lies around the draft.
  ///   - isCancelled: asked between blocks; when it answers true the analysis stops and nil is returned.
  package mutating func analyze(
    _ text: SourceText, format: DraftFormat, in surroundings: DraftSurroundings = DraftSurroundings(),
    isCancelled: () -> Bool = { false }
  ) -> Analysis? {
    findings(text, format: format, in: surroundings, isCancelled: isCancelled)?.laidOut()
  }

  /// Forgets the drafts that were read; what makes reading of any text faster is kept, and has a fixed size.
  package mutating func forgetDrafts() {
    cache.forgetDrafts()
    memory = DraftMemory(isKept: memory.isKept)
  }

  /// Reads the facts of a draft, of which no rule is asked.
  mutating func draft(
    _ text: SourceText, format: DraftFormat, in surroundings: DraftSurroundings, isCancelled: () -> Bool
  ) -> Draft? {
    // What rules found is of the text before this one: the next text will differ from this one.
    memory.findings = nil
    return read(text, format: format, in: surroundings, isCancelled: isCancelled)
  }

  /// Reads the facts of a draft whose findings are asked for next.
  mutating func read(
    _ text: SourceText, format: DraftFormat, in surroundings: DraftSurroundings, isCancelled: () -> Bool
  ) -> Draft? {
    // What the same bytes say is another thing in another format.
    if self.format != format { forgetDrafts() }
    self.format = format
    var outline = format.outline(of: text.bytes)
    cache.beginDraft(text.bytes)
    let usage = DraftUsage(
      labels: ByteHash.hash(outline), numbers: numberFormat ?? cache.numberFormat(of: text.bytes),
      quotes: surroundings.settings.quotes)
    var blocks: [DraftBlock] = []
    blocks.reserveCapacity(outline.blocks.count)
    for block in outline.blocks {
      if isCancelled() { return nil }
      let facts = cache.facts(of: block, in: text.bytes, format, outline, usage)
      // What counts from here on is what lies between them: a large draft holds thousands of such lists.
      blocks.append(DraftBlock(outline: cache.isPacked ? block.withoutSolidSegments() : block, facts: facts))
    }
    cache.finishDraft(text.bytes)
    outline.blocks = []
    var reader = DraftReader(text, format, surroundings, blocks)
    return reader.read(&memory)
  }
}

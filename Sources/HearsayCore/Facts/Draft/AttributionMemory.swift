import ProseText

/// The attributions of a draft with their sources, as they were read last: while one block is being written, the others need not
/// be resolved anew.
///
/// Mentions are resolved in the order of the text, so that each may depend on all before it. What was kept holds for the other blocks
/// where the block that changed leaves the registers as it did (`ResolverTrace`) and introduces nobody else (`BlockIntroductions`).
/// What was known before that block is what all blocks in front of it did, one after the other.
struct AttributionMemory: Sendable {
  /// What was read of a draft.
  struct Reading: Sendable {
    /// The draft's own, then those inside somebody's words.
    var attributions: [DraftAttribution]
    var ownCount: Int
    var ofBlock: [Range<Int>]
    var labels: [Int: Int]
    var sources: [DraftSource]
  }

  /// What resolving knew before the first mention of a block.
  struct Known: Sendable {
    var block: Int
    var resolver: SourceResolver

    /// - Parameter resolver: it is asked for nothing before it has blocks again.
    init(before block: Int, _ resolver: SourceResolver) {
      self.block = block
      self.resolver = resolver
      self.resolver.goOn(with: [])
    }
  }

  private(set) var blocks: [DraftBlock]
  private let turns: Turns
  private let acronyms: [Acronym]
  private(set) var reading: Reading
  /// What resolving did in each block.
  private(set) var traces: [ResolverTrace]
  /// What was known before the first block.
  let introduced: Known
  /// What was known before the block that is being written: the next letter comes there too.
  private(set) var open: Known

  init(_ draft: Draft, _ reading: Reading, _ traces: [ResolverTrace], introduced: SourceResolver) {
    blocks = draft.blocks
    turns = draft.turns
    acronyms = draft.surroundings.settings.acronyms
    self.reading = reading
    self.traces = traces
    self.introduced = Known(before: 0, introduced)
    open = self.introduced
  }

  /// The one block in which a draft differs; nil where it differs in more than that, or in what else mentions depend on.
  func changedBlock(of draft: Draft) -> Int? {
    guard draft.blocks.count == blocks.count, draft.turns == turns, draft.surroundings.ledger == nil,
      draft.surroundings.settings.acronyms == acronyms
    else { return nil }
    var changed: Int?
    var shift = 0
    for index in blocks.indices {
      let (before, now) = (blocks[index].outline, draft.blocks[index].outline)
      guard now.kind == before.kind, now.container == before.container,
        now.range.lowerBound == before.range.lowerBound + shift
      else { return nil }
      guard blocks[index].shared !== draft.blocks[index].shared else { continue }
      guard changed == nil else { return nil }
      changed = index
      shift = now.range.count - before.range.count
    }
    return changed
  }

  /// What was known before a block that alone has changed, where it introduces nobody else now.
  func resolver(before block: Int, of draft: Draft) -> SourceResolver? {
    guard BlockIntroductions(blocks[block].facts) == BlockIntroductions(draft.blocks[block].facts) else { return nil }
    let nearest = open.block <= block ? open : introduced
    var resolver = nearest.resolver
    resolver.goOn(with: draft.blocks)
    resolver.repeating(traces[nearest.block..<block], reading.sources)
    return resolver
  }

  /// What was read, with the block's attributions in place of what they were; nil where others depend on what has changed.
  ///
  /// - Parameters:
  ///   - own: the block's own attributions; they stand where the earlier ones stood.
  ///   - quoted: those inside somebody's words in it.
  ///   - trace: what resolving did in it.
  func reading(
    of draft: Draft, but block: Int, with own: ArraySlice<DraftAttribution>, _ quoted: [DraftAttribution],
    _ trace: ResolverTrace
  ) -> Reading? {
    let (before, now) = (blocks[block].outline.range, draft.blocks[block].outline.range)
    guard own.count == reading.ofBlock[block].count, let moves = trace.moves(from: traces[block], at: now.lowerBound)
    else { return nil }
    let places = MovedPlaces(before: before, now: now, moves)
    var result = reading
    for index in result.sources.indices where !places.move(&result.sources[index].mentions) { return nil }
    for index in result.attributions.indices where result.attributions[index].block != block {
      guard places.move(&result.attributions[index].resolution) else { return nil }
    }
    result.attributions.replaceSubrange(reading.ofBlock[block], with: own)
    let spoken = result.attributions.indices.dropFirst(result.ownCount).filter {
      result.attributions[$0].block == block
    }
    guard spoken.count == quoted.count else { return nil }
    for (index, attribution) in zip(spoken, quoted) { result.attributions[index] = attribution }
    return result
  }

  /// Takes the attributions with all that is known of where they lead.
  mutating func keep(_ attributions: [DraftAttribution]) { reading.attributions = attributions }

  /// The attributions of a reading of the whole draft that says of all blocks but one what was said before, wherever they stand now,
  /// with all that is known of the others; nil where it says something else.
  func moved(to now: Reading, in draft: Draft, but block: Int) -> [DraftAttribution]? {
    guard now.attributions.count == reading.attributions.count, now.ownCount == reading.ownCount,
      now.ofBlock == reading.ofBlock, now.labels == reading.labels, now.sources.count == reading.sources.count
    else { return nil }
    var moves: [Range<Int>: Range<Int>] = [:]
    let places = MovedPlaces(before: blocks[block].outline.range, now: draft.blocks[block].outline.range)
    for (earlier, source) in zip(reading.sources, now.sources) {
      guard source.isSameParty(as: earlier), source.mentions.count == earlier.mentions.count else { return nil }
      for (old, new) in zip(earlier.mentions, source.mentions) {
        var moved = old
        if places.move(&moved) {
          guard moved == new else { return nil }
        } else {
          guard draft.blocks[block].outline.range.contains(new),
            moves.updateValue(new, forKey: old).map({ $0 == new }) ?? true
          else { return nil }
        }
      }
    }
    let all = MovedPlaces(
      before: blocks[block].outline.range, now: draft.blocks[block].outline.range, moves)
    var result = reading.attributions
    for (index, attribution) in now.attributions.enumerated() {
      guard attribution.block == result[index].block else { return nil }
      if attribution.block == block {
        result[index] = attribution
        continue
      }
      guard all.move(&result[index].resolution), attribution.isSame(as: result[index]) else { return nil }
    }
    return result
  }

  /// Goes on from a later text in which one block has changed.
  ///
  /// - Parameter resolver: what was known before that block.
  mutating func take(
    _ draft: Draft, _ reading: Reading, _ trace: ResolverTrace, of block: Int, _ resolver: SourceResolver
  ) {
    blocks = draft.blocks
    self.reading = reading
    traces[block] = trace
    open = Known(before: block, resolver)
  }
}

/// Where absolute ranges stand after one block has changed.
struct MovedPlaces {
  private let before: Range<Int>
  private let shift: Int
  private let moves: [Range<Int>: Range<Int>]

  /// - Parameters:
  ///   - before: the block as it was.
  ///   - now: the block as it is; both begin at one place.
  ///   - moves: where known places inside the block are now.
  init(before: Range<Int>, now: Range<Int>, _ moves: [Range<Int>: Range<Int>] = [:]) {
    self.before = before
    shift = now.count - before.count
    self.moves = moves
  }

  /// False for a place inside the block that is not known again.
  func move(_ range: inout Range<Int>) -> Bool {
    if range.upperBound <= before.lowerBound { return true }
    if range.lowerBound >= before.upperBound {
      range = range.moved(by: shift)
      return true
    }
    guard let moved = moves[range] else { return false }
    range = moved
    return true
  }

  func move(_ ranges: inout [Range<Int>]) -> Bool {
    for index in ranges.indices where ranges[index].upperBound > before.lowerBound {
      guard move(&ranges[index]) else { return false }
    }
    return true
  }

  func move(_ resolution: inout DraftAttribution.Resolution) -> Bool {
    switch resolution {
    case .direct, .unresolved: return true
    case .near(var antecedent):
      guard move(&antecedent) else { return false }
      resolution = .near(antecedent: antecedent)
    case .distant(var antecedent):
      guard move(&antecedent) else { return false }
      resolution = .distant(antecedent: antecedent)
    case .bridged(var antecedent):
      guard move(&antecedent) else { return false }
      resolution = .bridged(antecedent: antecedent)
    case .ambiguous(var candidates):
      guard move(&candidates) else { return false }
      resolution = .ambiguous(candidates: candidates)
    }
    return true
  }
}

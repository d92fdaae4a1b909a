import ProseText

/// Joins the facts of blocks to the facts of a draft: sources, nesting, chains, support.
struct DraftReader {
  private var draft: Draft
  private var surroundings: DraftSurroundings { draft.surroundings }
  private var resolver: SourceResolver
  /// Attributions inside somebody's words, with the attribution that passes the words on.
  private var quoted: [DraftAttribution] = []
  /// The attributions that labels make, by the block that each opens.
  private var labels: [Int: Int] = [:]

  /// Title, date line and first paragraph.
  private static let lead = 3

  init(_ text: SourceText, _ format: DraftFormat, _ surroundings: DraftSurroundings, _ blocks: [DraftBlock]) {
    draft = Draft(
      text: text, format: format, surroundings: surroundings, date: surroundings.date ?? DraftDate.find(in: blocks),
      blocks: blocks)
    resolver = SourceResolver(blocks, aliases: surroundings.ledger?.index.names.aliases ?? [:])
  }

  /// The draft with everything that rules ask for.
  ///
  /// - Parameter memory: what was read of an earlier text of the draft, and then of this one.
  mutating func read(_ memory: inout DraftMemory) -> Draft {
    draft.turns = Turns(draft.blocks, &memory.talks)
    draft.isEyewitness = draft.blocks.prefix(Self.lead).contains { $0.facts.firstHand.contains(where: \.isPresence) }
    for index in draft.blocks.indices where !draft.blocks[index].facts.firstHand.isEmpty {
      draft.firstHandOutlets.formUnion(draft.blocks[index].facts.firstHand.lazy.map(\.outlet))
    }
    readAttributions(&memory)
    resolver = SourceResolver([], aliases: [:])
    let isTaken = draft.takeFigures(from: memory.figures)
    if !isTaken { draft.readAllFigures() }
    draft.apply(HouseParties(surroundings: draft.surroundings))
    ChainMemory.read(&draft, &memory.chains)
    // What was read of chains goes with the attributions, or not at all.
    if memory.chains != nil { memory.attributions?.keep(draft.attributions) }
    draft.namedMentions = draft.mentionsOfNamed()
    let voice = OwnVoice(draft)
    draft.isFirstPerson = voice.isThroughout
    draft.isOwnAccount = voice.isSigned
    draft.readSupport(voice, isTaken: isTaken, &memory.figures)
    draft.listClaims()
    draft.relayShares = draft.countedRelayShares()
    draft.suppressions = SuppressionReader.suppressions(in: draft)
    if !memory.isKept { memory = DraftMemory(isKept: false) }
    return draft
  }

  // MARK: Attributions

  private mutating func readAttributions(_ memory: inout DraftMemory) {
    let changed = memory.attributions?.changedBlock(of: draft)
    if let changed, let known = memory.attributions, readAgain(changed, known, &memory) { return }
    // Room for those inside somebody's words too, which come behind the others: to move all would take as much again.
    draft.attributions.reserveCapacity(
      draft.blocks.indices.reduce(draft.turns.mostLabels) { $0 + draft.blocks[$1].shared.attributions.count })
    resolver.introduceAll(surroundings.settings.acronyms)
    // What a ledger says of parties would outlive it in what is kept.
    let introduced = memory.isKept && surroundings.ledger == nil ? resolver : nil
    var traces: [ResolverTrace] = []
    for index in draft.blocks.indices {
      if introduced != nil { resolver.beginTrace() }
      readAttributions(of: index)
      if introduced != nil { traces.append(resolver.endTrace(of: index)) }
    }
    draft.sources = resolver.sources
    draft.ownCount = draft.attributions.count
    draft.attributions += quoted
    // What nobody goes on from is not kept: attributions and figures are changed in place then.
    guard let introduced else {
      memory.attributions = nil
      return
    }
    let reading = AttributionMemory.Reading(
      attributions: draft.attributions, ownCount: draft.ownCount, ofBlock: draft.attributionsOfBlock, labels: labels,
      sources: draft.sources)
    if let changed, let known = memory.attributions, let moved = known.moved(to: reading, in: draft, but: changed) {
      draft.attributions = moved
      draft.onlyChange = OnlyChange(block: changed, before: known.blocks[changed].outline.range)
    }
    memory.attributions = AttributionMemory(draft, reading, traces, introduced: introduced)
  }

  /// Reads the attributions of one block, and takes those of the others from memory; false where they depend on what has changed.
  private mutating func readAgain(_ block: Int, _ known: AttributionMemory, _ memory: inout DraftMemory) -> Bool {
    guard let resolver = known.resolver(before: block, of: draft) else { return false }
    let fresh = self.resolver
    let first = known.reading.ofBlock[block].lowerBound
    self.resolver = resolver
    draft.attributions = Array(known.reading.attributions[..<first])
    labels = known.reading.labels
    self.resolver.beginTrace()
    readAttributions(of: block)
    let trace = self.resolver.endTrace(of: block)
    guard let reading = known.reading(of: draft, but: block, with: draft.attributions[first...], quoted, trace) else {
      self.resolver = fresh
      (draft.attributions, draft.attributionsOfBlock, quoted, labels) = ([], [], [], [:])
      return false
    }
    (draft.attributions, draft.ownCount) = (reading.attributions, reading.ownCount)
    (draft.attributionsOfBlock, draft.sources) = (reading.ofBlock, reading.sources)
    draft.onlyChange = OnlyChange(block: block, before: known.blocks[block].outline.range)
    memory.attributions?.take(draft, reading, trace, of: block, resolver)
    return true
  }

  private mutating func readAttributions(of index: Int) {
    let first = draft.attributions.count
    let block = draft.blocks[index]
    var locals = block.shared.attributions
    let opener = draft.turns.opener(of: index)
    let label = opener == index || draft.turns.asking.contains(index) ? label(of: block, index) : nil
    if let label {
      locals.insert(Shared(label), at: locals.firstIndex { $0.value.beginning >= label.beginning } ?? locals.endIndex)
    }
    var spoken: [DraftAttribution] = []
    var documents = block.facts.documentNouns[...]
    var names = block.facts.personNames[...]
    var texts = block.facts.textNames[...]
    for local in locals {
      let start = local.value.beginning
      while let noun = documents.first, noun < start {
        note(noun, in: index, block, locals)
        documents = documents.dropFirst()
      }
      while let name = names.first, name.terms.lowerBound < start {
        resolver.notePerson(name, in: index)
        names = names.dropFirst()
      }
      while let text = texts.first, text.lowerBound < start {
        resolver.noteText(text, in: index)
        texts = texts.dropFirst()
      }
      if local.value.isQuoted || opener != nil && local.value != label {
        spoken.append(resolved(local, in: index, block))
      } else {
        draft.attributions.append(resolved(local, in: index, block))
      }
    }
    for noun in documents { note(noun, in: index, block, locals) }
    for name in names { resolver.notePerson(name, in: index) }
    for text in texts { resolver.noteText(text, in: index) }
    draft.attributions.nest(first..<draft.attributions.count, of: block)
    keep(spoken, of: block, within: first..<draft.attributions.count, label: opener.flatMap { labels[$0] })
    if label != nil { labels[index] = first }
    draft.attributionsOfBlock.append(first..<draft.attributions.count)
  }

  private mutating func note(_ noun: Int, in index: Int, _ block: DraftBlock, _ locals: [Shared<LocalAttribution>]) {
    guard !locals.contains(where: { $0.value.source?.phrase.terms.contains(noun) == true }) else { return }
    resolver.noteDocument(noun, in: index)
  }

  private mutating func resolved(
    _ shared: Shared<LocalAttribution>, in index: Int, _ block: DraftBlock
  ) -> DraftAttribution {
    var result = DraftAttribution(block: index, shared)
    let local = shared.value
    guard let source = local.source else { return result }
    (result.resolved, result.resolution) = resolver.resolve(source, in: index, at: block.range(source.phrase.terms))
    if let hearer = local.hearer {
      result.hearer = resolver.resolve(hearer, in: index, at: block.range(hearer.phrase.terms)).0
    }
    if let cited = local.cited { _ = resolver.resolve(cited, in: index, at: block.range(cited.phrase.terms)) }
    result.strength = local.form == .label && source.kind == .writer ? .none : strength(of: source, result, in: block)
    return result
  }

  /// Vague and anonymous parties, and documents that nobody issued, answer weakly.
  private func strength(of source: SourceDescription, _ attribution: DraftAttribution, in block: DraftBlock)
    -> AttributionStrength
  {
    switch source.kind {
    case .vague
    where source.name.map { $0.lowerBound > source.phrase.head } == true
      && block.passage.terms[source.phrase.head].word != .sources:
      // "Researchers at Vale University" can be asked.
      return .strong
    case .vague where isNamedBodys(source, in: block.passage): return .strong
    case .vague, .anonymous: return .weak
    case .missing: return .none
    case .document:
      if let issuer = source.issuer, source.name == nil, isVague(issuer, in: block.passage) { return .weak }
      guard source.isIndefinite || source.reference == .described, source.issuer == nil, source.name == nil else {
        return .strong
      }
      return isLinked(source, in: block) ? .strong : .weak
    default: break
    }
    // A pronoun is as strong as the party that it stands for.
    guard source.reference == .pronoun, let resolved = attribution.resolved else { return .strong }
    switch resolver.sources[resolved].kind {
    case .vague, .anonymous: return .weak
    default: return .strong
    }
  }

  /// "Estimates by event organisers": the document of a class of people.
  private func isVague(_ issuer: Range<Int>, in passage: Passage) -> Bool {
    guard issuer.lowerBound > 0, passage.word(issuer.lowerBound - 1) == .by,
      let phrase = passage.baseNounPhrase(at: issuer.lowerBound, limit: issuer.upperBound)
    else { return false }
    return SourceClassifier(passage).describe(phrase)?.kind == .vague
  }

  /// "Dorn County officials": the county.
  private func isNamedBodys(_ source: SourceDescription, in passage: Passage) -> Bool {
    guard let name = source.name, name.upperBound == source.phrase.head, name.count > 1,
      Self.officeHolders.contains(passage.terms[source.phrase.head].key)
    else { return false }
    return !name.contains { passage.terms[$0].has(.country) || passage.terms[$0].shape.contains(.allCaps) }
  }

  private static let officeHolders = WordKeys(["officials", "authorities"])

  private func isLinked(_ source: SourceDescription, in block: DraftBlock) -> Bool {
    let range = block.passage.range(source.phrase.terms)
    return block.facts.content.inlines.contains { $0.kind == .link && $0.range.overlaps(range) }
  }

  /// A speaker's label in a transcript as the attribution of the whole turn; who asks speaks for the draft.
  private func label(of block: DraftBlock, _ index: Int) -> LocalAttribution? {
    guard let dateline = block.facts.dateline, dateline.isLabel, let turn = block.passage.sentences.first?.tokens,
      let phrase = block.passage.baseNounPhrase(
        at: block.passage.isMark(0, 0x28) ? 2 : 0, limit: turn.upperBound - 1),
      var source = SourceClassifier(block.passage).describe(phrase)
    else { return nil }
    if draft.turns.asking.contains(index) { source.kind = .writer }
    return LocalAttribution(
      form: .label, cueClass: .neutral, cue: [turn.upperBound - 1..<turn.upperBound], principal: turn.upperBound - 1,
      source: source,
      content: [turn.upperBound..<block.passage.terms.count], sentence: 0, sourceFirst: true)
  }

  /// Keeps what is said inside words in quotation marks, with the attribution that passes the words on.
  private mutating func keep(
    _ spoken: [DraftAttribution], of block: DraftBlock, within own: Range<Int>, label: Int?
  ) {
    for var attribution in spoken {
      attribution.nestedIn = own.last { draft.attributions[$0].local.covers(attribution.local.principal) } ?? label
      quoted.append(draft.attributions.withSpeaker(attribution, of: block))
    }
  }
}

import ProseText

/// What the chain rules ask of an attribution to an outlet: whether it relays, whom, and where the trail ends.
struct RelayShape: Sendable {
  enum Origin: Sendable, Equatable {
    /// Somebody or something that a reader could open or ask: absolute range.
    case named(Range<Int>)
    /// Somebody without a name.
    case unnamed(Range<Int>?)
    /// Nobody.
    case missing
    /// Somebody whom the outlet's own text names, or the ledger: the name.
    case told(String)
  }

  var attribution: Int
  var source: Int
  var range: Range<Int>
  var origin: Origin
  /// The links behind the outlet, for related information.
  var hops: [Related]
  /// An outlet, as against an unsigned post.
  var name: String
}

extension Draft {
  /// The attributions to outlets and posts for matters that are not their own, in the order of the text.
  func relayShapes(of indices: some Sequence<Int>) -> [RelayShape] { indices.compactMap { relay(at: $0) } }

  private func relay(at index: Int) -> RelayShape? {
    if let trail = ledger?.trails[index], let shape = relay(at: index, along: trail) { return shape }
    guard attributions[index].resolved.map({ sources[$0].isRelay }) == true else { return nil }
    let attribution = attributions[index]
    guard let source = attribution.resolved, let description = attribution.local.source,
      let range = sourceRange(attribution),
      !attribution.local.isNegated, !attribution.local.isGuessed, attribution.local.form != .credit,
      !isInTurn(attribution.block), !turns.asking.contains(attribution.block),
      attribution.local.form != .label,
      attribution.local.cited == nil,
      !attribution.local.content.isEmpty
    else { return nil }
    switch attribution.local.cueClass {
    case .neutral, .factive, .loaded, .hedged, .citing: break
    case .none, .emotive, .mental: return nil
    }
    if case .ambiguous = attribution.resolution { return nil }
    // A journal publishes; that is no relay.
    if Self.publishing.contains(blocks[attribution.block].passage.terms[attribution.local.principal].key) { return nil }
    // What an outlet counts, estimates or finds fit to call a thing is its own; its own page or account speaks for whoever has it.
    if Self.counting.contains(blocks[attribution.block].passage.terms[attribution.local.principal].key) { return nil }
    // "The page shows them the forms": what it displays.
    if isDisplay(attribution) { return nil }
    if description.kind == .document, description.issuer != nil || ownsItself(description, attribution.block),
      children(of: index).isEmpty, isPersonal(description, attribution)
    {
      return nil
    }
    if isOwnPost(description, attribution.block) { return nil }
    if isStudy(description, attribution.block), !isOutletAgain(source, description, attribution.block) { return nil }
    if isReporter(description, attribution.block) { return nil }
    // "which the Ledger noted as an odd move": what it makes of a thing is its own.
    if let first = attribution.local.content.last?.lowerBound, blocks[attribution.block].passage.word(first) == .as {
      return nil
    }
    if hasSpeaker(attribution, index) { return nil }
    if let name = sources[source].words.last, firstHandOutlets.contains(name) { return nil }
    // Another outlet's words inside an outlet's: the outer one is the draft's own source.
    if let outer = attribution.nestedIn, let party = attributions[outer].resolved, party == source { return nil }
    if ChainReader.isAboutItself(attribution, self), children(of: index).isEmpty { return nil }
    var hops: [Related] = []
    let origin = origin(of: index, &hops, description)
    // What the ledger calls first-hand is the outlet's own matter.
    if origin == .missing, let facts = ledger {
      if facts.ownCounts.contains(index) { return nil }
      if let entry = facts.entries[index], facts.ledger.sources[entry].rank == .primary { return nil }
    }
    let shown =
      quotedInside(description, attribution.block) == nil
      ? range : blocks[attribution.block].range(description.phrase.base)
    return RelayShape(
      attribution: index, source: source, range: shown, origin: origin, hops: hops, name: sources[source].name)
  }

  private func isDisplay(_ attribution: DraftAttribution) -> Bool {
    let passage = blocks[attribution.block].passage
    return passage.terms[attribution.local.principal].cue == .factive
      && passage.has(attribution.local.principal + 1, .personalPronoun)
      && !passage.terms[attribution.local.principal + 2].tag.isFiniteVerb
  }

  /// "a post on Monday by Ida Marsh": whoever it is by speaks in it.
  func isOwnPost(_ description: SourceDescription, _ block: Int) -> Bool {
    let passage = blocks[block].passage
    return passage.has(description.phrase.head, .postNoun)
      || passage.has(description.phrase.base.lowerBound + 1, .postNoun)
      ? description.phrase.terms.contains { passage.word($0) == .by && passage.terms[$0 + 1].isName } : false
  }

  /// "a study published in the Tide Journal": the journal only prints it.
  private func isStudy(_ description: SourceDescription, _ block: Int) -> Bool {
    let passage = blocks[block].passage
    if Self.studies.contains(passage.terms[description.phrase.head].key) { return true }
    return description.phrase.terms.contains { Self.studies.contains(passage.terms[$0].key) }
      && description.phrase.terms.contains { passage.word($0) == .published }
  }

  /// "the paper" alone, where that is an outlet.
  private func isOutletAgain(_ source: Int, _ description: SourceDescription, _ block: Int) -> Bool {
    sources[source].kind == .publication && description.phrase.terms.count == 2
      && blocks[block].passage.has(description.phrase.head, .publicationNoun)
  }

  /// "the Ledger’s Ida Marsh": a person who speaks for herself.
  private func isReporter(_ description: SourceDescription, _ block: Int) -> Bool {
    let passage = blocks[block].passage
    let phrase = description.phrase.terms
    return phrase.dropLast().contains {
      (passage.word($0) == .clitic || passage.terms[$0].tag == .possessiveEnding) && passage.terms[$0 + 1].isName
    }
  }

  private static let studies = foldedKeys("study paper research survey analysis review trial experiment")

  /// "its website", "his post".
  private func ownsItself(_ description: SourceDescription, _ block: Int) -> Bool {
    blocks[block].passage.terms[description.phrase.base.lowerBound].has(.possessive)
  }

  /// A page or post of a party that speaks for itself; a report or article may be about others.
  private func isPersonal(_ description: SourceDescription, _ attribution: DraftAttribution) -> Bool {
    let head = blocks[attribution.block].passage.terms[description.phrase.head]
    return head.has(.postNoun) || Self.channels.contains(head.key)
  }

  /// "Reid said — as reported by the Ledger — …": the speaker is named beside the outlet.
  private func hasSpeaker(_ attribution: DraftAttribution, _ index: Int) -> Bool {
    guard attribution.local.form == .prepositional || attribution.local.form == .passive,
      let first = attribution.local.content.first?.lowerBound
    else { return false }
    return attributionsOfBlock[attribution.block].contains { other in
      let rival = attributions[other]
      guard other != index, rival.local.sentence == attribution.local.sentence, rival.strength == .strong,
        rival.nestedIn == nil, let source = rival.resolved, !sources[source].isRelay
      else { return false }
      return rival.local.covers(first)
    }
  }

  private static let counting = foldedKeys(
    """
    estimated estimates estimate counted counts calculated calculates tallied projected projects analysed analyzed
    confirmed confirms verified verifies corroborated described describes called calls dubbed dubs termed terms labelled labels labeled characterised characterises
    characterized characterizes praised praises endorsed endorses criticised criticises criticized criticizes
    credited credits named names awarded awards honoured honours honored honors ranked ranks
    """)
  private static let channels = foldedKeys("website site page account blog channel homepage webpage tweet post")

  private func origin(of index: Int, _ hops: inout [Related], _ description: SourceDescription) -> RelayShape.Origin {
    var last = index
    var steps = 0
    while steps < 16, let inner = ChainReader.continuation(of: last, in: self) {
      steps += 1
      guard let range = sourceRange(attributions[inner]) else {
        hops.append(Related(range: cueRange(attributions[inner]), message: "by nobody named"))
        return .missing
      }
      hops.append(Related(range: range, message: "the outlet’s own source, as the draft tells it"))
      if let kind = attributions[inner].local.source?.kind {
        if kind == .vague || kind == .anonymous { return .unnamed(range) }
      }
      last = inner
    }
    if last != index, let range = sourceRange(attributions[last]) {
      if let resolved = attributions[last].resolved, sources[resolved].isRelay,
        attributions[last].resolved != attributions[index].resolved
      {
        return .missing
      }
      return .named(range)
    }
    // "A popular post quoting a research club": the second link stands inside the source's own words.
    if let inner = quotedInside(description, attributions[index].block) { return .unnamed(inner) }
    if let primary = primary(in: attributions[index]) {
      hops.append(Related(range: primary, message: "the original, as the draft tells it"))
      return .named(primary)
    }
    return .missing
  }

  private func quotedInside(_ description: SourceDescription, _ block: Int) -> Range<Int>? {
    let passage = blocks[block].passage
    guard let cue = description.phrase.terms.first(where: { passage.terms[$0].cue == .citing }),
      cue + 1 < description.phrase.terms.upperBound,
      let phrase = passage.baseNounPhrase(at: cue + 1, limit: description.phrase.terms.upperBound),
      passage.terms[phrase.base.lowerBound].has(.indefinite)
    else { return nil }
    return blocks[block].range(phrase.terms)
  }

  /// A speech, article or other original that the content names: something that could be opened.
  private func primary(in attribution: DraftAttribution) -> Range<Int>? {
    let passage = blocks[attribution.block].passage
    for part in attribution.local.content {
      for index in part
      where Self.originals.contains(passage.terms[index].key) && passage.terms[index].tag.isNoun
        && passage.isSingledOut(index)
      {
        return blocks[attribution.block].range(index..<index + 1)
      }
    }
    return nil
  }

  private static let publishing = WordKeys(["publish", "publishes", "published"])

  private static let originals = foldedKeys(
    "speech article address statement interview study testimony letter ruling filing memo transcript press-release lawsuit indictment complaint"
  )
}

extension Passage {
  /// "the speech", "an interview", "Marsh’s letter": one of its kind, as against "limits on speech".
  fileprivate func isSingledOut(_ noun: Int) -> Bool {
    var at = noun - 1
    while at > 0, noun - at < 5, terms[at].tag.isAdjective || terms[at].tag.isNoun || terms[at].tag.isParticiple {
      if terms[at].isName { return true }
      at -= 1
    }
    return has(at, [.definite, .indefinite, .possessive, .demonstrative, .number]) || word(at) == .clitic
      || terms[at].tag == .possessiveEnding || terms[at].isName
  }
}

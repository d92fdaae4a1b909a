import ProseText

// What a draft in the first person counts of its writers' own work.
extension SupportReader {
  /// In a draft that says "we", what it counts in a list below such words, behind them, under its own name or headings.
  func isOwnCount(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    if voice.isFirstPerson || voice.isSigned, block.facts.quoteAt[first] < 0, isAttendance(quantity) { return true }
    guard voice.isFirstPerson, block.facts.quoteAt[first] < 0 else { return false }
    let sentence = passage.sentences[quantity.sentence]
    if voice.isSubject(of: sentence, before: first, in: passage) { return true }
    if quantity.kind == .count || quantity.kind == .vague || quantity.kind == .range {
      // What a client handles in a year is its own statistics; what lay on its desk the writers saw.
      let isPlain = quantity.kind == .vague || quantity.high.map { $0 < 1000 } == true && quantity.window == nil
      if isPlain, voice.isClient(of: sentence, before: first, in: passage) { return true }
      if voice.holdsEvents, isOfParticipants(sentence, before: first) { return true }
      if quantity.kind == .vague, isOfCode(quantity) { return true }
      if isUnderOwnHeading() { return true }
    }
    if block.outline.kind == .listItem { return isOwnList() }
    return continuesOwnWords(quantity.sentence)
  }

  /// Whether a sentence stands behind one in which the writers speak, or carries on from one by a pronoun.
  private func continuesOwnWords(_ sentence: Int) -> Bool {
    guard
      !attributions.contains(where: { at in
        (sentence - 1...sentence).contains(draft.attributions[at].local.sentence)
          && draft.attributions[at].local.source != nil && draft.attributions[at].local.source?.kind != .writer
      })
    else { return false }
    if sentence == 0 { return carriesOnFromParagraph() }
    var at = sentence
    while at > 0, sentence - at < 4 {
      at -= 1
      if isOwn(at) {
        return voice.isThroughout || at + 1 < sentence || opensWithPronoun(sentence) || asks(passage, at)
      }
      guard opensWithPronoun(at) || opensWithPronoun(at + 1) else { return false }
    }
    return false
  }

  /// "We counted", "we talked through": the next sentence says what came of it.
  private func asks(_ passage: Passage, _ sentence: Int) -> Bool {
    passage.sentences[sentence].tokens.contains { Self.inquiries.contains(passage.terms[$0].key) }
  }

  private func isOwn(_ sentence: Int) -> Bool {
    block.facts.traits[sentence].contains(.firstPerson)
      || opensWithPronoun(sentence + 1)
        && voice.isSubject(
          of: passage.sentences[sentence], before: passage.sentences[sentence].tokens.upperBound, in: passage)
  }

  private func opensWithPronoun(_ sentence: Int) -> Bool {
    guard passage.sentences.indices.contains(sentence),
      let first = passage.sentences[sentence].tokens.first(where: { passage.terms[$0].isWord })
    else { return false }
    return passage.has(first, .personalPronoun)
  }

  /// "We counted the boats at the quay." and in a paragraph of its own "They had 49.": the answer to what the writers asked.
  private func carriesOnFromParagraph() -> Bool {
    var above = index - 1
    // A listing goes with the words above it.
    while above >= 0, draft.blocks[above].outline.kind == .code { above -= 1 }
    guard above >= 0, draft.blocks[above].outline.kind == .paragraph else { return false }
    let before = draft.blocks[above]
    guard let traits = before.facts.traits.last, traits.contains(.firstPerson) else { return false }
    let sentence = passage.sentences[0].tokens
    if opensWithPronoun(0) { return true }
    if above < index - 1, let first = sentence.first(where: { passage.terms[$0].isWord }),
      passage.has(first, .demonstrative)
    {
      return true
    }
    // "With six firms in this trial": of what the writers have just told.
    return sentence.prefix(10).dropFirst().contains {
      passage.has($0, .demonstrative) && passage.word($0) != .that && passage.terms[$0 + 1].tag.isNounModifier
        || passage.has($0, .demonstrative) && passage.word($0) != .that && passage.terms[$0 + 1].tag.isNoun
    }
  }

  /// "teams drew five to seven boats": those who took part in the writers' own event.
  private func isOfParticipants(_ sentence: Sentence, before limit: Int) -> Bool {
    let first = sentence.tokens.lowerBound
    return (first..<max(first, limit)).contains {
      Self.participants.contains(passage.terms[$0].key)
        && (passage.terms[$0 + 1].tag.isFiniteVerb || passage.has($0 + 1, .auxiliary))
    }
  }

  /// "About 80 people attended the event": those whom the writers saw come, where no one else is named for it.
  private func isAttendance(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count, quantity.high.map({ $0 < 1000 }) == true else { return false }
    let sentence = passage.sentences[quantity.sentence].tokens
    let last = min(sentence.upperBound, quantity.terms.upperBound + 14)
    guard
      let verb = (quantity.terms.upperBound..<max(last, quantity.terms.upperBound)).first(where: {
        Self.attends.contains(passage.terms[$0].key)
      })
    else { return false }
    return (verb..<min(sentence.upperBound, verb + 20)).contains {
      (OwnNames.events.contains(passage.terms[$0].key) || Self.occasions.contains(passage.terms[$0].key))
    }
  }

  /// "dozens of small classes": parts of what the writers wrote.
  private func isOfCode(_ quantity: Quantity) -> Bool {
    var at = quantity.terms.upperBound
    let end = min(passage.terms.count, at + 9)
    guard passage.word(at) == .of else { return false }
    while at < end, !passage.isMark(at, 0x2E), !passage.isMark(at, 0x3B) {
      if Self.codeParts.contains(passage.terms[at].key) { return true }
      if passage.terms[at].tag.isFiniteVerb || passage.has(at, .preposition) && passage.word(at) != .of { return false }
      at += 1
    }
    return false
  }

  /// "How we responded": the section below tells what the writers did.
  private func isUnderOwnHeading() -> Bool {
    for at in stride(from: index, through: max(0, index - Self.farthestHeading), by: -1)
    where draft.blocks[at].outline.kind == .heading {
      let heading = draft.blocks[at].passage
      return heading.terms.indices.contains {
        heading.has($0, .firstPerson) && heading.has($0, .personalPronoun) && heading.terms[$0 + 1].tag == .pastVerb
      }
    }
    return false
  }

  /// Whether an item of the list, or the paragraph before it, speaks for the writer.
  private func isOwnList() -> Bool {
    func isOwn(_ index: Int) -> Bool {
      draft.blocks[index].facts.traits.contains { $0.contains(.firstPerson) }
    }
    let container = block.outline.container
    var first = index
    while first > 0, index - first < Self.longestList, draft.blocks[first - 1].outline.kind == .listItem,
      draft.blocks[first - 1].outline.container == container
    {
      first -= 1
    }
    var last = index
    while last + 1 < draft.blocks.count, draft.blocks[last + 1].outline.kind == .listItem,
      last - index < Self.longestList
    {
      last += 1
    }
    return (first...last).contains(where: isOwn) || first > 0 && isOwn(first - 1)
  }

  /// Blocks above which a heading is looked for.
  static let farthestHeading = 30
  /// Items that are looked at for a list's voice.
  private static let longestList = 200

  private static let participants = foldedKeys("participants attendees teams testers trainees learners groups")
  private static let attends = foldedKeys("attended gathered joined participated came met together part turned")
  private static let occasions = foldedKeys("event events class classes afternoon evening day demo talk talks webinar")
  private static let inquiries = foldedKeys(
    "counted asked found measured talked surveyed tested looked checked interviewed reviewed discovered tallied timed")
  private static let codeParts = foldedKeys(
    """
    classes objects files rows columns lines tests methods functions commits modules tables fields pages templates scripts
    components branches issues tickets tasks queries endpoints repositories
    """)
}

import ProseText

/// Whether a draft speaks for the writer or the writer's own organisation, and what it names as theirs.
///
/// An organisation's post says "we", its own name and the names of what it made by turns; its counts of its own work are its
/// own in each wording.
struct OwnVoice: Sendable, Equatable {
  /// Enough sentences outside quotation marks say "we", "I", "our".
  let isFirstPerson: Bool
  /// The writers speak in so much of the draft that a sentence behind theirs is theirs too.
  let isThroughout: Bool
  /// The writers say "we" at least once, and who they are.
  let isSigned: Bool
  /// The draft tells of an event that the writer held: "our workshop".
  let holdsEvents: Bool
  /// Keys of names that the draft ties to "we": the organisation's, its writers', what they made.
  private let names: Set<UInt64>
  /// Keys of nouns for what the writers made: "our tool", "we built a site".
  private let things: Set<UInt64>
  /// Keys of names for whom the writers worked.
  private let clients: Set<UInt64>

  init(_ draft: Draft) {
    var sentences = 0
    var own = 0
    for index in draft.blocks.indices
    where draft.blocks[index].facts.isEnglish && draft.blocks[index].outline.kind != .heading {
      sentences += draft.blocks[index].facts.traits.count
      if draft.blocks[index].tellsOfWriters { own += draft.blocks[index].facts.ownNames.ownSentences }
    }
    // Long posts whose writers are named say "we" more rarely.
    isThroughout = own >= 3 && own * 6 >= sentences
    isSigned = own > 0 && OwnNameReader(draft).isIdentified
    isFirstPerson = isThroughout || own >= 5 && own * 14 >= sentences && isSigned
    guard isFirstPerson else {
      (names, things, clients, holdsEvents) = ([], [], [], false)
      return
    }
    var reader = OwnNameReader(draft)
    reader.read()
    names = reader.found.names
    things = reader.found.things
    clients = reader.found.clients
    holdsEvents = !reader.found.things.isDisjoint(with: OwnNames.events)
  }

  /// Whether the words of a sentence before a term have one of the draft's own names, or a thing of its own, as their subject.
  func isSubject(of sentence: Sentence, before limit: Int, in passage: Passage) -> Bool {
    guard isFirstPerson else { return false }
    return sentence.tokens.contains { index in
      let key = passage.terms[index].key
      guard index < limit else { return false }
      if names.contains(key), passage.terms[index].isCapitalised || passage.isSiteName(index) {
        return isActor(index, in: passage)
      }
      guard things.contains(key), isActor(index, in: passage) else { return false }
      // "The tool has", not "Another agency's tool has".
      let first = sentence.tokens.first { passage.terms[$0].isWord } ?? index
      return index - first < 4 && passage.has(first, [.definite, .demonstrative, .firstPerson])
        && !(first..<index).contains { passage.terms[$0].isName || passage.word($0) == .of }
    }
  }

  /// Whether a sentence's subject is a client, whose plain counts the writers saw in their work.
  func isClient(of sentence: Sentence, before limit: Int, in passage: Passage) -> Bool {
    guard isFirstPerson, !clients.isEmpty else { return false }
    return (sentence.tokens.lowerBound..<max(sentence.tokens.lowerBound, limit)).contains {
      clients.contains(passage.terms[$0].key) && passage.terms[$0].isCapitalised && isActor($0, in: passage)
    }
  }

  /// Whether a term is one of the names of the writers or what they made.
  func isOwn(_ term: Term) -> Bool { term.isCapitalised && names.contains(term.key) }

  /// Whether what stands at an index does or has something: a verb or "'s" follows, behind a bracket at most.
  private func isActor(_ index: Int, in passage: Passage) -> Bool {
    var next = index + 1
    if passage.isMark(next, 0x29) { next += 1 }
    if passage.terms[next].tag.isAdverb { next += 1 }
    guard next < passage.terms.count else { return false }
    return passage.terms[next].tag.isVerb || passage.terms[next].has(.auxiliary)
      || passage.terms[next].tag == .possessiveEnding || passage.word(next) == .clitic
  }
}

import ProseText

/// Words that state a feeling of somebody as a fact.
struct MentalStates {
  struct State: Sendable {
    /// The verb, or "is worried" with its auxiliary.
    var words: Range<Int>
    var subjectIsPronoun: Bool
    /// "they": whose feelings these are stands elsewhere.
    var subjectIsThey = false
    /// "Many people fear": how it is with a kind of people as a rule.
    var isGeneral = false
    /// What to put before the words, if that makes a sentence.
    var fix: String?
  }

  private let passage: Passage

  init(_ passage: Passage) { self.passage = passage }

  /// Those among some terms, in order.
  func found(in range: Range<Int>) -> [State] {
    let verbs = Self.verbs
    var states: [State] = []
    for index in passage.terms.indices(in: range, where: { $0.mayFeel(verbs) }) {
      if let state = state(at: index, verbs) { states.append(state) }
    }
    return states
  }

  private func state(at index: Int, _ verbs: WordKeys) -> State? {
    let term = passage.terms[index]
    if term.has(.emotion), term.word != .aback { return emotion(at: index) }
    if term.word == .aback { return takenAback(at: index) }
    guard term.tag.isFiniteVerb || term.tag == .baseVerb && passage.has(index - 1, .auxiliary), index > 0,
      verbs.contains(term.key)
    else { return nil }
    if term.tag == .baseVerb, passage.word(index - 1) == .to || passage.has(index - 1, .modal) { return nil }
    guard let subject = subject(before: index) else { return nil }
    return State(
      words: index..<index + 1, subjectIsPronoun: subject.isPronoun, subjectIsThey: isThey(subject.phrase),
      isGeneral: isGeneral(subject.phrase, index), fix: nil)
  }

  /// A plural without an article, in the present.
  private func isGeneral(_ subject: NounPhrase, _ verb: Int) -> Bool {
    let opener = subject.terms.lowerBound
    let isBare =
      !passage.has(opener, [.definite, .demonstrative, .possessive]) && passage.terms[opener].kind != .number
    let isPlural = passage.terms[subject.head].tag == .pluralNoun || passage.terms[subject.head].has(.peopleNoun)
    return isBare && isPlural && passage.terms[verb].tag != .pastVerb && passage.terms[verb].tag != .pastParticiple
      && !passage.terms[subject.head].isCapitalised || isBare && isPlural && passage.word(verb) == .are
  }

  /// Verbs that are nothing but a feeling.
  private static let verbs = foldedKeys(
    "fear fears feared worry worries worried dread dreads dreaded love loves loved hate hates hated resent resents resented panicked adore adores despise despises"
  )

  /// "is worried", "has been furious": a form of be, at most an adverb, the feeling.
  private func emotion(at index: Int) -> State? {
    var at = index - 1
    while at >= 0, passage.terms[at].has(.adverb) || passage.terms[at].tag.isAdverb { at -= 1 }
    guard at >= 0, passage.terms[at].has(.be) else {
      guard Self.verbs.contains(passage.terms[index].key), passage.terms[index].tag == .pastVerb,
        let subject = subject(before: index)
      else { return nil }
      return State(
        words: index..<index + 1, subjectIsPronoun: subject.isPronoun, subjectIsThey: isThey(subject.phrase), fix: nil)
    }
    var start = at
    while start > 0, passage.terms[start - 1].has(.auxiliary), !passage.terms[start - 1].has(.modal) { start -= 1 }
    if start > 0, passage.terms[start - 1].has([.modal, .negation]) || passage.word(start - 1) == .to { return nil }
    guard let subject = subject(before: start) else { return nil }
    return State(
      words: start..<index + 1, subjectIsPronoun: subject.isPronoun, subjectIsThey: isThey(subject.phrase),
      isGeneral: isGeneral(subject.phrase, start), fix: subject.isPronoun ? nil : "said it ")
  }

  private func isThey(_ phrase: NounPhrase) -> Bool {
    passage.word(phrase.head) == .they
  }

  private func takenAback(at index: Int) -> State? {
    var start = index
    while start > 0, index - start < 4,
      passage.terms[start - 1].has(.auxiliary) || passage.word(start - 1) == .taken || passage.word(start - 1) == .took
    { start -= 1 }
    guard start < index else { return nil }
    let sentence = passage.sentences[passage.sentence(of: index)]
    if passage.has(sentence.tokens.lowerBound, .firstPerson) { return nil }
    return State(words: start..<index + 1, subjectIsPronoun: false, fix: nil)
  }

  /// Who feels: a person, a group or a body; the writer's own feelings and those of things and reasons are left alone.
  private func subject(before index: Int) -> (phrase: NounPhrase, isPronoun: Bool)? {
    let sentence = passage.sentences[passage.sentence(of: index)]
    var end = index
    while end > sentence.tokens.lowerBound, passage.terms[end - 1].has(.adverb) || passage.terms[end - 1].tag.isAdverb {
      end -= 1
    }
    // "people who (for good reasons) are wary"
    if passage.isMark(end - 1, 0x29),
      let open = (sentence.tokens.lowerBound..<end).suffix(12).last(where: { passage.isMark($0, 0x28) })
    {
      end = open
    }
    guard end > sentence.tokens.lowerBound,
      let phrase = passage.subject(endingBefore: end, from: sentence.tokens.lowerBound)
    else { return nil }
    let head = passage.terms[phrase.head]
    if head.has(.firstPerson) || head.word == .you || head.word == .it || head.word == .who { return nil }
    let isPronoun = head.tag == .pronoun
    let isSomebody =
      isPronoun || head.isCapitalised && head.tag.isProperNoun
      || head.has([.peopleNoun, .personNoun, .organisationNoun, .anonymousNoun, .title, .vagueClass])
      || head.tag == .pluralNoun && !head.has([.documentNoun, .figureNoun])
      || SourceClassifier(passage).describe(phrase).map { $0.kind == .person } == true
    return isSomebody ? (phrase, isPronoun) : nil
  }
}

extension Term {
  /// Whether it may be a feeling, or a verb that is nothing else.
  @inline(__always)
  fileprivate func mayFeel(_ verbs: WordKeys) -> Bool { has(.emotion) || word == .aback || verbs.contains(key) }
}

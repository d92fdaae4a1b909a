import ProseText

extension LabellerWord {
  /// What the term itself tells.
  mutating func read(_ passage: Passage, _ index: Int) {
    let term = passage.terms[index]
    mark = passage.labellerMark(index)
    tag = UInt64(term.tag.rawValue) + 1
    shape = UInt64(term.shape.subtracting(.spaceBefore).rawValue)
    sourceClasses = term.classes.intersection(Self.sources).rawValue
    grammarClasses = term.classes.intersection(Self.grammar).rawValue
    cue = UInt64(term.cue.rawValue)
    cueForms = cue << 8 | UInt64(term.forms.rawValue)
    speech = UInt64(term.speech.rawValue)
    anchor = Self.anchor(term, mark)
    key = mark == .quote ? 1 : term.key
    lastThree = Self.tail(passage, max(term.range.lowerBound, term.range.upperBound - 3)..<term.range.upperBound)
    if term.kind == .number {
      let digits = Self.tail(passage, term.range, folded: 0x30...0x39)
      lastThree = digits & 0xFF_FFFF
      if mark != .quote { key = digits &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(term.range.count) }
    }
  }

  /// The last eight bytes in small letters, the last one lowest; every digit is one where digits are folded.
  @inline(__always)
  private static func tail(_ passage: Passage, _ range: Range<Int>, folded: ClosedRange<UInt8>? = nil) -> UInt64 {
    var tail: UInt64 = 0
    for offset in range {
      var byte = passage.byte(offset)
      if let folded, folded.contains(byte) { byte = 0x30 }
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      tail = tail << 8 | UInt64(byte)
    }
    return tail
  }

  /// Whether the tag is one of a verb that a clause can have for its own.
  var isFiniteVerb: Bool {
    PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: tag &- 1))?.isFiniteVerb ?? false
  }

  /// Whether a term by itself hints at a report; what the rules and quotations say of it aside.
  static func isHint(_ term: Term, _ mark: Mark) -> Bool { mark == .quote || anchor(term, mark) != 0 }

  /// What a term may introduce: 1–7 the class of a reporting verb, then the other ways of crediting.
  private static func anchor(_ term: Term, _ mark: Mark) -> UInt64 {
    if term.cue != .none, term.tag.isVerb || !term.forms.contains(.alsoNoun) { return UInt64(term.cue.rawValue) }
    if term.word == .according { return 20 }
    if term.has([.hedgeAdverb, .hedgeAdjective, .reportingPassive]) { return 21 }
    if mark == .colon { return 22 }
    if term.tag.isVerb, !term.speech.isDisjoint(with: .verb) { return 23 }
    return 0
  }

  private static let sources: WordClasses = [
    .personNoun, .peopleNoun, .vagueClass, .anonymousNoun, .spokesperson, .documentNoun, .publicationNoun,
    .publicationName, .organisationNoun, .organisationName, .title, .postNoun, .firstName, .personalPronoun,
    .firstPerson,
  ]
  private static let grammar: WordClasses = [
    .definite, .indefinite, .demonstrative, .possessive, .auxiliary, .be, .modal, .negation, .preposition, .conjunction,
    .subordinator, .relative, .hedgeAdverb, .hedgeAdjective, .reportingPassive,
  ]
}

extension Passage {
  /// Whether some of the terms hints at a report. Where none does, and nothing is attributed or quoted, all is outside of spans.
  func hintsAtReport(_ range: Range<Int>) -> Bool {
    range.contains { LabellerWord.isHint(terms[$0], labellerMark($0)) }
  }
}

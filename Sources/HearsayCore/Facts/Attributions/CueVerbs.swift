import ProseText

/// A reporting verb in a sentence, with its auxiliaries.
struct CueVerb {
  /// Auxiliaries, adverbs and the verb.
  var group: Range<Int>
  var verb: Int
  var isPassive: Bool
  var isGerund: Bool
  var isNegated: Bool
}

extension Passage {
  /// The reporting verb at a term, nil where the word is a noun there or bound in another way.
  func cueVerb(at index: Int, from lower: Int) -> CueVerb? {
    let term = terms[index]
    guard term.cue != .none, term.isWord, !term.forms.isEmpty else { return nil }
    let isGerund = term.forms.contains(.gerund)
    let canBeNoun = term.forms.contains(.alsoNoun) || isGerund
    if !term.tag.isVerb {
      // Taggers take inverted cues for nouns: ", claims the Calder Times".
      let isInverted = index > lower && (isComma(index - 1) || isQuoteMark(index - 1)) && index + 1 < terms.count
      guard
        !canBeNoun && !term.tag.isAdjective
          || isInverted && term.forms.contains(.third) && terms[index + 1].has([.definite])
      else { return nil }
    }
    if term.shape.contains(.capitalised), !isSentenceStart(index) { return nil }
    if isMark(index - 1, 0x2D), !term.hasSpaceBefore { return nil }
    var start = index
    var sawBe = false
    var isNegated = false
    var nearest: Int?
    while start > lower {
      let before = terms[start - 1]
      guard
        before.has([.auxiliary, .negation]) || before.tag.isAdverb && before.isWord && !before.has(.subordinator)
          || before.has(.adverb) && before.tag != .noun
      else { break }
      if before.has(.be), nearest == nil { sawBe = true }
      if before.has(.auxiliary), nearest == nil { nearest = start - 1 }
      if before.has(.negation) { isNegated = true }
      start -= 1
    }
    // An adverb that opens the sentence belongs to it, not to the verb.
    while start < index, !terms[start].has([.auxiliary, .negation]), start == lower || isComma(start - 1) { start += 1 }
    let isParticiple = term.forms.contains(.participle)
    let isPassive = sawBe && isParticiple && !isGerund
    if !isPassive, isBound(index, start: start, lower: lower, isGerund: isGerund, hasAuxiliary: nearest != nil) {
      return nil
    }
    return CueVerb(
      group: start..<index + 1, verb: index, isPassive: isPassive, isGerund: isGerund, isNegated: isNegated)
  }

  /// Whether a word stands up to eight terms before, with no mark between: "with Ida Brandt saying".
  private func follows(_ wanted: Word, _ index: Int, _ lower: Int) -> Bool {
    for at in stride(from: index - 1, through: max(lower, index - 8), by: -1) {
      if terms[at].word == wanted { return true }
      if terms[at].kind == .punctuation { return false }
    }
    return false
  }

  /// Whether a clause ends at a comma shortly before: ", the office’s data indicated."
  private func hasComma(before index: Int, from lower: Int) -> Bool {
    (max(lower, index - 10)..<index).contains { isComma($0) }
  }

  /// A reduced relative stands right behind a common noun.
  private func followsCommonNoun(_ index: Int) -> Bool {
    let before = terms[index - 1]
    return before.isWord && before.tag.isNoun && !before.tag.isProperNoun
  }

  /// Past tenses that are hardly ever reduced relatives.
  private static let plainSpeech = foldedKeys(
    "said told wrote added stated announced argued claimed warned insisted noted explained")

  /// Infinitives of duty, reduced relatives and gerunds that are subjects introduce nothing.
  private func isBound(_ index: Int, start: Int, lower: Int, isGerund: Bool, hasAuxiliary: Bool) -> Bool {
    let term = terms[index]
    if isGerund {
      // ", saying …", "with Xi saying …", "despite Xi saying …", "was saying", "posted findings saying …"
      return !hasAuxiliary
        && !(start > lower
          && (isComma(start - 1) || isQuoteMark(start - 1) || word(start - 1) == .and
            || terms[start - 1].has(.documentNoun) && terms[start - 1].tag == .pluralNoun
            || (terms[start - 1].tag.isNoun || terms[start - 1].tag == .pronoun)
              && (follows(.with, start, lower) || follows(.despite, start, lower))))
    }
    if term.forms == .base || term.forms == [.base, .alsoNoun] {
      if start > lower, word(start - 1) == .to { return true }
      if terms[index].tag == .baseVerb, !hasAuxiliary {
        return start == lower
          || terms[start - 1].has(.modal) == false && !terms[start - 1].tag.isNoun && terms[start - 1].tag != .pronoun
      }
      return false
    }
    // "the desertions reported by …" is a relative; "the ministry said in May" is not, whatever the tagger thinks.
    if term.tag == .pastParticiple, !hasAuxiliary {
      guard index + 1 < terms.count else { return false }
      if word(index + 1) == .by { return true }
      if Self.plainSpeech.contains(term.key) || start > lower && !followsCommonNoun(start) { return false }
      if terms[index + 1].kind == .punctuation, hasComma(before: start, from: lower) { return false }
      return terms[index + 1].has(.preposition) || terms[index + 1].tag.isAdverb
        || terms[index + 1].kind == .punctuation && !opensQuote(index + 1) && !isComma(index + 1)
    }
    return false
  }
}

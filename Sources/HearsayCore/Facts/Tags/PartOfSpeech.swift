/// What part of speech a token is in its sentence.
///
/// The Penn Treebank's tags (Marcus, Santorini and Marcinkiewicz 1993) as the English Universal Dependencies treebanks
/// use them, with all marks in one. "to" is `to` before an infinitive only, else `preposition`.
package enum PartOfSpeech: UInt8, Sendable, CaseIterable {
  case punctuation, symbol
  case noun, pluralNoun, properNoun, pluralProperNoun
  case adjective, comparativeAdjective, superlativeAdjective
  case adverb, comparativeAdverb, superlativeAdverb
  /// VB, VBP, VBZ, VBD, VBN, VBG.
  case baseVerb, presentVerb, thirdPersonVerb, pastVerb, pastParticiple, presentParticiple
  case modal
  /// IN: prepositions and subordinating conjunctions ("that", "while").
  case preposition
  /// RP: the adverb of a phrasal verb ("point out").
  case particle
  case to
  case determiner, predeterminer
  case pronoun, possessivePronoun
  /// POS: "’s" and "’" after a noun.
  case possessiveEnding
  case conjunction
  case cardinal
  case relativeDeterminer, relativePronoun, possessiveRelative, relativeAdverb
  /// EX: "there" as in "there is".
  case existential
  case interjection
  /// Foreign words, affixes and what fits nowhere else.
  case other
}

extension PartOfSpeech {
  /// The tag of the Penn Treebank; marks and "other" stand for several and have `PUNCT` and `X`.
  package var penn: String {
    switch self {
    case .punctuation: "PUNCT"
    case .symbol: "SYM"
    case .noun: "NN"
    case .pluralNoun: "NNS"
    case .properNoun: "NNP"
    case .pluralProperNoun: "NNPS"
    case .adjective: "JJ"
    case .comparativeAdjective: "JJR"
    case .superlativeAdjective: "JJS"
    case .adverb: "RB"
    case .comparativeAdverb: "RBR"
    case .superlativeAdverb: "RBS"
    case .baseVerb: "VB"
    case .presentVerb: "VBP"
    case .thirdPersonVerb: "VBZ"
    case .pastVerb: "VBD"
    case .pastParticiple: "VBN"
    case .presentParticiple: "VBG"
    case .modal: "MD"
    case .preposition: "IN"
    case .particle: "RP"
    case .to: "TO"
    case .determiner: "DT"
    case .predeterminer: "PDT"
    case .pronoun: "PRP"
    case .possessivePronoun: "PRP$"
    case .possessiveEnding: "POS"
    case .conjunction: "CC"
    case .cardinal: "CD"
    case .relativeDeterminer: "WDT"
    case .relativePronoun: "WP"
    case .possessiveRelative: "WP$"
    case .relativeAdverb: "WRB"
    case .existential: "EX"
    case .interjection: "UH"
    case .other: "X"
    }
  }

  /// Common and proper nouns, singular and plural.
  package var isNoun: Bool { isOneOf(.noun, .pluralProperNoun) }

  /// Names.
  package var isProperNoun: Bool { isOneOf(.properNoun, .pluralProperNoun) }

  /// Every form of a verb, modals excluded.
  package var isVerb: Bool { isOneOf(.baseVerb, .presentParticiple) }

  /// A verb that can be a clause's own: present, third person, past, and modals.
  package var isFiniteVerb: Bool { isOneOf(.presentVerb, .pastVerb) || self == .modal }

  /// Past and present participles.
  package var isParticiple: Bool { isOneOf(.pastParticiple, .presentParticiple) }

  package var isAdjective: Bool { isOneOf(.adjective, .superlativeAdjective) }

  package var isAdverb: Bool { isOneOf(.adverb, .superlativeAdverb) || self == .relativeAdverb }

  /// Personal, relative and interrogative pronouns that stand for a noun phrase.
  package var isPronoun: Bool { self == .pronoun || self == .relativePronoun }

  /// What can stand in front of a noun inside its phrase.
  package var isNounModifier: Bool {
    isAdjective || isDeterminer || self == .cardinal || self == .possessiveEnding || isParticiple
  }

  /// Articles, demonstratives, quantifiers and possessive pronouns.
  package var isDeterminer: Bool { isOneOf(.determiner, .predeterminer) || self == .possessivePronoun }

  private func isOneOf(_ first: PartOfSpeech, _ last: PartOfSpeech) -> Bool {
    rawValue >= first.rawValue && rawValue <= last.rawValue
  }
}

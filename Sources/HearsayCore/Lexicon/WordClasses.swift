/// What a word may be, whatever the sentence; a word can belong to several classes.
struct WordClasses: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // Grammar
  static let function = WordClasses(bit: 0)
  static let definite = WordClasses(bit: 1)
  static let indefinite = WordClasses(bit: 2)
  static let demonstrative = WordClasses(bit: 3)
  static let possessive = WordClasses(bit: 4)
  static let personalPronoun = WordClasses(bit: 5)
  static let firstPerson = WordClasses(bit: 6)
  static let auxiliary = WordClasses(bit: 7)
  static let be = WordClasses(bit: 8)
  static let modal = WordClasses(bit: 9)
  static let negation = WordClasses(bit: 10)
  static let preposition = WordClasses(bit: 11)
  static let conjunction = WordClasses(bit: 12)
  static let subordinator = WordClasses(bit: 13)
  static let relative = WordClasses(bit: 14)
  static let adverb = WordClasses(bit: 15)
  static let quantifier = WordClasses(bit: 16)

  // Numbers and units
  static let number = WordClasses(bit: 17)
  static let scale = WordClasses(bit: 18)
  static let ordinal = WordClasses(bit: 19)
  static let fraction = WordClasses(bit: 20)
  static let vaguePlural = WordClasses(bit: 21)
  static let approximator = WordClasses(bit: 22)
  static let timeUnit = WordClasses(bit: 23)
  static let measureUnit = WordClasses(bit: 24)
  static let currency = WordClasses(bit: 25)
  static let percent = WordClasses(bit: 26)
  static let multiple = WordClasses(bit: 27)
  static let month = WordClasses(bit: 28)
  static let weekday = WordClasses(bit: 29)
  static let identifierNoun = WordClasses(bit: 30)
  static let street = WordClasses(bit: 31)

  // Who can be a source
  static let personNoun = WordClasses(bit: 32)
  static let peopleNoun = WordClasses(bit: 33)
  static let vagueClass = WordClasses(bit: 34)
  static let anonymousNoun = WordClasses(bit: 35)
  static let spokesperson = WordClasses(bit: 36)
  static let documentNoun = WordClasses(bit: 37)
  static let publicationNoun = WordClasses(bit: 38)
  static let publicationName = WordClasses(bit: 39)
  static let organisationNoun = WordClasses(bit: 40)
  static let organisationName = WordClasses(bit: 41)
  static let title = WordClasses(bit: 42)
  static let postNoun = WordClasses(bit: 43)

  // Cues that are no verbs
  static let hedgeAdverb = WordClasses(bit: 44)
  static let hedgeAdjective = WordClasses(bit: 45)
  static let reportingPassive = WordClasses(bit: 46)
  static let emotion = WordClasses(bit: 47)
  static let casualty = WordClasses(bit: 48)
  static let figureNoun = WordClasses(bit: 49)
  static let contest = WordClasses(bit: 50)
  static let titledWork = WordClasses(bit: 51)
  static let placeNoun = WordClasses(bit: 52)
  static let firstName = WordClasses(bit: 53)
  static let feminine = WordClasses(bit: 54)
  static let masculine = WordClasses(bit: 55)
  static let country = WordClasses(bit: 56)
}

/// What a reporting verb does with what it introduces.
enum CueClass: UInt8, Sendable {
  case none
  /// Passes on without judging: "said".
  case neutral
  /// Vouches for it: "found".
  case factive
  /// Judges it: "claims".
  case loaded
  /// Leaves room: "suggests".
  case hedged
  /// A speech act or feeling that opens no scope: "urged".
  case emotive
  /// A state of mind: "fears".
  case mental
  /// Points to another source: "citing".
  case citing
}

/// The forms that one spelling of a verb can be.
struct VerbForms: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let base = VerbForms(rawValue: 1)
  static let third = VerbForms(rawValue: 2)
  static let past = VerbForms(rawValue: 4)
  static let participle = VerbForms(rawValue: 8)
  static let gerund = VerbForms(rawValue: 16)
  /// The spelling is often a noun: "report", "claims".
  static let alsoNoun = VerbForms(rawValue: 32)
}

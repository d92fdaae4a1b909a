import ProseText

/// Source, cue and content as one block shows them, in indices of its terms.
struct LocalAttribution: Sendable, Equatable {
  /// How the cue is made.
  enum Form: Sendable, Equatable {
    /// "the ministry said"
    case verb
    /// "according to the ministry"
    case prepositional
    /// "in a survey by the ministry"
    case locative
    /// "reportedly"
    case hedgeAdverb
    /// "the reported losses"
    case hedgeAdjective
    /// "was reported", with or without "by the ministry"
    case passive
    /// "citing the ministry"
    case citing
    /// "Reid: …"
    case label
    /// "— Tomas Reid" under a quotation
    case credit
  }

  var form: Form
  var cueClass: CueClass
  /// The words of the cue.
  var cue: [Range<Int>]
  /// The cue's principal word.
  var principal: Int
  var source: SourceDescription?
  /// What was said; several parts where the cue stands inside.
  var content: [Range<Int>]
  var sentence: Int
  /// The source stands before its content.
  var sourceFirst: Bool
  /// For "citing": the attribution of the party that cites, by index in the block.
  var citedBy: Int?
  /// For "X cites Y": the party cited.
  var cited: SourceDescription?
  /// For "X was told by Y": X, through whom it came.
  var hearer: SourceDescription?
  /// The content holds words in quotation marks.
  var hasQuote = false
  /// Something is denied to be said: "did not say", "declined to comment".
  var isNegated = false
  /// Found by the labeller alone: no rule reads its cue, so that what kind of report it is, is a guess.
  var isGuessed = false

  /// It stands inside somebody's words in quotation marks: they pass it on, not the draft.
  var isQuoted = false

  /// Whether a term stands in the content.
  func covers(_ term: Int) -> Bool { content.contains { $0.contains(term) } }
}

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
    /// ", confirmed by the ministry,"
    case participle
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
  @CompactIndex var principal: Int
  var source: SourceDescription?
  /// What was said; several parts where the cue stands inside.
  var content: [Range<Int>]
  @CompactIndex var sentence: Int
  /// The source stands before its content.
  var sourceFirst: Bool
  /// For "citing": the attribution of the party that cites, by index in the block.
  @CompactOptionalIndex var citedBy: Int?
  /// For "X cites Y": the party cited.
  @Indirect var cited: SourceDescription?
  /// For "X was told by Y": X, through whom it came.
  @Indirect var hearer: SourceDescription?
  /// The content holds words in quotation marks.
  var hasQuote = false
  /// Something is denied to be said: "did not say", "declined to comment".
  var isNegated = false
  /// Found by the labeller alone: no rule reads its cue, so that what kind of report it is, is a guess.
  var isGuessed = false
  /// What the rules take for the content, where the labeller cut it: a figure in it is not called unsupported.
  var readContent: [Range<Int>] = []

  /// It stands inside somebody's words in quotation marks: they pass it on, not the draft.
  var isQuoted = false

  /// The first term of its source or its cue.
  var beginning: Int { min(source?.phrase.terms.lowerBound ?? principal, principal) }

  /// "Someone may answer", "critics could say": nobody has said it.
  func isSupposed(in passage: Passage) -> Bool {
    cue.contains { part in
      part.contains { passage.terms[$0].has(.modal) && passage.terms[$0].tag == .modal && !passage.isWill($0) }
    }
  }

  /// Whether a term stands in the content.
  func says(_ term: Int) -> Bool { content.contains { $0.contains(term) } }

  /// Whether a term stands in the content, as the labeller or the rules have it.
  func covers(_ term: Int) -> Bool {
    says(term) || readContent.contains { $0.contains(term) }
  }
}

extension Passage {
  /// "will" and "would": what is announced or was said at the time.
  func isWill(_ index: Int) -> Bool { Self.wills.contains(terms[index].key) }

  private static let wills = foldedKeys("will would 'll 'd")
}

import ProseText

/// What passes over the whole draft ask of each block, answered once a block: at a keystroke they go by the blocks that have nothing
/// for them.
struct BlockMarks: Sendable {
  /// What a block has in it.
  struct Contents: OptionSet, Sendable {
    let rawValue: UInt8

    /// A mark that refers to a footnote or a source.
    static let references = Contents(rawValue: 1)
    /// A comment of the markup, in which a directive may stand.
    static let comments = Contents(rawValue: 2)
    /// A noun for a poll or survey.
    static let polls = Contents(rawValue: 4)
    /// The colon at its end announces what stands below.
    static let announcement = Contents(rawValue: 8)
    /// It says something of who writes.
    static let writers = Contents(rawValue: 16)
    /// Some quantity is a margin of error.
    static let margins = Contents(rawValue: 32)
    /// It points to a figure or table by its number.
    static let exhibits = Contents(rawValue: 64)
    /// It cites as scholars do.
    static let scholarship = Contents(rawValue: 128)
  }

  private(set) var contents: Contents = []
  /// Pieces of code and versions in it.
  private(set) var technicalMarks = 0
  /// Numbers alone in brackets.
  let bracketNumbers: [BracketNumber]
  /// The quantities that count something, by the noun's key, alike for singular and plural.
  private(set) var counting: [CountingQuantity] = []
  /// The exact counts that need a source, with the key of the noun as it stands.
  private(set) var exactCounts: [CountingQuantity] = []
  /// The quantities that may contradict an earlier one, by their number in the block.
  private(set) var contested: [Int] = []

  init(_ facts: BlockFacts) {
    let passage = facts.passage
    bracketNumbers = passage.kind.isProse ? passage.bracketNumbers() : []
    for inline in facts.content.inlines {
      switch inline.kind {
      case .footnote, .citation: contents.insert(.references)
      case .comment, .html: contents.insert(.comments)
      case .code: technicalMarks += 1
      default: continue
      }
    }
    if facts.documentNouns.contains(where: { passage.isPollOrSurvey($0) }) { contents.insert(.polls) }
    if let last = passage.terms.indices.last, passage.isMark(last, 0x3A) { contents.insert(.announcement) }
    if facts.ownNames.saysSomething { contents.insert(.writers) }
    if passage.kind.isProse {
      contents.formUnion(passage.scholarlyMarks())
      technicalMarks += passage.namesOfCode()
    }
    for (number, quantity) in facts.quantities.enumerated() {
      if quantity.exemption == .version { technicalMarks += 1 }
      if passage.marginOfError(quantity) != nil { contents.insert(.margins) }
      if let noun = facts.countedKeys[quantity.terms.lowerBound], FigureIndex.isIndexed(quantity) {
        counting.append(CountingQuantity(number: number, noun: noun))
      }
      if quantity.kind == .count, quantity.exemption == nil, quantity.low != nil, let counted = quantity.counted {
        exactCounts.append(CountingQuantity(number: number, noun: passage.terms[counted].key))
      }
      if facts.quoteAt[quantity.terms.lowerBound] < 0, ConflictReader.mayConflict(quantity, passage) {
        contested.append(number)
      }
    }
  }
}

/// A quantity of a block and the key of the noun that it counts.
struct CountingQuantity: Sendable {
  var number: Int
  var noun: UInt64
}

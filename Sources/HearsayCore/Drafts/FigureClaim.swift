import ProseText

/// A figure that a draft states, ready to be held against those of other drafts.
struct FigureClaim: Sendable, Equatable {
  /// The figure's absolute bytes.
  var range: Range<Int>
  /// The figure with the noun that it counts, for messages.
  var phrase: String
  var sense: FigureSense
  /// Of the words of its clause those that are names, as keys of stems.
  var names: Set<UInt64>
  /// The names' words as they are spelled.
  var spelledNames: Set<UInt64>
  /// Of the words of its clause those that say what was done, as keys of stems.
  var deeds: Set<UInt64>
  /// How the words name its time.
  var period: WindowExpression.Period?
  /// Digits that say more than size, 0 where it is spelled out.
  var digits: Int
  var hasScale: Bool
  /// It counts what befell people, which may still grow after the draft was written.
  var isToll: Bool
  /// It is part of something else, or its sentence says that it was another before: it contradicts nothing.
  var isQualified: Bool
  /// The words of the party that is credited with it; empty where nobody is.
  var teller: [UInt64]
}

extension FigureClaim {
  /// The claims of a draft, in the order of the text.
  static func all(in draft: Draft) -> [FigureClaim] {
    var claims: [FigureClaim] = []
    for block in draft.blocks.indices {
      let range = draft.figuresOfBlock[block]
      // Only a table or a text made to be hostile states so many in one block.
      guard !range.isEmpty, range.count <= mostInBlock else { continue }
      let quantities = range.map { draft.figures[$0].quantity }
      for index in range {
        guard claims.count < mostInDraft else { return claims }
        if let claim = FigureClaim(index, among: quantities, in: draft) { claims.append(claim) }
      }
    }
    return claims
  }

  private static let mostInBlock = 100
  private static let mostInDraft = 2000

  private init?(_ index: Int, among quantities: [Quantity], in draft: borrowing Draft) {
    let figure = draft.figures[index]
    let quantity = figure.quantity
    guard figure.isCheckable, draft.isClaim(figure), FigureSense.isComparable(quantity), (quantity.low ?? 0) > 0 else {
      return nil
    }
    let block = draft.blocks[figure.block]
    let words = ClauseWords(quantity, quantities, block)
    guard let sense = FigureSense(figure, words, block) else { return nil }
    self.sense = sense
    if let head = quantity.counted, Self.namesAgents(block.passage.string(block.passage.terms[head].range)) {
      self.sense.counted.isPeople = true
    }
    range = draft.range(figure)
    phrase = draft.excerpt(draft.phrase(figure))
    names = words.names
    spelledNames = words.spelledNames
    deeds = words.deeds
    period = quantity.window?.period
    digits = quantity.significantDigits
    hasScale = quantity.hasScale
    isToll = block.facts.harms[index - draft.figuresOfBlock[figure.block].lowerBound] != nil
    isQualified = Self.isQualified(quantity, words, block.passage)
    teller =
      figure.support.attribution.flatMap { draft.attributions[$0].resolved }.map { draft.sources[$0].words } ?? []
  }

  /// "looters", "pianists": made like a word for people who do something.
  private static func namesAgents(_ noun: String) -> Bool {
    let word = noun.lowercased()
    return ["ers", "ors", "ists", "ians", "ants", "ees", "men"].contains { word.hasSuffix($0) }
  }

  /// "the other 12", "12 more", "first put at 12".
  private static func isQualified(_ quantity: Quantity, _ words: ClauseWords, _ passage: Passage) -> Bool {
    let around =
      max(0, quantity.terms.lowerBound - 2)..<(max(quantity.terms.upperBound, (quantity.counted ?? 0) + 1) + 2)
    if around.contains(where: { parts.contains(passage.terms[$0].key) }) { return true }
    return words.terms.contains { revisions.contains(passage.terms[$0].key) }
  }

  private static let parts = foldedKeys(
    "another other others more additional further remaining rest extra least including includes additionally")
  private static let revisions = foldedKeys(
    """
    revised revises revise revising updated corrected corrects initially originally previously formerly disputed instead \
    mistakenly wrongly erroneously expected target goal
    """)
}

extension FigureClaim {
  /// The noun without which a count or share is of nothing; amounts of money and measures are told by all their words.
  var head: UInt64? {
    switch sense.kind {
    case .currency, .measure: nil
    default: sense.counted.head
    }
  }

  /// Whether its number is one that two facts rarely share by chance.
  var isTelling: Bool {
    if hasScale { return digits >= 2 }
    return digits >= 3
      && !(sense.kind == .count && (1000...2100).contains(sense.low) && digits == 4 && sense.counted.head == nil)
  }
}

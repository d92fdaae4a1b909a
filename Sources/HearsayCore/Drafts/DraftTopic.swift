import ProseText

/// What a draft is about, as far as its names and the words of its opening tell.
struct DraftTopic: Sendable, Equatable {
  /// Every name in it, as keys of the words as they are spelled.
  var names = SortedKeys()
  /// The words of its title and its first paragraphs that mean something, as keys of stems.
  var opening = SortedKeys()
  /// Those of them that are names, as they are spelled.
  var openingNames = SortedKeys()

  /// Of a draft that is held against no other.
  init() {}

  init(names: SortedKeys, opening: SortedKeys, openingNames: SortedKeys) {
    self.names = names
    self.opening = opening
    self.openingNames = openingNames
  }

  init(_ draft: Draft) {
    var names: Set<UInt64> = []
    var opening: Set<UInt64> = []
    var openingNames: Set<UInt64> = []
    var paragraphs = 0
    for (number, block) in draft.blocks.enumerated() where block.outline.kind.isProse && names.count < Self.mostNames {
      let passage = block.passage
      let outlets = Self.outlets(of: number, in: draft)
      let isParagraph = block.outline.kind == .paragraph || block.outline.kind == .listItem
      let isOpening = paragraphs < Self.paragraphs
      if isParagraph, passage.terms.count > Self.shortLine { paragraphs += 1 }
      for (index, term) in passage.terms.enumerated() {
        let isName = term.isName && !term.has([.month, .weekday])
        if isName { names.insert(term.key) }
        guard isOpening, index < Self.words, ClauseWords.says(index, passage), term.cue == .none,
          !outlets.contains(where: { $0.contains(index) })
        else { continue }
        opening.insert(ClauseWords.key(index, passage))
        if isName { openingNames.insert(term.key) }
      }
    }
    self.init(names: SortedKeys(names), opening: SortedKeys(opening), openingNames: SortedKeys(openingNames))
  }

  /// The words that name an outlet as a source: many drafts have one outlet in common, and nothing else.
  private static func outlets(of block: Int, in draft: Draft) -> [Range<Int>] {
    draft.attributionsOfBlock[block].compactMap { index in
      let attribution = draft.attributions[index]
      guard let source = attribution.resolved, draft.sources[source].isRelay else { return nil }
      return attribution.local.source?.phrase.terms
    }
  }

  /// Paragraphs that open a draft.
  private static let paragraphs = 3
  /// Words of each of them that are read.
  private static let words = 60
  /// A date line or heading, not a paragraph.
  private static let shortLine = 8
  private static let mostNames = 4000

  /// Whether two drafts open with the same matter.
  func isSameMatter(as other: DraftTopic) -> Bool {
    guard !openingNames.isDisjoint(with: other.openingNames) else { return false }
    let shared = opening.countShared(with: other.opening)
    return shared >= 4 && shared * 5 >= min(opening.count, other.opening.count)
  }
}

import ProseText

/// Two figures of the draft that state one thing differently; indices into its figures.
struct FigureConflict {
  var earlier: Int
  var later: Int
  var message: String
  /// Where the later value stands, if not where the figure does.
  var range: Range<Int>?
  var related = "the earlier value"
  var fix: Fix?
}

extension Draft {
  /// Every figure that contradicts an earlier one, each once.
  func conflicts() -> [FigureConflict] {
    var found: [FigureConflict] = []
    let reader = ConflictReader(draft: self, counting: CountingFigures(self))
    // Words between quotation marks are not the draft's to make consistent.
    for block in blocks.indices {
      for number in blocks[block].shared.marks.contested {
        let index = figuresOfBlock[block].lowerBound + number
        guard isClaim(figures[index]), let conflict = reader.conflict(index) else { continue }
        found.append(conflict)
      }
    }
    return found
  }
}

/// Compares a figure with the ones before it.
struct ConflictReader {
  let draft: Draft
  let counting: CountingFigures

  /// What a figure contradicts. One after the other: joined by `??` each would copy the draft.
  func conflict(_ figure: Int) -> FigureConflict? {
    if let conflict = conversion(figure) { return conflict }
    if let conflict = mixedUnits(figure) { return conflict }
    if let conflict = restated(figure) { return conflict }
    if let conflict = sameRate(figure) { return conflict }
    return sameMeasure(figure)
  }

  func passage(_ figure: Int) -> Passage { draft.blocks[draft.figures[figure].block].passage }
  func quantity(_ figure: Int) -> Quantity { draft.figures[figure].quantity }
  func words(_ figure: Int) -> String { draft.string(draft.range(draft.figures[figure])) }

  func isDisputed(_ earlier: Int, _ later: Int) -> Bool {
    if let one = source(earlier), let other = source(later), one != other { return true }
    return [earlier, later].contains { figure in
      let passage = passage(figure)
      return passage.sentences[quantity(figure).sentence].tokens.contains {
        Self.disputes.contains(passage.terms[$0].key)
      }
    }
  }

  private func source(_ figure: Int) -> Int? {
    guard let attribution = draft.figures[figure].support.attribution else { return nil }
    return draft.attributions[attribution].resolved
  }

  /// Words with capitals inside the two sentences: places, people, bodies.
  private func names(_ figure: Int) -> Set<UInt64> {
    let passage = passage(figure)
    let tokens = passage.sentences[quantity(figure).sentence].tokens
    return Set(
      tokens.compactMap { index in
        let term = passage.terms[index]
        return term.isName && !term.has([.month, .weekday]) ? term.key : nil
      })
  }

  func hasSameNames(_ earlier: Int, _ later: Int) -> Bool {
    let (one, other) = (names(earlier), names(later))
    return one.isSubset(of: other) || other.isSubset(of: one)
  }

  /// How many earlier figures one is compared with.
  static let mostCompared = 24

  // MARK: Fixes

  func replace(_ figure: Int, with text: String) -> Fix {
    draft.replacement(
      of: draft.range(draft.figures[figure]), with: text, title: "Replace “\(words(figure))” with “\(text)”")
  }

  func replaceDigits(_ figure: Int, with text: String) -> Fix? {
    let block = draft.blocks[draft.figures[figure].block]
    guard let index = quantity(figure).terms.last(where: { block.passage.terms[$0].kind == .number }) else {
      return nil
    }
    let range = block.range(index..<index + 1)
    return draft.replacement(of: range, with: text, title: "Replace “\(draft.string(range))” with “\(text)”")
  }

  private static let disputes = foldedKeys(
    """
    but revised updated corrected earlier initially originally previously later first instead rather not disputed
    other another remaining rest additional more further new however although while whereas least compared than up down
    second third total including
    """)
}

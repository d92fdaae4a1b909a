import ProseText

/// What kind of text a draft is, where it shows it by its marks: a manual is full of code and versions, a paper of its own figures and
/// of citations.
///
/// Both write numbers that nobody counted: versions, settings and values of code in the one, readings of the writers' own instruments in
/// the other.
struct TextManner: Sendable, Equatable {
  /// Code and versions stand in every twelfth sentence at least.
  let isTechnical: Bool
  /// It points to figures or tables of its own and cites as scholars do.
  let isResearch: Bool

  init(_ blocks: [DraftBlock]) {
    var sentences = 0
    var marks = 0
    var scholarly: BlockMarks.Contents = []
    for block in blocks {
      if block.outline.kind == .code { marks += 1 }
      sentences += block.facts.passage.sentences.count
      marks += block.shared.marks.technicalMarks
      scholarly.formUnion(block.shared.marks.contents)
    }
    isTechnical = marks >= Self.fewest && marks * Self.rarest >= sentences
    isResearch = scholarly.isSuperset(of: [.exhibits, .scholarship])
  }

  private static let fewest = 4
  private static let rarest = 12
}

extension Passage {
  /// How often words of code stand in the prose, which no markup tells: "row_count", "steer()", "#204", "--quiet".
  func namesOfCode() -> Int {
    count(of: 0x5F) { isLetterOrDigit($0 - 1) && isLetterOrDigit($0 + 1) }
      + count(of: 0x23) { !isLetterOrDigit($0 - 1) && byte($0 + 1) &- 0x30 < 10 }
      + count(of: 0x29) { byte($0 - 1) == 0x28 && isLetterOrDigit($0 - 2) }
      + count(of: 0x2D) {
        byte($0 + 1) == 0x2D && isLetterOrDigit($0 + 2) && ($0 == 0 || byte($0 - 1) == 0x20 || byte($0 - 1) == 0x28)
      }
  }

  /// How often a byte stands where something holds, as far as it matters.
  private func count(of wanted: UInt8, where holds: (Int) -> Bool) -> Int {
    var found = 0
    var at = 0
    while found < Self.mostNames, let next = bytes.first(wanted, from: at) {
      if holds(next) { found += 1 }
      at = next + 1
    }
    return found
  }

  private func isLetterOrDigit(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Which marks of scholarly texts a passage has: "Fig. 3", "Table 2", "[12]", "(Lind, 2019)", "Lind et al. (2019)".
  func scholarlyMarks() -> BlockMarks.Contents {
    var result: BlockMarks.Contents = []
    // Two keys are sooner compared than looked up, and this is asked of every word.
    let (others, shortened) = Self.andOthers
    let candidates = terms.indices(in: terms.indices) {
      $0.kind == .number || $0.shape.contains(.hasDigit) || $0.key == others || $0.key == shortened
    }
    for index in candidates where index > 0 {
      if terms[index].isOthers {
        if terms[index - 1].key == Self.and { result.insert(.scholarship) }
        continue
      }
      if isExhibit(index) { result.insert(.exhibits) }
      if terms[index].kind == .number,
        citesByNumber(index - 1) || citesByYear(index, from: 0) || isYearBehindName(index)
      {
        result.insert(.scholarship)
      }
    }
    return result
  }

  /// "Fig. 3", "Figs. 2 and", "Table 4", "(Figure 1": the capital tells it from a row of a table.
  func isExhibit(_ index: Int) -> Bool {
    let label = isMark(index - 1, 0x2E) ? index - 2 : index - 1
    return label >= 0 && terms[label].isCapitalised && Self.exhibits.contains(terms[label].key)
  }

  /// "Lind (2019) kept"
  private func isYearBehindName(_ index: Int) -> Bool {
    index > 1 && isMark(index - 1, 0x28) && terms[index - 2].isName && year(at: index) != nil
      && (isMark(index + 1, 0x29) || isMark(index + 1, 0x3B))
  }

  /// Words of code that are counted in one block: a table of them makes no manual.
  private static let mostNames = 8
  private static let exhibits = foldedKeys("fig fig. figs figs. figure figures table tables")
  private static let and = foldedKey("et")
}

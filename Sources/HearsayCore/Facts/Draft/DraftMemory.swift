import ProseText

/// What is kept of a draft from one text to the next, beside the facts of its blocks.
///
/// Each part says what it depends on, and is used where all of that is the same.
struct DraftMemory: Sendable {
  /// Whether a later text of the draft will be read.
  var isKept = true
  var talks = TalkMemory()
  var attributions: AttributionMemory?
  var chains: ChainMemory?
  var figures: FigureMemory?
  var findings: FindingMemory?
}

/// That one block of a draft is another than before, and the attributions of all others and the parties of the draft are the same.
struct OnlyChange: Sendable {
  var block: Int
  /// Where the block stood; it begins there still.
  var before: Range<Int>
}

extension Draft {
  /// The blocks whose figures may have another support because one block has changed: those that `SupportReader` looks at it from.
  ///
  /// It looks at the block before, over listings in between; from a list at all of it and the block in front; and up to a heading.
  func supported(by block: Int) -> Range<Int> {
    var lower = block
    var upper = block + 1
    if isListed(block) {
      while lower > 0, isListed(lower - 1) { lower -= 1 }
    }
    while upper < blocks.count, blocks[upper].outline.kind == .code { upper += 1 }
    upper = min(blocks.count, upper + 1)
    if blocks[block].outline.kind == .heading {
      upper = min(blocks.count, max(upper, block + SupportReader.farthestHeading + 1))
    }
    while upper < blocks.count, isListed(upper - 1), isListed(upper) { upper += 1 }
    return lower..<upper
  }

  /// Where the blocks end that may stand below the words that announce them, a change in one block among these.
  func announced(below block: Int) -> Int {
    var end = min(blocks.count, block + 2)
    while end < blocks.count, blocks[end - 1].outline.kind == .listItem || blocks[end - 1].isQuotationAlone { end += 1 }
    return end
  }

  private func isListed(_ block: Int) -> Bool {
    blocks[block].outline.kind == .listItem || blocks[block].outline.container != nil
  }
}
